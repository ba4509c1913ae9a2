import type { Circles } from './scan-circles.js';
import { logLikelihoodRatio } from './scan-statistic.js';
import type { OrderedEvents } from './space-time-events.js';

/** What the search over circles and spans of days needs to know. */
export interface Cylinders {
  readonly events: OrderedEvents;
  readonly circles: Circles;
  /** A circle may hold at most this many events. */
  readonly mostEvents: number;
  readonly mode: 'retrospective' | 'prospective';
  /** Per day with events: the latest such day that a span beginning there may end on. */
  readonly latest: Int32Array;
  /** Per day with events: the earliest such day that a span ending there may begin on. */
  readonly earliest: Int32Array;
  /** The earliest day with events that a span ending on the last day may begin on. */
  readonly earliestAlive: number;
}

/**
 * For each number of cases c in a cylinder, the least product (events in the circle) x (events in the span) that any
 * cylinder with c cases has. For a given c the likelihood ratio falls as that product grows, so nothing else is needed
 * to know the largest one, and no logarithm is taken on the way.
 */
export interface LeastProducts {
  readonly product: Float64Array;
  highest: number;
}

export function noProducts(total: number): LeastProducts {
  const least = { product: new Float64Array(total + 2), highest: total };
  forget(least);
  return least;
}

/** Back to "none seen"; 0 and 1 case are no cluster and are never noted. */
export function forget(least: LeastProducts): void {
  least.product.fill(Infinity, 2, least.highest + 1);
  least.product[0] = -1;
  least.product[1] = -1;
  least.highest = 1;
}

/** The largest likelihood ratio that the noted products give, with the cases and the product that give it. */
export function largestRatio(least: LeastProducts, total: number): { llr: number; cases: number; product: number } {
  let best = { llr: 0, cases: 0, product: 0 };
  for (let cases = 2; cases <= least.highest; cases++) {
    const product = least.product[cases]!;
    const llr = logLikelihoodRatio(cases, product / total, total);
    if (llr > best.llr) best = { llr, cases, product };
  }
  return best;
}

/**
 * Makes the function that notes the least products of all cylinders around one centre, for days given per event.
 *
 * Only spans that begin and end on a day with an event in the circle and that hold an event of a place just added can be
 * new maxima: any other has at least the events of a smaller span or circle in a larger expectation.
 */
export function createSearch(cylinders: Cylinders): (centre: number, rank: Int32Array, least: LeastProducts) => void {
  const { events, circles, mostEvents, mode } = cylinders;
  const added = new Int32Array(mostEvents + 1);
  const note = mode === 'prospective' ? createAliveNoter(cylinders) : createSpanNoter(cylinders);
  return (centre, rank, least) => {
    const { members, first, radius } = circles;
    const end = first[centre + 1]!;
    let total = 0;
    note.begin();
    for (let at = first[centre]!; at < end;) {
      const metres = radius[at]!;
      let count = 0;
      for (; at < end && radius[at] === metres; at++) {
        const past = events.start[members[at]! + 1]!;
        for (let event = events.start[members[at]!]!; event < past; event++) {
          if (total + count === mostEvents) return;
          added[count++] = rank[event]!;
        }
      }
      total += count;
      note.add(added, count, { total, least });
    }
  };
}

interface Noter {
  begin: () => void;
  add: (added: Int32Array, count: number, state: { total: number; least: LeastProducts }) => void;
}

/** The days of a circle in order, with how many events each has; only the first `size` entries count. */
class DayCounts {
  readonly days: Int32Array;
  readonly counts: Int32Array;
  size = 0;

  constructor(most: number) {
    this.days = new Int32Array(most);
    this.counts = new Int32Array(most);
  }

  /** Where a day lies or would lie. */
  placeOf(day: number): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.days[middle]! < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  insert(day: number): void {
    const { days, counts } = this;
    const place = this.placeOf(day);
    if (place < this.size && days[place] === day) {
      counts[place]!++;
      return;
    }
    if (this.size - place > 32) {
      days.copyWithin(place + 1, place, this.size);
      counts.copyWithin(place + 1, place, this.size);
    } else {
      for (let from = this.size; from > place; from--) {
        days[from] = days[from - 1]!;
        counts[from] = counts[from - 1]!;
      }
    }
    this.size++;
    days[place] = day;
    counts[place] = 1;
  }
}

