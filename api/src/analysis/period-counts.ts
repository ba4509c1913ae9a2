import type { Period } from './calendar.js';

/**
 * How many instants lie in each of many periods, which may overlap. Each instant is placed once between the edges of the
 * periods, in a slot; what lies in a period is the sum of its slots. Nothing is sorted but the edges, and counts of
 * different things can share the slots.
 */
export class PeriodCounts {
  private readonly edges: Float64Array;

  constructor(periods: readonly Period[]) {
    this.edges = Float64Array.from(new Set(periods.flatMap(({ from, to }) => [from, to]))).sort();
  }

  /** One more than there are edges. */
  get slots(): number {
    return this.edges.length + 1;
  }

  /** The slot of an instant; that of NaN is the first, which lies in no period. */
  slotOf(instant: number): number {
    return this.edgesUpTo(instant);
  }

  /** Answers how many lie in a period that was given at the start, from the numbers in the slots. */
  within(counts: Int32Array): (period: Period) => number {
    const before = new Float64Array(counts.length + 1);
    for (let slot = 0; slot < counts.length; slot++) before[slot + 1] = before[slot]! + counts[slot]!;
    const upTo = (instant: number) => before[this.edgesUpTo(instant)]!;
    return ({ from, to }) => Math.max(0, upTo(to) - upTo(from));
  }

  /** How many edges lie at or before an instant. */
  private edgesUpTo(instant: number): number {
    let low = 0;
    let high = this.edges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.edges[middle]! <= instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
