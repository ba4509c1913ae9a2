import { expect, test } from '@jest/globals';
import { inTreeOrder, mayStandBelow } from './cause.js';

const row = (id: string, parentId: string | null = null) => ({ id, parentId });

test('children stand below their parent, in the order they come', () => {
  const rows = [row('a'), row('b'), row('a1', 'a'), row('a2', 'a'), row('a1x', 'a1')];
  expect(inTreeOrder(rows).map(({ row: { id }, depth }) => `${depth}${id}`)).toEqual([
    '0a',
    '1a1',
    '2a1x',
    '1a2',
    '0b',
  ]);
});

test('what stood below a withdrawn cause stands where that stood, and nothing is lost', () => {
  const rows = [row('a'), row('a1x', 'a1')];
  expect(inTreeOrder(rows, new Map([['a1', 'a']])).map(({ row: { id }, parentId }) => [id, parentId])).toEqual([
    ['a', null],
    ['a1x', 'a'],
  ]);
  expect(inTreeOrder([row('x', 'gone')]).map(({ depth }) => depth)).toEqual([0]);
});

test('nothing stands below itself', () => {
  const rows = [row('a'), row('b', 'a'), row('c', 'b')];
  expect(mayStandBelow(rows, 'a', 'c')).toBe(false);
  expect(mayStandBelow(rows, 'a', 'a')).toBe(false);
  expect(mayStandBelow(rows, 'c', 'a')).toBe(true);
  expect(mayStandBelow(rows, 'b', null)).toBe(true);
});
