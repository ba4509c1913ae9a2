/** Two counts over so and so many days, held against each other. */
export interface Counted {
  count: number;
  days: number;
}

/** How many times as many per day as before, with a 95 % interval; or that there are too few to say. */
export type Difference =
  | { kind: 'too-few'; together: number; needed: number }
  | { kind: 'ratio'; ratio: number; low: number; high: number; sure: 'more' | 'fewer' | 'unsure' };

/** Together the two periods must have this many events before a ratio is told. */
export const fewestTogether = 20;

const z = 1.959964;

/**
 * Compares two counts: given their sum, the later one is binomial (Przyborowski and Wilenski 1940, doi:10.1093/biomet/31.3-4.313)
 * and its share has Wilson's score interval (1927, doi:10.1080/01621459.1927.10502953). It holds events to be independent:
 * series by the same hand make the true interval wider.
 */
export function differenceOf(now: Counted, before: Counted): Difference {
  const together = now.count + before.count;
  if (together < fewestTogether || now.days <= 0 || before.days <= 0) {
    return { kind: 'too-few', together, needed: Math.max(1, fewestTogether - together) };
  }
  const perDay = before.days / now.days;
  const share = now.count / together;
  const middle = (share + z ** 2 / (2 * together)) / (1 + z ** 2 / together);
  const reach =
    (z / (1 + z ** 2 / together)) * Math.sqrt((share * (1 - share)) / together + z ** 2 / (4 * together ** 2));
  const asRatio = (part: number) => (part >= 1 ? Infinity : (part / (1 - part)) * perDay);
  const [low, high] = [asRatio(Math.max(0, middle - reach)), asRatio(Math.min(1, middle + reach))];
  const sure = low > 1 ? 'more' : high < 1 ? 'fewer' : 'unsure';
  return { kind: 'ratio', ratio: asRatio(share), low, high, sure };
}
