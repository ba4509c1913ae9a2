import { z } from 'zod';

export const alert = z
  .object({
    id: z.uuid(),
    level: z.enum(['alert', 'review']).describe('`review`: should be looked at by a person before anything is said'),
    category: z.object({ code: z.string(), sv: z.string(), en: z.string() }),
    sentence: z.string(),
    name: z.string().nullable().describe('The named place nearest to its centre'),
    centre: z.array(z.number()).length(2),
    radiusMetres: z.number(),
    firstDay: z.string(),
    lastDay: z.string(),
    cases: z.int(),
    expected: z.number(),
    recurrenceDays: z.int().describe('In a nightly scan, chance alone shows as much once in so many days'),
    foundAt: z.string(),
    updatedAt: z.string(),
    seenAt: z.string().nullable(),
    note: z.string().nullable(),
    parameters: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Alert' });

export const alertQuery = z.object({
  seen: z.enum(['yes', 'no']).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const alertSeen = z
  .object({
    note: z.string().trim().max(500).nullable().default(null).describe('What was decided; never names of people'),
  })
  .meta({ id: 'AlertSeen' });

export const alertSettings = z
  .object({
    version: z.int(),
    enabled: z.boolean(),
    alertDays: z.int().describe('An alert when chance shows as much at most once in so many days'),
    reviewDays: z.int().describe('From so many days it is marked for a person to look at'),
    fewestEvents: z.int().describe('Categories with fewer events in a year are not scanned'),
  })
  .meta({ id: 'AlertSettings' });

export const newAlertSettings = z
  .object({
    enabled: z.boolean(),
    alertDays: z.int().min(30).max(36_500),
    reviewDays: z.int().min(30).max(36_500),
    fewestEvents: z.int().min(10).max(10_000),
  })
  .refine((value) => value.reviewDays <= value.alertDays, { path: ['reviewDays'], message: 'review-after-alert' })
  .meta({ id: 'NewAlertSettings' });

export type AlertBody = z.infer<typeof alert>;
export type AlertQuery = z.infer<typeof alertQuery>;
export type AlertSeen = z.infer<typeof alertSeen>;
export type AlertSettingsBody = z.infer<typeof alertSettings>;
export type NewAlertSettings = z.infer<typeof newAlertSettings>;
