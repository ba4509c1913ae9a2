import { describe, expect, test } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Cells } from './cell.js';
import { guessMapping } from './columns.js';
import type { Territory } from './coordinates.js';
import { eventKey } from './events.js';
import { createGeocoder } from './geocode.js';
import { contentDigest, IdentityRegister, stableHash } from './identity.js';
import { type ImportedIncident, readRow, type RowContext } from './row.js';
import { openTable, rowsOf } from './table-reader.js';
import { fromFile } from './table-source.js';

const territory: Territory = {
  bounds: { minX: 376_000, minY: 6_165_000, maxX: 398_000, maxY: 6_185_000 },
  contains: () => true,
};
const context: RowContext = {
  territory,
  coordinates: { system: 'EPSG:4326', swapped: false },
  geocoder: createGeocoder([{ street: 'Storgatan', number: 12, letter: null, point: { x: 386_000, y: 6_175_000 } }]),
  areaAt: () => 'Centrum',
  dateOrders: { from: 'ymd', to: 'ymd' },
  digest: (text) => createHmac('sha256', 'nyckel').update(text).digest('hex'),
};
const header = ['ID', 'BROTTSKOD', 'LATITUDE', 'LONGITUDE', 'GATA', 'GATUNR', 'START', 'SLUT', 'ANTAL', 'TEXT'];
const mapping = {
  sourceId: 0, crimeCode: 1, latitude: 2, longitude: 3, street: 4, streetNumber: 5, from: 6, to: 7, count: 8, description: 9,
} as const; // prettier-ignore

const plain = [
  'A1',
  '0825',
  '55,709656',
  '13,188204',
  'Storgatan',
  '12',
  '2026-01-01 20:00',
  '2026-01-02 04:00',
  '',
  '',
];
const change = (changes: Partial<Record<(typeof header)[number], string>>, cells: Cells = plain): Cells =>
  cells.map((cell, at) => changes[header[at]!] ?? cell);

function incident(cells: Cells, more: Partial<RowContext> = {}): ImportedIncident {
  const read = readRow(cells, mapping, { ...context, ...more });
  if (read.outcome === 'rejected') throw new Error(read.code);
  return read.incident;
}

async function readFixture(name: string): Promise<string[]> {
  const table = await openTable(
    await fromFile(fileURLToPath(new URL(`../../../../test/fixtures/imports/${name}`, import.meta.url))),
  );
  const rows: Cells[] = [];
  for await (const row of rowsOf(table)) rows.push(row.cells);
  const columns = guessMapping(table.header, rows).mapping;
  return rows.map((cells) => {
    const read = readRow(cells, columns, context);
    return read.outcome === 'ok' ? `ok ${read.notes.join(' ')}`.trim() : `${read.field} ${read.code}`;
  });
}

