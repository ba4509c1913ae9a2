import { z } from 'zod';
import { figures } from '../hotspots/hotspot.schema.js';
import { stages } from '../hotspots/hotspot.js';
import { clusterStates } from './cluster-change.js';
import { periodKinds } from './period.js';

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

const weekOfPeriod = z.object({
  week: z.string(),
  monday: z.string(),
  count: z.int(),
  low: z.number().nullable().describe('null: not a whole week, or nothing to compare with'),
  high: z.number().nullable(),
});

const repeatPlace = z.object({
  name: z.string().nullable().describe('What lies there; null where nothing has a name'),
  position: z.tuple([z.number(), z.number()]).describe('The middle of the square of 100 m'),
  count: z.int(),
  dates: z.int(),
});

const clusterChange = z.object({
  state: z.enum(clusterStates),
  name: z.string().nullable(),
  before: z.int().nullable(),
  now: z.int().nullable(),
  sentence: z.string(),
});

/** The lägesbild of a week, a month, a tertial or a year. Areas and `withoutArea` add up to `count`, and so do the categories and the sources. */
export const situation = z
  .object({
    period: z.string().describe('2026-W46, 2026-11, 2026-T3 or 2026'),
    kind: z.enum(periodKinds),
    name: z.string().describe('vecka 46, november 2026, tertial 3 2026, 2026'),
    year: z.int(),
    number: z.int().describe('Of the week, month or tertial in its year; the year itself'),
    from: z.string(),
    to: z.string(),
    running: z.boolean().describe('Not over: compared with the same days of earlier years'),
    countedTo: z.string().describe('The last day counted'),
    previous: z.string().describe('The period before'),
    next: z.string().nullable().describe('null when it has not begun'),
    sentence: z.string(),
    notices: z.array(z.string()).describe('What the figures leave out or wait for, and who has been silent'),
    coverage: z.object({
      expected: z.int().describe('Weekly answers that are expected: one of each organisation and week'),
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
      .describe('Veckobedömning: how those who are there see each area’s week; none: nobody has said. Of weeks only'),
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
    hours: z.array(z.array(z.number())).describe('7 days from Monday by 24 hours: expected events of the period'),
    weeks: z.array(weekOfPeriod).describe('The weeks that touch the period, in order'),
    repeatPlaces: z
      .array(repeatPlace)
      .describe('Squares of 100 m with at least three events on two dates; empty for those who may not open reports'),
    clusters: z
      .object({ before: z.string(), now: z.string(), changes: z.array(clusterChange) })
      .nullable()
      .describe(
        'New, persisting and fading clusters between the last searches before and in the period; null: not searched',
      ),
    priorities: z
      .object({
        decidedAt: z.string(),
        areas: z.array(z.object({ areaId: z.uuid(), area: z.string(), reason: z.string() })),
      })
      .nullable()
      .describe('The areas that the group put first in the tertial, in order; null: of another period, or not decided'),
    method: z.string(),
  })
  .meta({ id: 'Situation' });

export type SituationBody = z.infer<typeof situation>;
