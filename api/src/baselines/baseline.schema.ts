import { z } from 'zod';
import { baselineKinds, largestWeight } from './baseline.js';

const kind = z.enum(baselineKinds);
const weight = z.number().min(0, 'too-small').max(largestWeight, 'too-big');
const day = z.iso.date('wrong-form');

/** How much one counted person of each kind weighs beside a resident. */
export const baselineWeights = z
  .strictObject({
    residents: weight,
    workplaces: weight,
    school: weight,
    shops: weight,
    station: weight,
    visited: weight,
    other: weight,
  })
  .meta({ id: 'BaselineWeights' });

const kindTotal = z.object({
  kind,
  points: z.int(),
  count: z.number().describe('People, as counted'),
  weighted: z.number().describe('People by weight'),
  share: z.number().describe('Of the weighted people of all kinds, 0 to 1'),
});

const cell = z.object({
  type: z.literal('Feature'),
  id: z.string(),
  geometry: z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(z.array(z.number()))) }),
  properties: z.object({ id: z.string(), level: z.number().describe('0 to 1 beside the busiest square') }),
});

export const baselineSurface = z
  .object({ type: z.literal('FeatureCollection'), features: z.array(cell) })
  .meta({ id: 'BaselineSurface', description: 'Squares of 100 m of the national grid, RFC 7946' });

export const baseline = z
  .object({
    id: z.uuid(),
    version: z.int(),
    name: z.string(),
    source: z.enum(['register', 'import']),
    fileName: z.string().nullable(),
    asOf: z.string().describe('The day that the figures are from'),
    old: z.boolean().describe('The figures are more than three years old'),
    createdAt: z.string(),
    rows: z.int(),
    rejected: z.int(),
    outside: z.int(),
    points: z.int(),
    weights: baselineWeights,
    kinds: z.array(kindTotal),
    canRestore: z.boolean().describe('It replaced another, which comes back when it is removed'),
  })
  .meta({ id: 'Baseline' });

export const baselineList = z
  .object({
    baselines: z.array(baseline),
    defaultWeights: baselineWeights,
    removed: z.array(z.object({ id: z.uuid(), name: z.string(), removedAt: z.string() })),
  })
  .meta({ id: 'BaselineList' });

/** The fields beside the file in the multipart form; without a file it is drawn from the registers. */
export const newBaseline = z
  .object({
    source: z.enum(['register', 'import']),
    name: z.string().trim().min(1, 'missing').max(80),
    asOf: day.describe('The day that the figures are from'),
    weights: z.string().max(500).optional().describe('BaselineWeights as JSON; the default weights when absent'),
    replaces: z.uuid().optional().describe('The baseline that this one takes the place of'),
    fingerprint: z.string().max(64).optional().describe('Of the preview: nothing else than what was seen is saved'),
  })
  .meta({ id: 'NewBaseline' });

export const baselinePreviewRequest = z
  .object({ source: z.enum(['register', 'import']), weights: z.string().max(500).optional() })
  .meta({ id: 'BaselinePreviewRequest' });

const rejection = z.object({
  code: z.string(),
  sentence: z.string(),
  count: z.int(),
  rows: z.array(z.int()).describe('Numbers of the first 200 such rows, as in Excel'),
});

export const baselinePreview = z
  .object({
    fingerprint: z.string(),
    rows: z.int(),
    rejected: z.int(),
    rejections: z.array(rejection),
    outside: z.int(),
    outsideRows: z.array(z.int()),
    points: z.int(),
    kinds: z.array(kindTotal),
    weights: baselineWeights,
    notices: z.array(z.string()),
    objection: z.string().nullable().describe('Why it cannot be used, in words; null when it can'),
    surface: baselineSurface,
  })
  .meta({ id: 'BaselinePreview' });

export const baselineChange = z
  .object({ name: z.string().trim().min(1, 'missing').max(80), asOf: day, weights: baselineWeights })
  .meta({ id: 'BaselineChange' });

export const baselineRemoval = z
  .object({
    removed: z.object({ id: z.uuid(), name: z.string(), points: z.int(), people: z.number() }),
    restored: z.object({ id: z.uuid(), name: z.string(), points: z.int(), people: z.number() }).nullable(),
  })
  .meta({ id: 'BaselineRemoval', description: 'What was taken away and what came back, in numbers' });

export type NewBaseline = z.infer<typeof newBaseline>;
export type BaselinePreviewRequest = z.infer<typeof baselinePreviewRequest>;
export type BaselineBody = z.infer<typeof baseline>;
export type BaselineList = z.infer<typeof baselineList>;
export type BaselinePreview = z.infer<typeof baselinePreview>;
export type BaselineChange = z.infer<typeof baselineChange>;
export type BaselineRemoval = z.infer<typeof baselineRemoval>;
