import { z } from 'zod';
import { levels } from './area-status.js';
import { usual } from './situation.schema.js';

const level = z.enum(levels).describe('Normalt · Förhöjt · Allvarligt');
const week = z.string().describe('ISO week, 2026-W47');

/** How the group sees an area: a colour with its word, and one sentence. */
export const areaStatus = z
  .object({
    areaId: z.string().describe('An area; `municipality` where the municipality has no areas'),
    name: z.string(),
    week,
    level: level.nullable().describe('null: the group has not judged the area yet'),
    sentence: z.string().nullable(),
    meetingId: z.uuid().nullable(),
    decidedAt: z.string().nullable(),
    by: z.string().nullable().describe('The organisation whose member set it'),
    version: z.int().describe('0: nothing has been decided for this week'),
    carried: z.boolean().describe('The latest before this week: nothing has been decided for the week itself'),
    decidedWeek: week.nullable().describe('The week that the colour was decided for'),
    weeks: z.array(z.object({ week, level: level.nullable() })).describe('The last twelve weeks, oldest first'),
  })
  .meta({ id: 'AreaStatus' });

/** The colours with what the group judges by: the reports of the week against the same weeks of earlier years. */
export const areaStatuses = z
  .object({
    week,
    areas: z.array(
      areaStatus.extend({
        count: z.int().nullable().describe('null in a week that has not begun'),
        usual: usual.nullable(),
      }),
    ),
  })
  .meta({ id: 'AreaStatuses' });

export const newAreaStatus = z
  .object({
    level,
    sentence: z.string().trim().max(300).nullable().optional(),
    meetingId: z.uuid().nullable().optional(),
  })
  .meta({ id: 'NewAreaStatus' });

export const areaStatusHistory = z
  .array(
    z.object({
      week,
      level,
      sentence: z.string().nullable(),
      decidedAt: z.string(),
      by: z.string().nullable(),
      version: z.int(),
      meetingId: z.uuid().nullable(),
    }),
  )
  .meta({ id: 'AreaStatusHistory' });

export type AreaStatus = z.infer<typeof areaStatus>;
export type AreaStatusesBody = z.infer<typeof areaStatuses>;
export type NewAreaStatus = z.infer<typeof newAreaStatus>;
export type AreaStatusHistory = z.infer<typeof areaStatusHistory>;
