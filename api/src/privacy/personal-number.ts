import type { DigitGroup } from './digit-groups.js';

export interface NumberMatch {
  readonly kind: 'personnummer' | 'samordningsnummer' | 'personnummer-like';
  /** How many groups of digits it took. */
  readonly groups: number;
}

/** How people write it, as lengths of groups of digits: 850709-1234, 19850709 12 34, 1985-07-09-1234, 8 5 0 7 ... */
const shapes = new Set([
  '10', '12', '6,4', '8,4', '2,2,2,4', '4,2,2,4', '6,2,2', '8,2,2', '2,2,2,2,2', '4,2,2,2,2',
  Array(10).fill(1).join(), Array(12).fill(1).join(),
]); // prettier-ignore

const beginnings = new Set(
  [...shapes].flatMap((shape) => shape.split(',').map((_, at, all) => all.slice(0, at + 1).join())),
);

const dateGap = /^[ \u00a0]?[-–—./ \u00a0]?[ \u00a0]?$/;
const numberGap = /^[ \u00a0]{0,2}[-–—−+/.]?[ \u00a0]{0,2}$/;
/** From this year on "2026-03-12 1930" is read as a date and a time of day. */
const firstYearOfReports = 2015;

/** Only in these spellings is a number with a wrong check digit likely to be a misprinted personnummer. */
const plainShapes = new Set(['10', '12', '6,4', '8,4', '4,2,2,4']);
const plainGap = /^[-–+]$/;

/**
 * Is there a personnummer or samordningsnummer at `index`? Both the date (day + 60 for a samordningsnummer) and the
 * check digit (Luhn on the last ten digits) have to hold; with a wrong check digit it is only like one. Source: Skatteverket, SKV 704 and SKV 707.
 */
export function personalNumberAt(groups: readonly DigitGroup[], index: number): NumberMatch | null {
  let digits = '';
  let shape = '';
  for (let at = index; at < groups.length && digits.length < 12; at += 1) {
    const group = groups[at]!;
    digits += group.digits;
    shape += (at === index ? '' : ',') + group.digits.length;
    if (!beginnings.has(shape)) return null;
    if ((digits.length === 10 || digits.length === 12) && shapes.has(shape) && reads(groups, index, at)) {
      const kind = kindOf(digits, mayBeMisprinted(digits, shape, groups[at - 1]?.gap ?? null));
      if (kind && !isDateAndTime(digits, groups[at - 1]?.gap ?? null)) return { kind, groups: at - index + 1 };
    }
    if (group.gap === null || !numberGap.test(group.gap)) return null;
  }
  return null;
}

/** The gaps inside the date may be narrower than the one before the last four digits; a letter in front makes it an id. */
function reads(groups: readonly DigitGroup[], first: number, last: number): boolean {
  if (/[\p{L}_]/u.test(groups[first]!.before)) return false;
  for (let at = first; at < last; at += 1) {
    if (!(at === last - 1 ? numberGap : dateGap).test(groups[at]!.gap ?? 'none')) return false;
  }
  return true;
}

function isDateAndTime(digits: string, lastGap: string | null): boolean {
  if (digits.length !== 12 || !lastGap || !/^[ \u00a0]+$/.test(lastGap)) return false;
  const hour = Number(digits.slice(8, 10));
  const minute = Number(digits.slice(10));
  return Number(digits.slice(0, 4)) >= firstYearOfReports && hour <= 24 && minute <= 59;
}

/** Ten or twelve digits in one run, or a date, a hyphen and four digits; not what reads as a date and a time of day. */
function mayBeMisprinted(digits: string, shape: string, lastGap: string | null): boolean {
  if (!plainShapes.has(shape)) return false;
  if (shape.includes(',')) return plainGap.test(lastGap ?? '');
  return digits.length === 10 || Number(digits.slice(0, 4)) < firstYearOfReports;
}

function kindOf(digits: string, misprinted: boolean): NumberMatch['kind'] | null {
  const ten = digits.slice(-10);
  const month = Number(ten.slice(2, 4));
  const written = Number(ten.slice(4, 6));
  const day = written > 60 ? written - 60 : written;
  const years =
    digits.length === 12 ? [Number(digits.slice(0, 4))] : [1900, 2000].map((c) => c + Number(ten.slice(0, 2)));
  if (!years.some((year) => isDate(year, month, day))) return null;
  if (!luhn(ten)) return misprinted && digits.slice(-4) !== '0000' ? 'personnummer-like' : null;
  return written > 60 ? 'samordningsnummer' : 'personnummer';
}

function isDate(year: number, month: number, day: number): boolean {
  if (year < 1880 || year > 2099 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= lengths[month - 1]!;
}

function luhn(ten: string): boolean {
  let sum = 0;
  for (let at = 0; at < ten.length; at += 1) {
    const product = Number(ten[at]) * (at % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return sum % 10 === 0;
}
