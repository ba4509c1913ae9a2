import type { ActionBody } from './action.schema.js';

/** One entry of somebody's calendar: a whole local day or days, or a time. Titles hold no description of an incident. */
export interface FeedEvent {
  /** Stays the same when the entry changes, so that the calendar moves it instead of adding another. */
  readonly uid: string;
  readonly title: string;
  /** `YYYY-MM-DD`, whole days up to and with `endDay`. */
  readonly day?: string;
  readonly endDay?: string;
  /** ISO instants, for what has a time of day. */
  readonly from?: string;
  readonly to?: string;
  readonly place?: string;
}

/** The days that an action concerns: its last day and its follow-up. Secret ones and those that are done are left out. */
export function eventsOfAction(action: ActionBody): FeedEvent[] {
  if (action.classification !== 'open' || action.withdrawnAt !== null || action.status === 'done') return [];
  const due = action.due ? [{ uid: `${action.id}-due`, title: `Klart i dag: ${action.what}`, day: action.due }] : [];
  const followUp = action.followUpOn
    ? [{ uid: `${action.id}-follow-up`, title: `Följs upp: ${action.what}`, day: action.followUpOn }]
    : [];
  return [...due, ...followUp];
}
