import { describe, expect, test } from '@jest/globals';
import { maskHolds } from '../geo/clip.js';
import { coverOf, type Cover } from '../geo/cover.js';
import { polygonFromDiscs } from '../geo/discs.js';
import { containment, longestSpanOf, type MetresRing } from '../geo/polygon.js';
import { columnsOf } from '../geo/point-columns.js';
import type { Metres } from '../geo/projection.js';
import { dbscan } from './dbscan.js';
import { delineate, type DelineateOptions } from './delineate.js';
import { createRandom } from './random.js';

const rules = { epsMetres: 100, minPoints: 5, maxAreaSquareMetres: 100_000, maxDiameterMetres: 400 };

/** What is compared of a place and of a dense area. */
interface PlainPlace {
  readonly cores: readonly Metres[];
  readonly within: number | null;
  readonly epsMetres: number;
  readonly minPoints: number;
}

interface PlainArea {
  readonly points: number;
  readonly areaSquareMetres: number;
  /** The area that its parts are weighed against. */
  readonly weight: number;
  readonly diameterMetres: number;
  readonly within: number | null;
  readonly epsMetres: number;
  readonly minPoints: number;
}

/**
 * The method as its docstring tells it, without a shortcut: every part is clustered anew, drawn and measured. Only weighed it
 * is in squares, where the mask does not cut it, as the method says.
 */
function plainly(points: readonly Metres[], options: DelineateOptions) {
  const areas: PlainArea[] = [];
  const pointsOf: (readonly Metres[])[] = [];
  let areasWithoutPlace = 0;
  const outlineOf = (cores: readonly Metres[], epsMetres: number) => {
    const { x, y } = columnsOf(cores);
    const isCut = options.mask && longestSpanOf(x, y) <= 2 * options.maxDiameterMetres;
    return polygonFromDiscs(cores, { radiusMetres: epsMetres / 2, ...(isCut ? { mask: options.mask! } : {}) });
  };
  const weightOf = (cores: readonly Metres[], epsMetres: number): Pick<Cover, 'areaSquareMetres' | 'contains'> => {
    const [x, y, reach] = [cores.map((core) => core.x), cores.map((core) => core.y), epsMetres / 2];
    const [minX, maxX] = [Math.min(...x) - reach, Math.max(...x) + reach];
    const [minY, maxY] = [Math.min(...y) - reach, Math.max(...y) + reach];
    if (!options.mask || maskHolds(options.mask, { minX, minY, maxX, maxY })) return coverOf(cores, reach)!;
    const { areaSquareMetres, polygon } = outlineOf(cores, epsMetres);
    return { areaSquareMetres, contains: containment(polygon) };
  };
  const exploreAll = (among: readonly Metres[], step: Omit<PlainPlace, 'cores'>) =>
    clustersOf(among, step)
      .map((cluster) => explore(cluster, step))
      .reduce((all, one) => ({ places: [...all.places, ...one.places], score: all.score + one.score }), {
        places: [] as PlainPlace[],
        score: 0,
      });
  const explore = (
    { members, cores }: { members: Metres[]; cores: Metres[] },
    { epsMetres, minPoints, within }: Omit<PlainPlace, 'cores'>,
  ): { places: PlainPlace[]; score: number } => {
    const { areaSquareMetres, diameterMetres } = outlineOf(cores, epsMetres);
    const higher = Math.max(minPoints + 1, Math.ceil(1.2 * minPoints));
    if (areaSquareMetres <= options.maxAreaSquareMetres && diameterMetres <= options.maxDiameterMetres) {
      const place = { cores, within, epsMetres, minPoints };
      if (within === null) return { places: [place], score: 0 };
      const all = pointsOf[within]!;
      const weighed = weightOf(cores, epsMetres);
      const inside = all.filter(weighed.contains).length;
      const expected = (all.length * weighed.areaSquareMetres) / areas[within]!.weight;
      const score = inside > expected ? likelihood(inside, expected) + likelihood(all.length - inside, all.length - expected) : 0; // prettier-ignore
      const inner = exploreAll(members, { epsMetres, minPoints: higher, within });
      return inner.score > score ? inner : { places: [place], score };
    }
    const weight = weightOf(cores, epsMetres).areaSquareMetres;
    areas.push({ points: members.length, areaSquareMetres, weight, diameterMetres, within, epsMetres, minPoints });
    pointsOf.push(members);
    const own = areas.length - 1;
    const attempts = [
      { epsMetres, minPoints: higher, within: own },
      { epsMetres, minPoints: minPoints + 1, within: own },
    ];
    for (let eps = 0.7 * epsMetres, least = minPoints + 1; eps >= 20; eps *= 0.7) {
      least = Math.max(3, Math.floor(least * 0.7 ** 2));
      attempts.push({ epsMetres: eps, minPoints: least, within: own });
    }
    const step = attempts.find((attempt) => clustersOf(members, attempt).length > 0);
    if (step) return exploreAll(members, step);
    areasWithoutPlace++;
    return { places: [], score: 0 };
  };
  const { places } = exploreAll(points, { epsMetres: options.epsMetres, minPoints: options.minPoints, within: null });
  return { places, areas, areasWithoutPlace };
}

