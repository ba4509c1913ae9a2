import { addDays } from '../ui/period.js';
import type { Meeting } from './meeting-api.js';
import { clockOf } from './clock.js';

/** The day of the group's next meeting; a week from this one when none is planned. */
export function nextDay({ at }: Pick<Meeting, 'at'>, plannedAt?: string): string {
  return plannedAt === undefined ? addDays(clockOf(at).day, 7) : clockOf(plannedAt).day;
}
