import { describe, expect, test } from '@jest/globals';
import type { Metres } from '../geo/projection.js';
import { createDrawer, type BaselinePoint } from './baseline-cells.js';
import { agreedClusters, poissonScan, type PoissonCluster, type PoissonScanOptions } from './poisson-scan.js';
import { createRandom } from './random.js';

interface PlainCell extends Metres {
  readonly weight: number;
  readonly cases: number;
}
interface PlainCircle {
  readonly centre: number;
  readonly radius: number;
  readonly cells: readonly number[];
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
const between = (a: Metres, b: Metres): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Every circle by the definition: all cells up to a distance, never less than the cells beside its middle, at most half of the weight. */
function plainCircles(cells: readonly PlainCell[], radiusMetres: number, cellMetres: number): PlainCircle[] {
  const half = sum(cells.map(({ weight }) => weight)) / 2;
  return cells.flatMap((middle, centre) => {
    const distances = cells.map((cell) => between(cell, middle)).filter((distance) => distance <= radiusMetres);
    const beside = Math.max(...distances.filter((distance) => distance <= cellMetres));
    return [...new Set(distances)]
      .filter((radius) => radius >= beside)
      .sort((a, b) => a - b)
      .map((radius) => ({
        centre,
        radius,
        cells: [...cells.keys()].filter((cell) => between(cells[cell]!, middle) <= radius),
      }))
      .filter((circle) => sum(circle.cells.map((cell) => cells[cell]!.weight)) <= half);
  });
}

function plainRatio(circle: PlainCircle, cells: readonly PlainCell[]): number {
  const events = sum(cells.map(({ cases }) => cases));
  const inside = sum(circle.cells.map((cell) => cells[cell]!.cases));
  const weight = sum(circle.cells.map((cell) => cells[cell]!.weight));
  const expected = (events * weight) / sum(cells.map((cell) => cell.weight));
  if (inside < 2 || inside <= expected) return 0;
  const outside = events - inside;
  return inside * Math.log(inside / expected) + (outside > 0 ? outside * Math.log(outside / (events - expected)) : 0);
}

/** The best of each middle, best first, none of them over another. */
function plainClusters(cells: readonly PlainCell[], circles: readonly PlainCircle[]): PlainCircle[] {
  const best = cells.flatMap((_, centre) => {
    const own = circles.filter((circle) => circle.centre === centre && plainRatio(circle, cells) > 0);
    return own.sort((a, b) => plainRatio(b, cells) - plainRatio(a, cells) || a.radius - b.radius).slice(0, 1);
  });
  best.sort((a, b) => plainRatio(b, cells) - plainRatio(a, cells) || a.radius - b.radius || a.centre - b.centre);
  const chosen: PlainCircle[] = [];
  for (const one of best) {
    const taken = new Set(chosen.flatMap((circle) => circle.cells));
    if (!one.cells.some((cell) => taken.has(cell))) chosen.push(one);
  }
  return chosen;
}

/** A town of 6 x 6 cells of 100 m with holes, people and events by turns. */
function town(seed: number): { cells: PlainCell[]; people: BaselinePoint[]; events: Metres[] } {
  const random = createRandom(seed);
  const cells = Array.from({ length: 36 }, (_, index): PlainCell => {
    const [x, y] = [10_050 + 100 * (index % 6), 20_050 + 100 * Math.floor(index / 6)];
    return {
      x,
      y,
      weight: random.integer(4),
      cases: random.integer(5) === 0 ? 2 + random.integer(6) : random.integer(3),
    };
  }).filter(({ weight }) => weight > 0);
  return {
    cells,
    people: cells.map(({ x, y, weight }) => ({ x, y, weight })),
    events: cells.flatMap(({ x, y, cases }) => Array.from({ length: cases }, () => ({ x, y }))),
  };
}

const usual: PoissonScanOptions = { radiusMetres: 250, permutations: 19, seed: 5, maximumClusters: 100 };
const told = (clusters: readonly PoissonCluster[]) =>
  clusters.map(({ centre, radiusMetres, cases, llr }) => [centre, radiusMetres, cases, llr.toFixed(9)]);

describe('the circles of the Poisson scan', () => {
  test.each([1, 2, 3, 4])('are those of the plain definition, in town %p', (seed) => {
    const { cells, people, events } = town(seed);
    for (const radiusMetres of [100, 250, 400]) {
      const circles = plainCircles(cells, radiusMetres, 100);
      const expected = (reach: number) =>
        plainClusters(
          cells,
          circles.filter(({ radius }) => radius <= reach),
        ).map((circle) => [
          { x: cells[circle.centre]!.x, y: cells[circle.centre]!.y },
          circle.radius,
          sum(circle.cells.map((cell) => cells[cell]!.cases)),
          plainRatio(circle, cells).toFixed(9),
        ]);
      const result = poissonScan(events, people, { ...usual, radiusMetres, placeRadiusMetres: 200 });
      expect(told(result.clusters)).toEqual(expected(Infinity));
      expect(told(result.placeClusters)).toEqual(expected(200));
    }
  });

  test('are ranked among the largest of each drawn map, drawn from the people with the seed', () => {
    const { cells, people, events } = town(2);
    const result = poissonScan(events, people, usual);
    const draw = createDrawer(
      Float64Array.from(cells, ({ weight }) => weight),
      createRandom(5).next,
    );
    const circles = plainCircles(cells, 250, 100);
    const maxima = Array.from({ length: 19 }, () => {
      const cases = cells.map(() => 0);
      for (let event = 0; event < events.length; event++) cases[draw()]!++;
      const map = cells.map((cell, index) => ({ ...cell, cases: cases[index]! }));
      return Math.max(...circles.map((circle) => plainRatio(circle, map)));
    });
    expect(result.simulatedMaxima).toHaveLength(19);
    result.simulatedMaxima.forEach((largest, map) => expect(largest).toBeCloseTo(maxima[map]!, 9));
    for (const { llr, p } of result.clusters)
      expect(p).toBe((1 + maxima.filter((largest) => largest >= llr).length) / 20);
  });

  test('are told with the cells that they hold, nearest first', () => {
    const people = Array.from({ length: 30 }, (_, cell) => ({ x: 50 + 100 * cell, y: 50, weight: 1 }));
    const events = [3, 4, 4, 4, 4, 4, 5].flatMap((cell) => Array.from({ length: 10 }, () => people[cell]!));
    const { clusters } = poissonScan(events, people, usual);
    expect(clusters).toHaveLength(1);
    expect(clusters[0]).toMatchObject({
      centre: { x: 450, y: 50 },
      radiusMetres: 100,
      cases: 70,
      expected: 7,
      ratio: 10,
    });
    expect(clusters[0]!.cells).toEqual([
      { x: 450, y: 50 },
      { x: 350, y: 50 },
      { x: 550, y: 50 },
    ]);
  });

  test('of one cell count only where no cell beside it has people', () => {
    const lonely = Array.from({ length: 10 }, (_, cell) => ({ x: 50 + 150 * cell, y: 50, weight: 1 }));
    const events = Array.from({ length: 40 }, (_, index) => lonely[index < 20 ? 4 : index % 10]!);
    expect(poissonScan(events, lonely, { ...usual, cellMetres: 50 }).clusters[0]).toMatchObject({
      radiusMetres: 0,
      cases: 22,
    });
    expect(poissonScan(events, lonely, { ...usual, cellMetres: 150 }).clusters[0]!.radiusMetres).toBe(150);
  });

  test('are at most twenty unless more or fewer are asked for', () => {
    const people = Array.from({ length: 60 }, (_, index) => ({
      x: 50 + 1_000 * Math.floor(index / 2) + 100 * (index % 2),
      y: 50,
      weight: 1 + 99 * (index % 2),
    }));
    const events = people.flatMap((point, index) => (index % 2 === 0 ? Array.from({ length: 3 }, () => point) : []));
    const count = (maximumClusters?: number): number =>
      poissonScan(events, people, {
        radiusMetres: 50,
        permutations: 0,
        seed: 1,
        ...(maximumClusters === undefined ? {} : { maximumClusters }),
      }).clusters.length;
    expect([count(), count(3), count(100)]).toEqual([20, 3, 30]);
  });
});

describe('what the Poisson scan was made with', () => {
  const { people, events } = town(1);

  test('is told in full', () => {
    const { parameters, status } = poissonScan([...events, { x: 1, y: 1 }], people, { ...usual, permutations: 3.9 });
    expect(status).toBe('tested');
    expect(parameters).toEqual({
      method: 'poisson-circle-scan',
      radiusMetres: 250,
      cellMetres: 100,
      permutations: 3,
      seed: 5,
      events: events.length,
      eventsOutside: 1,
      baselineWeight: sum(people.map(({ weight }) => weight)),
      baselineCells: people.length,
      baselinePointsLeftOut: 0,
      leastCases: 2,
      leastRadiusMetres: 100,
      largestShareOfBaselineInCircle: 0.5,
    });
    const small = poissonScan(events, people, { ...usual, radiusMetres: 60, cellMetres: 200 }).parameters;
    expect(small).toMatchObject({ radiusMetres: 60, cellMetres: 200, leastRadiusMetres: 60 });
  });

  test('takes cells from a metre to 100 km, and 100 m for what is none', () => {
    const cellMetres = (asked: number): number =>
      poissonScan([], people, { ...usual, cellMetres: asked }).parameters.cellMetres;
    expect([1, 100_000, 0.99, 100_001, NaN].map(cellMetres)).toEqual([1, 100_000, 100, 100, 100]);
    const radius = (asked: number): number =>
      poissonScan([], people, { ...usual, radiusMetres: asked }).parameters.radiusMetres;
    expect([0, -1, NaN, Infinity, 7].map(radius)).toEqual([0, 0, 0, 0, 7]);
  });

  test('tests from thirty events on the baseline and from two cells', () => {
    const some = (count: number) =>
      poissonScan(
        Array.from({ length: count }, (_, index) => people[index % people.length]!),
        people,
        usual,
      ).status;
    expect([some(29), some(30)]).toEqual(['too-few', 'tested']);
    const two = [
      { x: 50, y: 50, weight: 1 },
      { x: 950, y: 50, weight: 1 },
    ];
    const crowd = Array.from({ length: 30 }, () => two[0]!);
    expect(poissonScan(crowd, two, usual).status).toBe('tested');
    expect(poissonScan(crowd, two.slice(1), usual).status).toBe('no-baseline');
    expect(poissonScan(events, people, { ...usual, permutations: 0.5 }).simulatedMaxima).toHaveLength(0);
    expect(poissonScan(events, people, usual).placeClusters).toEqual([]);
  });
});

describe('agreement of two scans', () => {
  const { people, events } = town(1);
  const base = poissonScan(events, people, usual);
  const cluster = (x: number, p: number): PoissonCluster => ({ ...base.clusters[0]!, p, cells: [{ x, y: 50 }] });
  const scan = (...clusters: PoissonCluster[]) => ({ ...base, clusters });

  test('is told of each cluster at most at the level, with the first of the other that shares a cell', () => {
    const [near, far, weak] = [cluster(50, 0.05), cluster(950, 0.01), cluster(1_950, 0.06)];
    const others = [cluster(1_950, 0.01), cluster(50, 0.06), cluster(50, 0.05), cluster(50, 0.01)];
    expect(agreedClusters(scan(near, far, weak), scan(...others))).toEqual([
      { cluster: near, other: others[2], verdict: 'certain' },
      { cluster: far, other: null, verdict: 'one-baseline-only' },
    ]);
    expect(agreedClusters(scan(near, far), scan(far), 0.01)).toEqual([
      { cluster: far, other: far, verdict: 'certain' },
    ]);
  });

  test('is refused over different cells, and says which', () => {
    const other = poissonScan(events, people, { ...usual, cellMetres: 200 });
    expect(() => agreedClusters(base, other)).toThrow('Scans with cells of 100 m and 200 m cannot be compared.');
  });
});
