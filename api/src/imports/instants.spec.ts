import { describe, expect, test } from '@jest/globals';
import { guessDateOrder } from './date-order.js';
import { type DateOrder, localDateKey, localDay, monthOf, readTime, readWritten, toInstant } from './instants.js';

function iso(text: string, order: DateOrder = 'ymd'): string {
  const written = readWritten(text, order);
  if (typeof written === 'string') return written;
  if (written.instant !== null) return new Date(written.instant).toISOString();
  const instant = toInstant(written.date, written.minutes ?? 0);
  return typeof instant === 'string' ? instant : new Date(instant).toISOString();
}

describe('dates and times as extracts write them', () => {
  test.each([
    ['2016-01-01 20:00', '2016-01-01T19:00:00.000Z'],
    ['2016-01-01T20:00', '2016-01-01T19:00:00.000Z'],
    ['2016-01-01T20:00:30', '2016-01-01T19:00:00.000Z'],
    ['2016-07-01 20.00', '2016-07-01T18:00:00.000Z'],
    ['2016-07-01 kl 20', '2016-07-01T18:00:00.000Z'],
    ['2016-07-01 2000', '2016-07-01T18:00:00.000Z'],
    ['20160701', '2016-06-30T22:00:00.000Z'],
    ['201607012000', '2016-07-01T18:00:00.000Z'],
    ['1 juli 2016', '2016-06-30T22:00:00.000Z'],
    ['den 1 juli 2016 20:00', '2016-07-01T18:00:00.000Z'],
    ['2016-07-01T20:00:00+02:00', '2016-07-01T18:00:00.000Z'],
    ['2016-07-01T18:00:00Z', '2016-07-01T18:00:00.000Z'],
    ['42552', '2016-06-30T22:00:00.000Z'],
    ['42552.5', '2016-07-01T10:00:00.000Z'],
    ['2016-07-01 24:00', '2016-07-01T22:00:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(iso(text)).toBe(instant);
  });

  test.each([
    ['', 'date-missing'],
    ['2016-02-31', 'date-does-not-exist'],
    ['2016-13-01', 'date-does-not-exist'],
    ['2015-02-29', 'date-does-not-exist'],
    ['2016-03-27 02:30', 'time-does-not-exist'],
    ['1016-03-27', 'date-not-plausible'],
    ['förra veckan', 'date-not-readable'],
    ['2016-03-26 25:10', 'time-not-readable'],
    ['2016-03-26 på kvällen', 'time-not-readable'],
  ])('%j is refused: %s', (text, problem) => {
    expect(iso(text)).toBe(problem);
  });

  test('takes the earlier instant in the double hour of autumn', () => {
    expect(iso('2016-10-30 02:30')).toBe('2016-10-30T00:30:00.000Z');
    expect(iso('2016-10-30 03:30')).toBe('2016-10-30T02:30:00.000Z');
  });

  test('days have 23 and 25 hours when the clocks change', () => {
    expect(localDay({ year: 2016, month: 3, day: 27 }).minutes).toBe(23 * 60);
    expect(localDay({ year: 2016, month: 10, day: 30 }).minutes).toBe(25 * 60);
  });

  test('a time of day of its own column may be packed, dotted or an hour', () => {
    expect(readTime('8:09')).toEqual({ minutes: 489, hourOnly: false });
    expect(readTime('0809')).toEqual({ minutes: 489, hourOnly: false });
    expect(readTime('20')).toEqual({ minutes: 1200, hourOnly: true });
    expect(readTime('0.5')).toBeNull();
    expect(readTime('0.859722')).toEqual({ minutes: 1238, hourOnly: false });
    expect(readTime('kväll')).toBeNull();
  });

  test('a column decides what 3/4/2016 means, and says when it cannot', () => {
    expect(guessDateOrder(['3/4/2016', '25/4/2016'])).toEqual({ order: 'dmy', ambiguous: false });
    expect(guessDateOrder(['3/4/2016', '4/25/2016'])).toEqual({ order: 'mdy', ambiguous: false });
    expect(guessDateOrder(['3/4/2016', '1/1/2016'])).toEqual({ order: 'dmy', ambiguous: true });
    expect(guessDateOrder(['2016-01-01'])).toEqual({ order: 'ymd', ambiguous: false });
    expect(iso('3/4/2016', 'dmy')).toBe('2016-04-02T22:00:00.000Z');
    expect(iso('3/4/2016', 'mdy')).toBe('2016-03-03T23:00:00.000Z');
  });

  test('knows the local date and month of an instant', () => {
    const lateEvening = Date.parse('2016-06-30T22:30:00Z');
    expect(localDateKey(lateEvening)).toBe(20160701);
    expect(new Date(monthOf(lateEvening).from).toISOString()).toBe('2016-06-30T22:00:00.000Z');
    expect(new Date(monthOf(lateEvening).to).toISOString()).toBe('2016-07-31T22:00:00.000Z');
  });
});
