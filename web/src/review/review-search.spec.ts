import { expect, test } from '@jest/globals';
import { filterOf, reviewSearch } from './review-search.js';

const id = '01a1fbdf-ae84-7e02-a785-a5cb1f0a9fd0';

test('an empty address is what is to be reviewed', () => {
  expect(reviewSearch({})).toEqual({});
  expect(filterOf({})).toEqual({ status: 'received' });
});

test('a whole view is read from text and asked for in the words of the API', () => {
  const search = { visa: 'godkanda', kalla: 'polis', kategori: 'SKAD', omrade: id, valt: id };
  expect(reviewSearch(search)).toEqual(search);
  expect(filterOf(reviewSearch(search))).toEqual({
    status: 'accepted,merged',
    source: 'police',
    category: 'SKAD',
    area: id,
  });
});

test('what is not of our form is left out', () => {
  expect(reviewSearch({ visa: 'allt', kalla: 3, kategori: 'a b', omrade: 'x', valt: '../' })).toEqual({});
});
