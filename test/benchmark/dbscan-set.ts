import { readFileSync, writeFileSync } from 'node:fs';
import { minPointsRule } from '../../api/src/analysis/dbscan.js';
import { createRandom } from '../../api/src/analysis/random.js';

/** Points in metres, and what DBSCAN is asked of them. */
export interface PointSet {
  /** Says how the points came about, so that anybody can make the same. */
  readonly name: string;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly epsMetres: number;
  readonly minPoints: number;
}

const seed = 1;
const epsMetres = 100;

/**
 * A region of 500 points to the square kilometre, half of them anywhere and half within centres of 100 m (standard
 * deviation), one for each thousand points. Twice as many points are twice as large a region, as they are when more
 * municipalities come together. What is dense is judged by the rule of the product.
 */
export function regionOf(points: number): PointSet {
  const random = createRandom(seed);
  const sideMetres = Math.sqrt(points / 500) * 1000;
  const around = (middle: number): number => middle + random.normal() * 100;
  const anywhere = (): number => random.next() * sideMetres;
  const centres = Array.from({ length: points / 1000 }, () => ({ x: anywhere(), y: anywhere() }));
  const x = new Float64Array(points);
  const y = new Float64Array(points);
  for (let index = 0; index < points; index++) {
    const centre = random.next() < 0.5 ? undefined : centres[random.integer(centres.length)]!;
    x[index] = 500_000 + (centre ? around(centre.x) : anywhere());
    y[index] = 6_500_000 + (centre ? around(centre.y) : anywhere());
  }
  const minPoints = minPointsRule(points, epsMetres, sideMetres ** 2);
  return { name: `region of ${points} points, 500 per km², seed ${seed}`, x, y, epsMetres, minPoints };
}

/** Writes all x and then all y, eight bytes each in the machine's order: what R, Python and Node read alike. */
export function writePoints(path: string, { x, y }: PointSet): void {
  const both = new Float64Array(x.length * 2);
  both.set(x);
  both.set(y, x.length);
  writeFileSync(path, new Uint8Array(both.buffer));
}

export function readPoints(path: string): { x: Float64Array; y: Float64Array } {
  const bytes = readFileSync(path);
  const count = bytes.length / 16;
  return {
    x: new Float64Array(bytes.buffer, bytes.byteOffset, count),
    y: new Float64Array(bytes.buffer, bytes.byteOffset + count * 8, count),
  };
}
