/** A seeded source of chance: the same seed gives the same numbers on every machine, so that a stored run can be repeated. */
export interface Random {
  /** Uniform in [0, 1), 32 bits fine. */
  readonly next: () => number;
  /** Uniform whole number in [0, below); `below` is at least 1. */
  readonly integer: (below: number) => number;
  /** Standard normal: mean 0, standard deviation 1. */
  readonly normal: () => number;
  /** Whole number with the Poisson distribution; a mean of 0 or less gives 0. */
  readonly poisson: (mean: number) => number;
  /** Shuffles the array in place (Fisher-Yates) and returns the same array. */
  readonly shuffle: <T>(items: T[]) => T[];
  /** One of the items, in proportion to `weights` (not negative, as many as the items) or with equal chances. */
  readonly pick: <T>(items: readonly T[], weights?: readonly number[]) => T;
}

/**
 * Makes a generator from a seed (any whole number; only its lowest 32 bits count).
 *
 * xoshiro128** (Blackman and Vigna 2021, doi 10.1145/3460772), its four words filled by splitmix32 as its authors advise.
 */
export function createRandom(seed: number): Random {
  const next = xoshiro128(seed);
  const integer = (below: number): number => Math.floor(next() * below);
  return {
    next,
    integer,
    normal: normalFrom(next),
    poisson: (mean) => poissonFrom(next, mean),
    shuffle: (items) => shuffleWith(integer, items),
    pick: (items, weights) => pickWith(next, items, weights),
  };
}

function xoshiro128(seed: number): () => number {
  const fill = splitmix32(seed);
  let a = fill();
  let b = fill();
  let c = fill();
  let d = fill();
  return () => {
    const scrambled = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return scrambled / 4294967296;
  };
}

function splitmix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
}

function rotateLeft(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

/** Marsaglia's polar method; the second number of each pair is kept for the next call. */
function normalFrom(next: () => number): () => number {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    for (;;) {
      const u = 2 * next() - 1;
      const v = 2 * next() - 1;
      const square = u * u + v * v;
      if (square > 0 && square < 1) {
        const stretch = Math.sqrt((-2 * Math.log(square)) / square);
        spare = v * stretch;
        return u * stretch;
      }
    }
  };
}

/** Knuth's product of uniforms, in steps of at most 30 (a sum of Poisson numbers is Poisson), so that exp() never underflows. */
function poissonFrom(next: () => number, mean: number): number {
  let total = 0;
  for (let rest = mean; rest > 0; rest -= 30) {
    const limit = Math.exp(-Math.min(rest, 30));
    for (let product = next(); product > limit; product *= next()) total++;
  }
  return total;
}

function shuffleWith<T>(integer: (below: number) => number, items: T[]): T[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = integer(last + 1);
    const moved = items[last]!;
    items[last] = items[other]!;
    items[other] = moved;
  }
  return items;
}

function pickWith<T>(next: () => number, items: readonly T[], weights?: readonly number[]): T {
  if (items.length === 0) throw new RangeError('pick needs at least one item');
  if (!weights) return items[Math.floor(next() * items.length)]!;
  let rest = next() * weights.reduce((sum, weight) => sum + weight, 0);
  for (let index = 0; index < items.length; index++) {
    rest -= weights[index] ?? 0;
    if (rest < 0) return items[index]!;
  }
  // rounding may leave a crumb: the last item that can be drawn takes it
  return items[
    Math.max(
      0,
      weights.findLastIndex((weight) => weight > 0),
    )
  ]!;
}
