import { describe, expect, test } from '@jest/globals';
import { audienceOf, kindOf, lastWholeWeek, presets, situationSearch } from './situation-search.js';

describe('The address of the lägesbild', () => {
  test('keeps a period of any kind and drops what is none', () => {
    for (const period of ['2026-W46', '2026-11', '2026-T3', '2026'])
      expect(situationSearch({ period })).toEqual({ period });
    expect(situationSearch({ period: 2026 })).toEqual({ period: '2026' });
    for (const period of ['46', '2026-4', '', 46, ['2026-W46'], '2026-T33'])
      expect(situationSearch({ period })).toEqual({});
  });

  test('still knows the address that names a week', () => {
    expect(situationSearch({ vecka: '2026-W46' })).toEqual({ period: '2026-W46' });
  });

  test('says what is shown and for whom', () => {
    expect(situationSearch({ visa: 'text', malgrupp: 'publik' })).toEqual({ visa: 'text', malgrupp: 'publik' });
    expect(situationSearch({ period: '2026-T3', visa: 'omraden' })).toEqual({ period: '2026-T3', visa: 'omraden' });
    expect(situationSearch({ visa: 'allt', malgrupp: 'alla' })).toEqual({});
    expect([audienceOf({}), audienceOf({ malgrupp: 'samverkan' })]).toEqual(['internal', 'cooperation']);
  });

  test('means the last whole week when it names none, on Monday and on Sunday alike', () => {
    expect(lastWholeWeek(new Date('2026-11-16T00:30:00+01:00'))).toBe('2026-W46');
    expect(lastWholeWeek(new Date('2026-11-22T23:30:00+01:00'))).toBe('2026-W46');
    expect(lastWholeWeek(new Date('2027-01-05T12:00:00+01:00'))).toBe('2026-W53');
  });

  test('offers the running period and the last whole one, over the turn of the year too', () => {
    const january = new Date('2027-01-01T00:30:00+01:00');
    expect(presets('week', january)).toEqual({ running: '2026-W53', last: '2026-W52' });
    expect(presets('month', january)).toEqual({ running: '2027-01', last: '2026-12' });
    expect(presets('tertial', january)).toEqual({ running: '2027-T1', last: '2026-T3' });
    expect(presets('year', january)).toEqual({ running: '2027', last: '2026' });
    expect(presets('tertial', new Date('2026-08-31T12:00:00Z'))).toEqual({ running: '2026-T2', last: '2026-T1' });
    expect(['2026-W01', '2026-01', '2026-T1', '2026'].map(kindOf)).toEqual(['week', 'month', 'tertial', 'year']);
  });
});
