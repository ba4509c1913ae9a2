import { describe, expect, test } from '@jest/globals';
import { lastWholeWeek, situationSearch } from './situation-search.js';

describe('The address of the lägesbild', () => {
  test('keeps a week and drops what is none', () => {
    expect(situationSearch({ vecka: '2026-W46' })).toEqual({ vecka: '2026-W46' });
    for (const vecka of ['46', '2026-46', '', 46, ['2026-W46']]) expect(situationSearch({ vecka })).toEqual({});
  });

  test('means the last whole week when it names none, on Monday and on Sunday alike', () => {
    expect(lastWholeWeek(new Date('2026-11-16T00:30:00+01:00'))).toBe('2026-W46');
    expect(lastWholeWeek(new Date('2026-11-22T23:30:00+01:00'))).toBe('2026-W46');
    expect(lastWholeWeek(new Date('2027-01-05T12:00:00+01:00'))).toBe('2026-W53');
  });
});
