import { describe, expect, test } from '@jest/globals';
import { comparedDays, mapDays, mondayOfWeek, sameWeekYearBefore, tertialYear } from './map-period.js';

describe('the periods that a meeting speaks in', () => {
  test('last week is the whole week before this one, from Monday to Sunday', () => {
    expect(mapDays('forra', '2026-11-21')).toEqual({ from: '2026-11-09', to: '2026-11-15' });
    expect(mapDays('forra', '2026-11-16')).toEqual({ from: '2026-11-09', to: '2026-11-15' });
    expect(mapDays('forra', '2026-11-22')).toEqual({ from: '2026-11-09', to: '2026-11-15' });
  });

  test('a tertial is four months; one that has not begun is last year’s', () => {
    expect(mapDays('t1', '2026-11-21')).toEqual({ from: '2026-01-01', to: '2026-04-30' });
    expect(mapDays('t2', '2026-11-21')).toEqual({ from: '2026-05-01', to: '2026-08-31' });
    expect(mapDays('t3', '2026-11-21')).toEqual({ from: '2026-09-01', to: '2026-12-31' });
    expect(mapDays('t3', '2026-08-31')).toEqual({ from: '2025-09-01', to: '2025-12-31' });
    expect(tertialYear(1, '2026-01-01')).toBe(2026);
  });

  test('the same weeks last year have the same numbers, and week 53 becomes the last there is', () => {
    expect(mapDays('fjolveckor', '2026-11-21')).toEqual({ from: '2025-10-20', to: '2025-11-16' });
    expect(mondayOfWeek(2026, 53)).toBe('2026-12-28');
    expect(sameWeekYearBefore('2026-12-28')).toBe('2025-12-22');
    expect(sameWeekYearBefore('2027-01-04')).toBe('2025-12-29');
  });

  test('periods of other pages mean the same here', () => {
    expect(mapDays('iar', '2026-11-21')).toEqual({ from: '2026-01-01', to: '2026-11-21' });
  });
});

describe('what a period is held against', () => {
  test('whole weeks against the same weeks, other days against the same dates', () => {
    expect(comparedDays('fjol', { from: '2026-11-09', to: '2026-11-15' }, {})).toEqual({ from: '2025-11-10', to: '2025-11-16' }); // prettier-ignore
    expect(comparedDays('fjol', { from: '2026-05-01', to: '2026-08-31' }, {})).toEqual({ from: '2025-05-01', to: '2025-08-31' }); // prettier-ignore
    expect(comparedDays('fjol', { from: '2024-02-01', to: '2024-02-29' }, {})).toEqual({ from: '2023-02-01', to: '2023-02-28' }); // prettier-ignore
  });

  test('a year against the year before, without a day in both or in neither', () => {
    expect(comparedDays('fjol', { from: '2025-11-22', to: '2026-11-21' }, {})).toEqual({ from: '2024-11-22', to: '2025-11-21' }); // prettier-ignore
    expect(comparedDays('fjol', { from: '2025-01-01', to: '2025-12-31' }, {})).toEqual({ from: '2024-01-01', to: '2024-12-31' }); // prettier-ignore
  });

  test('as many days just before, also over the clock change in March', () => {
    expect(comparedDays('fore', { from: '2026-03-30', to: '2026-04-05' }, {})).toEqual({ from: '2026-03-23', to: '2026-03-29' }); // prettier-ignore
  });

  test('a period of one’s own may be given backwards, and must be whole', () => {
    expect(comparedDays('egen', {}, { from: '2026-02-01', to: '2026-01-01' })).toEqual({ from: '2026-01-01', to: '2026-02-01' }); // prettier-ignore
    expect(comparedDays('egen', {}, { from: '2026-02-01' })).toBeNull();
    expect(comparedDays('fjol', { to: '2026-02-01' }, {})).toBeNull();
  });
});
