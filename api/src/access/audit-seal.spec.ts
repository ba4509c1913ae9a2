import { expect, test } from '@jest/globals';
import { type SealedFields, sealOf } from './audit-seal.js';

const row: SealedFields = {
  id: 'a',
  at: '2026-01-01T00:00:00.000Z',
  accountId: null,
  action: 'read',
  subject: 'incident',
  subjectId: null,
  count: 3,
  facts: { b: 1, a: [2] },
};

test('a seal depends on the row and on every row before it', () => {
  const first = sealOf(null, row);
  expect(sealOf(first, row)).not.toEqual(first);
  expect(sealOf(null, { ...row, count: 4 })).not.toEqual(first);
});

test('a seal is the same however the facts are ordered', () => {
  expect(sealOf(null, { ...row, facts: { a: [2], b: 1 } })).toEqual(sealOf(null, row));
});
