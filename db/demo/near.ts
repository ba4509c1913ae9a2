import { distanceToSegment, type Line, type Point } from './plane.js';

export interface Segment {
  readonly a: Point;
  readonly b: Point;
}

const cell = 60;

/** Segments in a grid of 60 m squares: answers "is anything within so many metres?" (at most 60) without looking at all. */
export class Near {
  private readonly squares = new Map<string, Segment[]>();

  add(line: Line): void {
    for (let i = 1; i < line.length; i++) this.addSegment({ a: line[i - 1]!, b: line[i]! });
  }

  isWithin(point: Point, metres: number): boolean {
    const [i, j] = [Math.floor(point[0] / cell), Math.floor(point[1] / cell)];
    for (let di = -1; di <= 1; di++) {
      for (let dj = -1; dj <= 1; dj++) {
        for (const { a, b } of this.squares.get(`${i + di},${j + dj}`) ?? []) {
          if (distanceToSegment(point, a, b) < metres) return true;
        }
      }
    }
    return false;
  }

  /** The segments that touch the nine squares around a point. */
  around(point: Point): Segment[] {
    const [i, j] = [Math.floor(point[0] / cell), Math.floor(point[1] / cell)];
    const found: Segment[] = [];
    for (let di = -1; di <= 1; di++) {
      for (let dj = -1; dj <= 1; dj++) found.push(...(this.squares.get(`${i + di},${j + dj}`) ?? []));
    }
    return found;
  }

  private addSegment(segment: Segment): void {
    const [xs, ys] = [
      [segment.a[0], segment.b[0]],
      [segment.a[1], segment.b[1]],
    ].map((ends) => ends.map((end) => Math.floor(end / cell))) as [number[], number[]];
    for (let i = Math.min(...xs); i <= Math.max(...xs); i++) {
      for (let j = Math.min(...ys); j <= Math.max(...ys); j++) this.square(`${i},${j}`).push(segment);
    }
  }

  private square(key: string): Segment[] {
    const found = this.squares.get(key) ?? [];
    this.squares.set(key, found);
    return found;
  }
}
