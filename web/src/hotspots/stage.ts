import type { HotspotDetail } from './hotspot-api.js';
import type { HotspotTab } from './hotspot-search.js';
import type { Need } from './work-api.js';

export type Stage = HotspotDetail['stage'];

/** The five steps of the Kungsör model, in order. */
export const stages: readonly Stage[] = ['mapping', 'analysis', 'action', 'follow-up', 'closed'];

/** Where on the page each missing thing is filled in; the others are filled in where one is asked. */
export const placeOfNeed: Readonly<Partial<Record<Need, HotspotTab>>> = {
  problem: 'problem',
  cause: 'orsaker',
  action: 'plan',
  production: 'uppfoljning',
  process: 'uppfoljning',
  effect: 'uppfoljning',
};
