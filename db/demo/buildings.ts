import { createRandom, type Random } from '../../api/src/analysis/random.js';
import { isInGrove, isInWater } from './land.js';
import { Near } from './near.js';
import { centreOf, isInRing, overlap, type Point, rectangle, type Ring, step, stops } from './plane.js';
import { grounds, railway } from './skeleton.js';
import { type Street } from './streets.js';

export type BuildingKind =
  'villa' | 'lamell' | 'town' | 'shop' | 'school' | 'industry' | 'church' | 'station' | 'public' | 'farm';

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

interface Lot {
  readonly kind: BuildingKind;
  readonly width: number;
  readonly size: { length: number; depth: number };
  readonly setback: number;
  readonly entrances: number;
  readonly homes: number;
  /** Slab houses stand with their short side to the street. */
  readonly isEndOn: boolean;
  readonly isLeftEmpty: boolean;
}

const villa = (random: Random): Lot => ({
  kind: 'villa',
  width: 28 + random.next() * 9,
  size: { length: 10 + random.next() * 6, depth: 8 + random.next() * 3 },
  setback: 9 + random.next() * 4,
  entrances: 1,
  homes: 1,
  isEndOn: random.next() < 0.25,
  isLeftEmpty: random.next() < 0.06,
});

const townHouse = (random: Random): Lot => {
  const length = 16 + random.next() * 16;
  return {
    kind: random.next() < 0.3 ? 'shop' : 'town',
    width: length + 1.5 + (random.next() < 0.2 ? 9 : 0),
    size: { length, depth: 11 + random.next() * 3 },
    setback: 6.5,
    entrances: 1,
    homes: 3 + random.integer(6),
    isEndOn: false,
    isLeftEmpty: random.next() < 0.04,
  };
};

const slab = (random: Random): Lot => ({
  kind: 'lamell',
  width: 52 + random.next() * 9,
  size: { length: 50 + random.integer(2) * 6, depth: 11 },
  setback: 9,
  entrances: 3,
  homes: 7,
  isEndOn: true,
  isLeftEmpty: random.next() < 0.05,
});

const smallBlock = (random: Random): Lot => ({
  kind: 'lamell',
  width: 33 + random.next() * 5,
  size: { length: 24 + random.next() * 6, depth: 11 },
  setback: 8,
  entrances: 2,
  homes: 5,
  isEndOn: random.next() < 0.3,
  isLeftEmpty: random.next() < 0.08,
});

const hall = (random: Random): Lot => {
  const length = 34 + random.next() * 44;
  return {
    kind: 'industry',
    width: length + 16 + random.next() * 22,
    size: { length, depth: 22 + random.next() * 22 },
    setback: 12,
    entrances: 1,
    homes: 0,
    isEndOn: false,
    isLeftEmpty: random.next() < 0.1,
  };
};

const lots: Record<Street['style'], (random: Random) => Lot> = {
  villa,
  village: (random) => ({ ...villa(random), isLeftEmpty: random.next() < 0.35 }),
  town: townHouse,
  slab: (random) => (random.next() < 0.86 ? slab(random) : smallBlock(random)),
  mixed: (random) => (random.next() < 0.42 ? smallBlock(random) : villa(random)),
  industry: hall,
};

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
    const style = street.district === 'Landsbygden' ? countryStyle(stop.point) : street.style;
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

/** Main roads have houses along them only near the centre. */
function countryStyle(point: Point): Street['style'] | undefined {
  const away = Math.hypot(point[0] - 560_050, point[1] - 6_600_000);
  return away < 480 ? 'town' : away < 1_500 ? 'mixed' : undefined;
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
    const points = [...building.outline, centreOf(building.outline)];
    const isBlocked = points.some(
      (point) =>
        this.roads.isWithin(point, 6) ||
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
