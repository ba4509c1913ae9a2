import { isInGrove, isInWater, riverArea } from './land.js';
import { Near } from './near.js';
import { createNoise } from './noise.js';
import {
  between,
  crossing,
  dense,
  distance,
  isInRing,
  lengthOf,
  type Line,
  type Point,
  type Ring,
  simplify,
} from './plane.js';
import { ground, shape } from './site.js';
import { type District, districts } from './districts.js';
import { grounds } from './grounds.js';
import { centreStreets, mainRoads, railway, type Road } from './skeleton.js';
import { streetName } from './street-names.js';

export interface Street extends Road {
  readonly district: string;
  readonly style: District['style'] | 'town';
}

const shortest = 62;
const streetNoise = createNoise(53);

/** Every street of the town and the villages, with the neighbourhood whose houses stand along it. */
export function layStreets(): Street[] {
  const barriers = new Near();
  for (const { line } of [...mainRoads, ...centreStreets]) barriers.add(line);
  const known = centreStreets.map((road): Street => ({ ...road, district: 'Centrum', style: 'town' }));
  const closed = Object.values(grounds);
  const rails = new Near();
  for (const line of railway) rails.add(line);
  const laid = districts.flatMap((district) => layDistrict(district, { barriers, closed, rails }));
  const main = mainRoads.map((road): Street => ({ ...road, district: 'Landsbygden', style: 'villa' }));
  return [...main, ...known, ...laid].map((street) => ({ ...street, line: simplify(street.line, 0.8) }));
}

interface Surroundings {
  readonly barriers: Near;
  readonly closed: readonly Ring[];
  readonly rails: Near;
}

function layDistrict(district: District, surroundings: Surroundings): Street[] {
  const outline = shape(district.outline, 20);
  const isFree = (point: Point): boolean =>
    isInRing(point, outline) &&
    !surroundings.rails.isWithin(point, 24) &&
    !surroundings.closed.some((ring) => isInRing(point, ring)) &&
    !isInGrove(point) &&
    !isInWater(point);
  const streets: Street[] = [];
  for (const { line, kind } of pattern(district)) {
    for (const run of runs(line, { isFree, barriers: surroundings.barriers })) {
      if (lengthOf(run) < shortest || hugs(run, surroundings.barriers)) continue;
      const name = streetName(district.name, streets.length, kind);
      streets.push({ name, class: 'residential', line: run, district: district.name, style: district.style });
    }
  }
  return streets;
}

/** Long streets side by side and staggered crossings between neighbours, so that most corners are T-shaped. */
function pattern(district: District): { line: Point[]; kind: 'long' | 'cross' }[] {
  const angle = (district.angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const centre = middleOf(district.outline);
  const reach = Math.max(...district.outline.map((point) => distance(point, centre))) + 50;
  const place = (along: number, across: number): Point => {
    const [u, v] = [centre[0] + along * cos - across * sin, centre[1] + along * sin + across * cos];
    const [du, dv] = [streetNoise(u, v, 620), streetNoise(u + 9_000, v, 620)];
    return ground([u + 1.7 * du * district.bend, v + 1.7 * dv * district.bend]);
  };
  const rows = Math.ceil(reach / district.spacing);
  const lines: { line: Point[]; kind: 'long' | 'cross' }[] = [];
  for (let row = -rows; row <= rows; row++) {
    const across = row * district.spacing;
    lines.push({
      kind: 'long',
      line: dense(
        [
          [-reach, 0],
          [reach, 0],
        ],
        9,
      ).map(([along]) => place(along, across)),
    });
  }
  for (let row = -rows; row < rows; row++) {
    const stagger = ((row * 0.37 + 10) % 1) * district.crossSpacing;
    for (let along = -reach + stagger; along < reach; along += district.crossSpacing) {
      const ends: Line = [
        [0, row * district.spacing],
        [0, (row + 1) * district.spacing],
      ];
      lines.push({ kind: 'cross', line: dense(ends, 6).map(([, across]) => place(along, across)) });
    }
  }
  return lines;
}

function middleOf(outline: Ring): Point {
  const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
}

/** The pieces of a line on free ground, ended exactly where it meets a road that was there before. */
function runs(line: Line, { isFree, barriers }: { isFree: (point: Point) => boolean; barriers: Near }): Point[][] {
  const pieces: Point[][] = [[]];
  for (let i = 0; i < line.length; i++) {
    const point = line[i]!;
    const meeting = i > 0 ? meetingPoint(line[i - 1]!, point, barriers) : undefined;
    if (meeting) {
      pieces[pieces.length - 1]!.push(meeting);
      pieces.push([meeting]);
    }
    if (isFree(point)) pieces[pieces.length - 1]!.push(point);
    else if (pieces[pieces.length - 1]!.length > 0) pieces.push([]);
  }
  return pieces.filter((piece) => piece.length > 2);
}

function meetingPoint(a: Point, b: Point, barriers: Near): Point | undefined {
  for (const segment of barriers.around(a)) {
    const share = crossing(a, b, segment.a, segment.b);
    if (share !== undefined) return between(a, b, share);
  }
  return undefined;
}

/** Whether most of a street would run beside a road that is already there. */
function hugs(run: Line, parallel: Near): boolean {
  return run.filter((point) => parallel.isWithin(point, 36)).length > run.length * 0.4;
}

/** Where a road crosses the river: the pieces to draw as bridges. */
export function bridges(streets: readonly Road[]): { name: string; line: Line }[] {
  return streets.flatMap(({ name, line }) => {
    const over = dense(line, 4).filter((point) => isInRing(point, riverArea));
    return over.length > 3 ? [{ name, line: [over[0]!, over[over.length - 1]!] }] : [];
  });
}
