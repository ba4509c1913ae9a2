import { z } from 'zod';
import { statuses } from '../incidents/incident.js';
import { decisions, outcomes } from './review.js';

const position = z.array(z.number()).length(2, 'wrong-form');
const names = z.object({ sv: z.string(), en: z.string() });
const text = (most: number) => z.string().trim().min(1, 'missing').max(most);

const list = z
  .union([z.string(), z.array(z.string())])
  .transform((value) =>
    [value]
      .flat()
      .flatMap((part) => part.split(','))
      .filter((part) => part !== ''),
  )
  .pipe(z.array(z.string().max(40)).max(60))
  .optional();

export const reviewQuery = z.object({
  status: list.describe('received, asked, accepted, merged, dismissed; without it those that wait'),
  source: list.describe('report, police, external'),
  category: list,
  area: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
  cursor: z.string().max(100).optional(),
});

const observed = {
  id: z.uuid(),
  version: z.int(),
  status: z.enum(statuses),
  source: z.string(),
  organisation: z.string().nullable(),
  categoryCode: z.string(),
  subcategoryCode: z.string().nullable(),
  occurredFrom: z.string(),
  occurredTo: z.string().nullable(),
  timePrecision: z.string(),
  position: position.nullable(),
  precision: z.string(),
  address: z.string().nullable(),
  description: z.string().nullable(),
};

export const twin = z
  .object({
    ...observed,
    distanceMetres: z.int(),
    minutesApart: z.int().describe('Between the end of one and the start of the other; 0 when they overlap'),
    pair: z.enum(['reports', 'police']),
  })
  .meta({ id: 'PossibleDuplicate' });

export const message = z
  .object({
    id: z.uuid(),
    kind: z.enum(['question', 'answer']),
    text: z.string(),
    at: z.string(),
    who: z.string().nullable(),
  })
  .meta({ id: 'ReviewMessage' });

export const review = z
  .object({
    ...observed,
    severity: z.int().nullable(),
    areaId: z.uuid().nullable(),
    place: z.string().nullable(),
    setting: z.string().nullable(),
    accuracyMetres: z.number().nullable(),
    outside: z.boolean(),
    descriptionCleared: z.boolean(),
    reporter: z.string().nullable().describe('Name of whoever reported; for reviewers only'),
    trusted: z.boolean(),
    createdAt: z.string(),
    reviewedBy: z.string().nullable(),
    reviewedAt: z.string().nullable(),
    reason: z.string().nullable(),
    note: z.string().nullable(),
    rowsOfEvent: z.int().describe('Rows of the same event that the caller may see, this one included'),
    mergeId: z.uuid().nullable().describe('The latest merge of this row, to take it back'),
    messages: z.array(message),
    twins: z.array(twin),
  })
  .meta({ id: 'Review' });

export const reviewList = z
  .object({ items: z.array(review), nextCursor: z.string().nullable(), total: z.int() })
  .meta({ id: 'ReviewList' });

export const waitingCount = z
  .object({
    waiting: z.int(),
    asked: z.int().describe('Waiting for their reporter'),
    answered: z.int().describe('Of those that wait, the ones whose reporter has answered'),
  })
  .meta({ id: 'WaitingCount' });

export const decisionBody = z
  .object({
    decision: z.enum(decisions),
    reason: z.string().max(40).nullable().default(null).describe('Code of a reason; needed to dismiss'),
    note: z.string().trim().max(500).nullable().default(null),
  })
  .meta({ id: 'ReviewDecision' });

export const questionBody = z.object({ text: text(500) }).meta({ id: 'ReviewText' });

export const mergeBody = z
  .object({
    rows: z
      .array(z.object({ id: z.uuid(), version: z.int().min(1).max(1_000_000_000) }))
      .min(2, 'merge-needs-two')
      .max(20)
      .describe('The first stands for the event'),
  })
  .meta({ id: 'NewMerge' });

export const mergeAnswer = z
  .object({ mergeId: z.uuid(), rows: z.int(), items: z.array(z.object({ id: z.uuid(), version: z.int() })) })
  .meta({ id: 'Merge' });

export const historyEntry = z
  .object({
    id: z.string(),
    at: z.string(),
    who: z.string().nullable(),
    what: z.string(),
    reason: names.nullable(),
    note: z.string().nullable(),
    changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  })
  .meta({ id: 'HistoryEntry' });

export const history = z.array(historyEntry).meta({ id: 'History' });

export const reasonList = z.array(z.object({ code: z.string(), name: names })).meta({ id: 'DismissalReasons' });

export const trustedSource = z
  .object({
    organisationId: z.uuid(),
    name: z.string(),
    trust: z.enum(['no', 'together', 'at-once']),
    waiting: z.int().describe('Reports of the organisation that wait'),
    ready: z.int().describe('Of them, those that can be accepted together: no marked text, no possible duplicate'),
  })
  .meta({ id: 'ReportSource' });

export const sourceList = z.array(trustedSource).meta({ id: 'ReportSources' });

export const trustBody = z.object({ trust: z.enum(['no', 'together', 'at-once']) }).meta({ id: 'SourceTrust' });

export const bulkBody = z.object({ organisationId: z.uuid() }).meta({ id: 'BulkAcceptance' });

export const bulkAnswer = z
  .object({
    batchId: z.uuid(),
    accepted: z.int(),
    left: z.int().describe('Still waiting: marked text or a possible duplicate'),
  })
  .meta({ id: 'BulkAccepted' });

export const bulkUndone = z
  .object({ undone: z.int(), kept: z.int().describe('Changed by somebody since, so left as they are') })
  .meta({ id: 'BulkUndone' });

const rule = z.object({
  metres: z.int().min(1).max(2000),
  hours: z.int().min(1).max(720),
  sameCategory: z.boolean(),
});

export const duplicateRules = z.object({ reports: rule, police: rule }).meta({ id: 'DuplicateRules' });

export const myReport = z
  .object({
    id: z.uuid(),
    categoryCode: z.string(),
    subcategoryCode: z.string().nullable(),
    occurredFrom: z.string(),
    createdAt: z.string(),
    place: z.string().nullable(),
    description: z.string().nullable(),
    outcome: z.enum(outcomes),
    sentence: z.string().describe('What became of it, in the language of Accept-Language'),
    messages: z.array(z.object({ kind: z.enum(['question', 'answer']), text: z.string(), at: z.string() })),
    mayAnswer: z.boolean(),
  })
  .meta({ id: 'MyReport' });

export const myReports = z.array(myReport).meta({ id: 'MyReports' });

export type ReviewQuery = z.infer<typeof reviewQuery>;
export type ReviewBody = z.infer<typeof review>;
export type DecisionBody = z.infer<typeof decisionBody>;
export type TextBody = z.infer<typeof questionBody>;
export type MergeBody = z.infer<typeof mergeBody>;
export type TrustBody = z.infer<typeof trustBody>;
export type BulkBody = z.infer<typeof bulkBody>;
export type DuplicateRules = z.infer<typeof duplicateRules>;
