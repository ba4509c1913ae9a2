import { expect, test } from '@jest/globals';
import { latestDay } from './last-meeting.js';

test('the last meeting is the latest day in Sweden that is not ahead', () => {
  const meetings = ['2026-11-10T08:00:00Z', '2026-11-17T23:30:00Z', '2026-11-24T08:00:00Z'].map((at) => ({ at }));
  expect(latestDay(meetings, '2026-11-21')).toBe('2026-11-18');
  expect(latestDay(meetings, '2026-11-17')).toBe('2026-11-10');
  expect(latestDay([], '2026-11-21')).toBeNull();
});
