import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { coordinatesInMetres, systemOfCrsName, systemOfNumbers } from '../geo/reference-system.js';
import type { ReferenceSystem } from '../geo/projection.js';
import type { RawGeometry } from '../geo/wkb.js';
import type { Territory } from './coordinates.js';
import { decideEncoding } from './csv-encoding.js';
import type { FeatureFile, FileFeature } from './file-feature.js';
import { mostFeatures, readGeoPackage } from './geopackage.js';
import { findPositionColumns, readPosition } from './position-columns.js';
import { holdsShapefile, readShapefile } from './shapefile.js';
import { openTable, type Table, type TableRow } from './table-reader.js';
import { TableProblem } from './table-problem.js';
import { fromBytes, readHead, type TableSource } from './table-source.js';

const mostBytes = 200 * 1024 * 1024;
const sampleRows = 500;

/** Reads tables and map layers of any form that Swedish registers come in, with their places in SWEREF 99 TM. */
@Injectable()
export class FeatureFilesService {
  /** A CSV or a workbook as rows of text, for features that read tables of their own. Throws `TableProblem`. */
  async table(source: TableSource): Promise<Table> {
    return openTable(source);
  }

  /** Everything in the file, in memory. Throws `TableProblem` for what is no register. */
  async read(source: TableSource, territory: Territory): Promise<FeatureFile> {
    const head = Buffer.from(await readHead(source, 4096));
    if (head.subarray(0, 15).toString('latin1') === 'SQLite format 3') return this.geoPackage(source);
    if (/^(?:\ufeff|ï»¿)?\s*\{/.test(head.toString('latin1'))) return geoJson(await wholeText(source));
    if (head.subarray(0, 4).toString('hex') === '504b0304') {
      const bytes = await whole(source);
      if (holdsShapefile(bytes)) return readShapefile(bytes);
    }
    return tableFeatures(await openTable(source), territory);
  }

  /** The same for bytes that are in memory already. */
  async readBytes(bytes: Uint8Array, territory: Territory): Promise<FeatureFile> {
    return this.read(fromBytes(bytes), territory);
  }

  /** SQLite reads from a disk: the layer lies there in clear for as long as it is read. Registers are no secrets. */
  private async geoPackage(source: TableSource): Promise<FeatureFile> {
    const folder = await mkdtemp(path.join(tmpdir(), 'narbild-layer-'));
    try {
      const file = path.join(folder, 'layer.gpkg');
      await writeFile(file, await whole(source), { mode: 0o600 });
      return readGeoPackage(file);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

async function whole(source: TableSource): Promise<Buffer> {
  if (source.size > mostBytes) throw new TableProblem('file-too-large');
  const bytes = await readHead(source, mostBytes);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

async function wholeText(source: TableSource): Promise<string> {
  const bytes = await whole(source);
  const encoding = await decideEncoding(source, bytes);
  return new TextDecoder(encoding === 'utf-8' ? 'utf-8' : 'windows-1252').decode(bytes).replace(/^\ufeff/, '');
}

async function tableFeatures(table: Table, territory: Territory): Promise<FeatureFile> {
  const rows: TableRow[] = [];
  for await (const batch of table.batches()) {
    rows.push(...batch);
    if (rows.length > mostFeatures) throw new TableProblem('too-many-rows');
  }
  const sample = rows.slice(0, sampleRows).map((row) => row.cells);
  const columns = findPositionColumns(table.header, sample, territory);
  const features = rows.map(({ number, cells }): FileFeature => {
    const properties = Object.fromEntries(table.header.map((name, at) => [name, cells[at] ?? '']));
    const point = columns && readPosition(cells, columns);
    const geometry: RawGeometry | null =
      point === null || typeof point === 'string' ? null : { type: 'Point', coordinates: [point.x, point.y] };
    return { number, properties, geometry };
  });
  return {
    format: table.format,
    encoding: table.encoding,
    layer: table.sheet,
    columns: table.header,
    system: columns?.form.system ?? null,
    features,
  };
}

interface ReadFeature {
  readonly properties?: Record<string, unknown> | null;
  readonly geometry?: { readonly type?: unknown; readonly coordinates?: unknown } | null;
}

function geoJson(text: string): FeatureFile {
  const document = parse(text);
  if (!Array.isArray(document?.features)) throw new TableProblem('no-layer');
  if (document.features.length === 0) throw new TableProblem('no-rows');
  if (document.features.length > mostFeatures) throw new TableProblem('too-many-rows');
  const named = document.crs?.properties?.name;
  const read = document.features as readonly (ReadFeature | null)[];
  const system = typeof named === 'string' ? systemOfCrsName(named) : guessed(read);
  if (!system) throw new TableProblem('system-unknown');
  const columns = new Set<string>();
  const features = read.map((feature, index): FileFeature => {
    const properties = feature?.properties ?? {};
    for (const name of Object.keys(properties)) columns.add(name);
    return { number: index + 1, properties, geometry: geometryOf(feature, system) };
  });
  return { format: 'geojson', encoding: 'utf-8', layer: null, columns: [...columns], system, features };
}

const geometryTypes = new Set(['Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon']);

function geometryOf(feature: ReadFeature | null, system: ReferenceSystem): RawGeometry | null {
  const type = feature?.geometry?.type;
  if (typeof type !== 'string' || !geometryTypes.has(type)) return null;
  const coordinates = coordinatesInMetres(feature?.geometry?.coordinates, system);
  return { type: type as RawGeometry['type'], coordinates };
}

/** RFC 7946 knows degrees only; files in metres without a `crs` member are seen by their numbers. */
function guessed(features: readonly (ReadFeature | null)[]): ReferenceSystem | null {
  for (const feature of features.slice(0, 50)) {
    let part: unknown = feature?.geometry?.coordinates;
    while (Array.isArray(part) && Array.isArray(part[0])) part = part[0];
    if (!Array.isArray(part)) continue;
    const [x, y] = part as unknown[];
    if (typeof x === 'number' && typeof y === 'number') return systemOfNumbers(x, y);
  }
  return 'EPSG:4326';
}

function parse(text: string): { features?: unknown; crs?: { properties?: { name?: unknown } } | null } | null {
  try {
    return JSON.parse(text) as { features?: unknown };
  } catch {
    throw new TableProblem('file-damaged');
  }
}
