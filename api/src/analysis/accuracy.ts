import { cellKey, type Cell } from '../geo/grid.js';
import { inBothLanguages, type Bilingual } from './bilingual.js';
import { generalisedGini } from './concentration.js';
import { densityAt, middlesOf } from './density.js';
import type { Interval } from './exact-test.js';
import { countInMask } from './grid-test.js';
import { createRandom } from './random.js';

/** One place: what was predicted for it, what then happened, and its size in any unit. */
export interface RankedPlace {
  readonly predicted: number;
  readonly observed: number;
  readonly area: number;
}

export interface AccuracyRow {
  /** Number of the place in the list given. */
  readonly place: number;
  readonly cumulativeObserved: number;
  readonly cumulativeArea: number;
  /** Prediction accuracy index: share of events over share of area. */
  readonly pai: number;
  /** Prediction efficiency index: PAI over the best that the same area could have had. */
  readonly pei: number;
  /** What ptools calls RRI: predicted over observed, cumulative; null before anything is observed. Not Levine's recapture rate. */
  readonly predictedPerObserved: number | null;
}

/** In any unit that an area is told in; what lies beyond is a broken number. */
const smallestArea = 1e-12;

/**
 * How well did a ranking of places find the events that came? One row per place, the densest prediction first.
 *
 * PAI = (n/N)/(a/A) (Chainey, Tompson and Uhlig 2008, doi 10.1057/palgrave.sj.8350066); PEI = PAI over the PAI of the
 * places that proved densest, as many whole ones as fit in the same area (Hunt 2016; as ptools). Equal predictions keep the
 * order given. Places with no positive area (or one beyond 10^-12 to 10^12 units) are left out; zeros where nothing was observed. State the area: with a
 * hull or a whole municipality as A the index is inflated by land where nobody lives.
 */
export function predictionAccuracy(places: readonly RankedPlace[]): AccuracyRow[] {
  const used = places
    .map((place, index) => ({ ...place, index }))
    .filter(({ area }) => area >= smallestArea && area <= 1 / smallestArea);
  const ranked = used.toSorted((a, b) => b.predicted / b.area - a.predicted / a.area);
  const best = cumulate(used.toSorted((a, b) => b.observed / b.area - a.observed / a.area));
  const own = cumulate(ranked);
  const events = own.at(-1)?.observed ?? 0;
  const area = own.at(-1)?.area ?? 0;
  const paiOf = (row: { observed: number; area: number } | undefined): number =>
    row && events > 0 && row.area > 0 ? row.observed / events / (row.area / area) : 0;
  let fitting = 0;
  return own.map((row, rank) => {
    while (fitting + 1 < best.length && best[fitting + 1]!.area <= row.area * (1 + 1e-12)) fitting++;
    const pai = paiOf(row);
    const possible = paiOf(best[fitting]);
    return {
      place: ranked[rank]!.index,
      cumulativeObserved: row.observed,
      cumulativeArea: row.area,
      pai,
      pei: possible > 0 ? pai / possible : 0,
      predictedPerObserved: row.observed > 0 ? row.predicted / row.observed : null,
    };
  });
}

function cumulate(places: readonly RankedPlace[]): { observed: number; predicted: number; area: number }[] {
  let [observed, predicted, area] = [0, 0, 0];
  return places.map((place) => {
    observed += place.observed;
    predicted += place.predicted;
    area += place.area;
    return { observed, predicted, area };
  });
}

/**
 * Levine's recapture rate index: the share of events inside the areas later, over the share inside them before. 1 is "held
 * its own". Null when nothing was inside before or there were no events later.
 */
export function recaptureRate(counts: {
  readonly insideBefore: number;
  readonly allBefore: number;
  readonly insideAfter: number;
  readonly allAfter: number;
}): number | null {
  const { insideBefore, allBefore, insideAfter, allAfter } = counts;
  if (!(insideBefore > 0) || !(allBefore > 0) || !(allAfter > 0)) return null;
  return insideAfter / insideBefore / (allAfter / allBefore);
}

export interface GiniVariants {
  /** Calls ten events on ten of a thousand places .99; for comparison only. */
  readonly naive: number;
  readonly generalised: number;
  /** The generalised one without its bias at few events; null when a single event or place leaves nothing to divide by. */
  readonly unbiased: number | null;
}

/**
 * How unequally are events spread over `places` places, by three formulae (Bernasco and Steenbeek 2017, doi
 * 10.1007/s10940-016-9324-7)? Use the generalised one. Places without events need not be listed. Zeros without events.
 */
