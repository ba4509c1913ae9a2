import { describe, expect, test } from '@jest/globals';
import {
  formatBytes,
  formatDate,
  formatDateTime,
  formatDistance,
  formatNumber,
  formatPeriod,
  keepTogether,
  formatShare,
  formatTime,
  formatWeek,
  isoWeek,
} from './format.js';

/** Intl writes hard spaces and a real minus; compared here as ordinary ones. */
const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ').replace('\u2212', '-');

describe('numbers', () => {
  test('have a space between thousands and a decimal comma in Swedish', () => {
    expect(plain(formatNumber(1234.5, 'sv', 1))).toBe('1 234,5');
    expect(plain(formatNumber(1234.5, 'en', 1))).toBe('1,234.5');
    expect(plain(formatNumber(-3, 'sv'))).toBe('-3');
  });
  test('a share is a percentage', () => {
    expect(plain(formatShare(0.214, 'sv'))).toBe('21 %');
    expect(plain(formatShare(0.214, 'en'))).toBe('21%');
  });
  test('a distance changes to kilometres at a thousand metres', () => {
    expect(plain(formatDistance(84.6, 'sv'))).toBe('85 m');
    expect(plain(formatDistance(1240, 'sv'))).toBe('1,2 km');
    expect(plain(formatDistance(12400, 'sv'))).toBe('12 km');
  });
  test('a file is never said to be 0 kB', () => {
    expect(plain(formatBytes(12, 'sv'))).toBe('1 kB');
    expect(plain(formatBytes(1_250_000, 'sv'))).toBe('1,3 MB');
  });
});

describe('dates and times', () => {
  test('are shown in Swedish time whatever the machine says', () => {
    expect(formatTime('2026-07-01T12:30:00Z', 'sv')).toBe('14.30');
    expect(formatTime('2026-01-01T12:30:00Z', 'en')).toBe('13:30');
    expect(plain(formatDateTime('2026-05-02T22:30:00Z', 'sv'))).toBe('3 maj 2026 kl. 00.30');
  });
  test('a date alone stays that day', () => {
    expect(plain(formatDate('2026-05-03', 'sv'))).toBe('3 maj 2026');
    expect(plain(formatDate('2026-05-03', 'sv', 'weekday'))).toBe('söndag 3 maj');
    expect(plain(formatDate('2026-05-03', 'en'))).toBe('3 May 2026');
    expect(formatDate('2026-05-03', 'en', 'numeric')).toBe('2026-05-03');
  });
  test('a period says once what both ends share', () => {
    expect(plain(formatPeriod('2026-05-01', '2026-06-03', 'sv'))).toBe('1 maj–3 juni 2026');
  });
  test('a period that must break does so after the dash, never within its last day', () => {
    expect(formatPeriod('2025-11-22', '2026-11-21', 'sv')).toContain('–21\u00a0november');
  });
});

describe('sentences', () => {
  test('ranges and clock times stay on one line', () => {
    expect(keepTogether('Här brukar det vara 3 (0–9), fredag kl. 17–00.')).toBe(
      'Här brukar det vara 3 (0\u2060–\u20609), fredag kl.\u00a017\u2060–\u206000.',
    );
  });
  test('a dash between words is left alone', () => {
    expect(keepTogether('Stationen – Torget')).toBe('Stationen – Torget');
  });
});

describe('weeks', () => {
  test('follow ISO 8601 over the turn of the year', () => {
    expect(isoWeek('2020-12-31')).toEqual({ year: 2020, week: 53 });
    expect(isoWeek('2021-01-03')).toEqual({ year: 2020, week: 53 });
    expect(isoWeek('2021-01-04')).toEqual({ year: 2021, week: 1 });
    expect(isoWeek('2024-12-30')).toEqual({ year: 2025, week: 1 });
  });
  test('the Swedish day decides, not the one in UTC', () => {
    expect(isoWeek('2026-05-03T22:30:00Z')).toEqual({ year: 2026, week: 19 });
    expect(formatWeek('2026-05-03T12:00:00Z', 'sv')).toBe('vecka 18');
  });
});
