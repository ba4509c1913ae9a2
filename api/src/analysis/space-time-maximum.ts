import { logLikelihoodRatio } from './scan-statistic.js';
import type { Cylinders } from './space-time-cylinders.js';

/** Likelihood ratios are told apart this finely before they are reckoned. */
const levelStep = 0.25;

/** What a cylinder must be to beat a likelihood ratio. */
interface Bar {
  /** Per number of cases: the product (events in the circle) x (events in the span) that it must stay below. */
  readonly product: Float64Array;
  /** Per number of events in the circle: the fewest cases that can do it at all. */
  readonly fewest: Int32Array;
}

/**
 * Makes the function that finds the largest likelihood ratio of any cylinder, for days given per event; the same value as
 * `largestRatio` after a retrospective search, and nothing else.
 *
 * For one number of cases the ratio falls as the expectation grows, so beating the best one found so far takes a product
 * below a bar. A span with c cases holds at least c events, so a circle of n events needs as many cases as make n x c
 * pass under the bar: most spans of a large circle hold fewer, and are passed over with one comparison.
 */
export function createMaximum(cylinders: Cylinders): (rank: Int32Array) => number {
  const { events, circles, mostEvents, latest, earliest } = cylinders;
  const { members, first, radius } = circles;
  const { before, start } = events;
  const days = events.days.length;
  const all = events.row.length;
  const barAt = createBars(cylinders);
  const counts = new Int32Array(days);
  /** Per day: the events of the circle in the longest span that begins there. */
  const inSpan = new Int32Array(days);
  const added = new Int32Array(mostEvents + 1);
  let best = 0;
  let bar = barAt(0);

  const tryFrom = (from: number, day: number, total: number): void => {
    const last = latest[from]!;
    const earlier = before[from]!;
    const mostCases = inSpan[from]!;
    let cases = 0;
    for (let to = from; to < day; to++) cases += counts[to]!;
    for (let to = day; to <= last; to++) {
      cases += counts[to]!;
      const product = total * (before[to + 1]! - earlier);
      // longer spans hold no more cases than the longest one does
      if (product >= bar.product[mostCases]!) return;
      if (product >= bar.product[cases]!) continue;
      const ratio = logLikelihoodRatio(cases, product / all, all);
      if (ratio <= best) continue;
      best = ratio;
      bar = barAt(Math.floor(best / levelStep));
    }
  };
  const tryAround = (day: number, total: number): void => {
    const until = before[day + 1]!;
    for (let from = earliest[day]!; from <= day; from++) {
      const cases = inSpan[from]!;
      if (cases >= bar.fewest[total]! && total * (until - before[from]!) < bar.product[cases]!)
        tryFrom(from, day, total);
    }
  };
  const searchAround = (centre: number, rank: Int32Array): void => {
    counts.fill(0);
    inSpan.fill(0);
    let fullest = 0;
    const end = first[centre + 1]!;
    let total = 0;
    for (let at = first[centre]!; at < end;) {
      const metres = radius[at]!;
      let more = 0;
      for (; at < end && radius[at] === metres; at++) {
        const past = start[members[at]! + 1]!;
        for (let event = start[members[at]!]!; event < past; event++) {
          if (total + more === mostEvents) return;
          added[more++] = rank[event]!;
        }
      }
      total += more;
      for (let one = 0; one < more; one++) {
        const day = added[one]!;
        counts[day]!++;
        fullest = Math.max(fullest, raised(inSpan, earliest[day]!, day));
      }
      if (fullest < bar.fewest[total]!) continue;
      for (let one = 0; one < more; one++) tryAround(added[one]!, total);
    }
  };
  return (rank) => {
    best = 0;
    bar = barAt(0);
    for (let centre = 0; centre + 1 < first.length; centre++) searchAround(centre, rank);
    return best;
  };
}

/** One more in each of these; the largest of them then. */
function raised(values: Int32Array, from: number, to: number): number {
  let largest = 0;
  for (let at = from; at <= to; at++) {
    const value = values[at]! + 1;
    values[at] = value;
    if (value > largest) largest = value;
  }
  return largest;
}

/** The bars by level, each made when it is first reached. */
function createBars({ events, mostEvents, latest }: Cylinders): (level: number) => Bar {
  const all = events.row.length;
  let mostCases = 0;
  for (let from = 0; from < latest.length; from++)
    mostCases = Math.max(mostCases, events.before[latest[from]! + 1]! - events.before[from]!);
  mostCases = Math.min(mostCases, mostEvents);
  const bars: (Bar | undefined)[] = [];
  return (level) => (bars[level] ??= barFor(level * levelStep, { all, mostCases, mostEvents }));
}

function barFor(
  ratio: number,
  { all, mostCases, mostEvents }: { readonly all: number; readonly mostCases: number; readonly mostEvents: number },
): Bar {
  const product = new Float64Array(mostCases + 1);
  for (let cases = 2; cases <= mostCases; cases++) product[cases] = all * expectationFor(ratio, cases, all);
  const fewest = new Int32Array(mostEvents + 1);
  for (let total = 0, cases = 2; total <= mostEvents; total++) {
    // the more events in the circle, the more cases it takes
    while (cases <= mostCases && !(total * cases < product[cases]!)) cases++;
    fewest[total] = cases;
  }
  return { product, fewest };
}

/** A little more than the largest expectation with which so many cases reach the ratio, so that rounding loses nothing. */
function expectationFor(ratio: number, cases: number, all: number): number {
  let [low, high] = [0, cases];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (logLikelihoodRatio(cases, middle, all) >= ratio) low = middle;
    else high = middle;
  }
  return high * (1 + 1e-9);
}
