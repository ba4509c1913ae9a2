import { describe, expect, test } from '@jest/globals';
import { atOnce } from '../analysis/parts.js';
import { millisecondsPerDay, startOfDay } from '../analysis/calendar.js';
import { readPeriod, type SituationPeriod } from './period.js';
import { readWeek, type SituationEvent, weekAround } from './situation.js';
import { situationFigures } from './situation-figures.js';
import { situationMethod, situationNotices } from './situation-words.js';

const week = readPeriod('2026-W46')!;
const noon = (date: string) => startOfDay(Date.parse(date) / millisecondsPerDay) + 12 * 3_600_000;
const later = noon('2026-12-01');

function event(date: string, more: Partial<SituationEvent> = {}): SituationEvent {
  return {
    from: noon(date),
    category: 'SKAD',
    source: 'police',
    area: 'centre',
    placed: true,
    outside: false,
    ...more,
  };
}

function several(count: number, date: string, more: Partial<SituationEvent> = {}): SituationEvent[] {
  return Array.from({ length: count }, () => event(date, more));
}

function figuresOf(
  events: readonly SituationEvent[],
  more: Partial<{ historyFrom: number; now: number; period: SituationPeriod }> = {},
) {
  const counted = situationFigures({
    events,
    period: week,
    historyFrom: noon('2023-01-02'),
    areas: ['centre', 'harbour'],
    now: later,
    ...more,
  });
  return atOnce(counted);
}

/** Five events every week of the same three weeks in 2023, 2024 and 2025: 45 in nine weeks. */
const ordinary = [
  '2025-11-03',
  '2025-11-10',
  '2025-11-17',
  '2024-11-04',
  '2024-11-11',
  '2024-11-18',
  '2023-11-06',
  '2023-11-13',
  '2023-11-20',
].flatMap((monday) => several(5, monday));

describe('A week', () => {
  test('is read from its ISO text, Monday to Sunday in Sweden', () => {
    expect(week).toMatchObject({ year: 2026, number: 46, firstDay: '2026-11-09', lastDay: '2026-11-15' });
    expect(new Date(week.from).toISOString()).toBe('2026-11-08T23:00:00.000Z');
    expect(readWeek('2026-W01')).toMatchObject({ firstDay: '2025-12-29' });
    expect(readWeek('2026-W53')).toMatchObject({ firstDay: '2026-12-28', lastDay: '2027-01-03' });
  });

  test('that does not exist is no week', () => {
    for (const text of ['2025-W53', '2026-W00', '2026-W54', '2026-46', 'W46', '2026-W4', '0026-W10', ''])
      expect(readWeek(text)).toBeNull();
  });

  test('is an hour short when summer time begins', () => {
    const { from, to } = readWeek('2026-W13')!;
    expect((to - from) / 3_600_000).toBe(167);
  });

  test('has neighbours over the turn of the year', () => {
    expect(weekAround(readWeek('2026-W53')!.from, 1).text).toBe('2027-W01');
    expect(weekAround(readWeek('2027-W01')!.from, -1).text).toBe('2026-W53');
    expect(weekAround(noon('2026-11-15')).text).toBe('2026-W46');
  });
});

