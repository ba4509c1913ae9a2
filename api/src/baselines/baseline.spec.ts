import { describe, expect, test } from '@jest/globals';
import type { MetresMultiPolygon } from '../geo/polygon.js';
import {
  type BaselineEntry,
  columnsByKind,
  defaultWeights,
  entriesOf,
  objectionTo,
  totalsOf,
  yearsBetween,
} from './baseline.js';
import { assumedPeople, entriesFromRegister } from './baseline-register.js';
import { surfaceOf } from './baseline-surface.js';

const at = (x: number, y: number, kind: BaselineEntry['kind'] = 'residents', count = 2): BaselineEntry => ({
  x,
  y,
  kind,
  count,
});
const spread = Array.from({ length: 12 }, (_, index) => at(560_000 + 100 * index, 6_600_000));

describe('a baseline', () => {
  test('gives each kind the share that its weight makes', () => {
    const columns = columnsByKind([at(0, 0, 'residents', 60), at(0, 0, 'shops', 400)]);
    expect(totalsOf(columns, defaultWeights).map(({ kind, weighted, share }) => [kind, weighted, share])).toEqual([
      ['residents', 60, 0.6],
      ['shops', 40, 0.4],
    ]);
    const silent = { ...defaultWeights, shops: 0, residents: 0 };
    expect(totalsOf(columns, silent).map(({ share }) => share)).toEqual([0, 0]);
  });

  test('is the same whatever order its points came in', () => {
    const points = [...spread, at(1, 1, 'school'), at(1, 1, 'school', 5)];
    expect(columnsByKind(points.toReversed())).toEqual(columnsByKind(points));
    expect(entriesOf(columnsByKind(points))).toHaveLength(14);
  });

  test('is refused when nobody is counted, or when all are in a few squares', () => {
    expect(objectionTo([], defaultWeights)).toBe('baseline-without-people');
    expect(objectionTo(spread, { ...defaultWeights, residents: 0 })).toBe('baseline-without-people');
    expect(
      objectionTo(
        spread.map(() => at(560_000, 6_600_000)),
        defaultWeights,
      ),
    ).toBe('baseline-in-one-place');
    expect(objectionTo(spread, defaultWeights)).toBeNull();
  });

  test('is as old as the day of its figures', () => {
    expect(yearsBetween('2023-11-21', '2026-11-21')).toBeCloseTo(3, 2);
    expect(yearsBetween('2027-01-01', '2026-11-21')).toBe(0);
  });

  test('shows squares of 100 m by how many are there beside the busiest, and never the number', () => {
    const squares = surfaceOf(
      columnsByKind([at(560_010, 6_600_010), at(560_090, 6_600_090), at(560_110, 6_600_010, 'shops', 20)]),
      defaultWeights,
    );
    expect(squares.map(({ properties }) => properties)).toEqual([
      { id: '5600_66000', level: 1 },
      { id: '5601_66000', level: 0.5 },
    ]);
    expect(squares[0]!.geometry.coordinates[0]).toHaveLength(5);
    expect(surfaceOf([], defaultWeights)).toEqual([]);
  });
});

describe('a baseline from the registers', () => {
  const area = (half: number): MetresMultiPolygon => [
    [
      [
        [-half, -half],
        [half, -half],
        [half, half],
        [-half, half],
        [-half, -half],
      ],
    ],
  ];
  const home = (x: number) => ({ x, y: 0, dwelling: true });

  test('shares the population of the smallest counted area over its homes, and assumes two where nobody counted', () => {
    const areas = [
      { population: 100, polygons: area(50) },
      { population: 30, polygons: area(10) },
      { population: null, polygons: area(500) },
    ];
    const entries = entriesFromRegister({ addresses: [home(0), home(5), home(20), home(400)], places: [], areas });
    expect(entries.map(({ count }) => count)).toEqual([15, 15, 100, assumedPeople.dwelling]);
  });

  test('takes schools, shops and stations by their kind, and leaves out what says nothing of people', () => {
    const places = ['school', 'shop', 'station', 'square', 'police', 'constructor'].map((kind) => ({
      kind,
      x: 0,
      y: 0,
    }));
    const entries = entriesFromRegister({ addresses: [{ x: 9, y: 9, dwelling: false }], places, areas: [] });
    expect(entries.map(({ kind }) => kind)).toEqual(['workplaces', 'school', 'shops', 'station', 'visited']);
  });
});
