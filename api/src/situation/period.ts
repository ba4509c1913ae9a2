import { dateOfDay, localTime, millisecondsPerDay, type Period, startOfDay } from '../analysis/calendar.js';
import { readWeek, type Week, weekAround } from './situation.js';

/** How long a lägesbild looks: a tertial is four months, January to April, May to August, September to December. */
export const periodKinds = ['week', 'month', 'tertial', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** A week, a month, a tertial or a year in Sweden; `number` is its number in the year, and the year's own for a year. */
export interface SituationPeriod extends Week {
  readonly kind: PeriodKind;
}

const monthsIn = { month: 1, tertial: 4, year: 12 } as const;

/** Reads `2026-W47`, `2026-11`, `2026-T3` or `2026`; null when there is no such period. */
export function readPeriod(text: string): SituationPeriod | null {
  const week = readWeek(text);
  if (week) return { ...week, kind: 'week' };
  const match = /^((?:19|20)\d\d)(?:-(T)?(\d{1,2}))?$/.exec(text);
  if (!match) return null;
  const [year, tertial, digits] = [Number(match[1]), match[2] === 'T', match[3]];
  if (digits === undefined) return monthsFrom('year', year, 0);
  if (digits.length !== (tertial ? 1 : 2)) return null;
  const kind = tertial ? 'tertial' : 'month';
  const first = (Number(digits) - 1) * monthsIn[kind];
  return first < 0 || first > 11 ? null : monthsFrom(kind, year, first);
}

/** The period of a kind that holds an instant. */
export function periodAt(kind: PeriodKind, instant: number): SituationPeriod {
  if (kind === 'week') return { ...weekAround(instant), kind };
  const [year, month] = dateOfDay(localTime(instant).day).split('-').map(Number) as [number, number];
  const length = monthsIn[kind];
  return monthsFrom(kind, year, Math.floor((month - 1) / length) * length);
}

/** The period before (-1) or after (1). */
export function besides(period: SituationPeriod, step: -1 | 1): SituationPeriod {
  return periodAt(period.kind, step === 1 ? period.to : period.from - 1);
}

/** The ISO weeks that a period touches, begun before `now`, oldest first. */
export function weeksWithin(period: Period, now: number): Week[] {
  const weeks: Week[] = [];
  for (let week = weekAround(period.from); week.from < Math.min(period.to, now + 1); week = weekAround(week.from, 1))
    weeks.push(week);
  return weeks;
}

/** The part of a period that is counted: all of it, or to and with today in one that is not over. */
export function countedPart(period: Period, now: number): Period {
  return { from: period.from, to: Math.min(period.to, startOfDay(localTime(now).day + 1)) };
}

function monthsFrom(kind: 'month' | 'tertial' | 'year', year: number, first: number): SituationPeriod {
  const firstDay = Date.UTC(year, first, 1) / millisecondsPerDay;
  const nextDay = Date.UTC(year, first + monthsIn[kind], 1) / millisecondsPerDay;
  const number = kind === 'year' ? year : first / monthsIn[kind] + 1;
  const suffix = { month: `-${String(number).padStart(2, '0')}`, tertial: `-T${number}`, year: '' }[kind];
  return {
    kind,
    from: startOfDay(firstDay),
    to: startOfDay(nextDay),
    text: `${year}${suffix}`,
    year,
    number,
    firstDay: dateOfDay(firstDay),
    lastDay: dateOfDay(nextDay - 1),
  };
}
