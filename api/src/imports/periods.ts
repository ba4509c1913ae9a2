import { Temporal } from 'temporal-polyfill';
import { localDay } from './instants.js';

/** A period as epoch milliseconds, the end exclusive, in Swedish local time. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

const months = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const englishMonths: Record<string, number> = { may: 5, oct: 10 };

/**
 * Reads a period as tables write it: 2026-03, mars 2026, mar-26, v. 12 2026, 2026-W12, v2612, T1 2026 (tertial),
 * Q1/kv 1 2026, 2026, 2026-03-31. Null when it is none. Weeks are ISO weeks.
 */
export function readPeriod(text: string): Period | null {
  const plain = text
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  return readYearAndMonth(plain) ?? readWeek(plain) ?? readPart(plain) ?? readDay(plain);
}

function readYearAndMonth(text: string): Period | null {
  const year = /^(?:år ?)?((?:19|20)\d\d)$/.exec(text);
  if (year) return span(Number(year[1]), 1, 12);
  const numbers =
    /^((?:19|20)\d\d)[-/. ]?(0[1-9]|1[0-2])$/.exec(text) ?? swap(/^(0?[1-9]|1[0-2])[-/.]((?:19|20)\d\d)$/.exec(text));
  if (numbers) return span(Number(numbers[1]), Number(numbers[2]), 1);
  const words =
    /^([a-zåäö]{3,9})\.?[ -]?((?:19|20)?\d\d)$/.exec(text) ??
    swap(/^((?:19|20)\d\d)[ -]([a-zåäö]{3,9})\.?$/.exec(text));
  if (!words) return null;
  const month = monthNumber(words[1]!) || monthNumber(words[2]!);
  const yearText = /^\d+$/.test(words[1]!) ? words[1]! : words[2]!;
  return month === 0 ? null : span(fullYear(yearText), month, 1);
}

function readWeek(text: string): Period | null {
  const yearFirst = /^((?:19|20)\d\d)[- ]?(?:w|v|vecka|week)\.? ?(\d{1,2})$/.exec(text);
  const weekFirst = /^(?:w|v|vecka|week)\.? ?(\d{1,2})[ ,/-]+((?:19|20)\d\d)$/.exec(text);
  const packed = /^v(\d\d)(\d\d)$/.exec(text);
  const year = Number(yearFirst?.[1] ?? weekFirst?.[2] ?? (packed ? `20${packed[1]}` : NaN));
  const week = Number(yearFirst?.[2] ?? weekFirst?.[1] ?? packed?.[2] ?? NaN);
  if (!(week >= 1 && week <= 53)) return null;
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: week - 1 });
  return monday.yearOfWeek === year ? { from: startOf(monday), to: startOf(monday.add({ weeks: 1 })) } : null;
}

function readPart(text: string): Period | null {
  const partFirst = /^(t|tertial|q|k|kv|kvartal|h|halvår)\.? ?([1-4])[ ,/-]*((?:19|20)\d\d)$/.exec(text);
  const yearFirst = /^((?:19|20)\d\d)[ -]?(t|tertial|q|k|kv|kvartal|h|halvår)\.? ?([1-4])$/.exec(text);
  const kind = partFirst?.[1] ?? yearFirst?.[2];
  if (!kind) return null;
  const part = Number(partFirst?.[2] ?? yearFirst?.[3]);
  const length = kind.startsWith('t') ? 4 : kind.startsWith('h') ? 6 : 3;
  return part * length > 12 ? null : span(Number(partFirst?.[3] ?? yearFirst?.[1]), (part - 1) * length + 1, length);
}

function readDay(text: string): Period | null {
  const match = /^((?:19|20)\d\d)-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return null;
  try {
    const day = Temporal.PlainDate.from(text);
    return { from: startOf(day), to: startOf(day.add({ days: 1 })) };
  } catch {
    return null;
  }
}

function span(year: number, month: number, length: number): Period {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return { from: startOf(first), to: startOf(first.add({ months: length })) };
}

function startOf(date: Temporal.PlainDate): number {
  return localDay({ year: date.year, month: date.month, day: date.day }).start;
}

function swap(match: RegExpExecArray | null): string[] | null {
  return match && [match[0], match[2]!, match[1]!];
}

function monthNumber(word: string): number {
  const three = word.slice(0, 3);
  return englishMonths[three] ?? months.indexOf(three) + 1;
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}
