import { readAngle } from './angle.js';
import { readNumber } from './cell.js';
import { readTime, readWritten } from './instants.js';

/** What a column holds, as shares (0-1) of its filled cells. */
export interface ColumnContent {
  readonly filled: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly northing: number;
  readonly easting: number;
  readonly date: number;
  readonly dateTime: number;
  readonly time: number;
  readonly crimeCode: number;
  readonly smallInteger: number;
  readonly streetNumber: number;
  readonly street: number;
  /** Share of cells that are different from all others. */
  readonly distinct: number;
  /** Share of cells with letters. */
  readonly words: number;
  readonly meanLength: number;
}

const streetEnding =
  /(gatan|vägen|gränd|gränden|torget|stigen|allén|allé|backen|platsen|plan|leden|esplanaden|kajen|parken|gata|väg|street|road|square)\b/i;

/** Looks at a sample of a column's cells. */
export function columnContent(cells: readonly string[]): ColumnContent {
  const texts = cells.filter((cell) => cell !== '');
  const share = (holds: (text: string) => boolean): number =>
    texts.length === 0 ? 0 : texts.filter(holds).length / texts.length;
  const within = (least: number, most: number) => (text: string) => {
    const value = readNumber(text);
    return value !== null && value >= least && value <= most;
  };
  const degrees = (least: number, most: number) => (text: string) => {
    const angle = readAngle(text);
    if (angle !== null) return angle >= least && angle <= most;
    return /[.,]\d/.test(text) && within(least, most)(text);
  };
  return {
    filled: cells.length === 0 ? 0 : texts.length / cells.length,
    latitude: share(degrees(55, 69.2)),
    longitude: share(degrees(10.3, 24.3)),
    northing: share(within(6_050_000, 7_750_000)),
    easting: share((text) => within(20_000, 1_000_000)(text) || within(1_150_000, 1_950_000)(text)),
    date: share((text) => isWritten(text, false)),
    dateTime: share((text) => isWritten(text, true)),
    time: share((text) => /^\d{1,2}[:.]\d\d|^\d{4}$|^\d{1,2}$/.test(text) && readTime(text) !== null),
    crimeCode: share((text) => /^\d{4}$/.test(text) || /^[3-9]\d\d$/.test(text)),
    smallInteger: share((text) => /^[1-9]\d{0,2}$/.test(text)),
    streetNumber: share((text) => /^\d{1,4} ?[A-Za-z]?(?:-\d{1,4} ?[A-Za-z]?)?$/.test(text)),
    street: share((text) => streetEnding.test(text)),
    distinct: texts.length === 0 ? 0 : new Set(texts).size / texts.length,
    words: share((text) => /\p{L}{2}/u.test(text)),
    meanLength: texts.length === 0 ? 0 : texts.reduce((sum, text) => sum + text.length, 0) / texts.length,
  };
}

function isWritten(text: string, withTime: boolean): boolean {
  if (/^\d{5}(?:[.,]\d+)?$/.test(text)) return false;
  const written = readWritten(text);
  if (written === 'date-does-not-exist') return !withTime || /\d[T ]\d/.test(text);
  return typeof written !== 'string' && (written.minutes !== null) === withTime;
}