/** Retrospective: spans anywhere in time. */
function createSpanNoter({ events, latest, earliest }: Cylinders): Noter {
  const { before } = events;
  const circle = new DayCounts(events.days.length);
  const { days, counts } = circle;
  const noteAround = (day: number, total: number, least: LeastProducts): void => {
    const { product } = least;
    const { size } = circle;
    const place = circle.placeOf(day);
    const first = earliest[day]!;
    let left = -counts[place]!;
    for (let from = place; from >= 0 && days[from]! >= first; from--) {
      left += counts[from]!;
      const last = latest[days[from]!]!;
      const earlier = before[days[from]!]!;
      let cases = left;
      for (let to = place; to < size && days[to]! <= last; to++) {
        cases += counts[to]!;
        const expected = total * (before[days[to]! + 1]! - earlier);
        if (expected < product[cases]!) product[cases] = expected;
      }
      if (cases > least.highest) least.highest = cases;
    }
  };
  return {
    begin: () => {
      circle.size = 0;
    },
    add: (added, count, { total, least }) => {
      for (let one = 0; one < count; one++) circle.insert(added[one]!);
      if (total < 2) return;
      for (let one = 0; one < count; one++) {
        if (one === 0 || added[one] !== added[one - 1]) noteAround(added[one]!, total, least);
      }
    },
  };
}

/** Prospective: only spans that end on the last day, so a count per day of the latest span is enough. */
function createAliveNoter({ events, earliestAlive }: Cylinders): Noter {
  const { before, days } = events;
  const all = before[days.length]!;
  const counts = new Int32Array(days.length);
  return {
    begin: () => {
      counts.fill(0, earliestAlive);
    },
    add: (added, count, { total, least }) => {
      let newest = -1;
      for (let one = 0; one < count; one++) {
        const day = added[one]!;
        if (day < earliestAlive) continue;
        counts[day]!++;
        if (day > newest) newest = day;
      }
      if (total < 2 || newest < 0) return;
      let cases = 0;
      for (let from = days.length - 1; from >= earliestAlive; from--) {
        if (counts[from] === 0) continue;
        cases += counts[from]!;
        const expected = total * (all - before[from]!);
        if (from <= newest && expected < least.product[cases]!) least.product[cases] = expected;
      }
      if (cases > least.highest) least.highest = cases;
    },
  };
}

/** One cylinder: the circle's members up to `past` and the days (by number) from and to, both within. */
export interface FoundCylinder {
  readonly past: number;
  readonly fromRank: number;
  readonly toRank: number;
}

/** The smallest circle around the centre, and in it the shortest and then earliest span, with these cases and this product. */
export function locate(
  { events, circles, mode, latest, earliestAlive }: Cylinders,
  centre: number,
  { cases, product }: { readonly cases: number; readonly product: number },
): FoundCylinder | undefined {
  const ranks: number[] = [];
  const end = circles.first[centre + 1]!;
  for (let at = circles.first[centre]!; at < end;) {
    const metres = circles.radius[at]!;
    for (; at < end && circles.radius[at] === metres; at++) {
      const place = circles.members[at]!;
      for (const one of events.rank.subarray(events.start[place], events.start[place + 1])) ranks.push(one);
    }
    if (ranks.length < cases || product % ranks.length !== 0) continue;
    const inSpan = product / ranks.length;
    const span =
      mode === 'prospective'
        ? aliveSpan(events, { ranks, cases, inSpan, earliestAlive })
        : shortestSpan(events, { ranks, cases, inSpan, latest });
    if (span) return { past: at, ...span };
  }
  return undefined;
}

type Span = Pick<FoundCylinder, 'fromRank' | 'toRank'>;

function shortestSpan(
  { before, days }: OrderedEvents,
  { ranks, cases, inSpan, latest }: { ranks: number[]; cases: number; inSpan: number; latest: Int32Array },
): Span | undefined {
  const sorted = ranks.toSorted((a, b) => a - b);
  const length = ({ fromRank, toRank }: Span): number => days[toRank]! - days[fromRank]!;
  let best: Span | undefined;
  for (let from = 0; from + cases <= sorted.length; from++) {
    const fromRank = sorted[from]!;
    const toRank = sorted[from + cases - 1]!;
    if (sorted[from - 1] === fromRank || sorted[from + cases] === toRank || toRank > latest[fromRank]!) continue;
    const span = { fromRank, toRank };
    if (before[toRank + 1]! - before[fromRank]! === inSpan && (!best || length(span) < length(best))) best = span;
  }
  return best;
}

function aliveSpan(
  { before, days }: OrderedEvents,
  { ranks, cases, inSpan, earliestAlive }: { ranks: number[]; cases: number; inSpan: number; earliestAlive: number },
): Span | undefined {
  const sorted = ranks.toSorted((a, b) => a - b);
  const from = sorted.length - cases;
  const fromRank = sorted[from]!;
  if (fromRank < earliestAlive || sorted[from - 1] === fromRank) return undefined;
  const all = before[days.length]!;
  return all - before[fromRank]! === inSpan ? { fromRank, toRank: days.length - 1 } : undefined;
}
