import { expect, test } from '@jest/globals';
import { weekStart } from './week-start.js';

test.each([
  ['2026-W18', '2026-04-27'],
  ['2026-W01', '2025-12-29'],
  ['2020-W53', '2020-12-28'],
  ['2021-W01', '2021-01-04'],
  ['2026-04-27', '2026-04-27'],
])('the Monday of %s is %s', (week, monday) => {
  expect(weekStart(week)).toBe(monday);
});