describe('one row', () => {
  test('becomes an incident', () => {
    expect(incident(plain)).toMatchObject({
      sourceId: 'A1', crimeCode: '0825', categoryCode: 'STOLD', subcategory: 'Förråd/källare', timePrecision: 'minute',
      from: Date.parse('2026-01-01T19:00Z'), to: Date.parse('2026-01-02T03:00Z'), placement: 'coordinates', precision: 'point',
      address: 'Storgatan 12', areaName: 'Centrum', outside: false, crimeCount: 1, sensitive: false, text: null,
    }); // prettier-ignore
  });

  test('every bad row of the fixture is refused in its field, with its reason, and the others are kept', async () => {
    expect(await readFixture('bad-rows.csv')).toEqual([
      'ok',
      'ok coordinates-mended',
      'latitude coordinates-incomplete',
      'latitude coordinates-not-a-number',
      'from date-does-not-exist',
      'from time-does-not-exist',
      'to end-before-start',
      'from date-missing',
      'from date-not-readable',
      'latitude coordinates-outside-sweden',
      'sourceId id-is-personal-number',
      'from date-does-not-exist',
      'latitude coordinates-incomplete',
      'ok code-unknown place-missing',
      'latitude coordinates-swapped',
    ]);
  });

  test('a file that is swapped as a whole is read the right way round by what its columns hold', async () => {
    expect(await readFixture('swapped-file.csv')).toEqual(['ok', 'ok']);
  });

  test('sensitive rows of a file lose their place, the others keep it', async () => {
    expect(await readFixture('sensitive.csv')).toEqual([
      'ok place-removed',
      'ok place-removed',
      'ok place-removed',
      'ok',
    ]);
  });

  test('NA, NULL and - are empty', () => {
    expect(incident(change({ SLUT: 'NULL', ANTAL: '-', GATA: 'NA', TEXT: 'n/a' }))).toMatchObject({
      to: null,
      crimeCount: 1,
      text: null,
    });
  });

  test('Antal is a weight, and must be a whole number from one', () => {
    expect(incident(change({ ANTAL: '6' })).crimeCount).toBe(6);
    expect(readRow(change({ ANTAL: '0' }), mapping, context)).toMatchObject({ outcome: 'rejected', field: 'count' });
  });

  test('without coordinates the address register places it; a street alone is kept as street', () => {
    const nowhere = { LATITUDE: '', LONGITUDE: '' };
    expect(incident(change(nowhere))).toMatchObject({
      placement: 'address',
      precision: 'address',
      point: { x: 386_000, y: 6_175_000 },
    });
    expect(incident(change({ ...nowhere, GATUNR: '' }))).toMatchObject({ placement: 'street', precision: 'street' });
    expect(incident(change({ ...nowhere, GATA: 'Okänd väg' }))).toMatchObject({ placement: 'none', point: null });
    expect(incident(change({ GATUNR: '' }))).toMatchObject({ placement: 'coordinates', precision: 'street' });
  });

  test('a default coordinate gives no point', () => {
    const point = incident(plain).point!;
    const defaultCoordinates = new Set([`${Math.round(point.x * 10)},${Math.round(point.y * 10)}`]);
    expect(incident(plain, { defaultCoordinates })).toMatchObject({ point: null, precision: 'area' });
  });

  test('a point outside the municipality is kept and marked', () => {
    expect(incident(change({ LATITUDE: '59,33', LONGITUDE: '18,06' })).outside).toBe(true);
  });

  test('text with personal data is dropped and said to be', () => {
    const read = readRow(change({ TEXT: 'Ring 070-123 45 67' }), mapping, context);
    expect(read).toMatchObject({ outcome: 'ok', notes: ['text-removed'], incident: { text: null } });
    expect(incident(change({ TEXT: 'Krossad ruta' })).text).toBe('Krossad ruta');
  });

  test('a formula is text like any other and never computed', () => {
    expect(incident(change({ ID: '=1+1' })).sourceId).toBe('=1+1');
  });
});

describe('a sensitive row', () => {
  const secret = change({
    BROTTSKOD: '9365',
    GATA: 'Hemliga gatan',
    GATUNR: '9',
    START: '2026-01-14 23:17',
    SLUT: '',
    TEXT: 'Texten',
  });

  test('leaves with area and month only', () => {
    expect(incident(secret)).toMatchObject({
      sensitive: true, categoryCode: 'RELA', point: null, address: null, text: null, areaName: 'Centrum', placement: 'area',
      from: Date.parse('2025-12-31T23:00Z'), to: Date.parse('2026-01-31T23:00Z'), timePrecision: 'month',
    }); // prettier-ignore
    expect(JSON.stringify(readRow(secret, mapping, context))).not.toMatch(
      /Hemliga|55[,.]7|13[,.]1|386\d\d\d|2026-01-14|Texten/,
    );
  });

  test('is so by the columns that the file shows, even when somebody says that they are something else', () => {
    const { crimeCode: _, ...rest } = mapping;
    const slip = { ...rest, category: 4 };
    expect(readRow(secret, slip, { ...context, recognised: mapping })).toMatchObject({
      outcome: 'ok',
      incident: { sensitive: true, point: null, address: null, timePrecision: 'month' },
    });
    expect(readRow(plain, slip, { ...context, recognised: mapping })).toMatchObject({ incident: { sensitive: false } });
  });

  test('an area name that is an address does not slip through', () => {
    const columns = { ...mapping, areaName: 4 };
    expect(readRow(secret, columns, { ...context, areaAt: () => null })).toMatchObject({
      outcome: 'ok',
      incident: { areaName: null, placement: 'none' },
    });
  });

  test('is recognised by a keyed hash: another key gives another fingerprint, and its content knows no place', () => {
    const own = incident(change({ ID: '' }, secret));
    const other = incident(change({ ID: '' }, secret), {
      digest: (text) => createHmac('sha256', 'annan').update(text).digest('hex'),
    });
    expect(own.fingerprint).not.toBe(other.fingerprint);
    expect(contentDigest(own)).toBe(contentDigest(incident(change({ ID: '', LATITUDE: '55,7097' }, secret))));
  });

  test('says that it is sensitive when it is rejected too', () => {
    expect(readRow(change({ START: '2026-02-31' }, secret), mapping, context)).toMatchObject({
      outcome: 'rejected',
      sensitive: true,
    });
  });
});

