import { z } from 'zod';

const earlier = z.object({
  seenAt: z.string(),
  type: z.string(),
  title: z.string(),
  summary: z.string(),
});

export const policeNotice = z
  .object({
    id: z.int(),
    version: z.int(),
    type: z.string().describe("Polisen's own word, in Swedish"),
    digest: z.boolean().describe('A summary of many events, not one'),
    title: z.string(),
    summary: z.string(),
    url: z.string().nullable(),
    occurredAt: z.string().nullable().describe('Null when the notice does not say it'),
    publishedAt: z.string(),
    appliesTo: z
      .enum(['municipality', 'county'])
      .describe('How exactly the place is known: the whole municipality or the whole county, never a point'),
    earlier: z.array(earlier).describe('Earlier versions, the latest first'),
  })
  .meta({ id: 'PoliceNotice' });

export const policeWeek = z
  .object({
    week: z.string().describe('ISO week, 2026-W46'),
    firstDay: z.string(),
    lastDay: z.string(),
    previousWeek: z.string(),
    nextWeek: z.string().nullable().describe('Null for the running week'),
    feed: z.object({
      on: z.boolean(),
      answeredAt: z.string().nullable(),
      failing: z.boolean().describe('The latest call gave no answer that could be read'),
    }),
    countyName: z.string().nullable(),
    notices: z.array(policeNotice),
  })
  .meta({ id: 'PoliceWeek', description: "Polisen's public notices as context: never in figures, never a point" });

export const policeWeekAsked = z.object({ week: z.string().max(20).optional() });

export type PoliceWeek = z.infer<typeof policeWeek>;
export type PoliceWeekAsked = z.infer<typeof policeWeekAsked>;
