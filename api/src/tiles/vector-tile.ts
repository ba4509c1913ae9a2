import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { localTime } from '../analysis/calendar.js';
import { worldGrid } from '../geo/world-grid.js';
import { isPlaced, severityOf, shortIdOf, sourceOf } from '../incidents/incident-rows.js';
import type { Selection } from '../incidents/row-selection.js';
import { type CountedSquare, countSquares, squareId, squareRing } from './squares.js';
import {
  inTile,
  isTile,
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
  readonly squares: Map<number, readonly CountedSquare[]>;
}

/** Nobody looks closer at a whole municipality; beyond it a tile that is too full is counted by itself. */
const deepestPointsFrom = 14;

/** Projects what can be drawn, once for all tiles. */
export function mapped(selection: Selection): MappedSelection {
  const { rows, at, count } = selection;
  const toWorld = worldGrid();
  const events = new Uint32Array(count);
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  let placed = 0;
  for (let event = 0; event < count; event++) {
    const row = at[event]!;
    if (!isPlaced(rows, row)) continue;
    const world = toWorld(rows.x[row]!, rows.y[row]!);
    events[placed] = event;
    x[placed] = world.x;
    y[placed] = world.y;
    placed++;
  }
  const laid = { x: x.slice(0, placed), y: y.slice(0, placed) };
  return {
    selection,
    events: events.slice(0, placed),
    ...laid,
    pointsFromZoom: pointsFromZoom(laid),
    squares: new Map(),
  };
}

function pointsFromZoom({ x, y }: { readonly x: Float64Array; readonly y: Float64Array }): number {
  for (let zoom = 0; zoom < deepestPointsFrom; zoom++) {
    const scale = 2 ** zoom;
    const counts = new Map<number, number>();
    let most = 0;
    for (let at = 0; at < x.length; at++) {
      const key = Math.floor(x[at]! * scale) * 2 ** 21 + Math.floor(y[at]! * scale);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (count > most) most = count;
    }
    if (most <= usuallyFits) return zoom;
  }
  return deepestPointsFrom;
}

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
    if (inside.length <= tileLimits.features) {
      const bytes = encode(
        'events',
        inside.map((at) => pointFeature(view, at, address)),
      );
      if (bytes.length <= tileLimits.bytes) return { bytes, content: 'events', features: inside.length, side: null };
    }
  }
  return squareTile(view, address, squareSideAt(address.z));
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

function eventsIn({ x, y }: MappedSelection, address: TileAddress): number[] {
  const { minX, minY, maxX, maxY } = worldBounds(address);
  const inside: number[] = [];
  for (let at = 0; at < x.length; at++) {
    if (x[at]! >= minX && x[at]! < maxX && y[at]! >= minY && y[at]! < maxY) inside.push(at);
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
  const toWorld = worldGrid();
  return squaresOf(view, side).flatMap((square) => {
    const ring = squareRing(square).map(([x, y]) => toWorld(x, y));
    const isShown =
      ring.some(({ x }) => x >= minX) &&
      ring.some(({ x }) => x < maxX) &&
      ring.some(({ y }) => y >= minY) &&
      ring.some(({ y }) => y < maxY);
    if (!isShown) return [];
    const geometry = [ring.toReversed().map((world) => inTile(address, world))];
    const tags = { count: square.events, crimes: square.crimes, side, square: squareId(square) };
    return [{ type: 3 as const, geometry, tags }];
  });
}

/** Squares of one side, counted once. */
export function squaresOf(view: MappedSelection, side: number): readonly CountedSquare[] {
  const squares = view.squares.get(side) ?? countSquares(view.selection, side);
  view.squares.set(side, squares);
  return squares;
}

function encode(layer: string, features: TileFeatures): Uint8Array {
  const tile = { features } as Parameters<typeof fromGeojsonVt>[0][string];
  return features.length === 0
    ? new Uint8Array(0)
    : fromGeojsonVt({ [layer]: tile }, { version: 2, extent: tileExtent });
}
