/**
 * How much better do `cases` events inside a window fit a higher rate there than the same rate everywhere?
 *
 * Kulldorff's log likelihood ratio (1997, doi 10.1080/03610929708831995): c ln(c/E) + (C-c) ln((C-c)/(C-E)) when the
 * window holds more than expected, else 0. `expected` is what the comparison gives the window of the `total` events.
 * Never NaN: 0 too for no events, nothing expected, everything expected inside, or a total without end.
 */
export function logLikelihoodRatio(cases: number, expected: number, total: number): number {
  if (!(cases > expected) || !(expected > 0) || !(cases <= total) || total === Infinity) return 0;
  const outside = total - cases;
  const rest = outside > 0 ? outside * Math.log(outside / (total - expected)) : 0;
  return cases * Math.log(cases / expected) + rest;
}

/**
 * The Monte Carlo p-value: (1 + how many simulated maxima reach the observed) / (1 + simulations) (Dwass 1957). Never 0;
 * 1 without simulations. Every cluster is ranked against the same largest values, so p holds for the whole map.
 */
export function monteCarloP(observed: number, maxima: Float64Array): number {
  let reached = 0;
  for (const simulated of maxima) if (simulated >= observed) reached++;
  return (1 + reached) / (1 + maxima.length);
}

/** What a long calculation tells and asks meanwhile. */
export interface Watching {
  /** Called after each simulated map. */
  readonly onProgress?: (done: number, all: number) => void;
  /** Asked before each simulated map: true ends the run; the maps drawn so far still give a true, coarser p. */
  readonly shouldStop?: () => boolean;
}

export interface WatchingMaxima extends Watching {
  /** Told the largest statistic of each simulated map, so that a caller with one question can stop when it is answered. */
  readonly onMaximum?: (largest: number) => void;
}

/** Draws up to `count` simulated maps, each giving its largest statistic, until told to stop. */
export function simulateMaxima(
  count: number,
  drawMaximum: () => number,
  watching: WatchingMaxima,
): { readonly maxima: Float64Array; readonly stopped: boolean } {
  const maxima = new Float64Array(count);
  for (let done = 0; done < count; done++) {
    if (watching.shouldStop?.()) return { maxima: maxima.slice(0, done), stopped: true };
    maxima[done] = drawMaximum();
    watching.onMaximum?.(maxima[done]!);
    watching.onProgress?.(done + 1, count);
  }
  return { maxima, stopped: false };
}
