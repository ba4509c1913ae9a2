import { localDate, millisecondsPerDay, type Period } from './calendar.js';
import { binomialUpperTail } from './exact-test.js';

/** How a place has been lately: counts, and a rise where one is more than chance. */
export interface RecentChange {
  readonly latest28Days: number;
  /** Mean per 28 days earlier in the period; of the whole earlier part when that is shorter than 28 days. */
  readonly mean28DaysBefore: number;
  /** Local date since which events have come at least twice as often as before; null when there is no such day, or chance would show as much. */
  readonly since: string | null;
}

const span = 28 * millisecondsPerDay;
const fewestSince = 8;
const shortestRise = 14 * millisecondsPerDay;

/** What is told as a rise is wrong about at most this share of all maps where nothing has changed. */
const level = 0.05;
const mostSplits = 520;
/** Beyond so many events the chain over their counts does not pay. */
const mostInChain = 1000;

/** A moment that may part a quiet time from a busier one. */
interface Split {
  /** Milliseconds from it to the end of the period. */
  readonly after: number;
  /** Share of all events of the town that lie after it, were nothing new at any place. */
  readonly share: number;
}

/** What a place is judged by: where a rise may begin, and how the whole town's year goes. */
export interface Rhythm {
  readonly period: Period;
  readonly splits: readonly Split[];
  /** How many places are judged together. */
  readonly places: number;
}

/**
 * The rhythm of a town: its summers and its growing reports are nothing new at any one place. `events`: all of the town in the
 * period, in any order; of none, every moment is alike. Splits lie every seven days (further apart in periods of many years), from
 * fourteen days before the end back to the middle. Of a place that holds all events of the town nothing can be told.
 */
export function rhythmOf(events: readonly { readonly from: number }[], period: Period, places = 1): Rhythm {
  const { from, to } = period;
  const step = Math.max(7 * millisecondsPerDay, (to - from) / mostSplits);
  const last = Number.isFinite(to - from) ? (to - from) / 2 : 0;
  const afters: number[] = [];
  for (let after = shortestRise; after <= last; after += step) afters.push(after);
  // counted by their first split, so that nothing is sorted
  const first = new Float64Array(afters.length + 1);
  for (const event of events) {
    const split = Math.max(0, Math.ceil((to - event.from - shortestRise) / step));
    first[Math.min(split, afters.length)]!++;
  }
  let counted = 0;
  const splits = afters.map((after, split): Split => {
    counted += first[split]!;
    return { after, share: events.length > 0 ? counted / events.length : after / (to - from) };
  });
  return { period, splits, places };
}

/**
 * The last 28 days of the period beside the ones before, and since when it has risen. Events of the period, in any order. A rise
 * is told when it is more than the town's rhythm gives by chance, at 5 % for all places together (Bonferroni).
 */
export function recentChange(events: readonly { readonly from: number }[], rhythm: Rhythm): RecentChange {
  const { period, places } = rhythm;
  const latest28Days = events.filter((event) => event.from >= period.to - span).length;
  const spansBefore = Math.max(1, (period.to - span - period.from) / span);
  const instants = new Float64Array(events.length);
  for (let index = 0; index < instants.length; index++) instants[index] = events[index]!.from;
  instants.sort();
  return {
    latest28Days,
    mean28DaysBefore: (events.length - latest28Days) / spansBefore,
    since: isMoreThanChance(instants, rhythm, level / places) ? risingSince(instants, period) : null,
  };
}

/** Is the chance of a rise at most this? Mostly the bounds of the chance say so. */
function isMoreThanChance(instants: Float64Array, rhythm: Rhythm, most: number): boolean {
  const least = leastTail(instants, rhythm);
  // the chance lies between the least tail and the sum of as many
  if (least > most) return false;
  if (least * rhythm.splits.length <= most) return true;
  return instants.length <= mostInChain && chanceOfAny(least, instants.length, rhythm) <= most;
}