const likelihood = (count: number, expected: number) => (count > 0 ? count * Math.log(count / expected) : 0);

function clustersOf(among: readonly Metres[], options: { epsMetres: number; minPoints: number }) {
  const { x, y } = columnsOf(among);
  const { labels, core, clusters } = dbscan(x, y, options);
  return Array.from({ length: clusters }, (_, cluster) => ({
    members: among.filter((_point, at) => labels[at] === cluster),
    cores: among.filter((_point, at) => labels[at] === cluster && core[at] === 1),
  }));
}

/** A town of its own for each number: crowds of some width round a few middles, and single points between them. */
function townOf(seed: number): Metres[] {
  const { next } = createRandom(seed);
  const side = 500 + 900 * next();
  const crowds = Array.from({ length: 2 + Math.floor(6 * next()) }, () => ({
    x: side * next(),
    y: side * next(),
    width: 10 + 300 * next() ** 2,
    share: next(),
  }));
  const near = (middle: number, width: number) => middle + (next() + next() + next() - 1.5) * width;
  return Array.from({ length: 60 + Math.floor(180 * next()) }, () => {
    const crowd = crowds[Math.floor(crowds.length * next())]!;
    const inCrowd = next() < 0.4 + 0.5 * crowd.share;
    return inCrowd
      ? { x: 556_000 + near(crowd.x, crowd.width), y: 6_596_000 + near(crowd.y, crowd.width) }
      : { x: 556_000 + side * next(), y: 6_596_000 + side * next() };
  });
}

function expectPlain(points: readonly Metres[], options: DelineateOptions) {
  const found = delineate(points, options);
  const plain = plainly(points, options);
  expect(found.places.map(({ outline: _o, ...place }) => place)).toEqual(plain.places);
  expect(found.areasWithoutPlace).toBe(plain.areasWithoutPlace);
  expect(found.denseAreas.map(({ areaSquareMetres: _a, diameterMetres: _d, ...area }) => area)).toEqual(
    plain.areas.map(({ areaSquareMetres: _a, diameterMetres: _d, weight: _w, ...area }) => area),
  );
  for (const [at, { areaSquareMetres, diameterMetres }] of found.denseAreas.entries()) {
    expect(Math.abs(areaSquareMetres / plain.areas[at]!.areaSquareMetres - 1)).toBeLessThan(0.03);
    expect(Math.abs(diameterMetres / plain.areas[at]!.diameterMetres - 1)).toBeLessThan(0.03);
  }
  return found;
}

/** Rows and columns of points so many metres apart, each so many times. */
function lattice(columns: number, rows: number, { apart, times = 1 }: { apart: number; times?: number }): Metres[] {
  return Array.from({ length: columns * rows * times }, (_, at) => ({
    x: 556_000 + (Math.floor(at / times) % columns) * apart,
    y: 6_596_000 + Math.floor(at / times / columns) * apart,
  }));
}