describe('identity', () => {
  const identities = (rows: readonly Cells[]): string[] => {
    const register = new IdentityRegister();
    return rows.map((cells) => {
      const { identity, repeated } = register.next(incident(cells));
      return repeated ? `${identity} repeated` : identity;
    });
  };

  test('is the id of the source; one id with several crimes becomes several, the same row twice is repeated', () => {
    expect(identities([plain, change({ BROTTSKOD: '1201' }), plain])).toEqual(['id:A1', 'id:A1#2', 'id:A1 repeated']);
  });

  test('two true equal events without an id stay two, and the same file gives the same identities', () => {
    const rows = [change({ ID: '' }), change({ ID: '' }), change({ ID: '', ANTAL: '2' })];
    const first = identities(rows);
    expect(new Set(first).size).toBe(3);
    expect(identities(rows)).toEqual(first);
  });

  test('a changed row keeps its identity and gets another content', () => {
    expect(contentDigest(incident(plain))).toBe(contentDigest(incident([...plain])));
    expect(contentDigest(incident(plain))).not.toBe(contentDigest(incident(change({ SLUT: '' }))));
  });

  test('the hash is stable across versions', () => {
    expect(stableHash('närbild')).toBe(stableHash('närbild'));
    expect(stableHash('a')).not.toBe(stableHash('b'));
    expect(stableHash('')).toMatch(/^[0-9a-f]{28}$/);
  });
});

describe('rows of one event', () => {
  const key = (changes: Parameters<typeof change>[0]): string | null => eventKey(incident(change(changes)), 'polisen');

  test('share source, category, place and night', () => {
    expect(key({ START: '2026-01-01 23:50' })).toBe(key({ START: '2026-01-02 01:10', BROTTSKOD: '0857' }));
    expect(key({ START: '2026-01-02 11:59', SLUT: '' })).toBe(key({ START: '2026-01-01 12:00', SLUT: '' }));
    expect(key({ START: '2026-03-29 12:30', SLUT: '' })).not.toBe(key({ START: '2026-03-29 11:30', SLUT: '' }));
  });

  test('differ by category, by night, by place', () => {
    const own = key({ SLUT: '' });
    expect(key({ BROTTSKOD: '1201', SLUT: '' })).not.toBe(own);
    expect(key({ START: '2026-01-02 20:00', SLUT: '' })).not.toBe(own);
    expect(key({ LATITUDE: '55,709700', SLUT: '' })).not.toBe(own);
    expect(eventKey(incident(plain), 'väktarna')).not.toBe(eventKey(incident(plain), 'polisen'));
  });

  test('a row without a place, with an area only, or sensitive, is an event of its own', () => {
    expect(key({ LATITUDE: '', LONGITUDE: '', GATA: '' })).toBeNull();
    expect(key({ BROTTSKOD: '9365' })).toBeNull();
  });
});
