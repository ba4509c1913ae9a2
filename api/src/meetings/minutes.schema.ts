import { z } from 'zod';
import { itemKinds } from './agenda.js';
import { attendances, escalationTargets, groupKinds, meetingKinds } from './meeting.js';
import { agendaLine } from './meeting.schema.js';

const classification = z.enum(['open', 'may-be-secret']);

export const minutes = z
  .object({
    version: z.int(),
    at: z.string(),
    reason: z.string().nullable().describe('Why there is a later version than the one frozen at closing'),
    digest: z.string().describe('SHA-256 of the complete content, as it is kept'),
    versions: z.array(z.object({ version: z.int(), at: z.string(), reason: z.string().nullable() })),
    meeting: z.object({
      id: z.uuid(),
      group: z.string(),
      groupKind: z.enum(groupKinds),
      kind: z.enum(meetingKinds),
      title: z.string(),
      at: z.string(),
      until: z.string(),
      place: z.string().nullable(),
      registrationNumber: z.string().nullable(),
      classification,
    }),
    participants: z.array(
      z.object({ function: z.string(), organisation: z.string(), attendance: z.enum(attendances) }),
    ),
    items: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(itemKinds),
        title: z.string(),
        note: z.string(),
        lines: z.array(agendaLine).describe('What the item was filled with; empty for whoever may not see the figures'),
      }),
    ),
    decisions: z.array(
      z.object({
        position: z.int(),
        itemId: z.uuid().nullable(),
        actionId: z.uuid(),
        what: z.string(),
        organisation: z.string(),
        ownerFunction: z.string(),
        due: z.string().nullable(),
        followUpOn: z.string().nullable(),
        hotspot: z.string().nullable(),
        viewId: z.uuid().nullable(),
        registrationNumber: z.string().nullable(),
        classification,
        secrecyBasis: z.string().nullable(),
        secrecyBy: z.string().nullable(),
        secrecyOn: z.string().nullable(),
      }),
    ),
    pictures: z.array(z.string()),
    priorities: z.array(z.string()),
    escalations: z.array(z.object({ target: z.enum(escalationTargets), text: z.string() })),
    colours: z.array(
      z.object({ area: z.string(), level: z.enum(['normal', 'raised', 'serious']), sentence: z.string().nullable() }),
    ),
    next: z.object({ day: z.string(), clock: z.string() }).nullable(),
    figuresShown: z.boolean().describe('false: they build on reports that the reader may not see'),
  })
  .meta({ id: 'Minutes' });

export const minutesQuery = z.object({ version: z.coerce.number().int().min(1).max(10_000).optional() });

export const newMinutes = z
  .object({
    reason: z.string().trim().min(1, 'missing').max(300),
    notes: z
      .array(z.object({ itemId: z.uuid(), text: z.string().max(16_000, 'too-big') }))
      .min(1)
      .max(60),
  })
  .meta({ id: 'NewMinutes' });

export type MinutesBody = z.infer<typeof minutes>;
export type NewMinutes = z.infer<typeof newMinutes>;
