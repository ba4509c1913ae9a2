import { createRandom, type Random } from '../../api/src/analysis/random.js';
import { areaAt } from './areas.js';
import { isDry } from './land.js';
import { isInRing, type Point, stops } from './plane.js';
import { type Place, type PlaceKind } from './places.js';
import { type Town, town } from './town.js';

/** Where people are: at home, at work, at school, shopping, waiting for a train, walking. */
export const grounds = [
  'villa',
  'slab',
  'centre',
  'school',
  'station',
  'park',
  'harbour',
  'shop',
  'sports',
  'industry',
  'street',
] as const;
export type Ground = (typeof grounds)[number];

/** A spot where something can happen: always on dry land, at a building, a street or a named place. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
  readonly ground: Ground;
  readonly weight: number;
  readonly area: string;
  readonly place: string | null;
  readonly street: string | null;
  readonly number: string | null;
}

/** The people surface: weighted anchors, ready to be drawn from by ground. */
export interface People {
  readonly anchors: readonly Anchor[];
  readonly draw: (ground: Ground, random: Random) => Anchor;
  /** A weighted draw near a point: the weight falls to a third at the radius. */
  readonly near: (centre: Point, radius: number) => (random: Random) => Anchor;
}

let known: People | undefined;

/** The people surface of the demo town; built once. */
export function people(): People {
  known ??= settle(town());
  return known;
}

function settle(where: Town): People {
  const anchors = [...atAddresses(where), ...alongStreets(where), ...atPlaces(where)];
  const byGround = new Map(
    grounds.map((ground) => [ground, sampler(anchors.filter((anchor) => anchor.ground === ground))]),
  );
  return {
    anchors,
    draw: (ground, random) => byGround.get(ground)!(random),
    near: ([x, y], radius) =>
      sampler(
        anchors
          .map((anchor) => ({ anchor, away: Math.hypot(anchor.x - x, anchor.y - y) }))
          .filter(({ away }) => away <= radius)
          .map(({ anchor, away }) => ({ ...anchor, weight: Math.exp(-((away / radius) ** 2)) })),
      ),
  };
}

/** Draws anchors in proportion to their weights, by bisection of the running sum. */
function sampler(anchors: readonly Anchor[]): (random: Random) => Anchor {
  const sums: number[] = [];
  let sum = 0;
  for (const { weight } of anchors) sums.push((sum += weight));
  return (random) => {
    const wanted = random.next() * sum;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! > wanted) high = middle;
      else low = middle + 1;
    }
    return anchors[low]!;
  };
}

function atAddresses({ addresses, areas, centre }: Town): Anchor[] {
  return addresses.flatMap(({ x, y, street, number, building, homes, district }): Anchor[] => {
    const area = areaAt([x, y], areas);
    if (!area || !isDry([x, y])) return [];
    const fromSquare = Math.hypot(x - centre[0], y - centre[1]);
    const base = { x, y, area: area.code, place: null, street, number };
    if (building === 'industry') return [{ ...base, ground: 'industry', weight: 1 }];
    if (district === 'Centrum')
      return [{ ...base, ground: 'centre', weight: (building === 'shop' ? 3 : 1.4) * Math.exp(-fromSquare / 420) }];
    return [{ ...base, ground: building === 'lamell' ? 'slab' : 'villa', weight: homes }];
  });
}

const busy = { main: 3, street: 2, residential: 1, path: 1.2 } as const;

function alongStreets({ streets, areas, builtUpAreas }: Town): Anchor[] {
  return streets.flatMap(({ line, name, class: kind }) =>
    stops(line, 20, 45).flatMap(({ point }): Anchor[] => {
      const area = areaAt(point, areas);
      if (!area || !isDry(point)) return [];
      const inTown = builtUpAreas.some(({ outline }) => isInRing(point, outline));
      const weight = busy[kind] * (inTown ? 1 : 0.06);
      return [
        {
          x: point[0],
          y: point[1],
          ground: 'street',
          weight,
          area: area.code,
          place: null,
          street: name,
          number: null,
        },
      ];
    }),
  );
}

const grounding: Readonly<Partial<Record<PlaceKind, { ground: Ground; weight: number; spread: number }>>> = {
  school: { ground: 'school', weight: 4, spread: 38 },
  'youth-centre': { ground: 'school', weight: 1.6, spread: 25 },
  preschool: { ground: 'school', weight: 0.8, spread: 20 },
  playground: { ground: 'park', weight: 1.2, spread: 22 },
  station: { ground: 'station', weight: 4, spread: 55 },
  'bus-stop': { ground: 'station', weight: 0.9, spread: 25 },
  square: { ground: 'centre', weight: 26, spread: 40 },
  library: { ground: 'centre', weight: 6, spread: 18 },
  park: { ground: 'park', weight: 2.4, spread: 45 },
  beach: { ground: 'park', weight: 1.6, spread: 45 },
  church: { ground: 'park', weight: 0.7, spread: 30 },
  harbour: { ground: 'harbour', weight: 1.5, spread: 45 },
  restaurant: { ground: 'harbour', weight: 1, spread: 20 },
  shop: { ground: 'shop', weight: 1.6, spread: 30 },
  parking: { ground: 'shop', weight: 1.2, spread: 30 },
  health: { ground: 'shop', weight: 0.6, spread: 25 },
  sports: { ground: 'sports', weight: 1.5, spread: 45 },
};

/** The villages' own places see fewer people. */
const remote = 2_900;

function atPlaces({ places, areas, centre }: Town): Anchor[] {
  const random = createRandom(17);
  return places.flatMap((place) => {
    const use = grounding[place.kind];
    if (!use) return [];
    const share = Math.hypot(place.x - centre[0], place.y - centre[1]) > remote ? 0.25 : 1;
    const spots = Array.from({ length: 14 }, () => around(place, use.spread, random)).filter((spot) => isDry(spot));
    return spots.flatMap((spot): Anchor[] => {
      const area = areaAt(spot, areas);
      if (!area) return [];
      const weight = (use.weight * share) / spots.length;
      return [
        {
          x: spot[0],
          y: spot[1],
          ground: use.ground,
          weight,
          area: area.code,
          place: place.name,
          street: null,
          number: null,
        },
      ];
    });
  });
}

const around = ({ x, y }: Place, spread: number, random: Random): Point => [
  x + Math.max(-2, Math.min(2, random.normal())) * spread * 0.6,
  y + Math.max(-2, Math.min(2, random.normal())) * spread * 0.6,
];
