import { z } from 'zod';
import { figures } from '../hotspots/hotspot.schema.js';
import { stages } from '../hotspots/hotspot.js';

const names = z.object({ sv: z.string(), en: z.string() });

export const usual = z
  .object({
    status: z.enum(['more', 'as-usual', 'fewer', 'first-year', 'too-few']),
    expected: z.number(),
    low: z.number(),
    high: z.number(),
    neededMore: z.int().optional(),
  })
  .meta({
    id: 'UsualWeek',
    description: 'The same week and its neighbours of earlier years; zeros where nothing is said (first-year, too-few)',
  });

const commitmentProgress = z.object({
  done: z.number(),
  target: z.number(),
  unit: z.string(),
  expectedByToday: z.number(),
  status: z.enum(['on-track', 'behind', 'done', 'not-met', 'not-started']),
  sentence: z.string(),
});

/** The lägesbild of an ISO week. Areas and `withoutArea` add up to `count`, and so do the categories and the sources. */
export const situation = z
  .object({
    week: z.string().describe('ISO week, 2026-W46'),
    year: z.int(),
    number: z.int(),
    from: z.string(),
    to: z.string(),
    running: z.boolean().describe('The week is not over: compared with the same days of earlier weeks'),
    countedTo: z.string().describe('The last day counted'),
    previousWeek: z.string(),
    nextWeek: z.string().nullable().describe('null when it has not begun'),
    sentence: z.string(),
    notices: z.array(z.string()).describe('What the figures leave out or wait for, and who has been silent'),
    coverage: z.object({
      expected: z.int().describe('Organisations from which reports are expected'),
      reported: z.int(),
      nothing: z.int().describe('Said that there was nothing to report'),
      assessed: z.int().describe('Did not report, but said how the week was'),
      waiting: z.int(),
      silent: z.int(),
    }),
    assessments: z
      .array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          people: z.int(),
          verdict: z.enum(['calmer', 'usual', 'worse', 'mixed', 'none']),
        }),
      )
      .describe('Veckobedömning: how those who are there see each area’s week; none: nobody has said'),
    count: z.int().describe('Events, in the municipality'),
    usual,
    outside: z.int().describe('Events outside the municipality, which are not counted'),
    withoutPlace: z.int().describe('Counted, but not known well enough to be drawn'),
    unreviewed: z.int().describe('Counted, but not reviewed yet'),
    withoutArea: z.int().describe('Counted, but in no known area'),
    areas: z.array(z.object({ id: z.uuid(), name: z.string(), count: z.int(), usual })),
    categories: z.array(z.object({ code: z.string(), name: names, count: z.int(), usual })),
    sources: z.array(z.object({ name: z.string(), count: z.int() })),
    hotspots: z.array(
      z.object({
        id: z.uuid(),
        number: z.int(),
        name: z.string(),
        stage: z.enum(stages),
        weekCount: z.int(),
        figures,
      }),
    ),
    promises: z.array(
      z.object({
        id: z.uuid(),
        title: z.string(),
        hotspotId: z.uuid().nullable(),
        commitments: z.array(commitmentProgress),
      }),
    ),
    method: z.string(),
  })
  .meta({ id: 'Situation' });

export type SituationBody = z.infer<typeof situation>;
