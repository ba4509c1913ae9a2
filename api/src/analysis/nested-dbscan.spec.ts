import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Metres } from '../geo/projection.js';
import { dbscan } from './dbscan.js';
import { nestedDbscan } from './nested-dbscan.js';
import { createRandom } from './random.js';

/** What `dbscan` says of the same points, in the form of the nested search. */
function plain(points: readonly Metres[], among: readonly number[], options: { epsMetres: number; minPoints: number }) {
  const [x, y] = [Float64Array.from(among, (at) => points[at]!.x), Float64Array.from(among, (at) => points[at]!.y)];
  const { labels, core, clusters } = dbscan(x, y, options);
  return Array.from({ length: clusters }, (_, cluster) => ({
    members: among.filter((_at, place) => labels[place] === cluster),
    cores: among.filter((_at, place) => labels[place] === cluster && core[place] === 1),
  }));
}

/** Searches from a threshold of two on what was found, each step so much higher, and compares at each. */
function expectSameAllTheWayDown(points: readonly Metres[], epsMetres: number, steps: readonly number[]): void {
  const search = nestedDbscan(points, epsMetres);
  const descend = (among: readonly number[], minPoints: number, [step, ...further]: readonly number[]): void => {
    const found = search(among, minPoints);
    expect(found).toEqual(plain(points, among, { epsMetres, minPoints }));
    if (step !== undefined) for (const { members } of found) descend(members, minPoints + step, further);
    // and at a lower threshold than it was found at
    for (const { members } of found.slice(1))
      expect(search(members, 1)).toEqual(plain(points, members, { epsMetres, minPoints: 1 }));
  };
  descend([...points.keys()], 2, steps);
}

describe('the nested search', () => {
  test('gives what dbscan gives, for any part of the points and any threshold', () => {
    const coordinate = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ x: coordinate, y: coordinate }), { maxLength: 90 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 2, max: 20 }),
        fc.integer({ min: 2, max: 5 }),
        (points, minPoints, epsMetres, skip) => {
          const search = nestedDbscan(points, epsMetres);
          const all = [...points.keys()];
          const some = all.filter((at) => at % skip !== 0);
          for (const among of [all, some, []])
            expect(search(among, minPoints)).toEqual(plain(points, among, { epsMetres, minPoints }));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('gives the same for a cluster that it found itself, searched again at ever higher thresholds', () => {
    const coordinate = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ x: coordinate, y: coordinate }), { maxLength: 90 }),
        fc.integer({ min: 2, max: 9 }),
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6 }),
        (points, epsMetres, steps) => {
          expectSameAllTheWayDown(points, epsMetres, steps);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('gives the same in crowds that share border points', () => {
    const { next } = createRandom(5);
    for (let town = 0; town < 40; town++) {
      const points = Array.from({ length: 40 + town }, () => ({
        x: Math.floor(40 * next()),
        y: Math.floor(12 * next()),
      }));
      expectSameAllTheWayDown(points, 3 + (town % 4), [1, 1, 2, 1, 1, 2]);
    }
  });

  test('gives the same for more points than are paired', () => {
    const { next } = createRandom(11);
    const points = Array.from({ length: 2100 }, () => ({ x: next() * 1500, y: next() * 1500 }));
    const [few, all] = [points.slice(0, 2048), [...points.keys()]];
    expect(nestedDbscan(points, 40)(all, 9)).toEqual(plain(points, all, { epsMetres: 40, minPoints: 9 }));
    const fewer = all.slice(0, 2048);
    expect(nestedDbscan(few, 40)(fewer, 9)).toEqual(plain(few, fewer, { epsMetres: 40, minPoints: 9 }));
  });

  test('a border point between two clusters joins the first', () => {
    const at = (...xs: number[]) => xs.map((x) => ({ x, y: 0 }));
    const points = at(-9, -9, -9, -9, 0, 10, 20, 29, 29, 29, 29);
    const found = nestedDbscan(points, 10)([...points.keys()], 5);
    expect(found.map(({ members }) => members)).toEqual([[0, 1, 2, 3, 4, 5], [6, 7, 8, 9, 10]]); // prettier-ignore
    expect(found).toEqual(plain(points, [...points.keys()], { epsMetres: 10, minPoints: 5 }));
  });

  test('finds nothing among points without coordinates', () => {
    const points = [{ x: Number.NaN, y: 0 }, { x: Number.NaN, y: 0 }]; // prettier-ignore
    expect(nestedDbscan(points, 10)([0, 1], 1)).toEqual([]);
  });
});
