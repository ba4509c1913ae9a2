import { z } from 'zod';
import { levels } from '../situation/area-status.js';
import { newView } from '../views/view.schema.js';
import { attendances, escalationTargets } from './meeting.js';
import { classification, registrationNumber, words } from './meeting.schema.js';

export const meetingColour = z
  .object({
    level: z.enum(levels).describe('Normalt · Förhöjt · Allvarligt'),
    sentence: z.string().trim().max(300).nullable().default(null),
  })
  .meta({ id: 'NewMeetingColour' });

export const newItem = z
  .object({ title: words(120), after: z.uuid().nullable().default(null).describe('The item that it follows; null: last') })
  .meta({ id: 'NewMeetingItem' }); // prettier-ignore

export const itemChange = z
  .object({
    title: z.string().trim().min(1).max(120).nullable().optional().describe('null: the usual heading'),
    after: z.uuid().nullable().optional().describe('The item that it follows; null: first'),
  })
  .meta({ id: 'MeetingItemChange' });

export const newParticipant = z
  .object({
    function: words(80).describe('A function, never a person'),
    organisationId: z.uuid().nullable().default(null),
    party: z.string().trim().min(1).max(80).nullable().default(null),
    attendance: z.enum(attendances).default('present'),
  })
  .meta({ id: 'NewParticipant' });

export const attendanceChange = z.object({ attendance: z.enum(attendances) }).meta({ id: 'AttendanceChange' });

export const noteChange = z
  .object({
    base: z.int().min(0).max(1_000_000).describe('The revision that the text was written from; 0 when there was none'),
    text: z.string().max(8000, 'too-big'),
  })
  .meta({ id: 'NoteChange' });

export const noteConflict = z
  .object({
    code: z.literal('note-conflict'),
    title: z.string(),
    detail: z.string(),
    status: z.literal(409),
    base: z.object({ revision: z.int(), text: z.string() }),
    theirs: z.object({ revision: z.int(), text: z.string() }),
    mine: z.object({ text: z.string() }),
  })
  .meta({ id: 'NoteConflict' });

export const noteHistory = z.array(
  z.object({ revision: z.int(), text: z.string(), at: z.string(), mine: z.boolean() }),
);

const { search, from, to, bounds, layers, filter } = newView.shape;
const frozenView = z
  .object({ search, from, to, bounds, layers, filter })
  .refine((view) => view.to >= view.from, { message: 'period-reversed', path: ['to'] });

export const newDecision = z
  .object({
    id: z.uuid().optional().describe('Made by the client: the same decision sent twice is one'),
    what: words(600),
    organisationId: z.uuid(),
    ownerFunction: words(80).describe('A function, never a person'),
    due: z.iso.date().nullable().default(null),
    followUpOn: z.iso.date().nullable().default(null),
    itemId: z.uuid().nullable().default(null).describe('The agenda item that it was made at'),
    hotspotId: z.uuid().nullable().default(null),
    view: frozenView.nullable().default(null).describe('The map that was looked at; it is frozen with the decision'),
    registrationNumber: registrationNumber.nullable().default(null),
    classification: classification.default('open'),
    secrecyBasis: z.string().trim().max(120).nullable().default(null).describe('The paragraph, when it may be secret'),
    secrecyBy: z.string().trim().max(80).nullable().default(null).describe('Decided by: a function'),
  })
  .meta({ id: 'NewDecision' });

export const newPicture = z
  .object({
    id: z.uuid().optional(),
    text: words(1000),
    polygon: z.looseObject({ type: z.string() }).nullable().default(null).describe('GeoJSON in degrees'),
    keep: z.boolean().describe('False: shown during the meeting, gone when it closes'),
  })
  .meta({ id: 'NewPolicePicture' });

export const newPriorities = z
  .object({
    priorities: z
      .array(
        z.object({
          text: words(300),
          areaId: z.uuid().nullable().default(null),
          hotspotId: z.uuid().nullable().default(null),
        }),
      ) // prettier-ignore
      .max(20),
  })
  .meta({ id: 'NewMeetingPriorities' });

export const newEscalation = z
  .object({
    target: z.enum(escalationTargets),
    text: words(500),
    hotspotId: z.uuid().nullable().default(null),
    actionId: z.uuid().nullable().default(null),
  })
  .meta({ id: 'NewEscalation' });

export type MeetingColour = z.infer<typeof meetingColour>;
export type NewItem = z.infer<typeof newItem>;
export type ItemChange = z.infer<typeof itemChange>;
export type NewParticipant = z.infer<typeof newParticipant>;
export type AttendanceChange = z.infer<typeof attendanceChange>;
export type NoteChange = z.infer<typeof noteChange>;
export type NewDecision = z.infer<typeof newDecision>;
export type NewPicture = z.infer<typeof newPicture>;
export type NewPriorities = z.infer<typeof newPriorities>;
export type NewEscalation = z.infer<typeof newEscalation>;
