import { z } from 'zod';
import { cluster } from '../hotspots/hotspot.schema.js';
import { incidentFilter } from '../incidents/incident.schema.js';
import { answerStatuses, parametersOf, questions } from './question.js';

const position = z.array(z.number()).length(2, 'wrong-form');
const within = (least: number, most: number) =>
  z
    .number('parameter-out-of-range')
    .min(least, 'parameter-out-of-range')
    .max(most, 'parameter-out-of-range')
    .optional();
const bands = (most: number) =>
  z
    .array(z.number('parameter-out-of-range').min(0.1, 'parameter-out-of-range').max(most, 'parameter-out-of-range'))
    .min(1, 'parameter-out-of-range')
    .max(12, 'parameter-out-of-range')
    .refine((edges) => edges.every((edge, index) => index === 0 || edge > edges[index - 1]!), 'bands-not-rising')
    .optional();

/** What an expert may choose; the bounds are what the methods and the precision of the data can bear. */
export const expertParameters = z
  .strictObject({
    epsMetres: within(20, 500).describe('Reach of a neighbour, for places'),
    minPoints: within(3, 10_000).describe('Events within reach that make a core, for places'),
    radiusMetres: within(50, 5000).describe('Largest circle of the scan, or the width of the ring of an effect'),
    windowDays: within(1, 366).describe('Longest span of the scan in days'),
    permutations: within(99, 9999).describe('Random maps that the answer is ranked among'),
    bandwidthMetres: within(50, 5000).describe('Of the density'),
    cellMetres: within(50, 2000).describe('Side of the squares of the national grid'),
    bandsMetres: bands(20_000).describe('Edges of distance bands, rising'),
    bandsDays: bands(3660).describe('Edges of bands of days, rising'),
    alpha: within(0.001, 0.2).describe('Level of the test'),
  })
  .meta({ id: 'ExpertParameters' });

const days = z.object({ from: z.iso.date(), to: z.iso.date() });

export const newAnalysis = incidentFilter
  .extend({
    question: z.enum(questions).default('places'),
    hotspotId: z
      .uuid()
      .optional()
      .describe('Only events in this hot spot; for trend and effect, the place asked about'),
    polygon: z.looseObject({ type: z.string() }).optional().describe('GeoJSON: only events in the drawn area'),
    before: days.optional().describe('For effect: the days before the effort'),
    after: days.optional().describe('For effect: the days after it'),
    parameters: expertParameters.optional(),
  })
  .superRefine((value, context) => {
    for (const name of Object.keys(value.parameters ?? {})) {
      if ((parametersOf[value.question] as readonly string[]).includes(name)) continue;
      context.addIssue({ code: 'custom', message: 'parameter-without-meaning', path: ['parameters', name] });
    }
  })
  .meta({ id: 'NewAnalysis' });

const table = z.object({
  columns: z.array(z.object({ key: z.string(), label: z.string(), unit: z.string().nullable() })),
  rows: z.array(z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.null()]))),
});

const features = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        geometry: z.object({ type: z.enum(['MultiPolygon', 'Polygon', 'Point']), coordinates: z.array(z.unknown()) }),
        properties: z.record(z.string(), z.unknown()),
      }),
    ),
  })
  .describe('What the map shows; `row` of the properties is the row of the table that tells the same');

export const analysisRun = z
  .object({
    id: z.uuid(),
    state: z.literal('done'),
    question: z.enum(questions),
    status: z.enum(answerStatuses),
    sentence: z.string().describe('One plain sentence that names what is compared with'),
    createdAt: z.string(),
    periodFrom: z.string(),
    periodTo: z.string(),
    filters: z.record(z.string(), z.unknown()),
    parameters: z.record(z.string(), z.unknown()).describe('The parameters that were really used'),
    choices: z.array(z.string()).describe('What was chosen, and why'),
    method: z.string().describe('The page that explains the method'),
    methodVersion: z.string(),
    inputCount: z.int(),
    inputHash: z.string(),
    total: z.int(),
    clustered: z.int().describe('Events that took part'),
    leftOut: z.record(z.string(), z.number()),
    notices: z.array(z.string()).describe('What the analysis noticed about its input, in words'),
    defaultCoordinates: z
      .array(z.object({ position, count: z.int() }))
      .describe('Points that many mixed events share: not places, and never a cluster'),
    singleHomes: z.int().describe('Gatherings at one home: never shown, handled elsewhere'),
    sourceMix: z.string().describe('What is counted together, in words'),
    clusters: z.array(cluster).describe('The anhopningar; empty for other questions'),
    geometry: features,
    table,
  })
  .meta({ id: 'AnalysisRun' });

export const runningAnalysis = z
  .object({
    id: z.uuid(),
    state: z.enum(['running', 'failed', 'cancelled']),
    question: z.enum(questions),
    progress: z.number().describe('0 to 1'),
    step: z.string().describe('What is being done, in words'),
    problem: z.string().nullable().describe('Why it failed, in words'),
  })
  .meta({ id: 'RunningAnalysis' });

export const analysisState = z.union([analysisRun, runningAnalysis]);

export const analysisList = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        question: z.enum(questions),
        status: z.enum(answerStatuses),
        sentence: z.string(),
        createdAt: z.string(),
        periodFrom: z.string(),
        periodTo: z.string(),
        filters: z.record(z.string(), z.unknown()),
        inputCount: z.int(),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'AnalysisList' });

export const analysisQuery = z.object({
  question: z.enum(questions).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(100).optional(),
});

export const reproduction = z
  .object({
    same: z.boolean(),
    dataChanged: z.boolean(),
    /** Made by an older version of the method: whether the data has changed since cannot be told. */
    olderVersion: z.boolean(),
    inputHash: z.string(),
    sentence: z.string(),
  })
  .meta({ id: 'Reproduction' });

export const newComparison = z.object({ first: z.uuid(), second: z.uuid() }).meta({ id: 'NewComparison' });

export const comparison = z
  .object({
    sentence: z.string(),
    rows: z.array(
      z.object({
        change: z.enum(['new', 'gone', 'same', 'more', 'fewer']),
        name: z.string().nullable(),
        firstClusterId: z.uuid().nullable(),
        secondClusterId: z.uuid().nullable(),
        firstCount: z.int().nullable(),
        secondCount: z.int().nullable(),
        sentence: z.string(),
      }),
    ),
    notices: z.array(z.string()).describe('What differs between the runs themselves'),
  })
  .meta({ id: 'AnalysisComparison' });

export const newExplanation = z.object({ position }).meta({ id: 'NewExplanation' });

export const explanation = z
  .object({
    inCluster: z.object({ id: z.uuid(), number: z.int(), name: z.string().nullable() }).nullable(),
    title: z.string(),
    sentence: z.string(),
    facts: z.array(z.object({ key: z.string(), text: z.string(), holds: z.boolean().nullable() })),
    nearest: z.object({ id: z.uuid(), number: z.int(), name: z.string().nullable(), metres: z.int() }).nullable(),
  })
  .meta({ id: 'AnalysisExplanation' });

export type NewAnalysis = z.infer<typeof newAnalysis>;
export type AnalysisRunBody = z.infer<typeof analysisRun>;
export type RunningAnalysisBody = z.infer<typeof runningAnalysis>;
export type AnalysisListBody = z.infer<typeof analysisList>;
export type AnalysisQuery = z.infer<typeof analysisQuery>;
export type ComparisonBody = z.infer<typeof comparison>;
export type NewComparison = z.infer<typeof newComparison>;
export type NewExplanation = z.infer<typeof newExplanation>;
export type ExplanationBody = z.infer<typeof explanation>;
