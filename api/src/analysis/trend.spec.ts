import { expect, test } from '@jest/globals';
import { countBetween, weeklyFigures } from './trend.js';

const day = 86_400_000;
const period = { from: Date.parse('2026-03-02T00:00+01:00'), to: Date.parse('2026-03-25T00:00+01:00') };
/** Two events a day for three years. */
const steady = Array.from({ length: 2 * 1200 }, (_, index) => period.to - (index / 2) * day - 1);

test('each week shows its count beside what the same weeks of earlier years lead one to expect', () => {
  const weeks = weeklyFigures(steady, { period, historyFrom: period.to - 1200 * day });
  expect(weeks.map(({ week, count, whole }) => [week, count, whole])).toEqual([
    ['2026-W10', 14, true],
    ['2026-W11', 14, true],
    ['2026-W12', 14, true],
    ['2026-W13', 4, false],
  ]);
  expect(weeks[0]!.normal).toEqual({ expected: 14, low: 8, high: 21, years: 3 });
});

test('there is no normal in the first year', () => {
  expect(weeklyFigures(steady, { period, historyFrom: period.from - 200 * day })[0]!.normal).toBeNull();
  expect(weeklyFigures(steady, { period, historyFrom: null })[0]!.normal).toBeNull();
});

test('no events and times that are no numbers are zeros', () => {
  const weeks = weeklyFigures([NaN], { period, historyFrom: period.from - 500 * day });
  expect(weeks.map(({ count }) => count)).toEqual([0, 0, 0, 0]);
  expect(weeks[0]!.normal).toEqual({ expected: 0, low: 0, high: 1, years: 1 });
});

test('a first week that the period cuts is not whole, and counts only what lies in the period', () => {
  const cut = { from: Date.parse('2026-03-04T00:00+01:00'), to: Date.parse('2026-03-16T00:00+01:00') };
  const weeks = weeklyFigures(steady, { period: cut, historyFrom: null });
  expect(weeks.map(({ week, count, whole }) => [week, count, whole])).toEqual([
    ['2026-W10', 10, false],
    ['2026-W11', 14, true],
  ]);
});

test('an event at midnight belongs to the day that begins, whatever the order and with events that have no time', () => {
  const midnight = Date.parse('2026-03-09T00:00+01:00');
  const instants = [midnight, NaN, midnight - 1, NaN, midnight + 5, midnight - 2, midnight];
  const weeks = weeklyFigures(instants, { period, historyFrom: null });
  expect(weeks.map(({ count }) => count)).toEqual([2, 3, 0, 0]);
  expect(countBetween(Float64Array.of(1, 2, 2, 3), { from: 2, to: 3 })).toBe(2);
  expect(countBetween(Float64Array.of(1, 2, 2, 3), { from: 3, to: 1 })).toBe(0);
});
