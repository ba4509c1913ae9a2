import type { Metres } from '../geo/projection.js';

/** One tile of the square map of the world: zoom, column from the west, row from the north. */
export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** What a tile may hold before its events are counted in squares instead. */
export const tileLimits = { features: 10_000, bytes: 300_000 } as const;

/** Units along a tile's side, and how far round it is drawn: a symbol on the edge is whole on both sides. */
export const tileExtent = 4096;
export const tileBuffer = 128;

/**
 * Two events nearer than this, in the same units, have not room for a mark each: a 32nd of a tile, 16 pixels on a screen. Not
 * more than the buffer, so that tiles beside each other agree.
 */
export const markSpacing = tileBuffer;

/** From here on no address is deeper. */
export const deepestZoom = 20;

export function isTile({ z, x, y }: TileAddress): boolean {
  const most = 2 ** z;
  return z >= 0 && z <= deepestZoom && x >= 0 && y >= 0 && x < most && y < most;
}

/** The part of the world that a tile shows with its buffer. */
export function worldBounds({ z, x, y }: TileAddress): { minX: number; minY: number; maxX: number; maxY: number } {
  const size = 2 ** -z;
  const edge = (tileBuffer / tileExtent) * size;
  return { minX: x * size - edge, minY: y * size - edge, maxX: (x + 1) * size + edge, maxY: (y + 1) * size + edge };
}

/** A place in the world in the units of a tile, from its upper left corner. */
export function inTile({ z, x, y }: TileAddress, world: Metres): [number, number] {
  const scale = 2 ** z;
  return [Math.round((world.x * scale - x) * tileExtent), Math.round((world.y * scale - y) * tileExtent)];
}

/**
 * Metres along the side of the squares that a zoom shows: at 60 degrees north 20 pixels or a little more when the zoom begins, so
 * that a square can hold its number and a screen is not thousands of them.
 */
export function squareSideAt(zoom: number): number {
  return ([100, 250, 500, 1000, 2000, 5000] as const)[Math.max(0, 13 - zoom)] ?? 10_000;
}

/** The next larger squares, when there are too many. */
export function nextSide(side: number): number {
  return [100, 250, 500, 1000, 2000, 5000, 10_000].find((each) => each > side) ?? side * 2;
}
