import { expect, test } from '@jest/globals';
import { formatDate } from '../ui/format.js';
import type { Language } from '../ui/language.js';
import { meetingDay } from './meeting-day.js';

test('a meeting of another year says the year', () => {
  const now = new Date('2026-11-21T12:00:00Z');
  const say = (language: Language) => (iso: string) =>
    meetingDay({ date: (day: string, form?: 'weekday') => formatDate(day, language, form) } as never, iso, now);
  expect(say('sv')('2026-11-24')).toBe('tisdag 24 november');
  expect(say('sv')('2027-03-11T12:00:00Z')).toBe('torsdag 11 mars 2027');
  expect(say('en')('2027-03-11T12:00:00Z')).toBe('Thursday 11 March 2027');
});
