import type { FeatureCollection } from 'geojson';
import { toMetres, toPosition, type Position } from '../../../api/src/geo/projection.js';
import type { MapTheme } from '../map/base-map-style.js';
import type { GroupLayer } from '../map/layer-group.js';

/** A square of SCB's grid: SWEREF 99 TM (EPSG:3006), named by the metres of its lower left corner. */
export interface Square {
  east: number;
  north: number;
  side: number;
  count: number;
}

/** How many of the positions lie in each square, the fullest first. */
export function countSquares(positions: readonly (readonly number[])[], side: number): readonly Square[] {
  const counts = new Map<string, Square>();
  for (const position of positions) {
    const { x, y } = toMetres(position as unknown as Position);
    const [east, north] = [Math.floor(x / side) * side, Math.floor(y / side) * side];
    const key = `${east} ${north}`;
    const square = counts.get(key);
    if (square === undefined) counts.set(key, { east, north, side, count: 1 });
    else square.count += 1;
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count || a.north - b.north || a.east - b.east);
}

/** Upper ends of the five steps of colour: as many squares in each as can be, and each step its own number. */
export function squareSteps(squares: readonly Pick<Square, 'count'>[]): readonly number[] {
  const counts = squares.map(({ count }) => count).toSorted((a, b) => a - b);
  const most = counts.at(-1);
  if (most === undefined) return [];
  const ends = [0.4, 0.65, 0.82, 0.94].map((share) => counts[Math.floor((counts.length - 1) * share)]!);
  return [...new Set([...ends, most])];
}

/** The corners of a square in degrees, from the lower left one and against the clock. */
export function squareCorners({ east, north, side }: Pick<Square, 'east' | 'north' | 'side'>): readonly Position[] {
  return ([[0, 0], [side, 0], [side, side], [0, side]] as const).map(([dx, dy]) => toPosition({ x: east + dx, y: north + dy })); // prettier-ignore
}

export function squareData(squares: readonly Square[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: squares.map((square) => {
      const corners = squareCorners(square).map((corner) => [...corner]);
      return { type: 'Feature', properties: { ...square }, geometry: { type: 'Polygon', coordinates: [[...corners, corners[0]!]] } }; // prettier-ignore
    }),
  };
}

/** The density ramp of `ui/tokens.css` in hex, the lightest left out: an empty square is not drawn. */
export const squareRamp = {
  light: ['#d5e5e6', '#abcdd0', '#74adb3', '#3b8791', '#0c5f6b'],
  dark: ['#1d3a40', '#285661', '#3f7d88', '#62a9b3', '#9adfe5'],
} as const;

/** The colour number (0 to 4) of a step when there are fewer than five. */
export function rampAt(step: number, steps: number): number {
  return steps < 2 ? 2 : Math.round((step * 4) / (steps - 1));
}

/** Squares in one hue that prints in grey, with their number when there is room for it. */
export function squareLayers(steps: readonly number[], side: number, theme: MapTheme): readonly GroupLayer[] {
  const ramp = squareRamp[theme];
  const colour = steps.length < 2 ? ramp[2] : (['step', ['get', 'count'], ramp[0], ...steps.slice(0, -1).flatMap((end, index) => [end + 1, ramp[rampAt(index + 1, steps.length)]!])] as never); // prettier-ignore
  const roomFrom = side >= 250 ? 12.6 : 14;
  return [
    { id: 'ground', type: 'fill', paint: { 'fill-color': colour, 'fill-opacity': 0.62 } },
    { id: 'line', type: 'line', paint: { 'line-color': theme === 'light' ? '#ffffff' : '#12181a', 'line-width': 1, 'line-opacity': 0.8 } },
    {
      id: 'count',
      type: 'symbol',
      minzoom: roomFrom,
      layout: { 'text-field': ['to-string', ['get', 'count']], 'text-font': ['"Source Sans 3"', 'Semibold'], 'text-size': 13, 'text-ignore-placement': true },
      paint: { 'text-color': theme === 'light' ? '#1a2225' : '#ffffff', 'text-halo-color': theme === 'light' ? '#ffffff' : '#12181a', 'text-halo-width': 1.4 },
    },
  ]; // prettier-ignore
}