describe('The figures of a week', () => {
  test('compare with the same week and its neighbours of earlier years', () => {
    const figures = figuresOf([...ordinary, ...several(6, '2026-11-10')]);
    expect(figures.years).toBe(3);
    expect(figures.usual).toMatchObject({ status: 'as-usual', expected: 5 });
    expect(figures.usual.low).toBeLessThan(5);
    expect(figures.usual.high).toBeGreaterThan(6);
  });

  test('say more and fewer outside the band only', () => {
    expect(figuresOf([...ordinary, ...several(14, '2026-11-10')]).usual.status).toBe('more');
    expect(figuresOf(ordinary).usual.status).toBe('fewer');
  });

  test('add up: areas and the rest, categories, sources', () => {
    const figures = figuresOf([
      ...several(4, '2026-11-09'),
      ...several(3, '2026-11-15', { category: 'NARK', source: 'school', area: 'harbour' }),
      ...several(2, '2026-11-12', { area: null, placed: false, reviewed: false }),
      event('2026-11-12', { outside: true }),
      event('2026-11-16'),
      event('2026-11-08'),
    ]);
    expect(figures).toMatchObject({ count: 9, outside: 1, withoutPlace: 2, unreviewed: 2, withoutArea: 2 });
    expect(figures.areas.map(({ key, count }) => [key, count])).toEqual([
      ['centre', 4],
      ['harbour', 3],
    ]);
    expect(figures.categories.map(({ key, count }) => [key, count])).toEqual([
      ['SKAD', 6],
      ['NARK', 3],
    ]);
    expect(figures.sources).toEqual([
      { key: 'police', count: 6 },
      { key: 'school', count: 3 },
    ]);
  });

  test('show an area with nothing, and say nothing of what is usual where too little is known', () => {
    const figures = figuresOf([...ordinary, ...several(2, '2026-11-10', { area: 'harbour' })]);
    expect(figures.areas.map(({ key, count }) => [key, count])).toEqual([
      ['harbour', 2],
      ['centre', 0],
    ]);
    expect(figures.areas[0]!.usual).toEqual({ status: 'too-few', expected: 0, low: 0, high: 0, neededMore: 8 });
  });

  test('give a table a wider band than the total, so that many rows raise no more alarms than one', () => {
    const spread = ordinary.flatMap((one) => [one, { ...one, area: 'harbour' }]);
    const figures = figuresOf([
      ...spread,
      ...several(10, '2026-11-10'),
      ...several(10, '2026-11-10', { area: 'harbour' }),
    ]);
    expect(figures.usual.status).toBe('more');
    expect(figures.areas.map(({ usual }) => usual.status)).toEqual(['as-usual', 'as-usual']);
  });

  test('wait for a year of reports', () => {
    const figures = figuresOf(several(12, '2026-11-10'), { historyFrom: noon('2026-02-01') });
    expect(figures.usual.status).toBe('first-year');
    expect(figures.years).toBe(0);
  });

  test('of a week that is not over are compared with the same days, and never called few', () => {
    const sundays = ['2025-11-16', '2024-11-17', '2023-11-19'].flatMap((sunday) => several(40, sunday));
    const wednesday = noon('2026-11-11');
    const figures = figuresOf([...ordinary, ...sundays, ...several(6, '2026-11-10')], { now: wednesday });
    expect(figures).toMatchObject({
      running: true,
      countedTo: '2026-11-11',
      usual: { status: 'as-usual', expected: 5 },
    });
    expect(figuresOf(ordinary, { now: wednesday }).usual.status).toBe('too-few');
    expect(figuresOf([...ordinary, ...several(14, '2026-11-10')], { now: wednesday }).usual.status).toBe('more');
  });

  test('of a week with nothing are zero everywhere', () => {
    const figures = figuresOf([], { historyFrom: Number.NaN });
    expect(figures).toMatchObject({ count: 0, outside: 0, sources: [], categories: [] });
  });
});

/** No reports are expected from anybody. */
const nobody = { expected: 0, reported: 0, nothing: 0, assessed: 0, waiting: 0, silent: 0 };

describe('The words beside the figures', () => {
  test('tell silence from safety', () => {
    const coverage = { expected: 7, reported: 3, nothing: 2, assessed: 0, waiting: 0, silent: 2 };
    expect(situationNotices({ figures: figuresOf([]), week, partial: false, coverage }, 'sv')).toEqual([
      '3 av 7 organisationer har rapporterat, 2 hade inget att rapportera och 2 har varit tysta. Tystnad betyder inte att det var lugnt.',
    ]);
  });

  test('tell what is left out, in both languages', () => {
    const figures = figuresOf([
      event('2026-11-10', { placed: false, area: null }),
      ...several(2, '2026-11-10', { outside: true }),
    ]);
    expect(situationNotices({ figures, week, partial: false, coverage: nobody }, 'sv')).toEqual([
      '2 händelser utanför kommunen räknas inte.',
      '1 händelse räknas men saknar exakt plats och syns inte på kartan.',
      '1 händelse ligger inte i något område.',
    ]);
    expect(situationNotices({ figures, week, partial: false, coverage: nobody }, 'en')).toEqual([
      '2 incidents outside the municipality are not counted.',
      '1 incident has no exact place: counted, but not on the map.',
      '1 incident is not within any area.',
    ]);
  });

  test('tell that the week is not over', () => {
    const figures = figuresOf([], { now: noon('2026-11-11') });
    expect(situationNotices({ figures, week, partial: false, coverage: nobody }, 'sv')).toEqual([
      'Veckan är inte slut. Siffrorna går till och med 11 november och jämförs med samma dagar.',
    ]);
  });

  test('tell that the reader sees a part', () => {
    const figures = figuresOf([]);
    expect(situationNotices({ figures, week, partial: true, coverage: nobody }, 'sv')).toEqual([
      'Bygger på de rapporter som din organisation får se, utan polisens uppgifter.',
    ]);
  });

  test('name what is compared with', () => {
    expect(situationMethod(figuresOf(ordinary), week, 'sv')).toBe(
      'samma vecka och veckorna intill i tre tidigare år; nio vanliga veckor av tio ryms inom spannet. Hot spots: tolv månader till och med 15 november, jämförda med platsens egna tidigare år.',
    );
    expect(situationMethod(figuresOf([], { historyFrom: noon('2026-10-01') }), week, 'en')).toMatch(
      /^what is usual is shown after a year of reports\./,
    );
  });
});