describe('places in towns by chance', () => {
  const towns = Array.from({ length: 14 }, (_, at) => at + 2);

  test.each(towns)('town %i: as the method is told', (town) => {
    expectPlain(townOf(town), rules);
  });

  test.each(towns.slice(0, 6))('town %i with a border across it', (town) => {
    const points = townOf(town);
    const [west, south, top] = [556_100, 6_596_100, 6_597_500];
    const border: MetresRing = [[west, south], [west + 700, south + 40], [west + 600, top], [west + 40, top], [west, south]]; // prettier-ignore
    const { places } = expectPlain(points, { ...rules, mask: [[border]] });
    for (const { outline } of places)
      for (const [x, y] of outline.polygon.flat(2)) expect(x > west - 0.01 && y > south - 0.01 && y < top + 0.01).toBe(true); // prettier-ignore
  });

  test('another reach, threshold and cap', () => {
    for (const town of towns.slice(0, 3)) {
      expectPlain(townOf(town), { ...rules, epsMetres: 60, minPoints: 4, maxDiameterMetres: 250 });
      expectPlain(townOf(town), { ...rules, epsMetres: 150, minPoints: 8, maxAreaSquareMetres: 40_000 });
    }
  });
});

describe('a dense area in which nothing is denser', () => {
  test('has no place, and that is told', () => {
    const { places, areasWithoutPlace } = expectPlain(lattice(13, 13, { apart: 50 }), rules);
    expect({ places, areasWithoutPlace }).toEqual({ places: [], areasWithoutPlace: 1 });
  });

  test('is searched with one point more before the reach is shrunk', () => {
    // 13 within reach of each but at the edge: 14 is too much, 12 and 13 leave the inner ones
    const { denseAreas } = expectPlain(lattice(13, 13, { apart: 50 }), { ...rules, minPoints: 11 });
    expect(denseAreas.map(({ minPoints, epsMetres }) => [minPoints, epsMetres])).toEqual([[11, 100], [12, 100], [13, 100]]); // prettier-ignore
  });

  test('falls into places at a shorter reach', () => {
    // five at each corner of a lattice, everywhere alike at 100 metres
    const { places } = expectPlain(lattice(7, 7, { apart: 90, times: 5 }), rules);
    expect(places.length).toBeGreaterThan(20);
    expect(new Set(places.map(({ epsMetres }) => Math.round(epsMetres)))).toEqual(new Set([49]));
  });

  test('gives the same whatever the order of its points', () => {
    const points = townOf(3);
    const sorted = (some: readonly Metres[]) => some.toSorted((a, b) => a.x - b.x || a.y - b.y);
    const coresOf = (some: readonly Metres[]) =>
      delineate(some, rules).places.map(({ cores }) => sorted(cores)).sort((a, b) => a[0]!.x - b[0]!.x); // prettier-ignore
    expect(coresOf(points.toReversed())).toEqual(coresOf(points));
  });
});

describe('the cap', () => {
  const row = (count: number, apart: number) => lattice(count, 1, { apart });

  test('holds for the length of what is drawn', () => {
    for (let count = 4; count < 9; count++) {
      for (const apart of [60, 62.5, 75, 99.9]) expectPlain(row(count, apart), { ...rules, minPoints: 2 });
    }
  });

  test('is reached, not passed', () => {
    const points = townOf(4);
    for (const { outline } of delineate(points, rules).places) {
      const { areaSquareMetres, diameterMetres } = outline;
      for (const cap of [areaSquareMetres, areaSquareMetres - 1e-6, areaSquareMetres * 1.02, areaSquareMetres * 0.98])
        expectPlain(points, { ...rules, maxAreaSquareMetres: cap });
      for (const cap of [diameterMetres, diameterMetres - 1e-6, diameterMetres + 0.5])
        expectPlain(points, { ...rules, maxDiameterMetres: cap });
    }
  });
});

test('nothing, points without coordinates and points too few have no place', () => {
  const none = { places: [], denseAreas: [], areasWithoutPlace: 0 };
  expect(delineate([], rules)).toEqual(none);
  expect(delineate(Array.from({ length: 9 }, () => ({ x: Number.NaN, y: 1 })), rules)).toEqual(none); // prettier-ignore
  expect(delineate(lattice(2, 2, { apart: 1 }), rules)).toEqual(none);
});
