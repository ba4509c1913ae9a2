import { eachNearPair, type DistanceKind, type Places } from './near-pairs.js';

/**
 * The circles that a scan tries: around each place, growing through the places within reach. Places at exactly the same
 * distance come in together, so a circle is a circle and its members do not depend on the order of the input.
 */
export interface Circles {
  /** Places around each place, itself first, by distance and then by index; those of place p from `first[p]`. */
  readonly members: Int32Array;
  readonly first: Float64Array;
  /** Distance of each member from its centre, in metres. */
  readonly radius: Float64Array;
}

export interface CircleReach {
  readonly reachMetres: number;
  readonly distance: DistanceKind;
  /** At most this many members in all circles together, 12 bytes each; 30 million when absent. */
  readonly mostNeighbours?: number | undefined;
}

/** Builds the circles, or null when there would be more members than `mostNeighbours`: take a smaller area or reach. */
export function circlesAround(places: Places, reach: CircleReach): Circles | null {
  const most = reach.mostNeighbours ?? 30_000_000;
  const count = places.x.length;
  const sizes = new Uint32Array(count).fill(1);
  let total = count;
  eachNearPair(places, reach, (a, b) => {
    sizes[a]!++;
    sizes[b]!++;
    total += 2;
    return total <= most;
  });
  if (total > most) return null;
  const first = new Float64Array(count + 1);
  for (let place = 0; place < count; place++) first[place + 1] = first[place]! + sizes[place]!;
  const circles = { members: new Int32Array(total), first, radius: new Float64Array(total) };
  fill(circles, places, reach);
  sortByDistance(circles, count);
  return circles;
}

function fill({ members, first, radius }: Circles, places: Places, reach: CircleReach): void {
  const next = Float64Array.from(first);
  const put = (centre: number, member: number, metres: number): void => {
    const at = next[centre]!++;
    members[at] = member;
    radius[at] = metres;
  };
  for (let place = 0; place < places.x.length; place++) put(place, place, 0);
  eachNearPair(places, reach, (a, b, metres) => {
    put(a, b, metres);
    put(b, a, metres);
  });
}

function sortByDistance({ members, first, radius }: Circles, count: number): void {
  for (let centre = 0; centre < count; centre++) {
    const from = first[centre]!;
    const to = first[centre + 1]!;
    const own = members.slice(from, to);
    const metres = radius.slice(from, to);
    const order = Array.from(own, (_, index) => index).sort((a, b) => metres[a]! - metres[b]! || own[a]! - own[b]!);
    for (const [place, index] of order.entries()) {
      members[from + place] = own[index]!;
      radius[from + place] = metres[index]!;
    }
  }
}
