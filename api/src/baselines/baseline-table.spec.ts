import { describe, expect, test } from '@jest/globals';
import { createRegister } from '../imports/import-register.js';
import type { MetresMultiPolygon } from '../geo/polygon.js';
import { toPosition } from '../geo/projection.js';
import { kindNamed } from './baseline-columns.js';
import type { BaselineGround } from './baseline-places.js';
import { readBaselineTable } from './baseline-table.js';

const centre = { x: 560_000, y: 6_600_000 };
const box = (x: number, y: number, half: number): MetresMultiPolygon => [
  [
    [
      [x - half, y - half],
      [x + half, y - half],
      [x + half, y + half],
      [x - half, y + half],
      [x - half, y - half],
    ],
  ],
];
const addresses = [
  { street: 'Storgatan', number: '12', x: centre.x + 10, y: centre.y, dwelling: true },
  { street: 'Storgatan', number: '14', x: centre.x + 30, y: centre.y, dwelling: true },
  { street: 'Verkstadsgatan', number: '1', x: centre.x + 50, y: centre.y + 20, dwelling: false },
];
const areas = [
  { id: 'a', name: 'Centrum', geometry: { coordinates: box(centre.x, centre.y, 200) } },
  { id: 'b', name: 'Öde skogen', geometry: { coordinates: box(centre.x + 3_000, centre.y, 200) } },
];
const { territory, geocoder } = createRegister({
  boundary: box(centre.x, centre.y, 5_000),
  addresses,
  places: [{ name: 'Stationen', aliases: ['Tåget'], x: centre.x, y: centre.y + 300 }],
  areas,
  categories: [],
  crimeCodes: [],
});
const ground: BaselineGround = {
  territory,
  geocoder,
  addresses,
  areas: areas.map(({ name, geometry }) => ({ name, polygons: geometry.coordinates })),
};

function read(header: string, ...lines: string[]) {
  const rows = lines.map((line, index) => ({ number: index + 2, cells: line.split(';') }));
  const reading = readBaselineTable(header.split(';'), rows, ground);
  if (!reading) throw new Error('no counts');
  return reading;
}

const position = (east: number, north: number) => toPosition({ x: centre.x + east, y: centre.y + north });
const codes = ({ faults }: ReturnType<typeof read>) => faults.map(({ row, code }) => [row, code]);

