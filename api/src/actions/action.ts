import type { Position } from '../geo/projection.js';
import { dayAndMonth, type Language } from '../hotspots/sentence-wording.js';

/** The rules of actions (åtgärder): what they may be, how they read, when they are late. No Nest, no database, no clock. */

export const statuses = ['not-started', 'doing', 'done', 'cannot'] as const;
export type ActionStatus = (typeof statuses)[number];

/** How the effort went, as Brå's action plan asks: green, yellow, red, with a word of explanation. */
export const grades = ['green', 'yellow', 'red'] as const;
export type ActionGrade = (typeof grades)[number];

/** An effort for a time (punktinsats), or what is done from now on in ordinary work. */
export const actionScopes = ['point-effort', 'ordinary-work'] as const;

/** What an owner may answer, with or without an account. */
export const answers = ['done', 'doing', 'cannot'] as const;

/** The owner's link works this long. */
export const linkDays = 60;

/**
 * Whether the group still waits: everything but done. What somebody said that they cannot do waits too, since the group
 * must decide anew.
 */
export function isOpen(status: ActionStatus): boolean {
  return status !== 'done';
}

/** Whether an action is late on a local day: its last day has passed and it is not done. Days as `YYYY-MM-DD`. */
export function isOverdue(
  { status, due }: { readonly status: ActionStatus; readonly due: string | null },
  today: string,
): boolean {
  return due !== null && due < today && isOpen(status);
}

export interface Said {
  readonly what: string;
  readonly organisation: string;
  readonly ownerFunction: string;
  readonly due: string | null;
  readonly followUpOn: string | null;
}

/**
 * A decision read back: "Fältgruppen går förbi parken. Ansvarig: Fältgruppen, enhetschef. Klart 27 november, följs upp
 * 1 december." The year stands where it is not the one of `today`.
 */
export function actionSentence(said: Said, language: Language, today: string): string {
  const owner = `${language === 'sv' ? 'Ansvarig' : 'Responsible'}: ${said.organisation}, ${said.ownerFunction}`;
  return [said.what, owner, dates(said, language, today)]
    .filter((part) => part !== '')
    .map(ended)
    .join(' ');
}

function dates({ due, followUpOn }: Said, language: Language, today: string): string {
  const day = (date: string) => dayAndMonth(date, language, today);
  const [done, followed] = language === 'sv' ? ['klart', 'följs upp'] : ['done by', 'followed up on'];
  const parts = [...(due ? [`${done} ${day(due)}`] : []), ...(followUpOn ? [`${followed} ${day(followUpOn)}`] : [])];
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** With a full stop, unless it ends in a mark of its own. */
function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** `longitude,latitude,metres` as it stands in an address; null when it is none. At most 20 km. */
export function readNear(text: string): { readonly position: Position; readonly metres: number } | null {
  const parts = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const [longitude, latitude, metres = 200] = parts;
  if (parts.length > 3 || longitude === undefined || latitude === undefined) return null;
  const sound = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 && metres > 0 && metres <= 20_000;
  return sound ? { position: [longitude, latitude], metres } : null;
}
