import { describe, expect, test } from '@jest/globals';
import { toPosition } from '../../../api/src/geo/projection.js';
import { countSquares, rampAt, squareData, squareSteps } from './squares.js';

const at = (x: number, y: number) => toPosition({ x, y });

describe('squares of the grid', () => {
  test('a square is named by its lower left corner and holds that corner', () => {
    const found = countSquares([at(500_001, 6_600_001), at(500_249, 6_600_249), at(500_251, 6_600_001)], 250);
    expect(found).toEqual([
      { east: 500_000, north: 6_600_000, side: 250, count: 2 },
      { east: 500_250, north: 6_600_000, side: 250, count: 1 },
    ]);
  });

  test('the counts of 100 m squares add up to those of the whole', () => {
    const points = Array.from({ length: 200 }, (_, index) => at(500_000 + index * 37, 6_600_000 + index * 11));
    const sum = (side: number) => countSquares(points, side).reduce((total, { count }) => total + count, 0);
    expect([sum(100), sum(250)]).toEqual([200, 200]);
  });

  test('the shape drawn is the square itself', () => {
    const [feature] = squareData([{ east: 500_000, north: 6_600_000, side: 100, count: 3 }]).features;
    const ring = feature?.geometry.type === 'Polygon' ? feature.geometry.coordinates[0]! : [];
    expect(ring[0]![0]).toBeCloseTo(at(500_000, 6_600_000)[0], 6);
    expect(ring[2]![1]).toBeCloseTo(at(500_100, 6_600_100)[1], 6);
  });

  test('steps rise, end at the most and are never the same twice', () => {
    expect(squareSteps([1, 1, 1, 1, 9].map((count) => ({ count })))).toEqual([1, 9]);
    expect(squareSteps(Array.from({ length: 100 }, (_, count) => ({ count: count + 1 })))).toEqual([
      40, 65, 82, 94, 100,
    ]);
    expect(squareSteps([])).toEqual([]);
    expect([0, 1, 2].map((step) => rampAt(step, 3))).toEqual([0, 2, 4]);
  });
});
