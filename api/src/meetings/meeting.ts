/** What a standing group is; the words are the page's and the document's. */
export const groupKinds = [
  'est',
  'bra',
  'steering',
  'place-cooperation',
  'neighbourhood-watch',
  'boat-watch',
  'station-cooperation',
  'other',
] as const;
export type GroupKind = (typeof groupKinds)[number];

export const meetingKinds = [
  'weekly-est',
  'monthly',
  'strategic',
  'deepened-est',
  'dialogue',
  'safety-walk',
  'other',
] as const;
export type MeetingKind = (typeof meetingKinds)[number];

export const meetingStatuses = ['planned', 'open', 'closed', 'cancelled'] as const;
export type MeetingStatus = (typeof meetingStatuses)[number];

export const attendances = ['expected', 'present', 'absent'] as const;
export type Attendance = (typeof attendances)[number];

export const escalationTargets = ['deepened-est', 'steering-group'] as const;
export type EscalationTarget = (typeof escalationTargets)[number];

/** What changed in a meeting, as the live events say it. */
export const changeKinds = [
  'meeting',
  'items',
  'participants',
  'note',
  'decisions',
  'pictures',
  'priorities',
  'escalations',
  'opened',
  'closed',
  'minutes',
  'area',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

const millisecondsPerHour = 3_600_000;

/** After this many hours past its planned end an open meeting is one that somebody forgot to close. */
const forgottenAfterHours = 12;

/** Was the meeting left open? Instants in epoch milliseconds. */
export function isLeftOpen(meeting: { status: MeetingStatus; until: number }, now: number): boolean {
  return meeting.status === 'open' && now > meeting.until + forgottenAfterHours * millisecondsPerHour;
}

/** Until when a police picture that is not to be kept may be shown when nobody closes the meeting: the same hours. */
export function pictureGoneBefore(now: number): number {
  return now - 2 * forgottenAfterHours * millisecondsPerHour;
}

/**
 * When a meeting that is closed now ended: as said, else now, or its planned end when it was left open. Null when what
 * was said lies before it began or in the future. Instants in epoch milliseconds.
 */
export function trueEnd(
  meeting: { readonly at: number; readonly until: number; readonly openedAt: number | null },
  said: number | null,
  now: number,
): number | null {
  const began = Math.min(meeting.at, meeting.openedAt ?? meeting.at);
  if (said !== null) return said > began && said <= now ? said : null;
  const leftOpen = isLeftOpen({ status: 'open', until: meeting.until }, now);
  return leftOpen ? meeting.until : Math.max(now, began + 60_000);
}
