import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { localTime } from '../analysis/calendar.js';
import { atOnce, type InParts, inParts } from '../analysis/parts.js';
import { roomForMarks } from '../geo/mark-room.js';
import { worldGrid } from '../geo/world-grid.js';
import type { Metres } from '../geo/projection.js';
import { type IncidentRows, isPlaced, severityOf, shortIdOf, sourceOf } from '../incidents/incident-rows.js';
import type { Selection } from '../incidents/row-selection.js';

import { type CountedSquare, countSquares, squareId, squareRing } from './squares.js';
import {
  inTile,
  isTile,
  markSpacing,
  nextSide,
  squareSideAt,
  type TileAddress,
  tileExtent,
  tileLimits,
  worldBounds,
} from './tile.js';

/** A tile as it is sent, and what it holds. */
export interface MadeTile {
  readonly bytes: Uint8Array;
  readonly content: 'events' | 'squares';
  readonly features: number;
  /** Metres, of squares. */
  readonly side: number | null;
}

/** A selection laid out on the map of the world. */
export interface MappedSelection {
  readonly selection: Selection;
  /** Numbers of the events that can be drawn, with their places in the world. */
  readonly events: Uint32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** From this zoom on no tile holds more events than it may, but where very many lie in one spot. */
  readonly pointsFromZoom: number;
  /** Squares that were counted before, by their side. */
  readonly squares: Map<number, readonly LaidSquare[]>;
}

/** Nobody looks closer at a whole municipality; beyond it a tile that is too full is counted by itself. */
const deepestPointsFrom = 14;

/** The places of all rows in the world, reckoned once for as long as the rows are kept. */
const worlds = new WeakMap<IncidentRows, { readonly x: Float64Array; readonly y: Float64Array }>();

function* worldOfRows(rows: IncidentRows): InParts<{ readonly x: Float64Array; readonly y: Float64Array }> {
  const known = worlds.get(rows);
  if (known) return known;
  const toWorld = worldGrid();
  const world = { x: new Float64Array(rows.count), y: new Float64Array(rows.count) };
  yield* inParts(rows.count, (from, to) => {
    for (let row = from; row < to; row++) {
      if (!isPlaced(rows, row)) continue;
      const place = toWorld(rows.x[row]!, rows.y[row]!);
      world.x[row] = place.x;
      world.y[row] = place.y;
    }
  });
  worlds.set(rows, world);
  return world;
}

/** Lays out what can be drawn, once for all tiles. */
export function* mapped(selection: Selection): InParts<MappedSelection> {
  const { rows, at, count } = selection;
  const world = yield* worldOfRows(rows);
  const events = new Uint32Array(count);
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  let placed = 0;
  yield* inParts(count, (from, to) => {
    for (let event = from; event < to; event++) {
      const row = at[event]!;
      if (!isPlaced(rows, row)) continue;
      events[placed] = event;
      x[placed] = world.x[row]!;
      y[placed] = world.y[row]!;
      placed++;
    }
  });
  const laid = { x: x.slice(0, placed), y: y.slice(0, placed) };
  return {
    selection,
    events: events.slice(0, placed),
    ...laid,
    pointsFromZoom: yield* pointsFromZoom(laid),
    squares: new Map(),
  };
}

/** Counts by the tiles of the deepest zoom, and four by four together from there. */
function* pointsFromZoom({ x, y }: { readonly x: Float64Array; readonly y: Float64Array }): InParts<number> {
  const scale = 2 ** deepestPointsFrom;
  let counts = new Map<number, number>();
  yield* inParts(x.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const key = Math.floor(x[at]! * scale) * columns + Math.floor(y[at]! * scale);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  });
  let zoom = deepestPointsFrom;
  for (; zoom > 0; zoom--) {
    const wider = new Map<number, number>();
    for (const [key, count] of counts) {
      const parent = Math.floor(Math.floor(key / columns) / 2) * columns + Math.floor((key % columns) / 2);
      wider.set(parent, (wider.get(parent) ?? 0) + count);
    }
    if (Math.max(0, ...wider.values()) > usuallyFits) return zoom;
    counts = wider;
  }
  return zoom;
}

const columns = 2 ** 21;

/** So many features of events fit in the bytes of a tile, buffer and all; a tile that still is too large is counted. */
const usuallyFits = 8000;

/**
 * One tile: its events as points (layer `events`), or counted in squares of SCB's grid (layer `squares`) where there are
 * more than the limits or the zoom shows squares for the whole view.
 */
