import type { Metres } from './projection.js';
import type { MetresRing } from './polygon.js';

/**
 * Where two sides of a drawn ring first cross, in metres, and which sides they are (the number of the corner each begins
 * at); null when none do. Every pair is compared: for rings of a few hundred corners that somebody draws by hand.
 */
export function crossingOf(
  ring: MetresRing,
): { readonly at: Metres; readonly sides: readonly [number, number] } | null {
  const count = ring.length - 1;
  for (let first = 0; first < count; first++) {
    for (let second = first + 2; second < count; second++) {
      if (first === 0 && second === count - 1) continue;
      const at = meeting([ring[first]!, ring[first + 1]!], [ring[second]!, ring[second + 1]!]);
      if (at) return { at, sides: [first, second] };
    }
  }
  return null;
}

type Pair = readonly [number, number];

function meeting([a, b]: readonly [Pair, Pair], [c, d]: readonly [Pair, Pair]): Metres | null {
  const across = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
  if (across === 0) return null;
  const along = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / across;
  const other = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / across;
  if (along <= 0 || along >= 1 || other <= 0 || other >= 1) return null;
  return { x: a[0] + along * (b[0] - a[0]), y: a[1] + along * (b[1] - a[1]) };
}
