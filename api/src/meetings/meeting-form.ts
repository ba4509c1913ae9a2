import type { PeriodKind } from '../situation/period.js';
import type { GroupKind, MeetingKind } from './meeting.js';

/** What decides how far a meeting looks back and what it takes up. */
export interface MeetingForm {
  readonly kind: MeetingKind;
  readonly groupKind: GroupKind;
}

/** The kinds of agenda there are: one for each kind of meeting that differs, and one for a steering group. */
export type AgendaForm = 'weekly' | 'monthly' | 'strategic' | 'steering' | 'dialogue' | 'safety-walk';

/** Which agenda a meeting has when its group has not written one. */
export function agendaForm({ kind, groupKind }: MeetingForm): AgendaForm {
  if (kind === 'strategic' || kind === 'dialogue' || kind === 'safety-walk') return kind;
  if (groupKind === 'steering') return 'steering';
  return kind === 'monthly' ? 'monthly' : 'weekly';
}

/** How long a period a meeting looks back on: the last whole one before it. */
export function lookBack(meeting: MeetingForm): PeriodKind {
  const form = agendaForm(meeting);
  if (form === 'weekly') return 'week';
  return meeting.kind === 'monthly' ? 'month' : 'tertial';
}

/** How many days ahead it looks. */
export const daysAhead: Readonly<Record<PeriodKind, number>> = { week: 7, month: 31, tertial: 122, year: 366 };

/** Residents sit at the table: nothing is told of reports, of the police or of how the work inside goes. */
export function isWithResidents(meeting: MeetingForm): boolean {
  return meeting.kind === 'dialogue' || meeting.kind === 'safety-walk';
}
