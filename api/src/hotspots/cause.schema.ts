import { z } from 'zod';
import { bones, causeKinds } from './cause.js';
import { by } from './work.schema.js';

const text = z.string().trim().min(1, 'missing').max(200);
const evidence = z.string().trim().max(400).nullable();
const directness = z.enum(['direct', 'indirect']).nullable();

export const cause = z
  .object({
    id: z.uuid(),
    version: z.int(),
    kind: z.enum(causeKinds),
    bone: z.enum(bones).nullable(),
    parentId: z.uuid().nullable(),
    depth: z.int().describe('How many causes it stands below'),
    directness,
    text: z.string(),
    evidence: evidence.describe('What the group builds on'),
    createdAt: z.string(),
    by,
  })
  .meta({ id: 'Cause' });

export const newCause = z
  .object({
    kind: z.enum(causeKinds),
    bone: z.enum(bones).nullable().default(null).describe('For kind bone'),
    parentId: z.uuid().nullable().default(null).describe('For kind tree'),
    directness: directness.default(null).describe('For kind tree'),
    text,
    evidence: evidence.default(null),
    after: z.uuid().nullable().optional().describe('The one it follows; null: first; left out: last'),
  })
  .meta({ id: 'NewCause' });

export const causeChange = z
  .object({
    text: text.optional(),
    evidence: evidence.optional(),
    bone: z.enum(bones).optional(),
    directness: directness.optional(),
  })
  .meta({ id: 'CauseChange' });

export const causePlace = z
  .object({
    parentId: z.uuid().nullable().describe('For kind tree; null for the others'),
    after: z.uuid().nullable().describe('The one it follows; null: first'),
  })
  .meta({ id: 'CausePlace' });

export type CauseBody = z.infer<typeof cause>;
export type NewCause = z.infer<typeof newCause>;
export type CauseChange = z.infer<typeof causeChange>;
export type CausePlace = z.infer<typeof causePlace>;
