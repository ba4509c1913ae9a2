import { expect, test } from '@jest/globals';
import { inOrder } from './table-order.js';

const table = (oid: number) => ({ oid, name: `t${oid}` });

test('a table comes after every table that its foreign keys name', () => {
  const references = [
    { child: 1, parent: 3 },
    { child: 2, parent: 1 },
    { child: 2, parent: 3 },
  ];
  expect(inOrder([table(1), table(2), table(3)], references).map(({ oid }) => oid)).toEqual([3, 1, 2]);
});

test('a reference to a table outside the set does not matter', () => {
  expect(inOrder([table(1)], [{ child: 1, parent: 99 }])).toEqual([table(1)]);
});

test('foreign keys in a circle are named, not endless', () => {
  const references = [
    { child: 1, parent: 2 },
    { child: 2, parent: 1 },
  ];
  expect(() => inOrder([table(1), table(2), table(3)], references)).toThrow('circle: t1, t2');
});
