import type { AnalysedEvent } from '../../api/src/analysis/hygiene.js';
import type { Baseline } from '../../api/src/analysis/people-claim.js';
import { createRandom, type Random } from '../../api/src/analysis/random.js';
import type { Cell } from '../../api/src/geo/grid.js';
import type { Metres } from '../../api/src/geo/projection.js';

/** How people are spread: evenly, or 70 % over the town and 30 % round its centre. */
export type Shape = 'uniform' | 'people';

export interface Town {
  readonly shape: Shape;
  /** Where people really are: what the events are drawn from. */
  readonly people: Baseline;
  /** The same addresses, without the visitors of the centre: the wrong baseline that a register of residents gives. */
  readonly residents: Baseline;
  /** The same addresses, 30 % over the town and 70 % round the centre. */
  readonly reversed: Baseline;
}

/** A town of 6 x 6 km: 3,600 cells of 100 m, as in the published experiment with Gi*. */
export const townMetres = 6_000;
export const builtUpAreaSquareMetres = townMetres ** 2;
export const corner: Metres = { x: 500_000, y: 6_500_000 };
export const centre: Metres = { x: corner.x + townMetres / 2, y: corner.y + townMetres / 2 };
export const maskCells: readonly Cell[] = Array.from({ length: 3_600 }, (_, index) => ({
  column: corner.x / 100 + (index % 60),
  row: corner.y / 100 + Math.floor(index / 60),
}));

const centreMetres = 250;
const addresses = 4_000;
/** How far a pin lies from the address that it stands for. */
export const strayMetres = 15;

/** Chance that follows from what it is for, so that each map can be drawn again alone, on any thread. */
export function randomFor(...parts: readonly (number | string)[]): Random {
  let seed = 2_166_136_261;
  for (const letter of parts.join('/')) seed = Math.imul(seed ^ letter.codePointAt(0)!, 16_777_619);
  return createRandom(seed);
}

/** One of many towns: other addresses, the same shape. */
export function buildTown(shape: Shape, number: number): Town {
  const random = randomFor('town', shape, number);
  const central = Array.from({ length: addresses }, (_, index) => shape === 'people' && index % 10 < 3);
  const x = new Float64Array(addresses);
  const y = new Float64Array(addresses);
  const size = new Float64Array(addresses);
  for (let index = 0; index < addresses; index++) {
    const at = (): number => townMetres * random.next();
    const near = (): number => townMetres / 2 + centreMetres * random.normal();
    x[index] = corner.x + (central[index] ? near() : at());
    y[index] = corner.y + (central[index] ? near() : at());
    // a few addresses hold much and most hold little
    size[index] = shape === 'people' ? Math.exp(0.8 * random.normal()) : 1;
  }
  const baseline = (id: string, centralShare: number): Baseline => ({
    id,
    name: id,
    x,
    y,
    weight: weighted(size, central, centralShare),
  });
  if (shape === 'uniform') return evenTown();
  return {
    shape,
    people: baseline('people', 0.3),
    residents: baseline('residents', 0),
    reversed: baseline('reversed', 0.7),
  };
}

/** Every cell has the same number of people: no address, no chance in the town itself. */
function evenTown(): Town {
  const people: Baseline = {
    id: 'people',
    name: 'people',
    x: Float64Array.from(maskCells, ({ column }) => (column + 0.5) * 100),
    y: Float64Array.from(maskCells, ({ row }) => (row + 0.5) * 100),
    weight: new Float64Array(maskCells.length).fill(1),
  };
  return { shape: 'uniform', people, residents: people, reversed: people };
}

function weighted(size: Float64Array, central: readonly boolean[], centralShare: number): Float64Array {
  const sumOf = (isCentral: boolean): number =>
    size.reduce((sum, one, index) => sum + (central[index] === isCentral ? one : 0), 0);
  const factor = { centre: centralShare / sumOf(true), rest: (1 - centralShare) / sumOf(false) };
  return size.map((one, index) => one * (central[index] ? factor.centre : factor.rest));
}

/** Places of events where people are, each a little beside its address. */
export function drawPlaces(town: Town, count: number, { random, stray = strayMetres }: DrawOptions): Metres[] {
  if (town.shape === 'uniform') {
    const at = (from: number): number => from + townMetres * random.next();
    return Array.from({ length: count }, () => ({ x: at(corner.x), y: at(corner.y) }));
  }
  const { x, y, weight } = town.people;
  const upTo = new Float64Array(weight.length);
  weight.reduce((sum, one, index) => (upTo[index] = sum + one), 0);
  return Array.from({ length: count }, () => {
    const address = firstAbove(upTo, random.next() * upTo.at(-1)!);
    return { x: x[address]! + stray * random.normal(), y: y[address]! + stray * random.normal() };
  });
}

export interface DrawOptions {
  readonly random: Random;
  readonly stray?: number;
}

function firstAbove(rising: Float64Array, value: number): number {
  let low = 0;
  let high = rising.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rising[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

const year = 365 * 86_400_000;
export const period = { from: Date.parse('2025-11-01T00:00+01:00'), to: Date.parse('2026-11-01T00:00+01:00') };
export const earlierYears = 2;
export const historyFrom = period.from - earlierYears * year;

/**
 * Three years in which nothing changes but the total: `count` events in the last one, 80 % and 65 % of it in those before, more in
 * summer than in winter. `now` are the places of the last year when something was planted there; drawn like the rest when absent.
 */
export function drawYears(
  town: Town,
  count: number,
  options: DrawOptions & { now?: readonly Metres[] },
): AnalysedEvent[] {
  const { random, now = drawPlaces(town, count, options) } = options;
  const years = [
    { places: now, from: period.from },
    { places: drawPlaces(town, Math.round(0.8 * count), options), from: period.from - year },
    { places: drawPlaces(town, Math.round(0.65 * count), options), from: period.from - 2 * year },
  ];
  return years.flatMap(({ places, from }, ago) =>
    places.map((place, index) => eventAt(place, { id: `${ago}-${String(index).padStart(6, '0')}`, from, random })),
  );
}

function eventAt({ x, y }: Metres, { id, from, random }: { id: string; from: number; random: Random }): AnalysedEvent {
  return {
    id,
    x,
    y,
    from: from + momentOfYear(random) * (year - 1),
    to: null,
    category: random.pick(['damage', 'disorder', 'theft', 'violence', 'traffic']),
    source: random.pick(['police', 'municipality', 'housing']),
    precision: 'address',
    outside: false,
  };
}

/** 0 to 1 from the first of November, a third more likely in summer than on average. */
function momentOfYear(random: Random): number {
  for (;;) {
    const moment = random.next();
    if (1.33 * random.next() <= 1 - 0.33 * Math.cos(2 * Math.PI * (moment - 0.2))) return moment;
  }
}
