import { describe, expect, test } from '@jest/globals';
import { lastSeen, localMoment, resolveTime, saidByClock, type QuickTime } from './report-time.js';

const at = (iso: string) => Date.parse(iso);
const quick = (kind: QuickTime, iso: string) => resolveTime({ kind, at: at(iso) });
const none = { date: '', time: '' };

test('now is one moment, to the minute', () => {
  expect(quick('now', '2026-05-06T12:34:56Z')).toEqual({ from: '2026-05-06T12:34:00Z', to: null, precision: 'minute' });
});

describe('a quick time', () => {
  test.each([
    ['evening', 'on a Wednesday', '2026-05-06T10:00Z', '2026-05-05T16:00:00Z', '2026-05-05T22:00:00Z'],
    ['night', 'in the morning', '2026-05-06T07:00Z', '2026-05-05T20:00:00Z', '2026-05-06T04:00:00Z'],
    ['night', 'while it lasts', '2026-05-06T01:30Z', '2026-05-05T20:00:00Z', '2026-05-06T01:30:00Z'],
    ['night', 'as it begins', '2026-05-06T20:45Z', '2026-05-06T20:00:00Z', '2026-05-06T20:45:00Z'],
    ['weekend', 'on the Monday after', '2026-05-04T08:00Z', '2026-05-01T16:00:00Z', '2026-05-04T04:00:00Z'],
    ['weekend', 'on the Friday before it begins', '2026-05-08T10:00Z', '2026-05-01T16:00:00Z', '2026-05-04T04:00:00Z'],
    ['weekend', 'while it lasts', '2026-05-09T10:00Z', '2026-05-08T16:00:00Z', '2026-05-09T10:00:00Z'],
  ] as const)('"%s" %s', (kind, _when, now, from, to) => {
    expect(quick(kind, now)).toEqual({ from, to, precision: 'hour' });
  });

  test('of the spring night is an hour shorter, of the autumn night an hour longer', () => {
    expect(quick('night', '2026-03-29T10:00Z')).toMatchObject({ from: '2026-03-28T21:00:00Z', to: '2026-03-29T04:00:00Z' }); // prettier-ignore
    expect(quick('night', '2026-10-25T10:00Z')).toMatchObject({ from: '2026-10-24T20:00:00Z', to: '2026-10-25T05:00:00Z' }); // prettier-ignore
  });
});

describe('discovered now', () => {
  const now = at('2026-05-06T05:30:00Z');
  test('reaches back to when the place was last seen whole', () => {
    const since = lastSeen('yesterday', now)!;
    expect(resolveTime({ kind: 'discovered', at: now, since })).toEqual({
      from: '2026-05-05T14:00:00Z',
      to: '2026-05-06T05:30:00Z',
      precision: 'hour',
    });
  });

  test('cannot have been seen whole later than now, or never', () => {
    expect(resolveTime({ kind: 'discovered', at: now, since: { date: '2026-05-07', time: '08:00' } })).toBe('since-in-future'); // prettier-ignore
    expect(resolveTime({ kind: 'discovered', at: now, since: none })).toBe('time-missing');
  });

  test('offers this morning only when it has been, and a Friday that is past', () => {
    expect(lastSeen('this-morning', at('2026-05-06T04:00Z'))).toBeNull();
    expect(lastSeen('this-morning', at('2026-05-06T06:00Z'))).toEqual({ date: '2026-05-06', time: '07:00' });
    expect(lastSeen('friday', at('2026-05-04T06:00Z'))).toEqual({ date: '2026-05-01', time: '16:00' });
    expect(lastSeen('friday', at('2026-05-08T06:00Z'))).toEqual({ date: '2026-05-01', time: '16:00' });
  });
});

describe('another time', () => {
  const other = (from: [string, string], to: [string, string] = ['', '']) =>
    resolveTime({ kind: 'other', from: { date: from[0], time: from[1] }, to: { date: to[0], time: to[1] } });

  test('is a moment, a whole day, or from and to', () => {
    expect(other(['2026-02-03', '14:30'])).toEqual({ from: '2026-02-03T13:30:00Z', to: null, precision: 'minute' });
    expect(other(['2026-02-03', ''])).toEqual({ from: '2026-02-02T23:00:00Z', to: '2026-02-03T23:00:00Z', precision: 'day' }); // prettier-ignore
    expect(other(['2026-02-03', '20:00'], ['2026-02-04', '07:00'])).toMatchObject({ to: '2026-02-04T06:00:00Z' });
  });

  test('ends the next day when only an earlier clock is given', () => {
    expect(other(['2026-02-03', '22:00'], ['', '02:00'])).toMatchObject({ to: '2026-02-04T01:00:00Z' });
    expect(other(['2026-02-03', '20:00'], ['', '21:00'])).toMatchObject({ to: '2026-02-03T20:00:00Z' });
  });

  test('is refused when it is missing, runs backwards or does not exist', () => {
    expect(other(['', '14:30'])).toBe('time-missing');
    expect(other(['2026-02-03', '14:30'], ['2026-02-02', '14:30'])).toBe('end-before-start');
    expect(other(['2026-03-29', '02:30'])).toBe('not-a-time');
    expect(other(['2026-02-31', '02:30'])).toBe('not-a-time');
  });

  test('is the earlier of the two in the double hour of autumn', () => {
    expect(other(['2026-10-25', '02:30'])).toMatchObject({ from: '2026-10-25T00:30:00Z' });
  });
});

test('the fields are filled with the clock in Sweden', () => {
  expect(localMoment(at('2026-05-06T22:05:00Z'))).toEqual({ date: '2026-05-07', time: '00:05' });
});

describe('a clock that was a day slow', () => {
  const day = 24 * 3600_000;
  const wrong = at('2026-05-05T08:00Z');

  test('moves what was said against it, and the days that were counted from it', () => {
    expect(resolveTime(saidByClock({ kind: 'evening', at: wrong }, day)!)).toEqual(
      quick('evening', '2026-05-06T08:00Z'),
    );
    const since = { date: '2026-05-04', time: '16:00' };
    expect(saidByClock({ kind: 'discovered', at: wrong, since }, day)).toMatchObject({ since: { date: '2026-05-05', time: '16:00' } }); // prettier-ignore
  });

  test('leaves what somebody typed, and a clock that they read themselves', () => {
    expect(saidByClock({ kind: 'other', from: { date: '2026-05-04', time: '16:00' }, to: none }, day)).toBeNull();
    const since = { date: '2026-05-04', time: '16:00' };
    expect(saidByClock({ kind: 'discovered', at: wrong, since }, 3 * 3600_000)).toMatchObject({ since });
  });
});
