import { z } from 'zod';
import { action } from '../actions/action.schema.js';
import { periodKinds } from '../situation/period.js';
import { itemKinds, lineSubjects, lineTones } from './agenda.js';
import { attendances, escalationTargets, groupKinds, meetingKinds, meetingStatuses } from './meeting.js';

const instant = z.iso.datetime({ offset: true });
export const classification = z.enum(['open', 'may-be-secret']);
export const words = (most: number) => z.string().trim().min(1, 'missing').max(most);
export const registrationNumber = z
  .string()
  .trim()
  .max(40, 'too-big')
  .regex(/^[\p{L}\p{N} ./:–-]*$/u, 'registration-number-form');

export const meetingSummary = z
  .object({
    id: z.uuid(),
    groupId: z.uuid(),
    group: z.string(),
    groupKind: z.enum(groupKinds),
    mine: z.boolean().describe('The caller’s account takes part'),
    seriesId: z.uuid().nullable(),
    kind: z.enum(meetingKinds),
    title: z.string(),
    at: z.string(),
    until: z.string(),
    place: z.string().nullable(),
    movedBecause: z.string().nullable().describe('The holiday that it was moved for'),
    status: z.enum(meetingStatuses),
    leftOpen: z.boolean().describe('Open long after its end: somebody forgot to close it'),
    decisionCount: z.int(),
  })
  .meta({ id: 'MeetingSummary' });

const participant = z.object({
  id: z.uuid(),
  function: z.string(),
  organisationId: z.uuid().nullable(),
  organisation: z.string().nullable(),
  party: z.string().nullable(),
  accountId: z.uuid().nullable(),
  attendance: z.enum(attendances),
});

export const note = z
  .object({
    itemId: z.uuid(),
    revision: z.int().describe('0: nothing is written yet'),
    text: z.string(),
    at: z.string().nullable(),
    merged: z.boolean().describe('Somebody else wrote meanwhile: this is both texts together'),
  })
  .meta({ id: 'MeetingNote' });

const item = z.object({
  id: z.uuid(),
  kind: z.enum(itemKinds),
  title: z.string(),
  ownTitle: z.string().nullable(),
  note: z.object({ revision: z.int(), text: z.string(), at: z.string().nullable() }),
});

const decision = z.object({
  position: z.int().describe('The order in which they were made'),
  itemId: z.uuid().nullable(),
  at: z.string(),
  action,
});

const picture = z.object({
  id: z.uuid(),
  text: z.string(),
  polygon: z.looseObject({ type: z.string() }).nullable().describe('GeoJSON in degrees'),
  clipped: z.boolean().describe('What lay over the border was cut away'),
  kept: z.boolean().describe('False: shown during the meeting, gone when it closes'),
  at: z.string(),
});

const priority = z.object({
  text: z.string(),
  areaId: z.uuid().nullable(),
  area: z.string().nullable(),
  hotspotId: z.uuid().nullable(),
  hotspot: z.string().nullable(),
});

const escalation = z.object({
  id: z.uuid(),
  target: z.enum(escalationTargets),
  text: z.string(),
  hotspotId: z.uuid().nullable(),
  actionId: z.uuid().nullable(),
  at: z.string(),
  takenUpIn: z.uuid().nullable().describe('The meeting that took it up'),
});

export const meeting = meetingSummary
  .extend({
    version: z.int(),
    revision: z.int().describe('Counts every change; the live events carry it'),
    openedAt: z.string().nullable(),
    closedAt: z.string().nullable(),
    registrationNumber: z.string().nullable(),
    classification,
    participants: z.array(participant),
    items: z.array(item),
    decisions: z.array(decision),
    pictures: z.array(picture).describe('Those that the caller may see'),
    priorities: z.array(priority),
    escalations: z.array(escalation),
    missing: z
      .array(z.object({ kind: z.enum(['attendance', 'decision-without-date']), id: z.uuid() }))
      .describe('What is asked for before closing; nothing of it prevents it'),
    nextMeetingId: z.uuid().nullable(),
    previousMeetingId: z.uuid().nullable(),
  })
  .meta({ id: 'Meeting' });

const place = z.string().trim().max(120).nullable();

export const newMeeting = z
  .object({
    id: z.uuid().optional().describe('Made by the client: the same meeting sent twice is one'),
    groupId: z.uuid(),
    kind: z.enum(meetingKinds),
    title: z.string().trim().min(1).max(120).optional(),
    at: instant,
    until: instant,
    place: place.default(null),
  })
  .meta({ id: 'NewMeeting' });

export const meetingChange = z
  .object({
    kind: z.enum(meetingKinds).optional(),
    title: words(120).optional(),
    at: instant.optional(),
    until: instant.optional(),
    place: place.optional(),
    registrationNumber: registrationNumber.nullable().optional(),
    classification: classification.optional(),
  })
  .meta({ id: 'MeetingChange' });

export const meetingQuery = z.object({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  groupId: z.uuid().optional(),
  seriesId: z.uuid().optional(),
  status: z.enum(meetingStatuses).optional(),
});

export const closing = z
  .object({ until: instant.nullable().default(null).describe('When it really ended; null: now, or as planned when it was left open') })
  .meta({ id: 'MeetingClosing' }); // prettier-ignore

export const agendaLine = z.object({
  text: z.string(),
  count: z.int().nullable().describe('The figure that the line tells'),
  search: z.string().nullable().describe('The query text of the map page that shows what was counted'),
  subject: z
    .object({ kind: z.enum(lineSubjects), id: z.string() })
    .nullable()
    .describe('What the line is about, to lead there'),
  tone: z.enum(lineTones),
  secret: z.boolean().describe('Tells of a decision that may be secret'),
});

export const agenda = z
  .object({
    period: z
      .object({ text: z.string(), kind: z.enum(periodKinds), name: z.string(), from: z.string(), to: z.string() })
      .describe('What the figures are of: the last whole week, month or tertial before the meeting, by its kind'),
    week: z.string().describe('The last whole ISO week before the meeting'),
    countedAt: z.string(),
    colourWeek: z.string().describe('The ISO week in which the group sets the areas’ colours'),
    partial: z.boolean().describe('Without the police’s rows, which the reader may not see'),
    frozen: z.boolean().describe('The meeting is closed: as it stood then'),
    items: z.array(z.object({ itemId: z.uuid(), kind: z.enum(itemKinds), lines: z.array(agendaLine) })),
  })
  .meta({ id: 'MeetingAgenda' });

export const counts = z
  .object({
    year: z.int(),
    kinds: z.array(z.object({ kind: z.enum(meetingKinds), planned: z.int(), held: z.int(), lastHeldOn: z.string().nullable() })), // prettier-ignore
  })
  .meta({ id: 'MeetingCounts' });

export const countsQuery = z.object({ year: z.coerce.number().int().min(1990).max(2100) });

export type MeetingSummary = z.infer<typeof meetingSummary>;
export type MeetingBody = z.infer<typeof meeting>;
export type NewMeeting = z.infer<typeof newMeeting>;
export type MeetingChange = z.infer<typeof meetingChange>;
export type MeetingQuery = z.infer<typeof meetingQuery>;
export type Closing = z.infer<typeof closing>;
export type AgendaBody = z.infer<typeof agenda>;
export type NoteBody = z.infer<typeof note>;
export type MeetingCounts = z.infer<typeof counts>;
