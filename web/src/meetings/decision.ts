import { addDays } from '../ui/period.js';

/** When something shall be done, as it is said at a table. */
export const dueChoices = ['today', 'friday', 'next', 'day', 'none'] as const;
export type DueChoice = (typeof dueChoices)[number];

/** Who may be given something: a function of an organisation, never a person. */
export interface Owner {
  key: string;
  organisationId: string;
  organisation: string;
  ownerFunction: string;
}

/** One who takes part, as the meeting has it. */
export interface Participant {
  function: string;
  organisationId: string | null;
  organisation: string | null;
  attendance: 'expected' | 'present' | 'absent';
}

/** A decision while it is being written down. */
export interface DecisionDraft {
  what: string;
  /** The key of an owner at the table, or `otherOwner`. */
  owner: string | null;
  otherOrganisation: string;
  otherFunction: string;
  due: DueChoice;
  day: string;
  followUp: DueChoice;
  followUpDay: string;
  /** Whether the map that is looked at goes with it; `null`: when the map has been moved. */
  withMap: boolean | null;
  registrationNumber: string;
  secret: boolean;
  /** The section of law, when it may be secret. */
  secrecyBasis: string;
}

/** Somebody who does not sit at the table. */
export const otherOwner = 'other';

export const emptyDraft: DecisionDraft = {
  what: '',
  owner: null,
  otherOrganisation: '',
  otherFunction: '',
  due: 'next',
  day: '',
  followUp: 'next',
  followUpDay: '',
  withMap: null,
  registrationNumber: '',
  secret: false,
  secrecyBasis: '',
};

/** The functions that sit at the table, each once; those who are absent last. Without an organisation nobody can own. */
export function ownersOf(participants: readonly Participant[]): Owner[] {
  const found = new Map<string, Owner>();
  const present = participants.filter(({ attendance }) => attendance !== 'absent');
  const absent = participants.filter(({ attendance }) => attendance === 'absent');
  for (const one of [...present, ...absent]) {
    if (one.organisationId === null) continue;
    const key = `${one.organisationId}|${one.function}`;
    const owner = { key, organisationId: one.organisationId, organisation: one.organisation ?? '', ownerFunction: one.function }; // prettier-ignore
    if (!found.has(key)) found.set(key, owner);
  }
  return [...found.values()];
}

/** The Friday that is meant on a day: this week's, and on a Friday or at the weekend the next one. */
export function fridayAfter(day: string): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return addDays(day, (5 - weekday + 7) % 7 || 7);
}

/** The day that a choice means; `null`: none, or one that is still to be written. */
export function dayOf(choice: DueChoice, days: { today: string; next: string; day: string }): string | null {
  if (choice === 'today') return days.today;
  if (choice === 'friday') return fridayAfter(days.today);
  if (choice === 'next') return days.next;
  return choice === 'day' && days.day !== '' ? days.day : null;
}

/** Who was chosen: at the table, or written; null while nobody is. */
export function chosenOwner(
  draft: Pick<DecisionDraft, 'owner' | 'otherOrganisation' | 'otherFunction'>,
  owners: readonly Owner[],
): Pick<Owner, 'organisationId' | 'ownerFunction'> | null {
  if (draft.owner !== otherOwner) return owners.find(({ key }) => key === draft.owner) ?? null;
  const ownerFunction = draft.otherFunction.trim();
  if (draft.otherOrganisation === '' || ownerFunction === '') return null;
  return { organisationId: draft.otherOrganisation, ownerFunction };
}

/** What is still asked for before a decision can be written down. */
export function missingIn(
  draft: DecisionDraft,
  owners: readonly Owner[],
): 'what' | 'owner' | 'day' | 'secrecyBasis' | null {
  if (draft.what.trim() === '') return 'what';
  if (chosenOwner(draft, owners) === null) return 'owner';
  if (draft.due === 'day' && draft.day === '') return 'day';
  return draft.secret && draft.secrecyBasis.trim() === '' ? 'secrecyBasis' : null;
}
