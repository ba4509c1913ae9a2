import type { AnalysedEvent } from '../../api/src/analysis/hygiene.js';
import { createRandom, type Random } from '../../api/src/analysis/random.js';

/** A spot that is there for some months only, on top of everyday life. */
export interface PlantedSpot {
  readonly x: number;
  readonly y: number;
  readonly events: number;
  /** Epoch milliseconds. */
  readonly from: number;
  readonly to: number;
}

export interface TownOptions {
  readonly seed: number;
  readonly eventsPerYear: number;
  readonly from: number;
  readonly to: number;
  readonly spots?: readonly PlantedSpot[];
}

export const townCentre = { x: 500_000, y: 6_500_000 };
export const builtUpAreaSquareMetres = 12e6;
const reachMetres = 1_800;
const centreMetres = 250;
const year = 365.25 * 86_400_000;

/**
 * Events of a town in which people, not trouble, are unevenly spread: 30 % round a centre, 70 % over a built-up area of
 * busy and quiet addresses. The surface is constant; the total has a season (more in summer) and grows by 25 % a year.
 */
export function drawTown({ seed, eventsPerYear, from, to, spots = [] }: TownOptions): AnalysedEvent[] {
  const random = createRandom(seed);
  const addresses = drawAddresses(random);
  const weights = addresses.map((address) => address.weight);
  const events: AnalysedEvent[] = [];
  const expected = (eventsPerYear * (to - from)) / year;
  for (let left = random.poisson(expected * 1.8); left > 0; left--) {
    const instant = from + random.next() * (to - from);
    const level = (0.75 + 0.25 * Math.sin((2 * Math.PI * instant) / year)) * (1 - 0.2 * ((to - instant) / year));
    if (random.next() > level / 1.35) continue;
    events.push(eventAt(random.pick(addresses, weights), instant, events.length, random));
  }
  for (const spot of spots) {
    for (let index = 0; index < spot.events; index++) {
      const place = { x: spot.x + 25 * random.normal(), y: spot.y + 25 * random.normal() };
      events.push(eventAt(place, spot.from + random.next() * (spot.to - spot.from), events.length, random));
    }
  }
  return events;
}

function drawAddresses(random: Random): { x: number; y: number; weight: number }[] {
  return Array.from({ length: 1_200 }, (_, index) => {
    const angle = 2 * Math.PI * random.next();
    const radius = reachMetres * Math.sqrt(random.next());
    const east = index % 10 < 3 ? centreMetres * random.normal() : radius * Math.cos(angle);
    const north = index % 10 < 3 ? centreMetres * random.normal() : radius * Math.sin(angle);
    const x = Math.round(townCentre.x + east);
    const y = Math.round(townCentre.y + north);
    // a few addresses see much and most see little
    return { x, y, weight: Math.exp(1.1 * random.normal()) };
  });
}

function eventAt(place: { x: number; y: number }, from: number, index: number, random: Random): AnalysedEvent {
  return {
    id: String(index).padStart(6, '0'),
    x: place.x,
    y: place.y,
    from,
    to: null,
    category: random.pick(['damage', 'disorder', 'theft', 'violence', 'traffic']),
    source: random.pick(['police', 'municipality', 'housing']),
    precision: 'address',
    outside: false,
  };
}
