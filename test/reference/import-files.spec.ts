import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { toMetres, type Metres } from '../../api/src/geo/projection.js';
import { cellText } from '../../api/src/imports/cell.js';
import { guessMapping } from '../../api/src/imports/columns.js';
import { recogniseCoordinates, type Territory } from '../../api/src/imports/coordinates.js';
import { DefaultCoordinates } from '../../api/src/imports/default-coordinates.js';
import { eventKey } from '../../api/src/imports/events.js';
import { IdentityRegister } from '../../api/src/imports/identity.js';
import { type ImportedIncident, readRow, type RowContext } from '../../api/src/imports/row.js';
import { openTable, rowsOf, type TableRow } from '../../api/src/imports/table-reader.js';
import { fromFile } from '../../api/src/imports/table-source.js';

const shared = resolve(process.env['NARBILD_SHARED'] ?? '../shared', 'data');
const present = existsSync(shared);
if (!present) process.stderr.write(`NOT RUN: import-files.spec, because ${shared} is not there (set NARBILD_SHARED)\n`);

interface Imported {
  readonly incidents: readonly ImportedIncident[];
  readonly identities: readonly string[];
  readonly rejected: readonly string[];
  readonly repeated: number;
  readonly defaults: readonly { readonly rows: number; readonly key: string }[];
  readonly system: string | undefined;
}

/** What a preview and an import do, without a database. */
async function importFile(file: string, territory: Territory): Promise<Imported> {
  const table = await openTable(await fromFile(resolve(shared, file)));
  const rows: TableRow[] = [];
  for await (const row of rowsOf(table)) rows.push(row);
  const { mapping } = guessMapping(
    table.header,
    rows.slice(0, 300).map((row) => row.cells),
  );
  const form = recogniseCoordinates(
    rows.slice(0, 300).map(({ cells }) => ({
      north: cellText(cells, mapping.latitude ?? mapping.northing),
      east: cellText(cells, mapping.longitude ?? mapping.easting),
    })),
    territory,
  );
  const context: RowContext = {
    territory,
    coordinates: form,
    geocoder: null,
    dateOrders: { from: 'ymd', to: 'ymd' },
    digest: (text) => String(text.length),
  };
  const counter = new DefaultCoordinates();
  for (const { cells } of rows) {
    const read = readRow(cells, mapping, context);
    if (read.outcome === 'ok' && read.incident.point)
      counter.add(read.incident.point, read.incident.categoryCode, cellText(cells, mapping.street));
  }
  const defaults = counter.found();
  return {
    ...collect(rows, (cells) =>
      readRow(cells, mapping, { ...context, defaultCoordinates: new Set(defaults.map((each) => each.key)) }),
    ),
    defaults,
    system: form?.system,
  };
}

function collect(rows: readonly TableRow[], read: (cells: readonly string[]) => ReturnType<typeof readRow>) {
  const register = new IdentityRegister();
  const incidents: ImportedIncident[] = [];
  const identities: string[] = [];
  const rejected: string[] = [];
  let repeated = 0;
  for (const { cells } of rows) {
    const outcome = read(cells);
    if (outcome.outcome === 'rejected') {
      rejected.push(outcome.code);
      continue;
    }
    const identity = register.next(outcome.incident);
    if (identity.repeated) repeated += 1;
    else identities.push(identity.identity);
    incidents.push(outcome.incident);
  }
  return { incidents, identities, rejected, repeated };
}

interface Feature {
  readonly properties: { readonly kommunkod: string };
  readonly geometry: { readonly type: string; readonly coordinates: number[][][] | number[][][][] };
}

function territoryOf(code: string): Territory {
  const collection = JSON.parse(readFileSync(resolve(shared, 'geography/kommuner_290_simplified.geojson'), 'utf8')) as {
    features: Feature[];
  };
  const { geometry } = collection.features.find((feature) => feature.properties.kommunkod === code)!;
  const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as number[][][][];
  const rings = polygons.flat().map((ring) => ring.map((position) => toMetres([position[0]!, position[1]!])));
  const points = rings.flat();
  const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
  const bounds = { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) };
  return { bounds, contains: (x, y) => rings.filter((ring) => crosses(ring, x, y)).length % 2 === 1 };
}

function crosses(ring: readonly Metres[], x: number, y: number): boolean {
  let inside = false;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
    const [a, b] = [ring[at]!, ring[before]!];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

(present ? describe : describe.skip)('the shared import files', () => {
  test('polisutdrag_a_lund: 1,025 rows, none rejected, 7 outside, 37 without an end, 156 by street, no default place', async () => {
    const file = await importFile('imports/polisutdrag_a_lund.csv', territoryOf('1281'));
    expect(file.system).toBe('EPSG:4326');
    expect(file.rejected).toEqual([]);
    expect(new Set(file.identities).size).toBe(1025);
    expect(file.repeated).toBe(0);
    expect(file.incidents.filter((incident) => incident.outside)).toHaveLength(7);
    expect(file.incidents.filter((incident) => incident.to === null)).toHaveLength(37);
    expect(file.incidents.filter((incident) => incident.precision === 'street')).toHaveLength(156);
    expect(file.incidents.filter((incident) => incident.categoryCode === 'STOLD')).toHaveLength(1025);
    expect(file.incidents.filter((incident) => incident.sensitive)).toEqual([]);
    expect(file.defaults).toEqual([]);
    expect(new Set(file.incidents.map((incident) => eventKey(incident, 'polisen'))).size).toBeGreaterThan(990);
  });

  test('the SWEREF file: 1,720 rows, no place left, because twelve coordinates stand for whole municipalities', async () => {
    const file = await importFile(
      'imports/derived-from-real/handelser_sweref99tm_cp1252_semikolon.csv',
      territoryOf('1281'),
    );
    expect(file.system).toBe('EPSG:3006');
    expect(file.rejected).toEqual([]);
    expect(new Set(file.identities).size).toBe(1720);
    const largest = file.defaults[0]!;
    expect(largest.rows).toBeGreaterThan(500);
    expect(file.defaults).toHaveLength(12);
    expect(file.incidents.filter((incident) => incident.point)).toEqual([]);
    expect(file.incidents.filter((incident) => incident.sensitive).length).toBe(8);
  });

  test('its Excel twin gives the very same incidents and identities', async () => {
    const territory = territoryOf('1281');
    const csv = await importFile('imports/derived-from-real/handelser_sweref99tm_cp1252_semikolon.csv', territory);
    const xlsx = await importFile('imports/derived-from-real/handelser_svenska_rubriker.xlsx', territory);
    expect(xlsx.identities).toEqual(csv.identities);
    expect(xlsx.incidents.map(({ point: _point, ...rest }) => rest)).toEqual(
      csv.incidents.map(({ point: _point, ...rest }) => rest),
    );
  });
});
