import { mondayText } from '../coverage/coverage.js';
import { DomainError } from '../app/domain-error.js';
import { dayAndMonth, type Language } from '../hotspots/sentence-wording.js';
import { readWeek, type Week, weekAround } from './situation.js';

/** The rules of an area's colour: no Nest, no database, no clock. */

/** Normalt · Förhöjt · Allvarligt: set by the group, never by a figure. */
export const levels = ['normal', 'raised', 'serious'] as const;
export type Level = (typeof levels)[number];

/** Stands for the whole municipality where it has no areas. */
export const wholeMunicipality = 'municipality';

/** How many weeks of colours stand beside an area. */
export const weeksOfColour = 12;

/** A colour as it was decided for a week that begins on `monday`. */
export interface DecidedColour {
  readonly area_id: string | null;
  readonly monday: string;
  readonly version: number;
  readonly level: Level;
}

/**
 * The colour that stands for an area in a week: its own, else the latest before it (`carried`), else none: nobody has
 * judged yet. `colours` are the newest version of each week, in any order.
 */
export function standingColour<Colour extends DecidedColour>(
  colours: readonly Colour[],
  areaId: string | null,
  week: Week,
): { readonly colour: Colour; readonly carried: boolean } | null {
  const monday = mondayText(week);
  let found: Colour | null = null;
  for (const colour of colours) {
    if (colour.area_id !== areaId || colour.monday > monday) continue;
    if (!found || colour.monday > found.monday || (colour.monday === found.monday && colour.version > found.version))
      found = colour;
  }
  return found && { colour: found, carried: found.monday !== monday };
}

/** The week that may get a colour: any that has begun, and the next one. Throws `week-unknown` or `week-to-come`. */
export function colourableWeek(text: string, now: number, language: Language): Week {
  const week = readWeek(text);
  if (!week) throw new DomainError('week-unknown');
  if (week.from > weekAround(now, 1).from)
    throw new DomainError('week-to-come', { week: week.number, day: dayAndMonth(week.firstDay, language) });
  return week;
}
