import { z } from 'zod';
import { actionScopes, answers, grades, statuses } from './action.js';

const line = (longest: number) => z.string().trim().max(longest).nullable();
const day = z.iso.date('wrong-form').nullable();
const reference = z.uuid().nullable();
const classification = z.enum(['open', 'may-be-secret']);
const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

const fields = z.object({
  what: z.string().trim().min(1, 'missing').max(600).describe('What is to be done, in one sentence'),
  cause: line(300).describe('The cause that it acts upon (Brå: orsak)'),
  goal: line(300).describe('What it shall lead to (Brå: operativt mål)'),
  scope: z.enum(actionScopes).nullable().describe('An effort for a time, or ordinary work from now on'),
  organisationId: z.uuid(),
  ownerFunction: z.string().trim().min(1, 'missing').max(80).describe('A function, never a person'),
  due: day.describe('The last day'),
  followUpOn: day,
  followUp: line(300).describe('How it is followed up'),
  gradeNote: line(300),
  hotspotId: reference,
  meetingId: reference,
  viewId: reference.describe('The map that it was decided on'),
  causeId: reference.describe('A cause of the hot spot’s cause analysis'),
  position: position.nullable().describe('A place of its own; one of a hot spot lies where the hot spot lies'),
  classification,
  secrecyBasis: line(120).describe('The section of law, where it may be secret'),
  secrecyBy: line(120).describe('The function that assessed it; the organisation of the writer when left out'),
  registrationNumber: line(60),
  escalated: z.boolean().describe('Handed on to the steering group'),
});

export const newAction = z
  .object({
    ...fields.shape,
    id: z.uuid().optional().describe('A UUIDv7 made by the client: the same action sent twice is stored once'),
    cause: fields.shape.cause.default(null),
    goal: fields.shape.goal.default(null),
    scope: fields.shape.scope.default(null),
    due: day.default(null),
    followUpOn: day.default(null),
    followUp: fields.shape.followUp.default(null),
    gradeNote: fields.shape.gradeNote.default(null),
    hotspotId: reference.default(null),
    meetingId: reference.default(null),
    viewId: reference.default(null),
    causeId: reference.default(null),
    position: position.nullable().default(null),
    classification: classification.default('open'),
    secrecyBasis: fields.shape.secrecyBasis.default(null),
    secrecyBy: fields.shape.secrecyBy.default(null),
    registrationNumber: fields.shape.registrationNumber.default(null),
    escalated: z.boolean().default(false),
    status: z.enum(statuses).default('not-started'),
    grade: z.enum(grades).nullable().default(null),
  })
  .meta({ id: 'NewAction' });

export const actionChange = fields.partial().meta({ id: 'ActionChange' });

export const newAnswer = z
  .object({
    status: z.enum(statuses),
    grade: z.enum(grades).nullable().optional().describe('Left as it is when not given'),
    note: line(300).default(null),
  })
  .meta({ id: 'ActionAnswer' });

export const actionEvent = z
  .object({
    at: z.string(),
    deed: z.enum(['created', 'changed', 'answered', 'withdrawn', 'restored']),
    status: z.enum(statuses),
    grade: z.enum(grades).nullable(),
    note: z.string().nullable(),
    by: z.enum(['account', 'link']).describe('link: by the owner’s link, without an account'),
    from: z.string().describe('The organisation, with the function where a link was used'),
  })
  .meta({ id: 'ActionEvent' });

export const action = z
  .object({
    id: z.uuid(),
    version: z.int(),
    sentence: z.object({ sv: z.string(), en: z.string() }).describe('The decision read back'),
    what: z.string(),
    cause: z.string().nullable(),
    goal: z.string().nullable(),
    scope: z.enum(actionScopes).nullable(),
    organisationId: z.uuid(),
    organisation: z.string(),
    ownerFunction: z.string(),
    mine: z.boolean().describe('Of the reader’s own organisation'),
    due: z.string().nullable(),
    overdue: z.boolean(),
    followUpOn: z.string().nullable(),
    followUp: z.string().nullable(),
    status: z.enum(statuses),
    grade: z.enum(grades).nullable(),
    gradeNote: z.string().nullable(),
    hotspotId: z.uuid().nullable(),
    hotspot: z.string().nullable(),
    meetingId: z.uuid().nullable(),
    viewId: z.uuid().nullable(),
    causeId: z.uuid().nullable(),
    position: z.array(z.number()).length(2).nullable(),
    classification,
    secrecyBasis: z.string().nullable(),
    secrecyBy: z.string().nullable(),
    secrecyOn: z.string().nullable(),
    registrationNumber: z.string().nullable(),
    escalated: z.boolean(),
    createdAt: z.string(),
    withdrawnAt: z.string().nullable(),
    history: z.array(actionEvent).describe('The oldest first; nothing in it is ever changed'),
  })
  .meta({ id: 'Action' });

export const actionQuery = z.object({
  hotspotId: z.uuid().optional(),
  meetingId: z.uuid().optional(),
  organisationId: z.uuid().optional(),
  open: z.enum(['true', 'false']).optional().describe('true: not done; false: done'),
  dueBefore: z.iso.date().optional().describe('With a last day before this one'),
  near: z
    .string()
    .max(80)
    .optional()
    .describe('longitude,latitude,metres: near a place, by its own position or its hot spot'),
});

export type NewAction = z.infer<typeof newAction>;
export type ActionChange = z.infer<typeof actionChange>;
export type NewAnswer = z.infer<typeof newAnswer>;
export type ActionBody = z.infer<typeof action>;
export type ActionEventBody = z.infer<typeof actionEvent>;
export type ActionQuery = z.infer<typeof actionQuery>;
export type AnswerStatus = (typeof answers)[number];
