import { describe, expect, test } from '@jest/globals';
import { type ComparedCluster, compareClusters, comparisonSentence } from './comparison.js';

const at = (id: string, x: number, count: number, side = 100): ComparedCluster => ({
  id,
  name: id,
  count,
  polygon: [
    [
      [
        [x, 0],
        [x + side, 0],
        [x + side, side],
        [x, side],
        [x, 0],
      ],
    ],
  ],
});

describe('two runs beside each other', () => {
  test('match clusters by what they overlap most, and tell the new and the gone', () => {
    const rows = compareClusters(
      [at('a', 0, 10), at('b', 1000, 7), at('c', 2000, 5)],
      [at('d', 20, 14), at('e', 1010, 7), at('f', 5000, 6)],
    );
    expect(rows.map(({ change, first, second }) => [change, first?.id ?? null, second?.id ?? null])).toEqual([
      ['new', null, 'f'],
      ['same', 'b', 'e'],
      ['more', 'a', 'd'],
      ['gone', 'c', null],
    ]);
    expect(comparisonSentence(rows).sv).toBe('1 nya, 1 borta och 2 i båda. Av dem har 1 fler händelser och 0 färre.');
  });

  test('give each cluster to one other only: the one that shares most', () => {
    const rows = compareClusters([at('a', 0, 10)], [at('near', 60, 3), at('nearest', 10, 4)]);
    expect(rows.map(({ change, second }) => [change, second?.id])).toEqual([
      ['new', 'near'],
      ['fewer', 'nearest'],
    ]);
  });

  test('do not take outlines that only touch for one place', () => {
    expect(compareClusters([at('a', 0, 5)], [at('b', 90, 5)]).map(({ change }) => change)).toEqual(['new', 'gone']);
  });

  test('of nothing have a sentence too', () => {
    expect(comparisonSentence(compareClusters([], [])).sv).toBe('Ingen av körningarna har någon anhopning.');
  });
});
