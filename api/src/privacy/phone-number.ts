import type { DigitGroup } from './digit-groups.js';

/** Three-digit area codes of the Swedish numbering plan (Post- och telestyrelsen); 08 has two digits, all others four. */
const threeDigitAreas = new Set(
  '010 011 013 016 018 019 021 023 026 031 033 035 036 040 042 044 046 054 060 063 090'.split(' '),
);
const mobileAreas = new Set(['070', '072', '073', '076', '079']);
/** Numbers that belong to an authority and to no person: 114 14 as dialled from abroad. */
const authorityNumbers = new Set(['0771141400', '46771141400', '0046771141400']);

const areaGap = /^(?:[ \u00a0]?[-–—/][ \u00a0]?|[ \u00a0]|\)[ \u00a0]?-?[ \u00a0]?)$/;
const partGap = /^(?:[ \u00a0]|-|–)$/;
/** Of a mobile number the parts may be joined by points; of others that would be a time of day. */
const mobileGap = /^(?:[ \u00a0]|-|–|\.)$/;
const abroadGap = /^[ \u00a0]?[-()]{0,2}[ \u00a0]?$/;

/**
 * Is there a telephone number at `index`, and how many groups of digits long is it (0 when there is none)? Swedish
 * numbers in national form, and numbers of any country in international form. Times of day (08.30-09.45), case
 * numbers and amounts do not have the shape.
 */
export function phoneNumberAt(groups: readonly DigitGroup[], index: number): number {
  const first = groups[index]!;
  if (/[\p{L}_\d]/u.test(first.before)) return /^07[02369]\d{7}$/.test(first.digits) ? 1 : 0;
  const length =
    first.before === '+' || first.digits.startsWith('00') ? international(groups, index) : national(groups, index);
  if (length === 0) return 0;
  const digits = groups
    .slice(index, index + length)
    .map((group) => group.digits)
    .join('');
  return authorityNumbers.has(digits) ? 0 : length;
}

function international(groups: readonly DigitGroup[], index: number): number {
  const plus = groups[index]!.before === '+';
  let digits = '';
  let length = 0;
  for (let at = index; at < groups.length; at += 1) {
    const group = groups[at]!;
    if ((digits + group.digits).length > 17) break;
    digits += group.digits;
    length = at - index + 1;
    if (group.gap === null || !abroadGap.test(group.gap)) break;
  }
  const number = plus ? digits : digits.slice(2);
  const wellFormed = plus ? /^[1-9]\d{7,14}$/ : /^(?:4[0-9]|3[0-9]|1)\d{7,11}$/;
  return wellFormed.test(number) ? length : 0;
}

function national(groups: readonly DigitGroup[], index: number): number {
  const { digits, gap, before } = groups[index]!;
  if (/^467[02369]\d{7}$/.test(digits)) return 1;
  if (/^0[1-9]\d{7,8}$/.test(digits)) return /[-–./,]/.test(before) ? 0 : 1;
  const [least, most] = subscriberDigits(digits);
  const mobile = mobileAreas.has(digits);
  const between = mobile ? mobileGap : partGap;
  if (most === 0 || gap === null || !(areaGap.test(gap) || (mobile && gap === '.'))) return 0;
  let found = 0;
  let length = 1;
  for (let at = index + 1; at < groups.length; at += 1) {
    const group = groups[at]!;
    if (found + group.digits.length > most || (found > 0 && group.digits.length > 4) || group.digits.length < 2) break;
    found += group.digits.length;
    length += 1;
    if (group.gap === null || !between.test(group.gap)) break;
  }
  return found >= least ? length : 0;
}

/** How many digits follow an area code, at least and at most; [0, 0] when it is no area code. */
function subscriberDigits(area: string): readonly [number, number] {
  if (area === '08') return [6, 8];
  if (mobileAreas.has(area)) return [7, 7];
  if (area === '010') return [7, 7];
  if (threeDigitAreas.has(area)) return [5, 7];
  if (/^07[02369]\d$/.test(area)) return [6, 6];
  if (/^0[1-69]\d\d$/.test(area) && !threeDigitAreas.has(area.slice(0, 3))) return [5, 6];
  return [0, 0];
}
