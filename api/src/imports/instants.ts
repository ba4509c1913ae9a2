import { Temporal } from 'temporal-polyfill';

/** In what order a column writes day, month and year. `ymd` is the Swedish one. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

export type InstantProblem =
  | 'date-missing'
  | 'date-not-readable'
  | 'date-does-not-exist'
  | 'date-not-plausible'
  | 'time-not-readable'
  | 'time-does-not-exist';

export interface LocalDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A moment as it was written: an instant when it carried its own offset, otherwise a local date and perhaps a time. */
export interface WrittenTime {
  readonly date: LocalDate;
  /** Minutes after local midnight (0-1440), null when only a date was written. */
  readonly minutes: number | null;
  readonly hourOnly: boolean;
  /** Epoch milliseconds when the text carried an offset of its own (2016-01-01T20:00+01:00). */
  readonly instant: number | null;
}

const zone = 'Europe/Stockholm';
const monthNames = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const englishMonths: Record<string, number> = { may: 5, oct: 10 };
const firstYear = 1980;
const lastYear = 2099;

/**
 * Reads one date, with or without a time, in the forms seen in Swedish extracts: 2016-01-01 20:00, 2016-01-01T20:00,
 * 20160101, 1/1/2016, 1 januari 2016, Excel's serial number. `order` decides 3/4/2016 and comes from the whole column.
 */
export function readWritten(text: string, order: DateOrder = 'ymd'): WrittenTime | InstantProblem {
  if (text === '') return 'date-missing';
  const serial = /^[2-7]\d{4}(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null;
  if (serial !== null) return fromSerial(serial);
  const parts = splitDateAndTime(text);
  const date = readDate(parts.date, order);
  if (typeof date === 'string') return date;
  if (parts.time === '') return { date, minutes: null, hourOnly: false, instant: null };
  const offset = /^(.+?) ?(Z|[+-]\d\d:?\d\d)$/i.exec(parts.time);
  const time = readTime(offset ? offset[1]! : parts.time);
  if (time === null) return 'time-not-readable';
  return { date, ...time, instant: offset ? withOffset(date, time.minutes, offset[2]!) : null };
}

function splitDateAndTime(text: string): { date: string; time: string } {
  const match = /^(\d{8}|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})(?:[T ,]+(?:kl\.? ?)?(.*))?$/i.exec(text);
  if (match) return { date: match[1]!, time: match[2] ?? '' };
  const named = /^((?:den )?\d{1,2}\.? [a-zåäö]+\.? \d{4})(?:[, ]+(?:kl\.? ?)?(.*))?$/i.exec(text);
  if (named) return { date: named[1]!, time: named[2] ?? '' };
  const packed = /^(\d{8})(\d{4}(?:\d{2})?)$/.exec(text);
  return packed ? { date: packed[1]!, time: packed[2]!.slice(0, 4) } : { date: text, time: '' };
}

function readDate(text: string, order: DateOrder): LocalDate | InstantProblem {
  const packed = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (packed) return exists(Number(packed[1]), Number(packed[2]), Number(packed[3]));
  const named = /^(?:den )?(\d{1,2})\.? ([a-zåäö]+)\.? (\d{4})$/i.exec(text);
  if (named) {
    const word = named[2]!.toLowerCase().slice(0, 3);
    const month = englishMonths[word] ?? monthNames.indexOf(word) + 1;
    return month > 0 ? exists(Number(named[3]), month, Number(named[1])) : 'date-not-readable';
  }
  const match = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$/.exec(text);
  if (!match) return 'date-not-readable';
  const [a, b, c] = [match[1]!, match[3]!, match[4]!];
  if (a.length === 4 && c.length <= 2) return exists(Number(a), Number(b), Number(c));
  if (c.length !== 4 || a.length > 2) return 'date-not-readable';
  return order === 'mdy' ? exists(Number(c), Number(a), Number(b)) : exists(Number(c), Number(b), Number(a));
}

