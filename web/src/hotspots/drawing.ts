import { crossingOf } from '../../../api/src/geo/crossing.js';
import { areaOf } from '../../../api/src/geo/polygon.js';
import { toMetres, toPosition } from '../../../api/src/geo/projection.js';

export type Corner = readonly [longitude: number, latitude: number];

/** What can be told of a drawing before it is sent: corners enough, no crossing, not nothing, not more than a place. */
export type DrawingState =
  | { readonly status: 'too-few' | 'no-area' | 'good'; readonly squareMetres: number }
  | { readonly status: 'too-large'; readonly squareMetres: number }
  | { readonly status: 'crossing'; readonly at: Corner; readonly first: number; readonly second: number };

/** 1 km², as the API has it. */
const largest = 1_000_000;

export function stateOfDrawing(corners: readonly Corner[]): DrawingState {
  if (corners.length < 3) return { status: 'too-few', squareMetres: 0 };
  const ring = [...corners, corners[0]!].map((corner): readonly [number, number] => {
    const { x, y } = toMetres(corner);
    return [x, y];
  });
  const crossing = crossingOf(ring);
  if (crossing) {
    const [longitude, latitude] = toPosition(crossing.at);
    const [first, second] = crossing.sides;
    return { status: 'crossing', at: [longitude, latitude], first: first + 1, second: second + 1 };
  }
  const squareMetres = areaOf([[ring]]);
  if (squareMetres < 1) return { status: 'no-area', squareMetres };
  return { status: squareMetres > largest ? 'too-large' : 'good', squareMetres };
}

/** A circle as a ring of corners: a place and so many metres round it. */
export function circleRound(centre: Corner, metres: number, corners = 32): Corner[] {
  const { x, y } = toMetres(centre);
  return Array.from({ length: corners }, (_, index): Corner => {
    const turn = (index / corners) * 2 * Math.PI;
    const [longitude, latitude] = toPosition({ x: x + metres * Math.cos(turn), y: y + metres * Math.sin(turn) });
    return [longitude, latitude];
  });
}

/** The corners as GeoJSON. */
export function polygonOf(corners: readonly Corner[]) {
  const ring = corners.length === 0 ? [] : [...corners, corners[0]!];
  return { type: 'Polygon', coordinates: [ring.map((corner) => [...corner])] };
}