export function giniVariants(counts: readonly number[], places: number): GiniVariants {
  const events = counts.reduce((sum, count) => sum + count, 0);
  const all = Math.max(places, counts.length);
  if (!(events > 0)) return { naive: 0, generalised: 0, unbiased: null };
  const generalised = generalisedGini(counts, places);
  // the generalised index is a straight line in the naive one
  const naive = 1 + (generalised - 1) / Math.max(1, all / events);
  const few = Math.min(all, events);
  return { naive, generalised, unbiased: few > 1 ? (generalised * few) / (few - 1) : null };
}

export interface HeldOutOptions {
  /** The cells of the built-up area: what A is. Never a hull. */
  readonly cells: readonly Cell[];
  readonly cellMetres: number;
  /** How large a share of the cells is picked. */
  readonly areaShare?: number;
  /** The first part of the time, from which the ranking is made. */
  readonly trainShare?: number;
  readonly bandwidthMetres?: number;
  readonly resamples?: number;
  readonly level?: number;
  readonly seed: number;
}

export interface RankingAccuracy {
  readonly hits: number;
  readonly pai: number;
  readonly paiInterval: Interval;
  readonly pei: number;
  readonly peiInterval: Interval;
}

export interface HeldOut {
  readonly status: 'measured' | 'no-mask' | 'too-few';
  readonly density: RankingAccuracy;
  readonly count: RankingAccuracy;
  /** PAI of the density minus PAI of plain counting, over the same resamples. */
  readonly advantage: Interval;
  /** The interval of the advantage does not lie above 0: plain counting does as well here. */
  readonly countingDoesAsWell: boolean;
  readonly parameters: Required<Omit<HeldOutOptions, 'cells'>> & {
    readonly cells: number;
    readonly pickedCells: number;
    readonly trained: number;
    readonly tested: number;
    readonly leftOut: number;
  };
  readonly sentence: Bilingual;
}

const fewestHeldOut = 10;

/**
 * Would the ranking of the first part of the time have found the events of the rest, and would plain counting have done as well?
 *
 * The cells of the mask are ranked by quartic density and by count over the first 75 % of the time; PAI and PEI are measured on the
 * events of the rest in the top 1 % of cells, with intervals from resampling those events (percentile bootstrap, Efron
 * 1979, doi 10.1214/aos/1176344552). Ties go to the cell that comes first. `time` in any unit. Fewer than ten events on either side: `too-few`,
 * and every figure is 0. The same seed gives the same answer.
 */
export function heldOutAccuracy(
  events: { readonly x: Float64Array; readonly y: Float64Array; readonly time: Float64Array },
  options: HeldOutOptions,
): HeldOut {
  const settings = { areaShare: 0.01, trainShare: 0.75, bandwidthMetres: 300, resamples: 999, level: 0.95, ...options };
  const { cells, cellMetres } = settings;
  const split = splitByTime(events, settings);
  const picked = Math.min(cells.length, Math.max(1, Math.round(cells.length * settings.areaShare)));
  const known = new Map(cells.map((cell, index) => [cellKey(cell), index]));
  const train = countInMask(split.train.x, split.train.y, { cells, cellMetres });
  const tests = cellsOf(split.test, known, cellMetres);
  const status =
    cells.length === 0 ? 'no-mask' : Math.min(train.total, tests.length) < fewestHeldOut ? 'too-few' : 'measured';
  const parameters = {
    ...settings,
    cells: cells.length,
    pickedCells: picked,
    trained: train.total,
    tested: tests.length,
    leftOut: events.x.length - train.total - tests.length,
  };
  if (status !== 'measured') return { ...nothing, status, parameters, sentence: unmeasured[status] };
  const { density } = densityAt(split.train, middlesOf(cells, cellMetres), {
    bandwidthMetres: settings.bandwidthMetres,
  });
  const tops = [topOf(density, picked), topOf(train.counts, picked)];
  const draws = resample(tests, tops, { ...settings, cells: cells.length, picked });
  const [byDensity, byCount] = draws.map((draw) => accuracyOf(draw, settings.level)) as [
    RankingAccuracy,
    RankingAccuracy,
  ];
  const differences = draws[0]!.pai.map((pai, index) => pai - draws[1]!.pai[index]!);
  const advantage = percentiles(differences.slice(1), settings.level);
  const asWell = !(advantage.low > 0);
  const sentence = sentenceOf(byDensity, byCount, asWell);
  return { status, density: byDensity, count: byCount, advantage, countingDoesAsWell: asWell, parameters, sentence };
}

interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

