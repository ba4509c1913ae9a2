import { z } from 'zod';
import { itemKinds } from './agenda.js';
import { groupKinds, meetingKinds } from './meeting.js';

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'wrong-form')
  .describe('Local time, 08:30');
const weekday = z.int().min(1).max(7).describe('1 Monday to 7 Sunday');
const nth = z
  .int()
  .min(-1)
  .max(4)
  .refine((value) => value !== 0, 'wrong-form')
  .describe('1 to 4, or -1 for the last');

export const rhythm = z
  .discriminatedUnion('every', [
    z.object({ every: z.literal('week'), weeks: z.int().min(1).max(26), weekday }),
    z.object({ every: z.literal('month'), months: z.int().min(1).max(12), nth, weekday }),
    z.object({ every: z.literal('year'), month: z.int().min(1).max(12), nth, weekday }),
  ])
  .meta({ id: 'MeetingRhythm' });

/** Who takes part: a function of an organisation in the list, or of a third party that is only named. */
const newMember = z.object({
  function: z.string().trim().min(1, 'missing').max(80).describe('A function, never a person'),
  organisationId: z.uuid().nullable().default(null),
  party: z.string().trim().min(1).max(80).nullable().default(null).describe('A third party, such as a station owner'),
  accountId: z.uuid().nullable().default(null).describe('The account that speaks for the function, if there is one'),
});

const member = z.object({
  id: z.uuid(),
  function: z.string(),
  organisationId: z.uuid().nullable(),
  organisation: z.string().nullable(),
  party: z.string().nullable(),
  accountId: z.uuid().nullable(),
});

export const templateItem = z.object({
  kind: z.enum(itemKinds),
  title: z.string().trim().min(1).max(120).nullable().default(null).describe('Own words; null for the usual heading'),
});

export const meetingGroup = z
  .object({
    id: z.uuid(),
    version: z.int(),
    name: z.string(),
    kind: z.enum(groupKinds),
    ended: z.boolean(),
    mine: z.boolean().describe('The caller’s account is among its members'),
    members: z.array(member),
    agenda: z.array(z.object({ kind: z.enum(itemKinds), title: z.string().nullable() })),
  })
  .meta({ id: 'MeetingGroup' });

export const newMeetingGroup = z
  .object({
    name: z.string().trim().min(1, 'missing').max(120),
    kind: z.enum(groupKinds).default('est'),
    members: z.array(newMember).max(60).default([]),
    agenda: z
      .array(templateItem)
      .min(1)
      .max(40)
      .optional()
      .describe(
        'The usual items unless given: twelve of a weekly meeting, and those that other kinds of meetings need',
      ),
  })
  .meta({ id: 'NewMeetingGroup' });

export const meetingGroupChange = newMeetingGroup
  .extend({ ended: z.boolean().default(false).describe('The group meets no more') })
  .meta({ id: 'MeetingGroupChange' });

const seriesFields = {
  groupId: z.uuid(),
  name: z.string().trim().min(1, 'missing').max(120),
  kind: z.enum(meetingKinds),
  rhythm,
  startsAt: clock,
  minutes: z.int().min(5).max(1440).default(60),
  place: z.string().trim().max(120).nullable().default(null),
  firstOn: z.iso.date(),
  lastOn: z.iso.date().nullable().default(null),
};

export const newMeetingSeries = z.object(seriesFields).meta({ id: 'NewMeetingSeries' });

export const meetingSeries = z
  .object({
    id: z.uuid(),
    version: z.int(),
    groupId: z.uuid(),
    group: z.string(),
    name: z.string(),
    kind: z.enum(meetingKinds),
    rhythm,
    startsAt: z.string(),
    minutes: z.int(),
    place: z.string().nullable(),
    firstOn: z.string(),
    lastOn: z.string().nullable(),
    rhythmText: z.string().describe('The rhythm in words'),
    upcoming: z
      .array(z.object({ day: z.string(), movedFor: z.string().nullable() }))
      .describe('The next five days, and the holiday that a day was moved for'),
    nextMeetingId: z.uuid().nullable(),
  })
  .meta({ id: 'MeetingSeries' });

export type MeetingGroupBody = z.infer<typeof meetingGroup>;
export type NewMeetingGroup = z.infer<typeof newMeetingGroup>;
export type MeetingGroupChange = z.infer<typeof meetingGroupChange>;
export type MeetingSeriesBody = z.infer<typeof meetingSeries>;
export type NewMeetingSeries = z.infer<typeof newMeetingSeries>;
export type NewMember = z.infer<typeof newMember>;
