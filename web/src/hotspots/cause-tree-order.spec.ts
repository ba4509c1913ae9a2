import { expect, test } from '@jest/globals';
import type { Cause } from './cause-api.js';
import { movesOf } from './cause-tree-order.js';

const cause = (id: string, parentId: string | null = null, kind: Cause['kind'] = 'tree'): Cause => ({
  id,
  version: 1,
  kind,
  bone: null,
  parentId,
  depth: parentId === null ? 0 : 1,
  directness: null,
  text: id,
  evidence: null,
  createdAt: '2026-05-01T10:00:00Z',
  by: { organisation: null, role: null },
});
const list = [cause('a'), cause('a1', 'a'), cause('b'), cause('c')];

test('the first cannot go up, the last cannot go down', () => {
  expect(movesOf(list, list[0]!)).toEqual({ down: { parentId: null, after: 'b' } });
  expect(movesOf(list, list[3]!)).not.toHaveProperty('down');
});

test('up is after the one two before, and below means last below the one above', () => {
  expect(movesOf(list, list[3]!).up).toEqual({ parentId: null, after: 'a' });
  expect(movesOf(list, list[2]!).up).toEqual({ parentId: null, after: null });
  expect(movesOf(list, list[2]!).inwards).toEqual({ parentId: 'a', after: 'a1' });
});

test('out is beside the parent, and only a tree has levels', () => {
  expect(movesOf(list, list[1]!)).toEqual({ outwards: { parentId: null, after: 'a' } });
  const chain = [cause('x', null, 'chain'), cause('y', null, 'chain')];
  expect(movesOf(chain, chain[1]!)).toEqual({ up: { parentId: null, after: null } });
});
