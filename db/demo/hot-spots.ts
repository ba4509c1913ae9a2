import { dayOf, monthsFrom } from './clock.js';
import { type Hours } from './incident-kinds.js';
import { placeRegister } from './places.js';
import { type Point } from './plane.js';

/** The day before which the demo's three years end, unless the caller says another. */
export const demoUntil = '2026-11-01';

export interface PlantedSpot {
  readonly id: string;
  readonly name: string;
  readonly kind: 'own-history' | 'one-season' | 'moving' | 'default-coordinate';
  readonly centre: Point;
  /** Every planted event lies within so many metres of the centre. */
  readonly radius: number;
  /** Months counted from the end of the demo's period. */
  readonly fromMonths: number;
  readonly toMonths: number;
  readonly events: number;
  readonly hours: Hours;
  /** Category and sub-category with a weight. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly isExpectedInLatestYear: boolean;
}

const at = (name: string): Point => {
  const { x, y } = placeRegister.find((place) => place.name === name)!;
  return [x, y];
};

const gathering = {
  'SAML/Centrum': 4,
  'NARK/Berusning': 2,
  'VALD/Bråk/slagsmål': 3,
  'NARK/Misstänkt försäljning': 2,
  'SKAD/Glaskross': 2,
  'ORDN/Störande ljud': 1,
};
const wheels = { 'TRAF/Buskörning': 4, 'TRAF/A-traktor/moped': 3, 'ORDN/Störande ljud': 2, 'ORDN/Nedskräpning': 1 };
const estate = {
  'SAML/Utomhus': 3,
  'NARK/Misstänkt försäljning': 3,
  'SKAD/Byggnad/inventarier': 2,
  'BRAND/Container/skräp': 2,
  'SKAD/Fordon': 1,
};
const water = {
  'SAML/Utomhus': 3,
  'NARK/Misstänkt bruk': 2,
  'SKAD/Lekplats/park': 2,
  'ORDN/Nedskräpning': 2,
  'VALD/Bråk/slagsmål': 1,
};

/** What was planted. A later test asks the product to find it. */
export const plantedSpots: readonly PlantedSpot[] = [
  { id: 'gagatan', name: 'Gågatan mellan stationen och torget', kind: 'own-history', centre: at('Gågatan'), radius: 85, fromMonths: -12, toMonths: 0, events: 40, hours: 'evening', kinds: gathering, isExpectedInLatestYear: true },
  { id: 'stormarknaden', name: 'Stormarknadens parkering', kind: 'one-season', centre: at('Stormarknadens parkering'), radius: 90, fromMonths: -17, toMonths: -14, events: 24, hours: 'night', kinds: wheels, isExpectedInLatestYear: false },
  { id: 'bjorkhojden', name: 'Björkhöjdens centrum', kind: 'one-season', centre: at('Björkhöjdens centrum'), radius: 80, fromMonths: -3, toMonths: 0, events: 26, hours: 'evening', kinds: estate, isExpectedInLatestYear: true },
  { id: 'parken', name: 'Stadsparken, innan det flyttade till Gästhamnen', kind: 'moving', centre: at('Stadsparken'), radius: 80, fromMonths: -24, toMonths: -12, events: 26, hours: 'evening', kinds: water, isExpectedInLatestYear: false },
  { id: 'gasthamnen', name: 'Gästhamnen, dit det flyttade från Stadsparken', kind: 'moving', centre: at('Gästhamnen'), radius: 90, fromMonths: -12, toMonths: 0, events: 26, hours: 'evening', kinds: water, isExpectedInLatestYear: true },
  { id: 'polisstationen', name: 'Polisstationens dörr (förvald koordinat)', kind: 'default-coordinate', centre: at('Polisstationen'), radius: 0, fromMonths: -36, toMonths: 0, events: 108, hours: 'day', kinds: {}, isExpectedInLatestYear: false },
]; // prettier-ignore

export interface Truth {
  readonly until: string;
  readonly spots: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: PlantedSpot['kind'];
    /** Easting and northing in SWEREF 99 TM, whole metres. */
    readonly centre: Point;
    readonly radiusMetres: number;
    /** First day, and the day after the last. */
    readonly from: string;
    readonly to: string;
    readonly events: number;
    readonly expectedInLatestTwelveMonths: boolean;
  }[];
}

/** The documented truth about the planted spots, as checked in to `truth.json` for the default end day. */
export function truth({ until = demoUntil }: { until?: string } = {}): Truth {
  return {
    until,
    spots: plantedSpots.map(
      ({ id, name, kind, centre, radius, fromMonths, toMonths, events, isExpectedInLatestYear }) => ({
        id,
        name,
        kind,
        centre: [Math.round(centre[0]), Math.round(centre[1])],
        radiusMetres: radius,
        from: monthsFrom(until, fromMonths),
        to: monthsFrom(until, toMonths),
        events,
        expectedInLatestTwelveMonths: isExpectedInLatestYear,
      }),
    ),
  };
}

/** The days of a spot: the first, and the one after the last. */
export function daysOf({ fromMonths, toMonths }: PlantedSpot, until: string): [first: number, end: number] {
  return [dayOf(monthsFrom(until, fromMonths)), dayOf(monthsFrom(until, toMonths))];
}