export function eventTile(view: MappedSelection, address: TileAddress): MadeTile {
  if (!isTile(address)) return empty;
  if (address.z >= view.pointsFromZoom) {
    const inside = eventsIn(view, address);
    if (inside !== null) {
      const points = inside.map((at) => pointFeature(view, at, address));
      const room = roomForMarks(
        points.map(({ geometry }) => geometry[0] as [number, number]),
        markSpacing,
      );
      for (const [at, point] of points.entries()) if (room[at]! > 0) point.tags = { ...point.tags, room: 1 };
      const bytes = encode('events', points);
      if (bytes.length <= tileLimits.bytes) return { bytes, content: 'events', features: inside.length, side: null };
    }
  }
  return squareTile(view, address, squareSideAt(address.z));
}

/** The side of the squares that a tile shows instead of points; null where points may fit. */
export function squaresShown(view: MappedSelection, { z }: TileAddress): number | null {
  return z < view.pointsFromZoom ? squareSideAt(z) : null;
}

/** One tile of squares with this side, or a larger one where there would be too many. */
export function squareTile(view: MappedSelection, address: TileAddress, side: number): MadeTile {
  if (!isTile(address)) return empty;
  for (let used = side; ; used = nextSide(used)) {
    const features = squareFeatures(view, address, used);
    if (features.length > tileLimits.features) continue;
    const bytes = encode('squares', features);
    if (bytes.length <= tileLimits.bytes) return { bytes, content: 'squares', features: features.length, side: used };
  }
}

const empty: MadeTile = { bytes: new Uint8Array(0), content: 'events', features: 0, side: null };

/** Null when there are more than a tile may hold. */
function eventsIn({ x, y }: MappedSelection, address: TileAddress): number[] | null {
  const { minX, minY, maxX, maxY } = worldBounds(address);
  const inside: number[] = [];
  for (let at = 0; at < x.length; at++) {
    if (x[at]! < minX || x[at]! >= maxX || y[at]! < minY || y[at]! >= maxY) continue;
    if (inside.length === tileLimits.features) return null;
    inside.push(at);
  }
  return inside;
}

type TileFeatures = Parameters<typeof fromGeojsonVt>[0][string]['features'];

function pointFeature(
  { selection, events, x, y }: MappedSelection,
  at: number,
  address: TileAddress,
): TileFeatures[number] {
  const event = events[at]!;
  const { rows } = selection;
  const row = selection.at[event]!;
  const flags = rows.flags[row]!;
  return {
    id: shortIdOf(rows, row),
    type: 1,
    geometry: [inTile(address, { x: x[at]!, y: y[at]! })],
    tags: {
      category: rows.categories[rows.category[row]!] ?? '',
      severity: severityOf(flags),
      source: sourceOf(flags),
      crimes: selection.crimes[event]!,
      day: localTime(rows.from[row]!).day,
      reviewed: selection.reviewed[event] === 1,
    },
  };
}

function squareFeatures(view: MappedSelection, address: TileAddress, side: number): TileFeatures {
  const { minX, minY, maxX, maxY } = worldBounds(address);
  return atOnce(squaresOf(view, side)).flatMap(({ square, ring }) => {
    const [first, , third] = ring as [Metres, Metres, Metres, Metres];
    // The squares lean a little; the slack is a tenth of their side.
    const slack = (third.x - first.x) / 10;
    const isShown =
      third.x + slack >= minX && first.x - slack < maxX && first.y + slack >= minY && third.y - slack < maxY;
    if (!isShown) return [];
    const geometry = [ring.map((world) => inTile(address, world)).toReversed()];
    const tags = { count: square.events, crimes: square.crimes, side, square: squareId(square) };
    return [{ type: 3 as const, geometry, tags }];
  });
}

/** A square with its corners in the world, counter-clockwise from the south-west, the first repeated last. */
export interface LaidSquare {
  readonly square: CountedSquare;
  readonly ring: readonly Metres[];
}

/** Squares of one side, counted once. */
export function* squaresOf(view: MappedSelection, side: number): InParts<readonly LaidSquare[]> {
  const before = view.squares.get(side);
  if (before) return before;
  const toWorld = worldGrid();
  const squares = (yield* countSquares(view.selection, side)).map((square) => ({
    square,
    ring: squareRing(square).map(([x, y]) => toWorld(x, y)),
  }));
  view.squares.set(side, squares);
  return squares;
}

function encode(layer: string, features: TileFeatures): Uint8Array {
  const tile = { features } as Parameters<typeof fromGeojsonVt>[0][string];
  return features.length === 0
    ? new Uint8Array(0)
    : fromGeojsonVt({ [layer]: tile }, { version: 2, extent: tileExtent });
}
