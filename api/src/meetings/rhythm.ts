import { Temporal } from 'temporal-polyfill';

/** How often a group meets. Weekdays 1 Monday to 7 Sunday; `nth` 1 to 4, or -1 for the last of its month. */
export type Rhythm =
  | { readonly every: 'week'; readonly weeks: number; readonly weekday: number }
  | { readonly every: 'month'; readonly months: number; readonly nth: number; readonly weekday: number }
  | { readonly every: 'year'; readonly month: number; readonly nth: number; readonly weekday: number };

/** A day that the group meets, and the holiday that it was moved for; `occasion` is the day that the rhythm says. */
export interface Occurrence {
  readonly occasion: string;
  readonly day: string;
  readonly movedFor: string | null;
}

interface Asked {
  readonly rhythm: Rhythm;
  /** The first day of the series; weeks and months are counted from it. */
  readonly firstOn: string;
  readonly lastOn: string | null;
  /** Occurrences from this day on. */
  readonly from: string;
  readonly count: number;
}

/**
 * The next days of a series, at most `count`. A day on which Sweden is free (asked of `holidayOf`, its name or null) or
 * that is a Saturday or Sunday after a move is moved to the next working day, and says for what.
 */
export function occurrences(asked: Asked, holidayOf: (day: string) => string | null): Occurrence[] {
  const found: Occurrence[] = [];
  for (const occasion of candidates(asked)) {
    if (asked.lastOn !== null && occasion > asked.lastOn) break;
    const moved = workingDayFrom(occasion, holidayOf);
    if (moved.day < asked.from) continue;
    found.push({ occasion, ...moved });
    if (found.length === asked.count) break;
  }
  return found;
}

function* candidates({ rhythm, firstOn, from }: Asked): Generator<string> {
  const first = Temporal.PlainDate.from(firstOn);
  // A move carries a day forward a week at most.
  const earliest = Temporal.PlainDate.from(from).subtract({ days: 14 });
  const after = Temporal.PlainDate.compare(earliest, first) > 0 ? earliest : first;
  for (const day of daysOf(rhythm, first, after)) if (Temporal.PlainDate.compare(day, first) >= 0) yield day.toString();
}

function* daysOf(rhythm: Rhythm, first: Temporal.PlainDate, after: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  const last = after.add({ years: 10 });
  if (rhythm.every === 'week') {
    const start = first.add({ days: (rhythm.weekday - first.dayOfWeek + 7) % 7 });
    const step = rhythm.weeks * 7;
    const behind = Math.max(0, Math.floor(start.until(after, { largestUnit: 'day' }).days / step));
    for (
      let day = start.add({ days: behind * step });
      Temporal.PlainDate.compare(day, last) < 0;
      day = day.add({ days: step })
    )
      // prettier-ignore
      yield day;
    return;
  }
  const step = rhythm.every === 'month' ? rhythm.months : 12;
  const begin = rhythm.every === 'month' ? first.with({ day: 1 }) : first.with({ month: rhythm.month, day: 1 });
  for (let month = begin; Temporal.PlainDate.compare(month, last) < 0; month = month.add({ months: step })) {
    const day = nthWeekday(month, rhythm);
    if (Temporal.PlainDate.compare(day, after) >= 0) yield day;
  }
}

/** The nth weekday of a month, or its last. */
function nthWeekday(month: Temporal.PlainDate, { nth, weekday }: { nth: number; weekday: number }): Temporal.PlainDate {
  if (nth > 0) {
    const first = month.with({ day: 1 });
    return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + (nth - 1) * 7 });
  }
  const last = month.with({ day: month.daysInMonth });
  return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 });
}

function workingDayFrom(occasion: string, holidayOf: (day: string) => string | null) {
  const movedFor = holidayOf(occasion);
  if (movedFor === null) return { day: occasion, movedFor: null };
  let day = Temporal.PlainDate.from(occasion).add({ days: 1 });
  while (day.dayOfWeek > 5 || holidayOf(day.toString()) !== null) day = day.add({ days: 1 });
  return { day: day.toString(), movedFor };
}

/** The instant of a local day and clock (`14:30`) in Sweden, epoch milliseconds; a clock that is skipped in spring is read an hour later. */
export function instantOf(day: string, clock: string): number {
  return Temporal.PlainDateTime.from(`${day}T${clock}`).toZonedDateTime('Europe/Stockholm').epochMilliseconds;
}
