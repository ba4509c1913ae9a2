import { describe, expect, test } from '@jest/globals';
import { dateOf, dayNumber, easterSunday, feastCodes, feastsOf, isFree, mondayOfWeek, weekdayOf, weeksIn } from './feast.js'; // prettier-ignore

const years = Array.from({ length: 111 }, (_, index) => 1990 + index);
const dayIn = (year: number, code: string) => dateOf(feastsOf(year).find((feast) => feast.code === code)!.day);

/** Easter as Gauss counted it (1800, mended 1816): another way to the same day. */
function gauss(year: number): string {
  const [a, b, c] = [year % 19, year % 4, year % 7];
  const k = Math.floor(year / 100);
  const p = Math.floor((13 + 8 * k) / 25);
  const q = Math.floor(k / 4);
  const m = (15 - p + k - q) % 30;
  const n = (4 + k - q) % 7;
  const d = (19 * a + m) % 30;
  const e = (2 * b + 4 * c + 6 * d + n) % 7;
  const day = d === 29 && e === 6 ? 50 : d === 28 && e === 6 && (11 * m + 11) % 30 < 19 ? 49 : 22 + d + e;
  return dateOf(dayNumber(year, 3, day));
}

describe('Easter', () => {
  test('falls as Gauss counted it, each year from 1990 to 2100', () => {
    expect(years.map((year) => dateOf(easterSunday(year)))).toEqual(years.map(gauss));
  });

  test.each([
    [1991, '1991-03-31'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2100, '2100-03-28'],
  ])('of %i is on %s, as the almanac says', (year, date) => {
    expect(dateOf(easterSunday(year))).toBe(date);
  });
});

describe('the feasts of a Swedish year', () => {
  test('are on the days that the almanac of 2026 gives', () => {
    const days = Object.fromEntries(feastsOf(2026).map(({ code, day }) => [code, dateOf(day)]));
    expect(days).toEqual({
      nyarsdagen: '2026-01-01',
      trettondedagen: '2026-01-06',
      langfredagen: '2026-04-03',
      paskafton: '2026-04-04',
      paskdagen: '2026-04-05',
      'annandag-pask': '2026-04-06',
      valborg: '2026-04-30',
      'forsta-maj': '2026-05-01',
      'kristi-himmelsfard': '2026-05-14',
      pingst: '2026-05-24',
      nationaldagen: '2026-06-06',
      midsommarafton: '2026-06-19',
      midsommardagen: '2026-06-20',
      'alla-helgon': '2026-10-31',
      'forsta-advent': '2026-11-29',
      lucia: '2026-12-13',
      julafton: '2026-12-24',
      juldagen: '2026-12-25',
      'annandag-jul': '2026-12-26',
      nyarsafton: '2026-12-31',
    });
  });

  test('keep their weekdays and their stretch of days, each year from 1990 to 2100', () => {
    for (const year of years) {
      const within = (code: string, from: string, to: string) => {
        const day = dayIn(year, code);
        expect(day >= `${year}-${from}` && day <= `${year}-${to}`).toBe(true);
      };
      within('midsommarafton', '06-19', '06-25');
      within('midsommardagen', '06-20', '06-26');
      within('alla-helgon', '10-31', '11-06');
      within('forsta-advent', '11-27', '12-03');
      within('paskdagen', '03-22', '04-25');
      const weekday = (code: string) => weekdayOf(feastsOf(year).find((feast) => feast.code === code)!.day);
      expect(['midsommarafton', 'midsommardagen', 'alla-helgon', 'forsta-advent', 'kristi-himmelsfard'].map(weekday)).toEqual([5, 6, 6, 7, 4]); // prettier-ignore
    }
  });

  test('have codes of their own', () => {
    expect(new Set(feastCodes).size).toBe(feastCodes.length);
  });

  test('are days off together with weekends, and Valborg is not', () => {
    const off = ['2026-06-19', '2026-12-24', '2026-04-25', '2026-04-26'];
    const work = ['2026-04-30', '2026-06-18', '2026-09-25'];
    const free = (date: string) => isFree(dayNumber(...(date.split('-').map(Number) as [number, number, number])));
    expect([...off, ...work].filter(free)).toEqual(off);
  });
});

describe('an ISO week', () => {
  test('53 is in 2020, 2026 and 2032 and in no year between', () => {
    expect(Array.from({ length: 13 }, (_, index) => 2020 + index).filter((year) => weeksIn(year) === 53)).toEqual([
      2020, 2026, 2032,
    ]);
  });

  test('begins on its Monday, which may lie in the year before', () => {
    expect(dateOf(mondayOfWeek(2026, 1)!)).toBe('2025-12-29');
    expect(dateOf(mondayOfWeek(2026, 53)!)).toBe('2026-12-28');
    expect(dateOf(mondayOfWeek(2027, 1)!)).toBe('2027-01-04');
    expect([mondayOfWeek(2025, 53), mondayOfWeek(2025, 0), mondayOfWeek(2025, 54)]).toEqual([null, null, null]);
  });
});
