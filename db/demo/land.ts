import { contours, rounded, type Frame } from './contours.js';
import { Near } from './near.js';
import { createNoise } from './noise.js';
import {
  areaOf,
  band,
  distance,
  isInPolygon,
  isInRing,
  type Point,
  type Polygon,
  type Ring,
  simplifyRing,
} from './plane.js';
import { ground } from './site.js';
import { builtUp } from './boundary.js';
import { mainRoads, river } from './skeleton.js';

const shoreNoise = createNoise(11);
const forestNoise = createNoise(23);
const fieldNoise = createNoise(37);

const frame: Frame = { west: -9_600, south: -6_400, east: 9_600, north: 10_400, square: 60 };

const eased = (value: number, from: number, to: number): number => {
  const t = Math.max(0, Math.min(1, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
};

/** Northing of the lake's north shore along the town, in the design: a harbour bay, then a headland with a beach. */
function northShore(u: number): number {
  const harbour = -430 - 70 * eased(u, -900, -1_500);
  const headland = -270 * eased(u, 600, 760) + 260 * eased(u, 2_500, 3_400);
  const coves = 75 * Math.sin(u / 240 + 1) * Math.max(eased(u, -650, -1_100), eased(u, 800, 1_100));
  return harbour + headland + coves - 650 * eased(u, 3_800, 5_000) + 500 * eased(u, 6_000, 7_500);
}

/** Metres into the lake, roughly; below zero on land. Noise is small at the town and makes bays and islets further out. */
function lake(u: number, v: number): number {
  const wild = Math.max(eased(Math.abs(u - 300), 1_500, 3_300), eased(-v, 800, 1_500));
  const basin = Math.min(northShore(u) - v, v + 3_900 - 500 * Math.sin(u / 2_300), u + 6_300, 8_300 - u, 430);
  return (
    basin +
    shoreNoise(u, v, 1_500) * 820 * wild +
    shoreNoise(u, v, 640) * 330 * wild +
    shoreNoise(u, v, 430) * (38 + 60 * wild)
  );
}

const tarns: readonly { centre: Point; radius: number }[] = [
  { centre: [-4_800, 6_900], radius: 420 },
  { centre: [-2_500, 6_200], radius: 260 },
  { centre: [3_500, 6_400], radius: 520 },
  { centre: [5_100, 1_150], radius: 300 },
  { centre: [-5_300, 2_700], radius: 380 },
  { centre: [2_400, 7_900], radius: 240 },
];

function tarn(u: number, v: number): number {
  return Math.max(
    ...tarns.map(({ centre, radius }) => radius - distance([u, v], centre) + shoreNoise(u, v, 520) * radius * 0.75),
  );
}

const traced = (
  field: (u: number, v: number) => number,
  options: { square: number; least: number; tolerance: number },
): Polygon[] =>
  contours(field, { ...frame, square: options.square })
    .filter(([outer]) => areaOf(outer!) > options.least)
    .map((polygon) => polygon.filter((ring) => Math.abs(areaOf(ring)) > options.least))
    .map((polygon) => polygon.map((ring) => simplifyRing(rounded(ring).map(ground), options.tolerance)));

/** Lakes with their islets (as holes), the big one first. */
export const lakes: readonly Polygon[] = traced((u, v) => Math.max(lake(u, v), tarn(u, v)), {
  square: 42,
  least: 2_500,
  tolerance: 2.5,
});

/** The river as an area; it widens towards the lake. */
export const riverArea: Ring = band(river, 26, 60);

const waters: readonly Polygon[] = [[riverArea], ...lakes];

/** Whether a point on the ground lies in open water. */
export function isInWater(point: Point): boolean {
  return waters.some((polygon) => isInPolygon(point, polygon));
}

const clearings: readonly Point[] = [
  [-760, 5_200],
  [5_250, -640],
  [-3_700, 3_900],
  [3_500, 2_600],
  [-4_600, 250],
];
const landRoads = mainRoads
  .filter(({ class: kind }) => kind === 'main' || kind === 'street')
  .map(({ line }) => line.filter((_, i) => i % 12 === 0));

/** Openness of the land from 0 (deep forest) to about 1: people cleared it around roads, villages and the river. */
const measured = new Map<string, number>();

function openness(u: number, v: number): number {
  const key = `${u},${v}`;
  const known = measured.get(key);
  if (known !== undefined) return known;
  const value = measureOpenness(u, v);
  measured.set(key, value);
  return value;
}

function measureOpenness(u: number, v: number): number {
  const point = ground([u, v]);
  const village = Math.min(...clearings.map((centre) => distance([u, v], centre)));
  const road = Math.min(...landRoads.map((line) => Math.min(...line.map((vertex) => distance(point, vertex)))));
  return 0.75 * (1 - eased(village, 500, 2_300)) + 0.45 * (1 - eased(road, 150, 1_000));
}

const inTown = (u: number, v: number): boolean => {
  const point = ground([u, v]);
  return builtUp.some(({ outline }) => isInRing(point, outline));
};

const shores = new Near();
for (const ring of [riverArea, ...lakes.flat()]) shores.add([...ring, ring[0]!]);

/** Whether a point is on land and at least so many metres (at most 60) from any shore. */
export function isDry(point: Point, metres = 14): boolean {
  return !isInWater(point) && !shores.isWithin(point, metres);
}

const groveNoise = createNoise(61);

/** Wooded knolls and rocks inside the town that nobody built on, above zero where they are. */
function grove(u: number, v: number): number {
  const centre = 1 - eased(Math.hypot(u, v + 50), 560, 800);
  return groveNoise(u, v, 410) - 0.38 - centre;
}

/** The knolls as areas: green patches between the houses. */
export const groves: readonly Polygon[] = traced(
  (u, v) => (grove(u, v) > 0 && !(inTown(u, v) && lake(u, v) < 5) ? -0.01 : grove(u, v)),
  {
    square: 30,
    least: 2_500,
    tolerance: 1.5,
  },
);

export function isInGrove(point: Point): boolean {
  return groves.some((polygon) => isInPolygon(point, polygon));
}

/** Forest: what people did not clear. */
export const forests: readonly Polygon[] = traced(
  (u, v) => (inTown(u, v) ? -0.4 : 0.34 + forestNoise(u, v, 1_300) * 1.25 - openness(u, v)),
  { square: 90, least: 16_000, tolerance: 6 },
);

/** Tilled fields: the most open land outside the built-up areas. */
export const fields: readonly Polygon[] = traced(
  (u, v) => (inTown(u, v) ? -0.4 : openness(u, v) - 0.42 + fieldNoise(u, v, 800) * 0.55),
  { square: 90, least: 16_000, tolerance: 6 },
);
