import { createRandom, type Random } from '../../api/src/analysis/random.js';
import { municipality } from './boundary.js';
import { isInGrove, isInWater } from './land.js';
import { type BuildingKind, lots } from './lots.js';
import { Near } from './near.js';
import {
  centreOf,
  dense,
  distance,
  isInRing,
  overlap,
  type Point,
  rectangle,
  type Ring,
  step,
  stops,
} from './plane.js';
import { ground, origin } from './site.js';
import { grounds } from './grounds.js';
import { railway } from './skeleton.js';
import { type Street } from './streets.js';

export interface Building {
  readonly kind: BuildingKind;
  readonly outline: Ring;
}

/** One entrance with a number on a street; it stands on its own building. */
export interface Address {
  readonly street: string;
  readonly number: string;
  readonly postalTown: string;
  readonly x: number;
  readonly y: number;
  readonly isDwelling: boolean;
  readonly district: string;
  readonly building: BuildingKind;
  /** Homes behind the entrance. */
  readonly homes: number;
}

/** Houses on both sides of every street, where there is room, with their addresses. */
export function build(
  streets: readonly Street[],
  standing: readonly Building[],
): { buildings: Building[]; addresses: Address[] } {
  const random = createRandom(7);
  const site = new Site(streets, standing);
  const addresses: Address[] = [];
  for (const street of streets) {
    if (street.class === 'path' && street.name !== 'Gågatan') continue;
    for (const side of [1, -1] as const) addresses.push(...buildSide({ street, side, site, random }));
  }
  return { buildings: site.buildings, addresses };
}

function buildSide({
  street,
  side,
  site,
  random,
}: {
  street: Street;
  side: 1 | -1;
  site: Site;
  random: Random;
}): Address[] {
  const found: Address[] = [];
  const half = street.class === 'main' ? 6 : 4;
  let number = side === 1 ? 1 : 2;
  let next = 10;
  for (const stop of stops(street.line, 4, 3)) {
    next -= 3;
    if (next > 0) continue;
    const style = street.district === 'Landsbygden' ? countryStyle(stop.point, random) : street.style;
    if (!style) continue;
    const lot = lots[style](random);
    if (lot.isLeftEmpty) {
      next = lot.width;
      continue;
    }
    const away = half + lot.setback + (lot.isEndOn ? lot.size.length : lot.size.depth) / 2;
    const centre = step(stop.point, stop.direction + (side * Math.PI) / 2, away);
    const direction = stop.direction + (lot.isEndOn ? Math.PI / 2 : 0);
    if (!site.place({ kind: lot.kind, outline: rectangle(centre, direction, lot.size) })) continue;
    next = lot.width;
    for (let i = 0; i < lot.entrances; i++) {
      const [x, y] = step(centre, direction, ((i + 0.5) / lot.entrances - 0.5) * lot.size.length);
      found.push({
        street: street.name,
        number: String(number),
        postalTown: postalTown(street.district),
        x,
        y,
        isDwelling: lot.homes > 0,
        district: street.district,
        building: lot.kind,
        homes: lot.homes,
      });
      number += 2;
    }
  }
  return found;
}

const hamlets = [ground([-3_700, 3_900]), ground([3_500, 2_600]), ground([-4_600, 250])];

/** Main roads are built along near the centre, in the hamlets, and by a farm here and there. */
function countryStyle(point: Point, random: Random): Street['style'] | undefined {
  const away = distance(point, origin);
  if (away < 480) return 'town';
  if (away < 1_500) return 'mixed';
  const isHamlet = hamlets.some((hamlet) => distance(point, hamlet) < 380);
  return random.next() < (isHamlet ? 0.06 : away > 2_600 ? 0.008 : 0) ? 'village' : undefined;
}

const postalTown = (district: string): string =>
  district === 'Granby' || district === 'Sandvik' ? district.toUpperCase() : 'ÄLVHAMN';

/** Keeps what is built apart: from roads, rails, water, open grounds and from each other. */
class Site {
  readonly buildings: Building[];
  private readonly roads = new Near();
  private readonly closed = Object.values(grounds);
  private readonly squares = new Map<string, Building[]>();

  constructor(streets: readonly Street[], standing: readonly Building[]) {
    this.buildings = [];
    for (const { line } of streets) this.roads.add(line);
    for (const line of railway) this.roads.add(line);
    for (const building of standing) this.keep(building);
  }

  place(building: Building): boolean {
    const points = [...dense([...building.outline, building.outline[0]!], 18), centreOf(building.outline)];
    const isBlocked = points.some(
      (point) =>
        this.roads.isWithin(point, 6) ||
        !isInRing(point, municipality) ||
        this.closed.some((ring) => isInRing(point, ring)) ||
        isInGrove(point) ||
        isInWater(point),
    );
    if (isBlocked || this.neighbours(building).some((other) => overlap(other.outline, building.outline))) return false;
    this.keep(building);
    return true;
  }

  private keep(building: Building): void {
    this.buildings.push(building);
    const key = this.key(centreOf(building.outline));
    this.squares.set(key, [...(this.squares.get(key) ?? []), building]);
  }

  private neighbours(building: Building): Building[] {
    const [x, y] = centreOf(building.outline);
    const offsets = [-80, 0, 80];
    return offsets.flatMap((dx) => offsets.flatMap((dy) => this.squares.get(this.key([x + dx, y + dy])) ?? []));
  }

  private key([x, y]: Point): string {
    return `${Math.floor(x / 80)},${Math.floor(y / 80)}`;
  }
}
