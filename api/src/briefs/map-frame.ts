import type { Position as GeoJsonPosition } from 'geojson';

import { type Metres, toMetres } from '../geo/projection.js';

/** A place on the drawing: points (1/72 inch) from its upper left corner. */
export type Spot = readonly [x: number, y: number];

/** What part of the ground the drawing shows, and how large a metre is on it. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly pointsPerMetre: number;
  /** The ground at the upper left corner. */
  readonly corner: Metres;
}

export interface Extent {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** The extent of positions in degrees, in metres; null when there are none. */
export function extentOf(positions: Iterable<GeoJsonPosition>): Extent | null {
  // The cast keeps the compiler from believing that the loop never assigns it.
  let extent = null as Extent | null;
  for (const position of positions) {
    const { x, y } = toMetres([position[0]!, position[1]!]);
    extent = {
      minX: Math.min(extent?.minX ?? x, x),
      minY: Math.min(extent?.minY ?? y, y),
      maxX: Math.max(extent?.maxX ?? x, x),
      maxY: Math.max(extent?.maxY ?? y, y),
    };
  }
  return extent;
}

/** How much larger than its extent a frame is. */
export const frameMargin = 1.16;

/**
 * The frame of a drawing that holds the extent with a margin and keeps its shape. `leastMetres` is the shortest ground
 * width shown, so that a small place still has its surroundings.
 */
export function frameAround(extent: Extent, size: { width: number; height: number; leastMetres: number }): Frame {
  const wide = Math.max((extent.maxX - extent.minX) * frameMargin, size.leastMetres);
  const high = (extent.maxY - extent.minY) * frameMargin;
  const metresPerPoint = Math.max(wide / size.width, high / size.height);
  const centre = { x: (extent.minX + extent.maxX) / 2, y: (extent.minY + extent.maxY) / 2 };
  return {
    width: size.width,
    height: size.height,
    pointsPerMetre: 1 / metresPerPoint,
    corner: {
      x: centre.x - (size.width * metresPerPoint) / 2,
      y: centre.y + (size.height * metresPerPoint) / 2,
    },
  };
}

/** Degrees to the drawing's points. */
export function place(frame: Frame, position: GeoJsonPosition): Spot {
  const { x, y } = toMetres([position[0]!, position[1]!]);
  return [(x - frame.corner.x) * frame.pointsPerMetre, (frame.corner.y - y) * frame.pointsPerMetre];
}

/** The part of a ring inside the frame grown by `bleed` points (Sutherland and Hodgman 1974, doi:10.1145/360767.360802). */
export function clipRing(ring: readonly Spot[], frame: Frame, bleed = 4): Spot[] {
  let clipped: readonly Spot[] = ring;
  for (const edge of edges(frame, bleed)) {
    const kept: Spot[] = [];
    clipped.forEach((spot, index) => {
      const before = clipped.at(index - 1)!;
      const inside = edge(spot);
      const wasInside = edge(before);
      if (inside >= 0 !== wasInside >= 0) kept.push(between(before, spot, wasInside / (wasInside - inside)));
      if (inside >= 0) kept.push(spot);
    });
    clipped = kept;
  }
  return [...clipped];
}

/** The parts of a line inside the frame grown by `bleed` points, each at least two spots. */
export function clipLine(line: readonly Spot[], frame: Frame, bleed = 4): Spot[][] {
  const parts: Spot[][] = [];
  let current: Spot[] = [];
  for (let index = 1; index < line.length; index++) {
    const segment = clipSegment([line[index - 1]!, line[index]!], frame, bleed);
    if (segment === null) continue;
    const joins = current.length > 0 && current.at(-1)![0] === segment[0][0] && current.at(-1)![1] === segment[0][1];
    if (!joins) {
      if (current.length > 1) parts.push(current);
      current = [segment[0]];
    }
    current.push(segment[1]);
  }
  if (current.length > 1) parts.push(current);
  return parts;
}

/** Drops spots nearer than `tolerance` points to the line through what is kept (Douglas and Peucker 1973, doi:10.3138/FM57-6770-U75U-7727). */
export function simplify(line: readonly Spot[], tolerance = 0.25): Spot[] {
  if (line.length < 3) return [...line];
  const keep = new Uint8Array(line.length);
  keep[0] = keep[line.length - 1] = 1;
  const open: [number, number][] = [[0, line.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [from, to] = span;
    let farthest = 0;
    let at = -1;
    for (let index = from + 1; index < to; index++) {
      const distance = distanceToSegment(line[index]!, line[from]!, line[to]!);
      if (distance > farthest) [farthest, at] = [distance, index];
    }
    if (farthest <= tolerance) continue;
    keep[at] = 1;
    open.push([from, at], [at, to]);
  }
  return line.filter((_, index) => keep[index] === 1);
}

/** Twice the signed area would do for a test; this is the area in square points. */
export function ringArea(ring: readonly Spot[]): number {
  const twice = ring.reduce((sum, [x, y], index) => {
    const [beforeX, beforeY] = ring.at(index - 1)!;
    return sum + beforeX * y - x * beforeY;
  }, 0);
  return Math.abs(twice) / 2;
}

type Edge = (spot: Spot) => number;

function edges(frame: Frame, bleed: number): Edge[] {
  return [
    ([x]) => x + bleed,
    ([x]) => frame.width + bleed - x,
    ([, y]) => y + bleed,
    ([, y]) => frame.height + bleed - y,
  ];
}

function clipSegment([from, to]: [Spot, Spot], frame: Frame, bleed: number): [Spot, Spot] | null {
  let [start, end] = [0, 1];
  for (const edge of edges(frame, bleed)) {
    const [a, b] = [edge(from), edge(to)];
    if (a < 0 && b < 0) return null;
    if (a < 0) start = Math.max(start, a / (a - b));
    if (b < 0) end = Math.min(end, a / (a - b));
  }
  if (start > end) return null;
  return [start === 0 ? from : between(from, to, start), end === 1 ? to : between(from, to, end)];
}

function between(from: Spot, to: Spot, share: number): Spot {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

function distanceToSegment(spot: Spot, from: Spot, to: Spot): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((spot[0] - from[0]) * dx + (spot[1] - from[1]) * dy) / length;
  const [nearX, nearY] = between(from, to, Math.min(1, Math.max(0, along)));
  return Math.hypot(spot[0] - nearX, spot[1] - nearY);
}
