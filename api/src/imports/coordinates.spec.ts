import { describe, expect, test } from '@jest/globals';
import { toPosition } from '../geo/projection.js';
import { readNumber } from './cell.js';
import { readPoint, recogniseCoordinates, type Territory } from './coordinates.js';
import { DefaultCoordinates } from './default-coordinates.js';

/** About 20 x 20 km around the middle of Lund. */
const lund: Territory = {
  bounds: { minX: 376_000, minY: 6_165_000, maxX: 398_000, maxY: 6_185_000 },
  contains: (x, y) => x >= 376_000 && x <= 398_000 && y >= 6_165_000 && y <= 6_185_000,
};

const pairs = (text: string): { north: string; east: string }[] =>
  text.split(' ').map((pair) => ({ north: pair.split('|')[0]!, east: pair.split('|')[1]! }));

describe('recognising the reference system', () => {
  test.each([
    ['55,709656|13,188204 55,697889|13,219652', 'EPSG:4326', false],
    ['55.709656|13.188204', 'EPSG:4326', false],
    ['13,188204|55,709656 13,219652|55,697889', 'EPSG:4326', true],
    ['6174692,575|386325,075', 'EPSG:3006', false],
    ['386325|6174692', 'EPSG:3006', true],
    ['6176113|1336019', 'EPSG:3021', false],
    ['6175300|130400', 'EPSG:3008', false],
  ])('%s is %s, swapped: %s', (text, system, swapped) => {
    expect(recogniseCoordinates(pairs(text), lund)).toMatchObject({ system, swapped });
  });

  test('a few rows elsewhere do not change the answer, and numbers that fit nothing have none', () => {
    expect(recogniseCoordinates(pairs('6587601|562294 6174692|386325'), lund)).toMatchObject({
      system: 'EPSG:3006',
      inside: 0.5,
    });
    expect(recogniseCoordinates(pairs('12|17'), lund)).toBeNull();
    expect(recogniseCoordinates(pairs('0|0'), lund)).toBeNull();
  });

  test('a point comes out in metres', () => {
    const point = readPoint('55,709656', '13,188204', { system: 'EPSG:4326', swapped: false });
    if (point === null || typeof point === 'string') throw new Error('no point');
    expect(toPosition(point)).toEqual([13.188204, 55.709656]);
  });

  test.each([
    ['', '', null],
    ['0', '0', null],
    ['55,7', '', 'coordinates-incomplete'],
    ['femtiofem', '13,2', 'coordinates-not-a-number'],
    ['13,188204', '55,709656', 'coordinates-swapped'],
    ['1,5', '2,5', 'coordinates-outside-sweden'],
  ])('%j and %j give %s', (north, east, expected) => {
    expect(readPoint(north, east, { system: 'EPSG:4326', swapped: false })).toBe(expected);
  });

  test('a file that is swapped as a whole is read the right way round', () => {
    expect(readPoint('13,188204', '55,709656', { system: 'EPSG:4326', swapped: true })).toEqual(
      readPoint('55,709656', '13,188204', { system: 'EPSG:4326', swapped: false }),
    );
  });

  test.each([
    ['6 174 692,575', 6174692.575],
    ['6.174.692,5', 6174692.5],
    ['6,174,692.5', 6174692.5],
    ['55,7', 55.7],
    ['−3,5', -3.5],
    ['1e3', 1000],
    ['12 km', null],
    ['1,2,3', null],
  ])('%s is read as %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });
});

describe('default coordinates', () => {
  const fill = (rows: number, streets: readonly string[], categories: readonly string[]): DefaultCoordinates => {
    const counter = new DefaultCoordinates();
    for (let at = 0; at < rows; at += 1)
      counter.add({ x: 1, y: 1 }, categories[at % categories.length]!, streets[at % streets.length]!);
    for (let at = 0; at < 400; at += 1) counter.add({ x: at, y: 5 }, 'STOLD', 'Storgatan');
    return counter;
  };
  const kinds = ['STOLD', 'SKAD', 'VALD', 'NARK', 'TRAF'];

  test('many different events on one spot without streets are a default', () => {
    expect(fill(50, [''], kinds).found()).toMatchObject([{ key: '10,10', rows: 50 }]);
    expect(fill(50, ['A-gatan', 'B-gatan', 'C-gatan'], kinds).found()).toHaveLength(1);
  });

  test('a file that lies on a dozen points holds centres, however few rows some of them have', () => {
    const counter = new DefaultCoordinates();
    for (let at = 0; at < 300; at += 1) counter.add({ x: at % 10, y: 1 }, 'STOLD', '');
    expect(counter.found()).toHaveLength(10);
  });

  test('a shopping centre with its own address is none, nor a bicycle rack, nor a handful of rows', () => {
    expect(fill(50, ['Stora torget'], kinds).found()).toEqual([]);
    expect(fill(50, [''], ['STOLD']).found()).toEqual([]);
    expect(fill(15, [''], kinds).found()).toEqual([]);
  });
});
