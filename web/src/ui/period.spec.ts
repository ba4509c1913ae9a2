import { describe, expect, test } from '@jest/globals';
import { addDays, daysOf, todayInSweden } from './period.js';

describe('the days of a period', () => {
  test('twelve months begin the day after today a year ago', () => {
    expect(daysOf('12m', '2026-11-21')).toEqual({ from: '2025-11-22', to: '2026-11-21' });
    expect(daysOf('12m', '2028-02-29')).toEqual({ from: '2027-03-01', to: '2028-02-29' });
  });

  test('28 days are four whole weeks with today', () => {
    expect(daysOf('28d', '2026-03-10')).toEqual({ from: '2026-02-11', to: '2026-03-10' });
  });

  test('this year ends today, last year on New Year’s Eve', () => {
    expect(daysOf('iar', '2026-11-21')).toEqual({ from: '2026-01-01', to: '2026-11-21' });
    expect(daysOf('ifjol', '2026-11-21')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
  });

  test('a period of one’s own in the wrong order is turned round, and may lack an end', () => {
    expect(daysOf('egen', '2026-11-21', { fran: '2026-05-01', till: '2026-04-01' })).toEqual({ from: '2026-04-01', to: '2026-05-01' });
    expect(daysOf('egen', '2026-11-21', { fran: '2026-05-01' })).toEqual({ from: '2026-05-01' });
  }); // prettier-ignore

  test('days are counted over the change to summer time and over leap days', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  });

  test('today is Sweden’s, an hour before midnight in London on the last of June', () => {
    expect(todayInSweden(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01');
  });
});
