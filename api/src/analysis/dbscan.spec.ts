import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dbscan, minPointsRule, type DbscanOptions } from './dbscan.js';
import { createRandom } from './random.js';

type Point = readonly [number, number];

function run(points: readonly Point[], options: DbscanOptions): { labels: number[]; core: number[]; clusters: number } {
  const result = dbscan(
    Float64Array.from(points, ([x]) => x),
    Float64Array.from(points, ([, y]) => y),
    options,
  );
  return { labels: [...result.labels], core: [...result.core], clusters: result.clusters };
}

function plainNear(points: readonly Point[], epsMetres: number): number[][] {
  return points.map((a) =>
    points.flatMap((b, index) => ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 <= epsMetres ** 2 ? [index] : [])),
  );
}

function plainCore(points: readonly Point[], { epsMetres, minPoints, weights }: DbscanOptions): boolean[] {
  return plainNear(points, epsMetres).map(
    (neighbours) => neighbours.reduce((sum, index) => sum + (weights?.[index] ?? 1), 0) >= minPoints,
  );
}

/** The definition, written without any cleverness. */
function plainDbscan(points: readonly Point[], options: DbscanOptions): number[] {
  const near = plainNear(points, options.epsMetres);
  const isCore = plainCore(points, options);
  const labels = points.map(() => -1);
  let clusters = 0;
  for (const start of points.keys()) {
    if (!isCore[start] || labels[start] !== -1) continue;
    const waiting = [start];
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      if (labels[index] !== -1) continue;
      labels[index] = clusters;
      if (isCore[index]) waiting.push(...near[index]!);
    }
    clusters++;
  }
  return labels;
}

const latticePoint = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }));
const settings = fc.record({
  epsMetres: fc.constantFrom(1, 2.5, 5, Math.SQRT2, 7),
  minPoints: fc.integer({ min: 1, max: 8 }),
});

