import { classifyTrend, densePeriods, type TrendAnswer } from '../analysis/emerging.js';
import { twoSidedNormal } from '../analysis/normal.js';
import type { Answer } from './answer.js';
import { beginnings, clockOf, daysOf, timesOf, weightsOf } from './input-events.js';
import { numberColumn, textColumn } from './input-table.js';
import type { Options } from './options.js';
import type { Task } from './place-methods.js';
import { UsageError } from './usage-error.js';

interface GroupSeries {
  readonly group: string;
  readonly values: readonly number[];
}

/** One row a group: Mann-Kendall, and the class of the course where it is known which periods are dense. */
export function trendAnswer(task: Task): Answer {
  const { options } = task;
  const scores = options.text('values') === 'z-scores';
  const { series, periods, byTime, notes } = seriesOf(task, scores);
  const level = options.number('level', 0.05);
  const share = options.has('expected-share') ? options.number('expected-share', 1) : null;
  if (share !== null && share >= 1) throw new UsageError('--expected-share is a share of all events, below 1.');
  const totals = Array.from({ length: periods }, (_, period) =>
    series.reduce((sum, one) => sum + (one.values[period] ?? 0), 0),
  );
  const canClass = scores || share !== null;
  const rows = series.map(({ group, values }) => ({
    group,
    answer: classOf(values, { totals, share, scores, level, leastPeriods: options.number('least-periods', 10) }),
  }));
  return {
    columns: ['group', 'periods', 's', 'variance', 'tau', 'z', 'p', 'class', 'side', 'dense_periods'],
    rows: rows.map(({ group, answer: { trend, status, trendClass, side, hotPeriods } }) => [
      group,
      trend.periods,
      trend.s,
      trend.variance,
      trend.tau,
      trend.z,
      trend.p,
      status === 'too-few-periods' ? 'too-few-periods' : canClass ? trendClass : null,
      side,
      canClass ? hotPeriods : null,
    ]),
    parameters: {
      periodMonths: byTime ? options.number('period-months', 1) : null,
      periods,
      leastPeriods: options.number('least-periods', 10),
      level,
      values: scores ? 'z-scores' : 'counts',
      expectedShare: share,
      groups: series.length,
    },
    sentence: rows.length === 1 && canClass ? rows[0]!.answer.sentence : null,
    notes: canClass
      ? notes
      : [
          ...notes,
          'No class is given: name --expected-share, or --values z-scores, so that it is known which periods are dense.',
        ],
    map: null,
  };
}

function classOf(
  values: readonly number[],
  about: { totals: readonly number[]; share: number | null; scores: boolean; level: number; leastPeriods: number },
): TrendAnswer {
  const { totals, share, scores, level, leastPeriods } = about;
  if (scores) {
    const isClear = (z: number): boolean => twoSidedNormal(z) <= level;
    const hot = values.map((z) => z > 0 && isClear(z));
    return classifyTrend({ values, hot, cold: values.map((z) => z < 0 && isClear(z)) }, { level, leastPeriods });
  }
  const hot = share === null ? values.map(() => false) : densePeriods(values, totals, { expectedShare: share, level });
  return classifyTrend({ values, hot }, { level, leastPeriods });
}

interface SeriesOfGroups {
  readonly series: readonly GroupSeries[];
  readonly periods: number;
  readonly byTime: boolean;
  readonly notes: readonly string[];
}

/** With a column of times, the rows are added up by month; without one, the rows of a group are its periods, in order. */
function seriesOf(task: Task, scores: boolean): SeriesOfGroups {
  const { table, options } = task;
  const groupName = options.text('group');
  const groups = groupName === undefined ? table.rows.map(() => 'all') : textColumn(table, groupName);
  const timeName = options.text('from') ?? (scores ? undefined : beginnings.find((name) => table.names.includes(name)));
  if (timeName !== undefined) return byMonths(task, groups, timeName);
  const valueName = options.text('weight');
  if (valueName === undefined)
    throw new UsageError('trend needs --from, a column of times, or --weight, a column of values in order.');
  // scores may be negative, so this is no weight
  const values = numberColumn(table, valueName);
  const found = new Map<string, number[]>();
  for (const [row, group] of groups.entries()) {
    const list = found.get(group) ?? [];
    list.push(values[row]!);
    found.set(group, list);
  }
  const series = [...found].map(([group, list]) => ({ group, values: list }));
  return {
    series,
    periods: series.reduce((most, one) => Math.max(most, one.values.length), 0),
    byTime: false,
    notes: [],
  };
}

function byMonths({ table, options }: Task, groups: readonly string[], timeName: string): SeriesOfGroups {
  const clock = clockOf(options);
  const times = timesOf(table, timeName, clock);
  if (times.kind === 'day-numbers')
    throw new UsageError('trend counts calendar months and needs dates, such as 2026-11-21.');
  const weights = weightsOf(table, options);
  const months = daysOf(times, clock).map((day) => (Number.isNaN(day) ? NaN : periodOf(day, options)));
  let [first, last] = [Infinity, -Infinity];
  for (const month of months) {
    if (month < first) first = month;
    if (month > last) last = month;
  }
  const periods = last >= first ? last - first + 1 : 0;
  const found = new Map<string, number[]>();
  for (const [row, group] of groups.entries()) {
    if (Number.isNaN(months[row]!)) continue;
    const counts = found.get(group) ?? Array.from({ length: periods }, () => 0);
    counts[months[row]! - first]! += weights?.[row] ?? 1;
    found.set(group, counts);
  }
  const notes = ['The first and the last period count as whole ones; cut the table at period limits.'];
  if (times.unreadable > 0) notes.push(`${times.unreadable} times could not be read; those rows are left out.`);
  return { series: [...found].map(([group, values]) => ({ group, values })), periods, byTime: true, notes };
}

/** The number of the period that holds a local day, counted by the calendar. */
function periodOf(day: number, options: Options): number {
  const date = new Date(day * 86_400_000);
  return Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / options.number('period-months', 1));
}
