import { Temporal } from 'temporal-polyfill';

/** A day and a clock as the device's own pickers give them: `2026-05-03`, `14:30`; empty when not filled in. */
export interface LocalMoment {
  readonly date: string;
  readonly time: string;
}

export type QuickTime = 'now' | 'evening' | 'night' | 'weekend';
export type TimeKind = QuickTime | 'discovered' | 'other';

/** What the reporter has said about when. `at` is the moment it was said (epoch ms), so that a late send moves nothing. */
export type TimeChoice =
  | { readonly kind: QuickTime; readonly at: number }
  | { readonly kind: 'discovered'; readonly at: number; readonly since: LocalMoment }
  | { readonly kind: 'other'; readonly from: LocalMoment; readonly to: LocalMoment };

/** The interval as the API takes it: instants, `to` null for one moment. */
export interface ReportedTime {
  readonly from: string;
  readonly to: string | null;
  readonly precision: 'minute' | 'hour' | 'day';
}

export type TimeProblem = 'time-missing' | 'not-a-time' | 'end-before-start' | 'since-in-future';

const zone = 'Europe/Stockholm';
const midnight = Temporal.PlainTime.from('00:00');

/**
 * Turns what was said into instants. Evening is 18–24 yesterday, night 22–06, weekend from Friday 18 to Monday 06; one
 * that is still going on ends now. Hours are local hours: the spring night is an hour shorter and the autumn night an hour longer.
 *
 * @returns the interval, or what is wrong; a clock that does not exist on the spring night is `not-a-time`
 */
export function resolveTime(choice: TimeChoice): ReportedTime | TimeProblem {
  switch (choice.kind) {
    case 'now':
      return { from: minuteOf(choice.at).toInstant().toString(), to: null, precision: 'minute' };
    case 'evening':
    case 'night':
    case 'weekend':
      return quickInterval(choice.kind, minuteOf(choice.at));
    case 'discovered':
      return sinceLastSeen(choice.since, minuteOf(choice.at));
    case 'other':
      return written(choice.from, choice.to);
  }
}

/**
 * The choice as it would have been made by a clock that was right: `ahead` is how many ms the device's clock was slow. What
 * somebody typed as a day and a clock stands, but days that were counted from a wrong today move with it.
 */
export function saidByClock(choice: TimeChoice, ahead: number): TimeChoice | null {
  if (choice.kind === 'other') return null;
  const at = choice.at + ahead;
  if (choice.kind !== 'discovered') return { ...choice, at };
  const days = Math.round(ahead / (24 * 3600_000));
  const since = { ...choice.since, date: Temporal.PlainDate.from(choice.since.date).add({ days }).toString() };
  return { ...choice, at, since };
}

/** The day and clock of an instant in Sweden, for filling in fields. */
export function localMoment(at: number): LocalMoment {
  const here = minuteOf(at);
  return { date: here.toPlainDate().toString(), time: here.toPlainTime().toString({ smallestUnit: 'minute' }) };
}

export type LastSeen = 'this-morning' | 'yesterday' | 'friday';

/** When a place was probably last seen whole: this morning at 7, yesterday at 16, last Friday at 16; `null` when that lies ahead. */
export function lastSeen(preset: LastSeen, at: number): LocalMoment | null {
  const now = minuteOf(at);
  const today = now.toPlainDate();
  if (preset === 'this-morning') return now.hour < 7 ? null : { date: today.toString(), time: '07:00' };
  if (preset === 'yesterday') return { date: today.subtract({ days: 1 }).toString(), time: '16:00' };
  const back = (today.dayOfWeek + 2) % 7;
  return { date: today.subtract({ days: back < 2 ? back + 7 : back }).toString(), time: '16:00' };
}

function minuteOf(at: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .round({ smallestUnit: 'minute', roundingMode: 'trunc' });
}