function exists(year: number, month: number, day: number): LocalDate | InstantProblem {
  if (month < 1 || month > 12 || day < 1 || day > 31) return 'date-does-not-exist';
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (day > [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!) return 'date-does-not-exist';
  return year < firstYear || year > lastYear ? 'date-not-plausible' : { year, month, day };
}

/** Reads a time of day: 20:39, 20.39, 2039, 8:09, 20:39:00, "20", 24:00. Null when it is none. */
export function readTime(text: string): { minutes: number; hourOnly: boolean } | null {
  const plain = text.replace(/^(?:kl\.? ?|ca\.? ?)/i, '').trim();
  const fraction = /^0?[.,]\d{3,}$/.test(plain) ? Number(`0.${plain.split(/[.,]/)[1]}`) : null;
  if (fraction !== null) return { minutes: Math.round(fraction * 1440), hourOnly: false };
  const hour = /^(\d{1,2})(?: ?[-–] ?\d{1,2})?$/.exec(plain);
  if (hour) return Number(hour[1]) <= 24 ? { minutes: Number(hour[1]) * 60, hourOnly: true } : null;
  const match = /^(\d{1,2})[:.]?(\d\d)(?::\d\d(?:[.,]\d+)?)?$/.exec(plain);
  if (!match) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minutes <= 1440 ? { minutes, hourOnly: false } : null;
}

/** Excel counts days from 1899-12-30; the fraction is the time of day. */
function fromSerial(serial: number): WrittenTime | InstantProblem {
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  const date = exists(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
  if (typeof date === 'string') return date;
  const minutes = serial % 1 === 0 ? null : Math.round((serial % 1) * 1440);
  return { date, minutes, hourOnly: false, instant: null };
}

function withOffset(date: LocalDate, minutes: number, offset: string): number {
  const sign = offset.startsWith('-') ? -1 : 1;
  const digits = offset.replace(/\D/g, '');
  const shift = digits === '' ? 0 : sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)));
  return Date.UTC(date.year, date.month - 1, date.day) + (minutes - shift) * 60_000;
}

interface LocalDay {
  readonly start: number;
  readonly minutes: number;
}

const days = new Map<number, LocalDay>();
const mostDays = 40_000;

/** When a local day begins (epoch ms), and how many minutes it has: 1,380 or 1,500 when the clocks change. */
export function localDay(date: LocalDate): LocalDay {
  const key = date.year * 10_000 + date.month * 100 + date.day;
  const known = days.get(key);
  if (known) return known;
  const plain = Temporal.PlainDate.from(date);
  const start = plain.toZonedDateTime(zone).epochMilliseconds;
  const day = { start, minutes: (plain.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - start) / 60_000 };
  if (days.size > mostDays) days.clear();
  days.set(key, day);
  return day;
}

/**
 * Local time in Sweden to epoch milliseconds. In autumn's double hour the earlier instant is taken; a time inside
 * spring's missing hour does not exist. 24:00 is the end of the day.
 */
export function toInstant(date: LocalDate, minutes: number): number | 'time-does-not-exist' {
  const day = localDay(date);
  if (minutes >= 1440) return day.start + day.minutes * 60_000;
  if (day.minutes === 1440) return day.start + minutes * 60_000;
  const plain = Temporal.PlainDateTime.from({ ...date, hour: Math.floor(minutes / 60), minute: minutes % 60 });
  const zoned = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  return zoned.toPlainDateTime().equals(plain) ? zoned.epochMilliseconds : 'time-does-not-exist';
}

const offsets = new Map<number, number>();

/** The local date of an instant in Sweden, as 20161231; with `hoursBack` 12 the date on which its night began (noon to noon). */
export function localDateKey(instant: number, hoursBack = 0): number {
  const hour = Math.floor(instant / 3_600_000);
  let offset = offsets.get(hour);
  if (offset === undefined) {
    const zoned = Temporal.Instant.fromEpochMilliseconds(hour * 3_600_000).toZonedDateTimeISO(zone);
    offset = zoned.offsetNanoseconds / 1e6;
    if (offsets.size > mostDays) offsets.clear();
    offsets.set(hour, offset);
  }
  const local = new Date(instant + offset - hoursBack * 3_600_000);
  return local.getUTCFullYear() * 10_000 + (local.getUTCMonth() + 1) * 100 + local.getUTCDate();
}

/** First and last instant (exclusive) of the local month that holds this instant. */
export function monthOf(instant: number): { readonly from: number; readonly to: number } {
  const key = localDateKey(instant);
  const year = Math.floor(key / 10_000);
  const month = Math.floor(key / 100) % 100;
  const next = month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
  return { from: localDay({ year, month, day: 1 }).start, to: localDay(next).start };
}
