import type { NewSeries } from './meeting-api.js';

/** The rhythms that groups usually have; each with a weekday. */
export const rhythmNames = ['week', 'weeks2', 'weeks3', 'weeks4', 'month1', 'month2', 'month3', 'month4', 'monthLast', 'quarter', 'tertial', 'year'] as const; // prettier-ignore
export type RhythmName = (typeof rhythmNames)[number];

/** Monday to Sunday, as the API counts them. */
export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** The rhythm as the API takes it. The quarterly and the one of each tertial fall on the first such weekday of their month. */
export function rhythmOf(name: RhythmName, weekday: number, month: number): NewSeries['rhythm'] {
  if (name === 'week') return { every: 'week', weeks: 1, weekday };
  if (name.startsWith('weeks')) return { every: 'week', weeks: Number(name.slice(5)), weekday };
  if (name === 'monthLast') return { every: 'month', months: 1, nth: -1, weekday };
  if (name === 'quarter') return { every: 'month', months: 3, nth: 1, weekday };
  if (name === 'tertial') return { every: 'month', months: 4, nth: 1, weekday };
  if (name === 'year') return { every: 'year', month, nth: 1, weekday };
  return { every: 'month', months: 1, nth: Number(name.slice(5)), weekday };
}
