import { describe, expect, test } from '@jest/globals';
import { roles } from '../access/permission.js';
import { cardIds, cardsOfRole, counted, daysTo, missingWords, whenWords } from './start.js';

describe('a day in words', () => {
  test.each([
    ['2026-11-21', 'i dag', 'today'],
    ['2026-11-22', 'i morgon', 'tomorrow'],
    ['2026-11-20', 'i går', 'yesterday'],
    ['2026-11-24', 'om tre dagar', 'in three days'],
    ['2026-11-18', 'för tre dagar sedan', 'three days ago'],
    ['2026-12-13', '13 december', '13 December'],
    ['2027-01-10', '10 januari 2027', '10 January 2027'],
    ['2026-10-01', '1 oktober', '1 October'],
  ])('%s is %s', (day, swedish, english) => {
    expect([whenWords(day, '2026-11-21', 'sv'), whenWords(day, '2026-11-21', 'en')]).toEqual([swedish, english]);
  });

  test('is counted over the change of the clock', () => {
    expect(daysTo('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysTo('2026-10-26', '2026-10-24')).toBe(-2);
  });
});

test('one is one and two are several', () => {
  expect([counted(1, 'rapport', 'rapporter'), counted(2, 'rapport', 'rapporter')]).toEqual([
    '1 rapport',
    '2 rapporter',
  ]);
});

test('what is left to do is listed, and nothing is said when nothing is', () => {
  expect(missingWords(['områden', 'adresser'], 'sv')).toBe('Återstår: områden och adresser.');
  expect(missingWords([], 'en')).toBe('');
});

test('every role has cards, none twice, and every card somebody who needs it', () => {
  for (const role of roles) expect(new Set(cardsOfRole[role]).size).toBe(cardsOfRole[role].length);
  expect(new Set(Object.values(cardsOfRole).flat())).toEqual(new Set(cardIds));
});
