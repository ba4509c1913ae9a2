import { expect, test } from '@jest/globals';
import { actionsSearch } from './actions-search.js';

test('the address keeps what is of its form, and nothing else', () => {
  const aktor = '01990000-0000-7000-8000-000000000001';
  expect(actionsSearch({ visa: 'mina', aktor })).toEqual({ visa: 'mina', aktor });
  expect(actionsSearch({ visa: 'allt', aktor: 'x', annat: 1 })).toEqual({});
});
