/** Whole degrees, minutes and perhaps seconds, divided by what people divide them by; the letter may stand first or last. */
const divided =
  /^(?:([NSEWÖV])\s*)?([-+])?(\d{1,3})\s*[°º:d\s]\s*(\d{1,2}(?:[.,]\d+)?)\s*(?:['’′:m\s]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["”″s]|''|’’)?)?)?\s*([NSEWÖV])?$/i;

/** Degrees with decimals and a sign or a letter: 55.709656° N, N55,709656. */
const decimal = /^(?:([NSEWÖV])\s*)?([-+])?(\d{1,3}[.,]\d+)\s*[°º]?\s*([NSEWÖV])?$/i;

/**
 * Reads an angle written in degrees and minutes, with or without seconds (55°42'34,8"N · N 55 42.58 · 13:11:17), or in
 * decimal degrees with a sign or a letter. Null when it is none: two or three groups of at most three digits, so that
 * "6 174 692" stays a number of metres.
 */
export function readAngle(text: string): number | null {
  const plain = text.trim();
  const single = decimal.exec(plain);
  if (single) {
    if (!single[1] && !single[4] && !/[°º]/.test(plain)) return null;
    return signed(number(single[3]!), single[2], single[1] ?? single[4]);
  }
  const match = divided.exec(plain);
  if (!match || /^\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/.test(plain)) return null;
  const [, before, sign, degrees, minuteText, secondText, after] = match;
  const minutes = number(minuteText!);
  const seconds = secondText === undefined ? 0 : number(secondText);
  // Only the last part has decimals.
  if (minutes >= 60 || seconds >= 60 || (secondText !== undefined && /[.,]/.test(minuteText!))) return null;
  return signed(Number(degrees) + minutes / 60 + seconds / 3600, sign, before ?? after);
}

function number(text: string): number {
  return Number(text.replace(',', '.'));
}

/** S and W (in Swedish also V, väst) are below zero; Ö is öst. */
function signed(value: number, sign: string | undefined, letter: string | undefined): number {
  return sign === '-' || /^[SWV]$/i.test(letter ?? '') ? -value : value;
}
