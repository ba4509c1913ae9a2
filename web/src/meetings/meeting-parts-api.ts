import { answer, api } from '../api/client.js';
import { ProblemError, readProblem } from '../api/problem.js';
import { currentLanguage } from '../ui/language.js';
import type { Meeting, Schemas } from './meeting-api.js';
import type { Saved } from './use-note.js';

export type NewPicture = Schemas['NewPolicePicture'];
type NewDecision = Schemas['NewDecision'];
export type SeenView = NonNullable<NewDecision['view']>;

const root = '/api/v1/municipalities/{code}/meetings/{id}';
const at = (code: string, id: string) => ({ params: { path: { code, id } } });

/** One part of a meeting. */
interface Part {
  meetingId: string;
  id: string;
}

export function addItem(code: string, id: string, body: Schemas['NewMeetingItem']): Promise<Meeting> {
  return answer(api.POST(`${root}/items`, { ...at(code, id), body }));
}

export function changeItem(
  code: string,
  { meetingId, id: item }: Part,
  body: Schemas['MeetingItemChange'],
): Promise<Meeting> {
  // prettier-ignore
  return answer(api.PATCH(`${root}/items/{item}`, { params: { path: { code, id: meetingId, item } }, body }));
}

export function removeItem(code: string, id: string, item: string): Promise<Meeting> {
  return answer(api.DELETE(`${root}/items/{item}`, { params: { path: { code, id, item } } }));
}

export function addParticipant(code: string, id: string, body: Schemas['NewParticipant']): Promise<Meeting> {
  return answer(api.POST(`${root}/participants`, { ...at(code, id), body }));
}

export function setAttendance(
  code: string,
  { meetingId, id: participant }: Part,
  attendance: Schemas['AttendanceChange']['attendance'],
): Promise<Meeting> {
  // prettier-ignore
  const path = { code, id: meetingId, participant };
  return answer(api.PUT(`${root}/participants/{participant}`, { params: { path }, body: { attendance } }));
}

export function decide(code: string, id: string, body: NewDecision): Promise<Meeting> {
  return answer(api.POST(`${root}/decisions`, { ...at(code, id), body }));
}

export function addPicture(code: string, id: string, body: NewPicture): Promise<Meeting> {
  return answer(api.POST(`${root}/pictures`, { ...at(code, id), body }));
}

export function removePicture(code: string, id: string, picture: string): Promise<Meeting> {
  return answer(api.DELETE(`${root}/pictures/{picture}`, { params: { path: { code, id, picture } } }));
}

export function setPriorities(
  code: string,
  id: string,
  priorities: Schemas['NewMeetingPriorities']['priorities'],
): Promise<Meeting> {
  // prettier-ignore
  return answer(api.PUT(`${root}/priorities`, { ...at(code, id), body: { priorities } }));
}

export function escalate(code: string, id: string, body: Schemas['NewEscalation']): Promise<Meeting> {
  return answer(api.POST(`${root}/escalations`, { ...at(code, id), body }));
}

interface NoteToSave {
  code: string;
  meetingId: string;
  itemId: string;
  /** The revision that the text was written from. */
  base: number;
  text: string;
}

/** Sends a note. Over words that somebody else has changed meanwhile both texts come back, and nothing is stored. */
export async function saveNote({ code, meetingId, itemId, base, text }: NoteToSave): Promise<Saved> {
  const path = { code, id: meetingId, item: itemId };
  const { data, error, response } = await api.PATCH(`${root}/notes/{item}`, { params: { path }, body: { base, text } });
  if (data !== undefined) return { kind: 'accepted', note: { text: data.text, revision: data.revision } };
  if (response.status === 409 && isConflict(error)) return { kind: 'conflict', theirs: error.theirs, base: error.base.text }; // prettier-ignore
  throw new ProblemError(readProblem(error, response.status, currentLanguage()));
}

function isConflict(body: unknown): body is Schemas['NoteConflict'] {
  return typeof body === 'object' && body !== null && 'theirs' in body && 'base' in body;
}