function splitByTime(
  { x, y, time }: Places & { readonly time: Float64Array },
  { trainShare }: { readonly trainShare: number },
): { train: Places; test: Places } {
  const usable = [...time.keys()].filter((at) => [time[at]!, x[at]!, y[at]!].every(Number.isFinite));
  let [first, last] = [Infinity, -Infinity];
  for (const at of usable) {
    first = Math.min(first, time[at]!);
    last = Math.max(last, time[at]!);
  }
  const cut = first + trainShare * (last - first);
  const part = (isIn: (instant: number) => boolean): Places => {
    const chosen = usable.filter((at) => isIn(time[at]!));
    return { x: Float64Array.from(chosen, (at) => x[at]!), y: Float64Array.from(chosen, (at) => y[at]!) };
  };
  return { train: part((instant) => instant < cut), test: part((instant) => instant >= cut) };
}

function cellsOf({ x, y }: Places, known: Map<number, number>, cellMetres: number): number[] {
  return [...x.keys()].flatMap(
    (at) => known.get(cellKey({ column: Math.floor(x[at]! / cellMetres), row: Math.floor(y[at]! / cellMetres) })) ?? [],
  );
}

function topOf(values: Float64Array, picked: number): Set<number> {
  return new Set([...values.keys()].sort((a, b) => values[b]! - values[a]! || a - b).slice(0, picked));
}

interface Draws {
  /** The real events first, then the resamples. */
  readonly hits: number[];
  readonly pai: number[];
  readonly pei: number[];
}

function resample(
  tests: readonly number[],
  tops: readonly Set<number>[],
  { cells, picked, resamples, seed }: { cells: number; picked: number; resamples: number; seed: number },
): Draws[] {
  const random = createRandom(seed);
  const draws: Draws[] = tops.map(() => ({ hits: [], pai: [], pei: [] }));
  for (let round = 0; round <= resamples; round++) {
    const drawn = round === 0 ? tests : tests.map(() => tests[random.integer(tests.length)]!);
    const possible = mostInside(drawn, picked);
    for (const [index, top] of tops.entries()) {
      const hits = drawn.reduce((sum, cell) => sum + (top.has(cell) ? 1 : 0), 0);
      draws[index]!.hits.push(hits);
      draws[index]!.pai.push(hits / drawn.length / (picked / cells));
      draws[index]!.pei.push(possible > 0 ? hits / possible : 0);
    }
  }
  return draws;
}

/** How many events the best choice of as many cells would have held. */
function mostInside(drawn: readonly number[], picked: number): number {
  const counts = new Map<number, number>();
  for (const cell of drawn) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const sorted = Uint32Array.from(counts.values()).sort();
  return sorted.subarray(Math.max(0, sorted.length - picked)).reduce((sum, count) => sum + count, 0);
}

function accuracyOf({ hits, pai, pei }: Draws, level: number): RankingAccuracy {
  return {
    hits: hits[0]!,
    pai: pai[0]!,
    paiInterval: percentiles(pai.slice(1), level),
    pei: pei[0]!,
    peiInterval: percentiles(pei.slice(1), level),
  };
}

function percentiles(values: readonly number[], level: number): Interval {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(share * (sorted.length - 1))))] ?? 0;
  return { low: at((1 - level) / 2), high: at((1 + level) / 2) };
}

const noFigures: RankingAccuracy = {
  hits: 0,
  pai: 0,
  paiInterval: { low: 0, high: 0 },
  pei: 0,
  peiInterval: { low: 0, high: 0 },
};
const nothing = { density: noFigures, count: noFigures, advantage: { low: 0, high: 0 }, countingDoesAsWell: true };
const unmeasured: Readonly<Record<'no-mask' | 'too-few', Bilingual>> = {
  'no-mask': {
    sv: 'Träffsäkerheten mäts inte: det finns ingen tätortsyta att räkna på.',
    en: 'The accuracy is not measured: there is no built-up area to count over.',
  },
  'too-few': {
    sv: 'Träffsäkerheten mäts inte: det är för få händelser i någon av delarna.',
    en: 'The accuracy is not measured: one of the parts holds too few events.',
  },
};

function sentenceOf(density: RankingAccuracy, count: RankingAccuracy, asWell: boolean): Bilingual {
  const [own, low, high] = [density.pai, density.paiInterval.low, density.paiInterval.high].map((value) =>
    inBothLanguages(value, 1),
  ) as [Bilingual, Bilingual, Bilingual];
  const plain = inBothLanguages(count.pai, 1);
  return {
    sv: `De tätaste rutorna i periodens första del hade sedan ${own.sv} gånger så många händelser som sin andel av ytan (${low.sv}–${high.sv}). ${asWell ? `Att bara räkna per ruta duger lika bra här (${plain.sv}).` : `Att bara räkna per ruta ger ${plain.sv}.`}`,
    en: `The densest squares of the first part of the period then had ${own.en} times as many incidents as their share of the area (${low.en}–${high.en}). ${asWell ? `Plain counting does as well here (${plain.en}).` : `Plain counting gives ${plain.en}.`}`,
  };
}
