/** When to be at a place: which few passes of a week hold most of its events. No Nest, no database, no clock. */

export interface Pass {
  /** ISO: 1 Monday to 7 Sunday, of its first hour. */
  readonly weekday: number;
  /** 0 to 23, on the wall. */
  readonly hour: number;
  /** How many hours it lasts; it may go over midnight, and from Sunday to Monday. */
  readonly hours: number;
  /** How much of all weight lies in it, 0 to 1. */
  readonly share: number;
}

export interface PlanLimits {
  readonly fewest: number;
  readonly most: number;
  readonly shortest: number;
  readonly longest: number;
  /** An hour is worth a pass when it holds so many times what a mean hour of the week holds. */
  readonly worth: number;
}

export const usualLimits: PlanLimits = { fewest: 3, most: 5, shortest: 2, longest: 4, worth: 2 };

/** Fewer events in a year say too little of hours to plan by. */
export const fewestEvents = 20;

/**
 * The passes that cover most of a week's weight beyond what their hours cost: hours in a ring (Monday 0 to Sunday 23),
 * each with its weight, for instance the aoristic weights of a hot spot. Each hour of a pass costs `worth` mean hours, so
 * that a pass is no longer than it has reason to be; at least `fewest` passes are given, more only where they gain.
 *
 * It is the maximal covering location problem (Church & ReVelle 1974, doi:10.1007/BF01942293) on a ring of hours, where
 * what can be chosen are intervals: that case is solved exactly by dynamic programming, not by a greedy rule. No pass
 * straddles the seam of at least one of the rotations by 0 … longest − 1 hours, so the best of these is the best of all.
 *
 * @returns the passes in the order of the week; none when there is no weight
 */
export function bestPasses(weights: readonly number[], limits: PlanLimits = usualLimits): Pass[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) return [];
  const cost = (limits.worth * total) / weights.length;
  let best: { readonly gain: number; readonly chosen: readonly Interval[] } = { gain: -Infinity, chosen: [] };
  for (let turn = 0; turn < limits.longest; turn += 1) {
    const line = weights.map((_, hour) => weights[(hour + turn) % weights.length]! - cost);
    const found = onLine(line, limits);
    if (found.gain > best.gain + 1e-9)
      best = {
        gain: found.gain,
        chosen: found.chosen.map(({ start, hours }) => ({ start: (start + turn) % weights.length, hours })),
      };
  }
  return [...best.chosen]
    .sort((a, b) => a.start - b.start)
    .map(({ start, hours }) => ({
      weekday: Math.floor(start / 24) + 1,
      hour: start % 24,
      hours,
      share:
        Array.from({ length: hours }, (_, at) => weights[(start + at) % weights.length]!).reduce((a, b) => a + b, 0) /
        total,
    }));
}

/** Those of a plan that begin on a weekday (ISO) and are not over at an hour of it; one over midnight is told on its first day. */
export function passesLeft(passes: readonly Pass[], now: { readonly weekday: number; readonly hour: number }): Pass[] {
  return passes.filter(({ weekday, hour, hours }) => weekday === now.weekday && hour + hours > now.hour);
}

interface Interval {
  readonly start: number;
  readonly hours: number;
}

/** The best disjoint intervals on a line: for each number of passes the best of the first so many hours. */
function onLine(values: readonly number[], { fewest, most, shortest, longest }: PlanLimits) {
  const sums = [0];
  for (const value of values) sums.push(sums.at(-1)! + value);
  const rows = [values.map(() => 0).concat(0)];
  const taken: number[][] = [[]];
  for (let passes = 1; passes <= most; passes += 1) {
    const before = rows[passes - 1]!;
    const row = [-Infinity];
    const lengths = [0];
    for (let end = 1; end <= values.length; end += 1) {
      let [gain, length] = [row[end - 1]!, 0];
      for (let hours = shortest; hours <= Math.min(longest, end); hours += 1) {
        const with_ = before[end - hours]! + sums[end]! - sums[end - hours]!;
        if (with_ > gain + 1e-9) [gain, length] = [with_, hours];
      }
      row.push(gain);
      lengths.push(length);
    }
    rows.push(row);
    taken.push(lengths);
  }
  let passes = fewest;
  for (let more = fewest + 1; more <= most; more += 1)
    if (rows[more]!.at(-1)! > rows[passes]!.at(-1)! + 1e-9) passes = more;
  return { gain: rows[passes]!.at(-1)!, chosen: traced(taken, passes, values.length) };
}

function traced(taken: readonly (readonly number[])[], passes: number, hours: number): Interval[] {
  const chosen: Interval[] = [];
  let end = hours;
  for (let left = passes; left > 0 && end > 0;) {
    const length = taken[left]![end]!;
    if (length === 0) end -= 1;
    else {
      chosen.push({ start: end - length, hours: length });
      end -= length;
      left -= 1;
    }
  }
  return chosen;
}
