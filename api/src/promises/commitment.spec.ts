import { describe, expect, test } from '@jest/globals';
import { unitsBetween } from './calendar-units.js';
import { type Done, expectedBy, progressOf, type Target, targetTotal } from './commitment.js';

const plain: Target = {
  form: 'count',
  bound: 'at-least',
  target: 10,
  per: 'period',
  baseline: null,
  due: null,
  periodFrom: '2015-01-01',
  periodTo: '2015-12-31',
};
const done = (count: number, more: Partial<Done> = {}): Done => ({ count, minutes: 0, firstOn: null, ...more });
const status = (target: Partial<Target>, count: number, today: string) =>
  progressOf({ ...plain, ...target }, done(count), today).status;

describe('Units between two days, both counted', () => {
  test('a year is twelve months and one year, leap or not', () => {
    expect(unitsBetween('2015-01-01', '2015-12-31', 'month')).toBe(12);
    expect(unitsBetween('2016-01-01', '2016-12-31', 'month')).toBe(12);
    expect(unitsBetween('2016-01-01', '2016-12-31', 'year')).toBe(1);
    expect(unitsBetween('2016-03-01', '2017-02-28', 'year')).toBe(1);
  });

  test('January and February are two months in both kinds of year', () => {
    expect(unitsBetween('2015-01-01', '2015-02-28', 'month')).toBe(2);
    expect(unitsBetween('2016-01-01', '2016-02-29', 'month')).toBe(2);
    expect(unitsBetween('2016-01-01', '2016-02-28', 'month')).toBeCloseTo(1 + 28 / 29, 9);
  });

  test('a period that begins on the 31st meets short months at their last day', () => {
    expect(unitsBetween('2015-01-31', '2015-02-27', 'month')).toBe(1);
    expect(unitsBetween('2015-01-31', '2015-03-30', 'month')).toBe(2);
  });

  test('one day is one seventh of a week, and nothing lies between a day and the day before', () => {
    expect(unitsBetween('2016-02-29', '2016-02-29', 'week')).toBeCloseTo(1 / 7, 9);
    expect(unitsBetween('2016-03-01', '2016-02-29', 'month')).toBe(0);
    expect(unitsBetween('2015-01-01', '2015-12-31', 'period')).toBe(365);
    expect(unitsBetween('2015-01-01', '2015-04-30', 'tertial')).toBe(1);
    expect(unitsBetween('2015-01-01', '2015-06-30', 'quarter')).toBe(2);
  });
});

describe('The target for the whole period', () => {
  test.each<[string, Partial<Target>, number | null]>([
    ['at least 10 in the period', {}, 10],
    ['exactly 1', { bound: 'exactly', target: 1 }, 1],
    ['4 a year over three years', { target: 4, per: 'year', periodTo: '2017-12-31' }, 12],
    ['one a week on average in 2018', { target: 1, per: 'week', periodFrom: '2018-01-01', periodTo: '2018-12-31' }, 52],
    [
      'one a week on average in the leap year 2020',
      { target: 1, per: 'week', periodFrom: '2020-01-01', periodTo: '2020-12-31' },
      52,
    ],
    [
      'a weekend every third week in 2018',
      { target: 1, per: 'three-weeks', periodFrom: '2018-01-01', periodTo: '2018-12-31' },
      17,
    ],
    ['about once a month', { bound: 'about', target: 1, per: 'month' }, 12],
    ['one a year in half a year', { target: 1, per: 'year', periodTo: '2015-06-30' }, 1],
    ['one a year in a month', { target: 1, per: 'year', periodTo: '2015-01-31' }, 1],
    ['2 hours a week over four weeks', { form: 'hours', target: 2, per: 'week', periodTo: '2015-01-28' }, 8],
    ['from 40 to 60', { form: 'increase', baseline: 40, target: 60, per: null }, 60],
    ['a delivery', { form: 'delivery', target: null, due: '2015-06-30' }, 1],
    ['a routine for when it is needed', { form: 'when-needed', target: null }, null],
    ['a direction', { form: 'direction', target: null }, null],
  ])('%s', (_, change, total) => {
    expect(targetTotal({ ...plain, ...change })).toBe(total);
  });
});

describe('Where it should be', () => {
  test('is nothing before the first day and all of it from the last', () => {
    expect(expectedBy(plain, '2014-12-31')).toBe(0);
    expect(expectedBy(plain, '2015-01-01')).toBeCloseTo(10 / 365, 6);
    expect(expectedBy(plain, '2015-12-30')).toBeLessThan(10);
    expect(expectedBy(plain, '2015-12-31')).toBe(10);
    expect(expectedBy(plain, '2016-05-01')).toBe(10);
  });

  test('is exactly half after 183 of the 366 days of a leap year', () => {
    expect(expectedBy({ ...plain, periodFrom: '2016-01-01', periodTo: '2016-12-31' }, '2016-07-01')).toBe(5);
  });

  test('follows the calendar for what is promised by year, quarter or month', () => {
    expect(expectedBy({ ...plain, target: 4, per: 'year' }, '2015-03-31')).toBe(1);
    expect(expectedBy({ ...plain, target: 4, per: 'year' }, '2015-03-30')).toBeLessThan(1);
    expect(expectedBy({ ...plain, target: 1, per: 'month' }, '2015-02-28')).toBe(2);
    expect(expectedBy({ ...plain, target: 2, per: 'quarter' }, '2015-09-30')).toBe(6);
  });
});

