import { expect, test } from '@jest/globals';
import { cellCentre, cellFromKey, cellKey, cellOf, countCellsInside } from './grid.js';

test('a point belongs to the square whose western or southern edge it stands on', () => {
  expect(cellOf({ x: 500_100, y: 6_500_199.99 }, 100)).toEqual({ column: 5_001, row: 65_001 });
});

test('a cell comes back from its key', () => {
  const cell = { column: 5_001, row: 65_001 };
  expect(cellFromKey(cellKey(cell))).toEqual(cell);
  expect(cellFromKey(cellKey({ column: 0, row: 65_001 }))).toEqual({ column: 0, row: 65_001 });
});

test('the middle of a cell lies half a side in', () => {
  expect(cellCentre({ column: 2, row: 3 }, 100)).toEqual({ x: 250, y: 350 });
});

test('cells are counted by their middle', () => {
  const mask = [
    [
      [
        [0, 0],
        [1000, 0],
        [1000, 500],
        [0, 500],
        [0, 0],
      ] as const,
    ],
  ];
  expect(countCellsInside(mask, 100)).toBe(50);
  expect(countCellsInside([], 100)).toBe(0);
});
