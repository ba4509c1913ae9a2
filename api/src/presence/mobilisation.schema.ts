import { z } from 'zod';

const call = z.object({
  function: z.string().trim().min(1, 'missing').max(80).describe('A function, never a person'),
  organisation: z.string().trim().min(1).max(80).nullable().default(null),
  phone: z
    .string()
    .trim()
    .min(1, 'function-number-wrong')
    .max(30)
    .nullable()
    .default(null)
    .describe('Of the function: a short number or a fixed line; mobile numbers are refused'),
});

export const newMobilisation = z
  .object({
    placeId: z.uuid(),
    name: z.string().trim().min(1, 'missing').max(80),
    calls: z.array(call).max(20).default([]).describe('In the order that they are called'),
    steps: z.array(z.string().trim().min(1, 'missing').max(200)).max(30).default([]),
  })
  .meta({ id: 'NewMobilisation' });

const tick = z.object({ at: z.string(), organisation: z.string() });

export const mobilisationRun = z
  .object({
    id: z.uuid(),
    version: z.int(),
    mobilisationId: z.uuid(),
    organisation: z.string().describe('Who started it'),
    startedAt: z.string(),
    endedAt: z.string().nullable(),
    lines: z
      .array(
        z.object({
          kind: z.enum(['call', 'step']),
          text: z.string(),
          phone: z.string().nullable(),
          ticked: tick.nullable(),
        }),
      )
      .describe('As the routine stood when it was started'),
  })
  .meta({ id: 'MobilisationRun' });

export const mobilisation = z
  .object({
    id: z.uuid(),
    version: z.int(),
    place: z.object({ id: z.uuid(), name: z.string(), kind: z.string() }),
    name: z.string(),
    calls: z.array(
      z.object({ function: z.string(), organisation: z.string().nullable(), phone: z.string().nullable() }),
    ),
    steps: z.array(z.string()),
    runs: z.array(mobilisationRun).describe('Each use of it, the latest first'),
  })
  .meta({ id: 'Mobilisation' });

export const newTick = z.object({ line: z.int().min(0).max(49), done: z.boolean() }).meta({ id: 'MobilisationTick' });

export type NewMobilisation = z.infer<typeof newMobilisation>;
export type MobilisationBody = z.infer<typeof mobilisation>;
export type MobilisationRunBody = z.infer<typeof mobilisationRun>;
export type NewTick = z.infer<typeof newTick>;