describe('a table of where people are', () => {
  test('is read with coordinates in WGS 84 and with a column of kinds', () => {
    const [longitude, latitude] = position(120, 80);
    const { entries, faults } = read(
      'Slag;Antal;Latitud;Longitud',
      `Boende;12;${latitude};${longitude}`,
      `Elever;300;${latitude};${longitude}`,
      `Butik;1 200;${latitude};${longitude}`,
    );
    expect(faults).toEqual([]);
    expect(entries.map(({ kind, count }) => [kind, count])).toEqual([
      ['residents', 12],
      ['school', 300],
      ['shops', 1200],
    ]);
    expect(Math.hypot(entries[0]!.x - centre.x - 120, entries[0]!.y - centre.y - 80)).toBeLessThan(0.3);
  });

  test('is read with coordinates in SWEREF 99 TM and a column of counts for each kind', () => {
    const { entries, withoutKind } = read(
      'N;E;Invånare;Dagbefolkning',
      '6600100;560100;40;12',
      '6600200;560200;0;7',
      '6600300;560300;;9',
    );
    expect(withoutKind).toBe(false);
    expect(entries).toEqual([
      { kind: 'residents', count: 40, x: 560_100, y: 6_600_100 },
      { kind: 'workplaces', count: 12, x: 560_100, y: 6_600_100 },
      { kind: 'workplaces', count: 7, x: 560_200, y: 6_600_200 },
      { kind: 'workplaces', count: 9, x: 560_300, y: 6_600_300 },
    ]);
  });

  test('is turned right when north and east have changed places in the whole file', () => {
    const { entries, faults } = read('N;E;Boende', '560100;6600100;4', '560200;6600200;5');
    expect(faults).toEqual([]);
    expect(entries[0]).toMatchObject({ x: 560_100, y: 6_600_100 });
  });

  test('tells the one row whose coordinates are swapped', () => {
    const reading = read('N;E;Boende', '6600100;560100;4', '6600200;560200;5', '560300;6600300;6');
    expect(codes(reading)).toEqual([[4, 'baseline-coordinates-swapped']]);
    expect(reading.entries).toHaveLength(2);
  });

  test('finds street and number in the register, and refuses the middle of a street', () => {
    const reading = read('Gata;Nummer;Boende', 'Storgatan;12;4', 'Storgatan;99;3', 'Okända vägen;1;2');
    expect(reading.entries).toEqual([{ kind: 'residents', count: 4, x: centre.x + 10, y: centre.y }]);
    expect(codes(reading)).toEqual([
      [3, 'baseline-address-unknown'],
      [4, 'baseline-address-unknown'],
    ]);
  });

  test('spreads the residents of an area over its homes and the others over its other addresses', () => {
    const reading = read(
      'Område;Typ;Antal',
      'Centrum;Boende;100',
      'Centrum;Arbetsplatser;30',
      'Öde skogen;Boende;5',
      'Norr;Boende;8',
    );
    expect(reading.entries).toEqual([
      { kind: 'residents', count: 50, x: centre.x + 10, y: centre.y },
      { kind: 'residents', count: 50, x: centre.x + 30, y: centre.y },
      { kind: 'workplaces', count: 30, x: centre.x + 50, y: centre.y + 20 },
    ]);
    expect(codes(reading)).toEqual([
      [4, 'baseline-area-without-addresses'],
      [5, 'baseline-area-unknown'],
    ]);
  });

  test('tells negative, far too large and unreadable counts, unknown kinds and rows without a place', () => {
    const reading = read(
      'N;E;Slag;Antal',
      '6600100;560100;Boende;-3',
      '6600100;560100;Boende;1000000000',
      '6600100;560100;Boende;NaN',
      '6600100;560100;Boende;',
      '6600100;560100;Rymdfarare;4',
      ';;Boende;4',
      '6600100;560100;Boende;4',
      '6600100;560100;Boende;5',
      '6600100;560100;Boende;6',
      '6600100;560100;Boende;7',
    );
    expect(codes(reading)).toEqual([
      [2, 'baseline-count-negative'],
      [3, 'baseline-count-too-large'],
      [4, 'baseline-count-not-a-number'],
      [5, 'baseline-count-not-a-number'],
      [6, 'baseline-kind-unknown'],
      [7, 'baseline-no-place'],
    ]);
    expect(reading.entries).toHaveLength(4);
  });

  test('tells which rows lie outside the municipality and leaves them out', () => {
    const reading = read('N;E;Boende', '6600100;560100;4', '6600100;560200;4', '6700100;560100;9');
    expect(reading.outside).toEqual([4]);
    expect(reading.entries).toHaveLength(2);
  });

  test('counts everybody as other when no column says what they are', () => {
    const reading = read('N;E;Antal', '6600100;560100;4');
    expect(reading.withoutKind).toBe(true);
    expect(reading.entries[0]!.kind).toBe('other');
  });

  test('is no such table when no column holds counts', () => {
    const rows = [{ number: 2, cells: ['6600100', '560100', 'Centrum'] }];
    expect(readBaselineTable(['N', 'E', 'Område'], rows, ground)).toBeNull();
  });

  test.each([
    ['Boende', 'residents'],
    ['Anställda', 'workplaces'],
    ['Förskola', 'school'],
    ['Detaljhandel', 'shops'],
    ['Resenärer', 'station'],
    ['Besökare per dag', 'visited'],
    ['övrigt', 'other'],
    ['Rymdfarare', null],
  ])('knows %s as %s', (text, kind) => {
    expect(kindNamed(text)).toBe(kind);
  });
});
