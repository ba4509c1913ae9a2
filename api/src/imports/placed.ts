import type { ImportedIncident } from './row.js';

/** How the rows of a file are placed, from the very point to nowhere; `removed`: the place of a sensitive row. */
export const placedForms = ['point', 'address', 'street', 'area', 'none', 'removed'] as const;
export type PlacedForm = (typeof placedForms)[number];
export type PlacedCounts = Record<PlacedForm, number>;

export function noPlaced(): PlacedCounts {
  return { point: 0, address: 0, street: 0, area: 0, none: 0, removed: 0 };
}

/** How one row is placed. */
export function placedAs({ sensitive, placement, precision }: ImportedIncident): PlacedForm {
  if (sensitive) return 'removed';
  return placement === 'none' ? 'none' : precision;
}
