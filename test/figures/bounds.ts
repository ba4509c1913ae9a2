import { clopperPearson } from '../../api/src/analysis/exact-test.js';
import type { Tally } from './experiments.js';

/** What a figure promises: at most, or at least, this share of the maps. */
export interface Promised {
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** `breaks`: not even the limit of the 95 % interval keeps the promise, so it is not the chance of the draw. */
export type Verdict = 'holds' | 'within chance' | 'breaks';

export interface Figure {
  readonly yes: number;
  readonly maps: number;
  readonly low: number;
  readonly high: number;
  readonly verdict: Verdict;
}

/** The share of the maps with yes, its exact 95 % interval (Clopper and Pearson 1934), and whether the promise is kept. */
export function figureOf({ yes, maps }: Pick<Tally, 'yes' | 'maps'>, key: string, promised: Promised): Figure {
  const count = yes[key] ?? 0;
  const { low, high } = clopperPearson(count, maps);
  const { atMost = 1, atLeast = 0 } = promised;
  const holds = count <= atMost * maps && count >= atLeast * maps;
  const possible = low <= atMost && high >= atLeast;
  return { yes: count, maps, low, high, verdict: holds ? 'holds' : possible ? 'within chance' : 'breaks' };
}
