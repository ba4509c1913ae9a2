import { z } from 'zod';
import { usual } from '../situation/situation.schema.js';

const chosen = z.object({ areaId: z.uuid(), area: z.string(), reason: z.string() });
const grade = z.union([z.literal(1), z.literal(2), z.literal(3)]);

export const areaPriorities = z
  .object({
    tertial: z.string().describe('2026-T3'),
    version: z.int(),
    decidedAt: z.string(),
    meetingId: z.uuid().nullable(),
    areas: z.array(chosen).describe('In order of priority'),
  })
  .meta({ id: 'AreaPriorities' });

/** What a group looks at when it chooses: every area with its figures, what they suggest, and what the group has set. */
export const areaRanking = z
  .object({
    tertial: z.string(),
    version: z.int().describe('0: nothing is set yet. Send it as If-Match when saving'),
    figuresOf: z
      .object({ text: z.string(), name: z.string(), from: z.string(), to: z.string(), running: z.boolean() })
      .describe(
        'The tertial that the figures are of, to the last day counted: the one before while it has run for less than four weeks',
      ),
    partial: z.boolean().describe('Without the police’s rows, which the reader may not see'),
    decidedAt: z.string().nullable(),
    areas: z.array(
      z.object({
        areaId: z.uuid(),
        name: z.string(),
        count: z.int(),
        usual,
        suggestion: z
          .object({ need: grade.nullable().describe('null: too few events'), reason: z.string() })
          .describe('By the figures alone; the group decides'),
        need: grade.nullable().describe('As the group has set it: 1 small, 2 some, 3 great'),
        influence: grade.nullable().describe('How far the group can do something about it: 1 little, 2 somewhat, 3 much'),
      }),
    ), // prettier-ignore
    chosen: z.array(chosen).describe('At most three, in order'),
    earlier: z.array(areaPriorities).describe('Earlier tertials, the latest first'),
  })
  .meta({ id: 'AreaRanking' });

export const newAreaPriorities = z
  .object({
    areas: z
      .array(z.object({ areaId: z.uuid(), reason: z.string().trim().min(1, 'missing').max(500) }))
      .max(3)
      .describe('In order of priority'),
    ratings: z
      .array(z.object({ areaId: z.uuid(), need: grade.nullable(), influence: grade.nullable() }))
      .max(2000)
      .optional()
      .describe('Need and influence of areas; left out: as they were'),
    meetingId: z.uuid().nullable().default(null),
  })
  .meta({ id: 'NewAreaPriorities' });

export const areaPriorityQuery = z.object({ tertial: z.string().max(20).optional() });

export type AreaPrioritiesBody = z.infer<typeof areaPriorities>;
export type AreaRankingBody = z.infer<typeof areaRanking>;
export type NewAreaPriorities = z.infer<typeof newAreaPriorities>;