describe('DBSCAN', () => {
  test('gives PostGIS’ own regression answers', () => {
    const points: Point[] = [
      [0, 0],
      [0, 1],
      [-0.5, 0.5],
      [1, 0],
      [1, 1],
      [1, 0.5],
    ];
    expect(run(points, { epsMetres: 0.8, minPoints: 1 }).labels).toEqual([0, 0, 0, 1, 1, 1]);
    expect(run(points, { epsMetres: 0.8, minPoints: 4 }).labels).toEqual([-1, -1, -1, -1, -1, -1]);
    expect(run(points, { epsMetres: 0.6, minPoints: 3 }).labels).toEqual([-1, -1, -1, 0, 0, 0]);
  });

  test('labels every set of points as the plain definition does', () => {
    fc.assert(
      fc.property(fc.array(latticePoint, { maxLength: 120 }), settings, (points, options) => {
        expect(run(points, options).labels).toEqual(plainDbscan(points, options));
      }),
    );
  });

  test('counts a point of weight three as three events in one place', () => {
    fc.assert(
      fc.property(fc.array(latticePoint, { minLength: 1, maxLength: 60 }), settings, (points, options) => {
        const weights = Float64Array.from(points, (_, index) => (index % 3) + 1);
        expect(run(points, { ...options, weights }).labels).toEqual(plainDbscan(points, { ...options, weights }));
      }),
    );
  });

  test.each([1, 2, 3])('labels crowds of hundreds as the plain definition does, map %p', (seed) => {
    const random = createRandom(seed);
    const middles = Array.from({ length: 12 }, (): Point => [random.integer(120), random.integer(120)]);
    const points = Array.from({ length: 260 }, (_, index): Point => {
      const [x, y] = middles[index % 12]!;
      const spread = index % 5 === 0 ? 30 : 4;
      return [Math.round(x + spread * random.normal()), Math.round(y + spread * random.normal())];
    });
    const weights = Float64Array.from(points, () => random.integer(4) / 2);
    for (const [epsMetres, minPoints] of [
      [5, 12],
      [10, 33],
      [10, 40],
      [20, 70],
      [9, 2],
    ] as const) {
      for (const options of [
        { epsMetres, minPoints },
        { epsMetres, minPoints, weights },
      ]) {
        const { labels, core, clusters } = run(points, options);
        expect(labels).toEqual(plainDbscan(points, options));
        expect(core).toEqual(plainCore(points, options).map(Number));
        expect(clusters).toBe(1 + Math.max(...labels));
      }
    }
  });

  test('counts a point exactly eps away, and none a hair farther', () => {
    const three = (far: number): Point[] => [
      [0, 0],
      [10, 0],
      [0, far],
    ];
    expect(run(three(10), { epsMetres: 10, minPoints: 3 })).toEqual({
      labels: [0, 0, 0],
      core: [1, 0, 0],
      clusters: 1,
    });
    expect(run(three(10.000001), { epsMetres: 10, minPoints: 3 }).labels).toEqual([-1, -1, -1]);
  });

  test('gives a border point to the lowest-numbered of the clusters that reach it', () => {
    const left: Point[] = [0, 1, 2, 3].map((x) => [x, 0]);
    const right: Point[] = [9, 10, 11, 12].map((x) => [x, 0]);
    const border: Point = [6, 0];
    const options = { epsMetres: 3, minPoints: 4 };
    expect(run([...left, border, ...right], options).labels).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1]);
    expect(run([...right, border, ...left], options).labels).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1]);
  });

  test('takes a point of no weight along, and asks for a reach and a threshold above nothing', () => {
    const pair: Point[] = [
      [0, 0],
      [1, 0],
    ];
    const weights = Float64Array.of(5, 0);
    expect(run(pair, { epsMetres: 1, minPoints: 5, weights })).toMatchObject({ labels: [0, 0], core: [1, 1] });
    expect(run(pair, { epsMetres: 0.5, minPoints: 5, weights })).toMatchObject({ labels: [0, -1], core: [1, 0] });
    expect(run(pair, { epsMetres: 1e-6, minPoints: 1 }).clusters).toBe(2);
    for (const options of [
      { epsMetres: 9e-7, minPoints: 1 },
      { epsMetres: NaN, minPoints: 1 },
      { epsMetres: 1, minPoints: 0 },
      { epsMetres: 1, minPoints: NaN },
    ])
      expect(run(pair, options)).toEqual({ labels: [-1, -1], core: [0, 0], clusters: 0 });
  });

  test('finds the same core groups in any order', () => {
    fc.assert(
      fc.property(fc.array(latticePoint, { maxLength: 80 }), settings, (points, options) => {
        const forwards = run(points, options);
        const backwards = run(points.toReversed(), options);
        expect(backwards.clusters).toBe(forwards.clusters);
        const pairs = new Set(
          points.flatMap((_, index) =>
            forwards.core[index] ? [`${forwards.labels[index]} ${backwards.labels[points.length - 1 - index]}`] : [],
          ),
        );
        expect(pairs.size).toBe(forwards.clusters);
      }),
    );
  });

  test('answers no points, one point and points without coordinates', () => {
    expect(run([], { epsMetres: 100, minPoints: 5 })).toEqual({ labels: [], core: [], clusters: 0 });
    expect(run([[1, 1]], { epsMetres: 100, minPoints: 1 })).toEqual({ labels: [0], core: [1], clusters: 1 });
    expect(
      run(
        [
          [NaN, 1],
          [1, 1],
          [1, Infinity],
          [2, 1],
        ],
        { epsMetres: 5, minPoints: 2 },
      ).labels,
    ).toEqual([-1, 0, -1, 0]);
    expect(run([[1, 1]], { epsMetres: 0, minPoints: 1 }).labels).toEqual([-1]);
  });

  test('takes one stray point on another continent without trouble', () => {
    expect(
      run(
        [
          [0, 0],
          [6e6, 7e6],
          [6e6 + 1, 7e6],
          [6e6, 7e6 + 1],
        ],
        { epsMetres: 2, minPoints: 3 },
      ).labels,
    ).toEqual([-1, 0, 0, 0]);
  });

  test('handles twenty thousand events at each of two neighbouring addresses as quickly as anywhere else', () => {
    const points = Array.from({ length: 40_000 }, (_, index): Point => [0, index % 2 === 0 ? 0 : 100.5]);
    const result = run(points, { epsMetres: 100, minPoints: 5 });
    expect(result.clusters).toBe(2);
    expect(result.core.every((core) => core === 1)).toBe(true);
  });
});

describe('the rule for the threshold', () => {
  test('is five where events are few and more than chance would give where they are many', () => {
    expect(minPointsRule(200, 100, 12e6)).toBe(5);
    // 2,000 events on 12 km2: 5.24 expected within 100 m, qpois(.999, 5.236) = 14
    expect(minPointsRule(2000, 100, 12e6)).toBe(15);
  });

  test('is one more than what chance gives at most once in a thousand', () => {
    // qpois(.999, c(pi, .628, 1.005)) is 10, 4 and 5
    expect(minPointsRule(100, 100, 1e6)).toBe(11);
    expect(minPointsRule(20, 100, 1e6)).toBe(5);
    expect(minPointsRule(32, 100, 1e6)).toBe(6);
  });

  test('is five when no area is known', () => {
    expect([minPointsRule(500, 100, 0), minPointsRule(500, 100, NaN), minPointsRule(0, 100, 0)]).toEqual([5, 5, 5]);
  });
});
