import type { StatusTone } from '../ui/status-tag.js';
import type { ActionGrade, ActionStatus } from './action-api.js';

/** Each status has a shape of its own beside its word and colour. */
export const statusTones: Readonly<Record<ActionStatus, StatusTone>> = {
  'not-started': 'neutral',
  doing: 'action',
  done: 'good',
  cannot: 'bad',
};

export const gradeTones: Readonly<Record<ActionGrade, StatusTone>> = { green: 'good', yellow: 'caution', red: 'bad' };

/** What is answered by one press. */
export const pressed = ['done', 'doing', 'cannot'] as const satisfies readonly ActionStatus[];

/** A local day so many days after another, both `YYYY-MM-DD`. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
