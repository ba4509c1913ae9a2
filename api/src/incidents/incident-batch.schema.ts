import { z } from 'zod';
import { newIncident } from './incident.schema.js';

export const mostInBatch = 1000;

/** Each report is checked by itself, so that one faulty row does not refuse the others. */
export const incidentBatch = z
  .object({
    reports: z
      .array(z.unknown())
      .min(1, 'missing')
      .max(mostInBatch, 'too-big')
      .meta({ description: 'Up to 1,000 reports, each of the form of `NewIncident`' }),
  })
  .meta({ id: 'IncidentBatch' });

export const batchOutcomes = ['stored', 'already-stored', 'refused'] as const;

export const incidentBatchResult = z
  .object({
    stored: z.int(),
    alreadyStored: z.int(),
    refused: z.int(),
    results: z.array(
      z.object({
        index: z.int().describe('The place of the report in the batch, from 0'),
        id: z.string().nullable(),
        outcome: z.enum(batchOutcomes),
        code: z.string().nullable().describe('Why it was refused, as in docs/problems.md'),
        detail: z.string().nullable(),
        errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })),
      }),
    ),
  })
  .meta({ id: 'IncidentBatchResult' });

export const oneReport = newIncident;
export type IncidentBatch = z.infer<typeof incidentBatch>;
export type IncidentBatchResult = z.infer<typeof incidentBatchResult>;
export type BatchLine = IncidentBatchResult['results'][number];
