import { curve, dense, type Line, type Point } from './plane.js';

/** The square of Älvhamn: easting and northing in SWEREF 99 TM. Designs are drawn in metres east and north of it. */
export const origin: Point = [560_000, 6_600_000];

const turned = (-11 * Math.PI) / 180;

/**
 * From the drawing board to the ground: moves, turns and gently bends, so that nothing stands square to the sheet.
 * The bend shears by less than six degrees and never folds.
 */
export function ground([u, v]: Point): Point {
  const x = u + 9 * Math.sin(v / 118 + 0.6) + 55 * Math.sin(v / 1_450);
  const y = v + 9 * Math.sin(u / 131 + 1.9) + 60 * Math.sin(u / 1_700 + 0.8);
  return [
    origin[0] + x * Math.cos(turned) - y * Math.sin(turned),
    origin[1] + x * Math.sin(turned) + y * Math.cos(turned),
  ];
}

/** A smooth line on the ground through the points of a design. */
export function drawn(design: Line, spacing = 25): Point[] {
  return curve(design, spacing).map(ground);
}

/** A closed shape on the ground with straight sides in the design. */
export function shape(design: Line, spacing = 40): Point[] {
  return dense([...design, design[0]!], spacing)
    .slice(0, -1)
    .map(ground);
}

/** A rectangle of the design, by its south-west and north-east corners. */
export function plot([west, south]: Point, [east, north]: Point): Point[] {
  return shape([
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]);
}
