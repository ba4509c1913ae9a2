import { describe, expect, test } from '@jest/globals';
import { recentChange } from './recent-change.js';

const day = 86_400_000;
/** A hundred days from noon on 1 January 2026, and events so many days into them. */
const start = Date.parse('2026-01-01T11:00Z');
const period = { from: start, to: start + 100 * day };
const on = (...days: number[]) => days.map((at) => ({ from: start + at * day }));

describe('how a place has been lately', () => {
  test('is the last 28 days, their first instant included, beside the mean of 28 days before', () => {
    const events = on(0, 10, 50, 71.9, 72, 80, 99);
    expect(recentChange(events, period)).toMatchObject({
      latest28Days: 3,
      mean28DaysBefore: expect.closeTo(4 / (72 / 28), 12),
    });
    expect(recentChange([], period)).toEqual({ latest28Days: 0, mean28DaysBefore: 0, since: null });
  });

  test('has the whole earlier part for a mean when that is shorter than 28 days', () => {
    const short = { from: start, to: start + 40 * day };
    expect(recentChange(on(1, 2, 3, 30), short)).toMatchObject({ latest28Days: 1, mean28DaysBefore: 3 });
  });
});

describe('a clear rise', () => {
  const everyTenth = on(0, 10, 20, 30, 40, 50);

  test('began on the day that parts few from many the most', () => {
    const rise = on(70, 73, 76, 79, 82, 85, 88, 91, 94);
    expect(recentChange([...rise, ...everyTenth].toReversed(), period).since).toBe('2026-03-12');
  });

  test('needs eight events after it, fourteen days, and to lie in the last half', () => {
    expect(recentChange([...everyTenth, ...on(70, 73, 76, 79, 82, 85, 88)], period).since).toBeNull();
    expect(recentChange([...everyTenth, ...on(87, 88, 89, 90, 91, 92, 93, 94)], period).since).toBeNull();
    expect(recentChange([...everyTenth, ...on(86, 87, 88, 89, 90, 91, 92, 93)], period).since).toBe('2026-03-28');
    const early = on(0, ...Array.from({ length: 40 }, (_, at) => 30 + at / 2));
    expect(recentChange(early, period).since).toBeNull();
  });

  test('is at least a doubling', () => {
    // ten in the first half; the rate before is never less than one event
    const steady = on(...Array.from({ length: 50 }, (_, at) => 2 * at));
    expect(recentChange(steady, period).since).toBeNull();
    const doubled = [...on(0, 10, 20, 30, 40), ...on(50, 55, 60, 65, 70, 75, 80, 85, 90, 95)];
    expect(recentChange(doubled, period).since).toBe('2026-02-20');
  });
});
