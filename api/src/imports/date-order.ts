import type { DateOrder } from './instants.js';

export interface DateOrderGuess {
  readonly order: DateOrder;
  /** True when every date in the column can be read both as day/month and as month/day: the page has to ask. */
  readonly ambiguous: boolean;
}

/**
 * Decides for a whole column whether 3/4/2016 is the third of April or March the fourth. A number above 12 decides; if
 * there is none, day first is taken, as in Sweden and the rest of Europe, and said to be a guess.
 */
export function guessDateOrder(samples: Iterable<string>): DateOrderGuess {
  let dayFirst = 0;
  let monthFirst = 0;
  let undecided = 0;
  for (const text of samples) {
    const match = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}/.exec(text.trim());
    if (!match) continue;
    const [a, b] = [Number(match[1]), Number(match[2])];
    if (a > 12 && b <= 12) dayFirst += 1;
    else if (b > 12 && a <= 12) monthFirst += 1;
    else if (a !== b) undecided += 1;
  }
  if (dayFirst + monthFirst + undecided === 0) return { order: 'ymd', ambiguous: false };
  return {
    order: monthFirst > dayFirst ? 'mdy' : 'dmy',
    ambiguous: dayFirst + monthFirst === 0 || (dayFirst > 0 && monthFirst > 0),
  };
}
