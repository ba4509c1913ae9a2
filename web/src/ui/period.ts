/** Periods to choose between; `12m` is the latest twelve months. */
export const periodNames = ['12m', '28d', 'iar', 'ifjol', 'egen'] as const;
export type PeriodName = (typeof periodNames)[number];

export function isPeriodName(text: string): text is PeriodName {
  return (periodNames as readonly string[]).includes(text);
}

/** Local days, both included; an end that is left out is open. */
export interface Days {
  from?: string;
  to?: string;
}

/**
 * The days of a period.
 *
 * @param today the local day in Sweden, `2026-11-21`
 * @param own first and last day of a period of one's own; in the wrong order they are turned round
 */
export function daysOf(period: PeriodName, today: string, own: { fran?: string; till?: string } = {}): Days {
  const year = Number(today.slice(0, 4));
  if (period === '28d') return { from: addDays(today, -27), to: today };
  if (period === 'iar') return { from: `${year}-01-01`, to: today };
  if (period === 'ifjol') return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
  if (period === '12m') return { from: addDays(yearBefore(today), 1), to: today };
  const [from, to] =
    own.fran !== undefined && own.till !== undefined && own.till < own.fran
      ? [own.till, own.fran]
      : [own.fran, own.till];
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** The same day a year ago; the day before for 29 February, so that the year is never short. */
export function yearBefore(day: string): string {
  const before = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return before.endsWith('-02-29') ? before.replace('-29', '-28') : before;
}

/** Days later (or earlier, when negative) in the calendar. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Today in Sweden, whatever clock the reader's device keeps. */
export function todayInSweden(now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' }).format(now);
}