describe('A count', () => {
  test('is not started until the plan asks for the first, and behind from then on', () => {
    expect(status({}, 0, '2014-11-01')).toBe('not-started');
    expect(status({}, 0, '2015-02-05')).toBe('not-started');
    expect(status({}, 0, '2015-02-06')).toBe('behind');
  });

  test('is on track as long as the whole occasions that the plan asks for are done', () => {
    expect(expectedBy(plain, '2015-07-02')).toBeCloseTo(5.01, 2);
    expect(status({}, 5, '2015-07-02')).toBe('on-track');
    expect(status({}, 4, '2015-07-02')).toBe('behind');
  });

  test('is done when the target is reached, and not met when the last day has passed without it', () => {
    expect(status({}, 10, '2015-03-01')).toBe('done');
    expect(status({}, 9, '2015-12-31')).toBe('behind');
    expect(status({}, 9, '2016-01-01')).toBe('not-met');
    expect(status({}, 0, '2016-01-01')).toBe('not-met');
  });

  test('that says exactly is kept by more as well', () => {
    expect(status({ bound: 'exactly', target: 2 }, 3, '2015-12-31')).toBe('done');
    expect(status({ bound: 'exactly', target: 2 }, 1, '2016-01-01')).toBe('not-met');
  });

  test('that says about is kept by four in five', () => {
    const monthly: Partial<Target> = { bound: 'about', target: 1, per: 'month' };
    expect(status(monthly, 4, '2015-06-30')).toBe('on-track');
    expect(status(monthly, 3, '2015-06-30')).toBe('behind');
    expect(status(monthly, 10, '2015-12-31')).toBe('on-track');
    expect(status(monthly, 10, '2016-01-01')).toBe('done');
    expect(status(monthly, 9, '2016-01-01')).toBe('not-met');
  });
});

test('hours are summed from minutes', () => {
  const target: Target = { ...plain, form: 'hours', target: 100 };
  const progress = progressOf(target, done(3, { minutes: 450 }), '2015-01-20');
  expect(progress).toEqual({
    done: 7.5,
    target: 100,
    expectedByToday: expectedBy(target, '2015-01-20'),
    status: 'on-track',
  });
});

test('an increase is put against the level to reach, spread over the period', () => {
  const target: Partial<Target> = { form: 'increase', bound: null, per: null, baseline: 40, target: 73 };
  expect(expectedBy({ ...plain, ...target }, '2015-01-05')).toBe(1);
  expect(status(target, 36, '2015-07-02')).toBe('on-track');
  expect(status(target, 35, '2015-07-02')).toBe('behind');
  expect(status(target, 73, '2015-12-31')).toBe('done');
});

describe('A delivery', () => {
  const report: Target = { ...plain, form: 'delivery', bound: null, target: null, per: null, due: '2016-01-31' };
  test('is not started until it comes, and not met from the day after its last', () => {
    expect(progressOf(report, done(0), '2016-01-31').status).toBe('not-started');
    expect(progressOf(report, done(0), '2016-02-01').status).toBe('not-met');
  });

  test('is done when it came on its last day, and not met when it came later', () => {
    expect(progressOf(report, done(1, { firstOn: '2016-01-31' }), '2016-02-10').status).toBe('done');
    expect(progressOf(report, done(1, { firstOn: '2016-02-01' }), '2016-02-10').status).toBe('not-met');
  });
});

describe('The forms without a figure to reach', () => {
  test('a routine for when it is needed is on track all the time and done at the end', () => {
    expect(status({ form: 'when-needed' }, 0, '2014-12-31')).toBe('not-started');
    expect(status({ form: 'when-needed' }, 0, '2015-01-01')).toBe('on-track');
    expect(status({ form: 'when-needed' }, 0, '2016-01-01')).toBe('done');
  });

  test('what goes on must have been seen at least once', () => {
    expect(status({ form: 'ongoing' }, 0, '2015-06-01')).toBe('not-started');
    expect(status({ form: 'ongoing' }, 1, '2015-12-31')).toBe('on-track');
    expect(status({ form: 'ongoing' }, 1, '2016-01-01')).toBe('done');
    expect(status({ form: 'ongoing' }, 0, '2016-01-01')).toBe('not-met');
  });

  test('a direction has no status', () => {
    expect(progressOf({ ...plain, form: 'direction', target: null }, done(2), '2015-06-01')).toEqual({
      done: 2,
      target: null,
      expectedByToday: null,
      status: null,
    });
  });
});
