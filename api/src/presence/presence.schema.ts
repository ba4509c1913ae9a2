import { z } from 'zod';

const both = z.object({ sv: z.string(), en: z.string() });

export const newPresence = z
  .object({
    id: z.uuid().optional().describe('A UUIDv7 made by the client: the same presence sent twice is counted once'),
    minutes: z.int().min(1).max(720),
    commitmentId: z.uuid().nullable().default(null).describe('The commitment that it counts as an occasion of'),
  })
  .meta({ id: 'NewPresence' });

export const presence = z
  .object({
    id: z.uuid(),
    at: z.string(),
    minutes: z.int(),
    organisation: z.string(),
    commitmentId: z.uuid().nullable(),
    mine: z.boolean().describe('Logged by the caller, who may then withdraw it'),
  })
  .meta({ id: 'Presence' });

export const presenceOverview = z
  .object({
    days: z.int().describe('The dose is of so many days up to now'),
    minutes: z.int(),
    times: z.int(),
    sentence: both,
    latest: z.array(presence).describe('The latest first'),
    commitments: z
      .array(z.object({ id: z.uuid(), text: z.string(), promise: z.string() }))
      .describe('Counted commitments in force of the promises of this hot spot'),
    remembered: z.uuid().nullable().describe('What the caller’s organisation counted it as the last time'),
  })
  .meta({ id: 'PresenceOverview' });

export const presencePlan = z
  .object({
    enough: z.boolean(),
    events: z.int().describe('Events of the rolling year'),
    needed: z.int(),
    passes: z.array(
      z.object({
        weekday: z.int().describe('1 Monday to 7 Sunday'),
        hour: z.int(),
        hours: z.int(),
        share: z.number(),
        words: both,
      }),
    ),
    share: z.number().describe('Of the events, 0 to 1'),
    shareOfWeek: z.number(),
    sentence: both,
  })
  .meta({ id: 'PresencePlan' });

export const placeHistoryItem = z
  .object({
    kind: z.enum(['hotspot', 'action', 'promise']),
    id: z.uuid(),
    hotspotId: z.uuid().nullable(),
    on: z.string().describe('Local day that it is told by'),
    title: z.string(),
    sentence: both,
    metres: z.int().nullable().describe('From the place; null for a promise'),
  })
  .meta({ id: 'PlaceHistoryItem' });

export const placeHistoryQuery = z.object({
  near: z.string().max(80).describe('longitude,latitude,metres; 200 metres when not said'),
});

export type NewPresence = z.infer<typeof newPresence>;
export type PresenceBody = z.infer<typeof presence>;
export type PresenceOverview = z.infer<typeof presenceOverview>;
export type PresencePlanBody = z.infer<typeof presencePlan>;
export type PlaceHistoryItem = z.infer<typeof placeHistoryItem>;
export type PlaceHistoryQuery = z.infer<typeof placeHistoryQuery>;
