import { z } from 'zod';
import { perUnits } from './calendar-units.js';
import { bounds, forms, statuses } from './commitment.js';
import { hintCodes, promiseStatuses, scopes } from './promise.js';

const line = (longest: number) => z.string().trim().max(longest).nullable().default(null);
const both = z.object({ sv: z.string(), en: z.string() });

/** What each form must hold. The database refuses the same. */
function targetFaults(
  { form, bound, target, unit, baseline, due }: z.infer<typeof commitmentFields>,
  context: z.RefinementCtx,
): void {
  const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  const counted = form === 'count' || form === 'hours' || form === 'increase';
  if (counted && target === null) fault('target', 'missing');
  if ((form === 'count' || form === 'increase') && unit === null) fault('unit', 'unit-missing');
  if ((form === 'count' || form === 'hours') && bound === null) fault('bound', 'missing');
  if (form === 'increase' && baseline === null) fault('baseline', 'missing');
  if (form === 'increase' && baseline !== null && target !== null && target <= baseline)
    fault('target', 'target-not-above-baseline');
  if (form === 'delivery' && due === null) fault('due', 'missing');
}

const commitmentFields = z.object({
  text: z.string().trim().min(1, 'missing').max(600),
  form: z.enum(forms),
  bound: z.enum(bounds).nullable().default(null),
  target: z
    .number()
    .positive('target-not-positive')
    .max(1_000_000)
    .nullable()
    .default(null)
    .describe('How many per `per`; for increase the level to reach'),
  unit: z
    .string()
    .trim()
    .min(1, 'unit-missing')
    .max(80)
    .nullable()
    .default(null)
    .describe('What is counted, in the plural: cykelkontroller'),
  per: z.enum(perUnits).default('period'),
  baseline: z
    .number()
    .min(0)
    .max(1_000_000)
    .nullable()
    .default(null)
    .describe('The level that an increase starts from'),
  due: z.iso.date('wrong-form').nullable().default(null).describe('The last day of a delivery'),
  parties: z.array(z.uuid()).max(20).default([]).describe('The organisations that answer for it'),
});

export const newCommitment = commitmentFields.superRefine(targetFaults).meta({ id: 'NewCommitment' });

const promiseFields = z.object({
  title: z.string().trim().min(1, 'missing').max(160),
  objective: line(1000),
  targetGroup: line(200),
  focusArea: line(80),
  scope: z.enum(scopes).default('municipality'),
  hotspotId: z.uuid().nullable().default(null),
  areaId: z.uuid().nullable().default(null),
  periodFrom: z.iso.date('missing'),
  periodTo: z.iso.date('missing'),
  status: z.enum(promiseStatuses).default('decided'),
  registrationNumber: line(60),
});

function periodFault(
  { periodFrom, periodTo }: { periodFrom: string; periodTo: string },
  context: z.RefinementCtx,
): void {
  if (periodTo < periodFrom) context.addIssue({ code: 'custom', path: ['periodTo'], message: 'period-order' });
}

export const newPromise = promiseFields
  .extend({
    id: z.uuid().optional().describe('A UUIDv7 made by the client: the same promise sent twice is stored once'),
    commitments: z.array(newCommitment).max(60).default([]),
  })
  .superRefine(periodFault)
  .meta({ id: 'NewPromise' });

export const promiseChange = promiseFields.superRefine(periodFault).meta({ id: 'PromiseChange' });

export const commitment = z
  .object({
    id: z.uuid(),
    text: z.string(),
    form: z.enum(forms),
    bound: z.enum(bounds).nullable(),
    target: z.number().nullable(),
    unit: z.string().nullable(),
    per: z.enum(perUnits).nullable(),
    baseline: z.number().nullable(),
    due: z.string().nullable(),
    parties: z.array(z.object({ id: z.uuid(), name: z.string() })),
    occasionCount: z.int().describe('How many times something was logged, withdrawn ones apart'),
    progress: z.object({
      done: z.number(),
      target: z.number().nullable().describe('The target of the whole period; null where nothing is counted against'),
      expectedByToday: z.number().nullable(),
      status: z.enum(statuses).nullable().describe('null: a direction, which is never counted'),
    }),
    sentence: both,
  })
  .meta({ id: 'Commitment' });

export const promise = z
  .object({
    id: z.uuid(),
    version: z.int(),
    title: z.string(),
    objective: z.string().nullable(),
    targetGroup: z.string().nullable(),
    focusArea: z.string().nullable(),
    scope: z.enum(scopes),
    hotspot: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    area: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    periodFrom: z.string(),
    periodTo: z.string(),
    status: z.enum(promiseStatuses),
    registrationNumber: z.string().nullable(),
    commitments: z.array(commitment),
    hints: z.array(
      z.object({ code: z.enum(hintCodes), commitmentId: z.uuid().nullable(), words: z.array(z.string()) }),
    ),
  })
  .meta({ id: 'CitizenPromise' });

export const promiseQuery = z.object({
  hotspotId: z.uuid().optional(),
  onDate: z.iso.date().optional().describe('Progress as it stood on a day; today unless given'),
});

export const newOccasion = z
  .object({
    id: z.uuid().optional().describe('A UUIDv7 made by the client: the same occasion sent twice is counted once'),
    happenedOn: z.iso.date('missing'),
    count: z.number().positive('target-not-positive').max(100_000).default(1),
    minutes: z.int().positive('target-not-positive').max(100_000).nullable().default(null),
    place: line(120),
    note: line(1000),
  })
  .meta({ id: 'NewOccasion' });

export const occasion = z
  .object({
    id: z.uuid(),
    commitmentId: z.uuid(),
    happenedOn: z.string(),
    count: z.number(),
    minutes: z.int().nullable(),
    place: z.string().nullable(),
    note: z.string().nullable(),
    organisation: z.string(),
    mine: z.boolean().describe('Logged by the caller, who may then withdraw it'),
  })
  .meta({ id: 'Occasion' });

export type NewCommitment = z.infer<typeof newCommitment>;
export type NewPromise = z.infer<typeof newPromise>;
export type PromiseChange = z.infer<typeof promiseChange>;
export type PromiseBody = z.infer<typeof promise>;
export type CommitmentBody = z.infer<typeof commitment>;
export type PromiseQuery = z.infer<typeof promiseQuery>;
export type NewOccasion = z.infer<typeof newOccasion>;
export type OccasionBody = z.infer<typeof occasion>;
