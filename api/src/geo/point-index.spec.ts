import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pointsInside } from './point-index.js';
import { containment, type MetresMultiPolygon } from './polygon.js';

const square = (x: number, y: number, side: number): MetresMultiPolygon => [
  [
    [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
      [x, y],
    ],
  ],
];
const coordinate = fc.integer({ min: -3000, max: 3000 });

test('finds the points that asking each of them would find, in their own order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ x: coordinate, y: coordinate }), { maxLength: 80 }),
      fc.array(fc.tuple(coordinate, coordinate, fc.integer({ min: 1, max: 4000 })), { minLength: 1, maxLength: 3 }),
      (points, squares) => {
        const inside = pointsInside(points);
        for (const [x, y, side] of squares)
          expect(inside(square(x, y, side))).toEqual(points.filter(containment(square(x, y, side))));
      },
    ),
  );
});

test('a point without coordinates is inside nothing, and nothing is inside no polygon', () => {
  const inside = pointsInside([
    { x: Number.NaN, y: 5 },
    { x: 5, y: 5 },
  ]);
  expect(inside(square(0, 0, 10))).toEqual([{ x: 5, y: 5 }]);
  expect(inside([])).toEqual([]);
});
