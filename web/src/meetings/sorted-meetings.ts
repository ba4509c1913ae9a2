import type { MeetingSummary } from './meeting-api.js';

/** How many held meetings the page names; the rest is in the registers. */
const mostHeld = 12;

export interface SortedMeetings {
  /** The one to think of: open now in one of my groups, else the next of my groups, else the next of all. */
  next: MeetingSummary | null;
  open: MeetingSummary[];
  coming: MeetingSummary[];
  held: MeetingSummary[];
}

/** Meetings as somebody looks for them; `now` an instant. One that was never opened and is past is among the coming for a day; a cancelled one too, and never next. */
export function sortedMeetings(meetings: readonly MeetingSummary[], now: string): SortedMeetings {
  const time = (instant: string) => Date.parse(instant);
  const rising = meetings.toSorted((a, b) => time(a.at) - time(b.at));
  const open = rising.filter(({ status }) => status === 'open');
  const ahead = rising.filter(({ until }) => time(until) > time(now) - 24 * 3_600_000);
  const planned = ahead.filter(({ status }) => status === 'planned');
  const coming = ahead.filter(({ status }) => status === 'planned' || status === 'cancelled');
  const held = rising.filter(({ status }) => status === 'closed').toReversed();
  const order = [...open.filter(({ leftOpen }) => !leftOpen), ...planned];
  return { next: order.find(({ mine }) => mine) ?? order[0] ?? null, open, coming, held: held.slice(0, mostHeld) };
}
