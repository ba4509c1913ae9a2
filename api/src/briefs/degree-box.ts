import type { Position as GeoJsonPosition } from 'geojson';

import { toPosition } from '../geo/projection.js';
import type { Frame } from './map-frame.js';

/** A box in degrees that holds the frame and its bleed. */
export interface DegreeBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

const degreeBoxes = new WeakMap<Frame, DegreeBox>();

/** The box in degrees that holds the frame: what lies outside it need not be projected. Asked for once a line, so kept. */
export function degreeBox(frame: Frame): DegreeBox {
  const box = degreeBoxes.get(frame) ?? measuredBox(frame);
  degreeBoxes.set(frame, box);
  return box;
}

function measuredBox({ corner, width, height, pointsPerMetre }: Frame): DegreeBox {
  const bleed = 8 / pointsPerMetre;
  const [left, right] = [corner.x - bleed, corner.x + width / pointsPerMetre + bleed];
  const [top, bottom] = [corner.y + bleed, corner.y - height / pointsPerMetre - bleed];
  const corners = [left, right].flatMap((x) => [top, bottom].map((y) => toPosition({ x, y })));
  const [longitudes, latitudes] = [corners.map(([longitude]) => longitude), corners.map(([, latitude]) => latitude)];
  return {
    west: Math.min(...longitudes),
    south: Math.min(...latitudes),
    east: Math.max(...longitudes),
    north: Math.max(...latitudes),
  };
}

/** Whether a line could touch the box, and at least one side of its own box is `leastDegrees` of latitude long. */
export function mayShow(line: readonly GeoJsonPosition[], box: DegreeBox, leastDegrees: number): boolean {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const position of line) {
    west = Math.min(west, position[0]!);
    east = Math.max(east, position[0]!);
    south = Math.min(south, position[1]!);
    north = Math.max(north, position[1]!);
  }
  const large = north - south >= leastDegrees || (east - west) * 0.5 >= leastDegrees;
  return large && west <= box.east && east >= box.west && south <= box.north && north >= box.south;
}
