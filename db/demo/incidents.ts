import { createRandom, type Random } from '../../api/src/analysis/random.js';
import { dayOf, monthsFrom } from './clock.js';
import { demoUntil, daysOf, type PlantedSpot, plantedSpots } from './hot-spots.js';
import { type IncidentKind, incidentKinds } from './incident-kinds.js';
import { type DemoIncident, type Event, Teller } from './incident-rows.js';
import { dayDrawer, minutesOf } from './incident-times.js';
import { type Anchor, type Ground, people } from './people.js';
import { town } from './town.js';

export type { DemoIncident };

export interface Draw {
  readonly seed: number;
  /** Whether the planted spots and the default coordinate are in. Without them every place keeps its level. */
  readonly planted: boolean;
  /** ISO date; the three years end the day before it. */
  readonly until?: string;
}

const events = 1_130;

/** Three years of invented incidents over the people surface, in order of local time; the same input gives the same rows. */
export function drawIncidents({ seed, planted, until = demoUntil }: Draw): DemoIncident[] {
  const random = createRandom(seed);
  const end = dayOf(until);
  const pickDay = dayDrawer(dayOf(monthsFrom(until, -36)), end);
  const told: Event[] = Array.from({ length: events }, () => ordinary(random, pickDay));
  if (planted) {
    const other = createRandom(seed + 7_919);
    for (const spot of plantedSpots) told.push(...plantedEvents(spot, until, other));
  }
  const teller = new Teller(random, end);
  const rows = told.flatMap((event, i) => teller.rows(event, `H${String(i + 1).padStart(4, '0')}`));
  return rows.toSorted((a, b) => (a.from === b.from ? (a.sourceId < b.sourceId ? -1 : 1) : a.from < b.from ? -1 : 1));
}

const kindWeights = incidentKinds.map(({ share }) => share);

function ordinary(random: Random, pickDay: ReturnType<typeof dayDrawer>): Event {
  const kind = random.pick(incidentKinds, kindWeights);
  const grounds = Object.entries(kind.grounds) as [Ground, number][];
  const ground = random.pick(
    grounds.map(([name]) => name),
    grounds.map(([, weight]) => weight),
  );
  const anchor = people().draw(ground, random);
  const day = pickDay(kind.season, kind.hours, random);
  return { kind, anchor, day, minutes: minutesOf(kind.hours, random), planted: null, isExact: false };
}

function plantedEvents(spot: PlantedSpot, until: string, random: Random): Event[] {
  const [first, end] = daysOf(spot, until);
  const pickDay = dayDrawer(first, end);
  const isDefault = spot.kind === 'default-coordinate';
  const near = isDefault ? undefined : people().near(spot.centre, spot.radius - 12);
  const door = policeDoor(spot);
  const names = Object.keys(spot.kinds);
  const kinds = isDefault ? incidentKinds.filter(({ police }) => police > 0.3) : names.map(kindNamed);
  const weights = isDefault ? kinds.map(({ share }) => share) : names.map((name) => spot.kinds[name]!);
  return Array.from({ length: spot.events }, () => {
    const kind = random.pick(kinds, weights);
    const hours = isDefault ? kind.hours : spot.hours;
    const day = Math.min(end - 1, pickDay('flat', hours, random));
    return {
      kind,
      anchor: near?.(random) ?? door,
      day,
      minutes: minutesOf(hours, random),
      planted: spot.id,
      isExact: isDefault,
    };
  });
}

const kindNamed = (name: string): IncidentKind =>
  incidentKinds.find(({ category, subCategory }) => `${category}/${subCategory}` === name)!;

function policeDoor({ centre: [x, y] }: PlantedSpot): Anchor {
  return { x, y, ground: 'centre', weight: 1, area: 'centrum', place: 'Polisstationen', street: null, number: null };
}

/** Builds the town and its people, so that a first draw is not slower than the next. */
export function warmUp(): void {
  town();
  people();
}
