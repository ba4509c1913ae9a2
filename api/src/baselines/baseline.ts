import type { Metres } from '../geo/projection.js';

/** What people do at a point, which decides how much each of them counts. */
export const baselineKinds = ['residents', 'workplaces', 'school', 'shops', 'station', 'visited', 'other'] as const;
export type BaselineKind = (typeof baselineKinds)[number];

/** How much one counted person of a kind weighs beside one resident. */
export type BaselineWeights = Readonly<Record<BaselineKind, number>>;

/**
 * The weights that a baseline begins with. Residents, employees and pupils spend about as much of their waking day at the
 * place: 1. Customers, travellers and visitors are counted per ordinary day and stay about three quarters of an hour of
 * the eight that the others do: 0.1. Assumptions that the page shows and the municipality changes; docs/methods/people-claim.md.
 */
export const defaultWeights: BaselineWeights = {
  residents: 1,
  workplaces: 1,
  school: 1,
  shops: 0.1,
  station: 0.1,
  visited: 0.1,
  other: 1,
};

export const largestWeight = 100;
/** No place of a municipality has more people on an ordinary day; a larger figure is an error in the table. */
export const largestCount = 1_000_000;
/** With the people in fewer squares of 100 m than this there is nothing to compare a place with. */
export const fewestCells = 10;
/** People move house and shops close: after this many years the page says so. */
export const oldAfterYears = 3;

/** One place and how many people it counts. Metres in SWEREF 99 TM. */
export interface BaselineEntry extends Metres {
  readonly kind: BaselineKind;
  readonly count: number;
}

/** The points of one kind as columns, the form in which they are stored. */
export interface KindColumns {
  readonly kind: BaselineKind;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly count: readonly number[];
}

export interface KindTotal {
  readonly kind: BaselineKind;
  readonly points: number;
  /** People, as counted. */
  readonly count: number;
  /** People by weight. */
  readonly weighted: number;
  /** Of the weighted people of all kinds, 0 to 1; 0 when there are none. */
  readonly share: number;
}

/** Why a baseline cannot be used, as a code of the problem table; null when it can. */
export function objectionTo(entries: readonly BaselineEntry[], weights: BaselineWeights): string | null {
  const counted = entries.filter(({ kind, count }) => count * weights[kind] > 0);
  if (counted.length === 0) return 'baseline-without-people';
  const cells = new Set(counted.map(({ x, y }) => `${Math.floor(x / 100)} ${Math.floor(y / 100)}`));
  return cells.size < fewestCells ? 'baseline-in-one-place' : null;
}

/** Points sorted by kind, place and count, so that the same people in any order are the same baseline. */
export function columnsByKind(entries: readonly BaselineEntry[]): KindColumns[] {
  return baselineKinds.flatMap((kind) => {
    const own = entries
      .filter((entry) => entry.kind === kind)
      .toSorted((a, b) => a.x - b.x || a.y - b.y || a.count - b.count);
    if (own.length === 0) return [];
    return [{ kind, x: own.map(({ x }) => x), y: own.map(({ y }) => y), count: own.map(({ count }) => count) }];
  });
}

/** The points again, one by one. */
export function entriesOf(columns: readonly KindColumns[]): BaselineEntry[] {
  return columns.flatMap(({ kind, x, y, count }) =>
    count.map((people, index) => ({ kind, x: x[index]!, y: y[index]!, count: people })),
  );
}

/** People per kind, as counted and by weight. */
export function totalsOf(columns: readonly KindColumns[], weights: BaselineWeights): KindTotal[] {
  const sums = columns.map(({ kind, count }) => {
    const people = count.reduce((sum, one) => sum + one, 0);
    return { kind, points: count.length, count: people, weighted: people * weights[kind] };
  });
  const all = sums.reduce((sum, { weighted }) => sum + weighted, 0);
  return sums.map((one) => ({ ...one, share: all > 0 ? one.weighted / all : 0 }));
}

/** Whole calendar years and what is left, from a day (ISO date) to a later one; never below 0. */
export function yearsBetween(day: string, today: string): number {
  return Math.max(0, (Date.parse(today) - Date.parse(day)) / (365.25 * 86_400_000));
}

/** Decimetres are enough for a door, and make equal points equal. */
export function roundedToDecimetres(metres: number): number {
  return Math.round(metres * 10) / 10;
}