function quickInterval(kind: 'evening' | 'night' | 'weekend', now: Temporal.ZonedDateTime): ReportedTime {
  const today = now.toPlainDate();
  if (kind === 'evening') return upTo(hourOf(today.subtract({ days: 1 }), 18), hourOf(today, 0), now);
  if (kind === 'night') {
    const evening = now.hour >= 22 ? today : today.subtract({ days: 1 });
    return upTo(hourOf(evening, 22), hourOf(evening.add({ days: 1 }), 6), now);
  }
  const sinceFriday = (today.dayOfWeek + 2) % 7;
  const thisFriday = today.subtract({ days: sinceFriday });
  const friday = sinceFriday === 0 && now.hour < 18 ? thisFriday.subtract({ days: 7 }) : thisFriday;
  return upTo(hourOf(friday, 18), hourOf(friday.add({ days: 3 }), 6), now);
}

function hourOf(day: Temporal.PlainDate, hour: number): Temporal.ZonedDateTime {
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour }) });
}

function upTo(from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime, now: Temporal.ZonedDateTime): ReportedTime {
  const end = Temporal.ZonedDateTime.compare(to, now) > 0 ? now : to;
  return { from: from.toInstant().toString(), to: end.toInstant().toString(), precision: 'hour' };
}

function sinceLastSeen(since: LocalMoment, now: Temporal.ZonedDateTime): ReportedTime | TimeProblem {
  if (since.date === '' || since.time === '') return 'time-missing';
  const from = momentOf(since.date, since.time);
  if (from === null) return 'not-a-time';
  if (Temporal.ZonedDateTime.compare(from, now) > 0) return 'since-in-future';
  return { from: from.toInstant().toString(), to: now.toInstant().toString(), precision: 'hour' };
}

/** A day without a clock is the whole day; an end without a day is the same day, or the next one when its clock is earlier. */
function written(from: LocalMoment, to: LocalMoment): ReportedTime | TimeProblem {
  if (from.date === '') return 'time-missing';
  const start = momentOf(from.date, from.time);
  if (start === null) return 'not-a-time';
  const end = endOf(from, to);
  if (end === null) return 'not-a-time';
  if (end === undefined) return { from: start.toInstant().toString(), to: null, precision: 'minute' };
  if (Temporal.ZonedDateTime.compare(end, start) < 0) return 'end-before-start';
  const precision = from.time === '' ? 'day' : 'minute';
  return { from: start.toInstant().toString(), to: end.toInstant().toString(), precision };
}

/** `undefined`: no end was given; `null`: it is no time. */
function endOf(from: LocalMoment, to: LocalMoment): Temporal.ZonedDateTime | null | undefined {
  if (to.date === '' && to.time === '') return from.time === '' ? nextMidnight(from.date) : undefined;
  if (to.time === '') return nextMidnight(to.date);
  if (to.date !== '') return momentOf(to.date, to.time);
  const day = Temporal.PlainDate.from(from.date);
  return momentOf((to.time < from.time ? day.add({ days: 1 }) : day).toString(), to.time);
}

function nextMidnight(date: string): Temporal.ZonedDateTime {
  const end = Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime({ timeZone: zone, plainTime: midnight });
  const now = Temporal.Now.zonedDateTimeISO(zone).round({ smallestUnit: 'minute', roundingMode: 'trunc' });
  const today = now.toPlainDate().toString() === date;
  return today ? now : end;
}

/** The earlier instant in the autumn's double hour; `null` in the spring's missing one and for days that do not exist. */
function momentOf(date: string, time: string): Temporal.ZonedDateTime | null {
  try {
    const local = Temporal.PlainDate.from(date).toPlainDateTime(time === '' ? midnight : Temporal.PlainTime.from(time));
    const moment = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
    return moment.toPlainDateTime().equals(local) ? moment : null;
  } catch {
    return null; // The pickers give nothing else than days and clocks, but a typed field on an old browser does.
  }
}