/**
 * How often would a rise as clear as this show itself at any of the splits, where nothing is new?
 *
 * A rise is at least eight events after the split, at twice the rate before; how unlikely it is, is told by the binomial tail of the
 * events after it, with the town's share for its chance. Of all splits the least tail counts, and its own chance is reckoned exactly
 * from how counts grow from split to split (a Markov chain, as in Corrado 2011, doi 10.1007/s11222-010-9174-3). `instants`: epoch
 * milliseconds of the place's events, rising. 1 when there is no rise. Time grows with the square of the events.
 */
export function chanceOfRise(instants: Float64Array, rhythm: Rhythm): number {
  const least = leastTail(instants, rhythm);
  return least === Infinity ? 1 : chanceOfAny(least, instants.length, rhythm);
}

/** Infinity without a rise. */
function leastTail(instants: Float64Array, { period, splits }: Rhythm): number {
  const count = instants.length;
  let least = Infinity;
  for (const split of splits) {
    const after = countFrom(instants, period.to - split.after);
    if (isRise(after, count, { split, period })) least = Math.min(least, binomialUpperTail(after, count, split.share));
  }
  return least;
}

/** How many lie at an instant or after it. */
function countFrom(instants: Float64Array, split: number): number {
  let [low, high] = [0, instants.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (instants[middle]! < split) low = middle + 1;
    else high = middle;
  }
  return instants.length - low;
}

function isRise(
  after: number,
  count: number,
  { split, period: { from, to } }: { split: Split; period: Period },
): boolean {
  const before = Math.max(count - after, 1) / (to - from - split.after);
  return after >= fewestSince && after / split.after >= 2 * before;
}

/** How likely is it that any split has as unlikely a rise, of so many events that follow the town's rhythm? */
function chanceOfAny(least: number, count: number, { period, splits }: Rhythm): number {
  // the chance of each number after the latest split as long as none has had enough
  let alive = Float64Array.of(1);
  let before = 0;
  for (const split of splits) {
    const enough = fewestAsUnlikely(least, count, { split, period });
    const next = new Float64Array(enough);
    const chance = before < 1 ? (split.share - before) / (1 - before) : 0;
    for (let known = 0; known < Math.min(alive.length, enough); known++) addLater(alive[known]!, next, { known, count, chance }); // prettier-ignore
    alive = next;
    before = split.share;
  }
  return Math.max(0, 1 - alive.reduce((sum, part) => sum + part, 0));
}

/** Of so many known after one split, how many are there after the next? Adds the chance of each number that is not enough. */
function addLater(
  weight: number,
  next: Float64Array,
  { known, count, chance }: { known: number; count: number; chance: number },
): void {
  const left = count - known;
  if (chance >= 1) {
    if (count < next.length) next[count]! += weight;
    return;
  }
  let more = weight * (1 - chance) ** left;
  for (let added = 0; added <= left && known + added < next.length; added++) {
    next[known + added]! += more;
    more *= ((left - added) / (added + 1)) * (chance / (1 - chance));
  }
}

/** The fewest events after a split that are a rise at least as unlikely; one more than there are when none is. */
function fewestAsUnlikely(
  tail: number,
  count: number,
  about: { readonly split: Split; readonly period: Period },
): number {
  let [low, high] = [fewestSince, count + 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isRise(middle, count, about) && binomialUpperTail(middle, count, about.split.share) <= tail) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * When a clear rise began: the event that splits the period so that the rate after it is at least twice the rate before,
 * with at least eight events and fourteen days after it and the split within the last half.
 */
function risingSince(instants: Float64Array, period: Period): string | null {
  const middle = (period.from + period.to) / 2;
  let best: { at: number; ratio: number } | null = null;
  for (let index = 0; index < instants.length; index++) {
    const at = instants[index]!;
    const after = instants.length - index;
    if (at < middle || after < fewestSince || period.to - at < shortestRise) continue;
    const rateAfter = after / (period.to - at);
    const rateBefore = Math.max(index, 1) / (at - period.from);
    const ratio = rateAfter / rateBefore;
    if (ratio >= 2 && (best === null || ratio > best.ratio)) best = { at, ratio };
  }
  return best && localDate(best.at);
}
