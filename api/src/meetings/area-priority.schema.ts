import { z } from 'zod';

export const areaPriorities = z
  .object({
    tertial: z.string().describe('2026-T3'),
    version: z.int(),
    decidedAt: z.string(),
    meetingId: z.uuid().nullable(),
    areas: z
      .array(z.object({ areaId: z.uuid(), area: z.string(), reason: z.string() }))
      .describe('In order of priority'),
  })
  .meta({ id: 'AreaPriorities' });

export const newAreaPriorities = z
  .object({
    areas: z
      .array(z.object({ areaId: z.uuid(), reason: z.string().trim().min(1, 'missing').max(500) }))
      .min(1)
      .max(3),
    meetingId: z.uuid().nullable().default(null),
  })
  .meta({ id: 'NewAreaPriorities' });

export const areaPriorityQuery = z.object({ tertial: z.string().max(20).optional() });

export type AreaPrioritiesBody = z.infer<typeof areaPriorities>;
export type NewAreaPriorities = z.infer<typeof newAreaPriorities>;
