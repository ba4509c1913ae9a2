import { z } from 'zod';

const names = z.object({
  sv: z.string().trim().min(1, 'missing').max(80),
  en: z.string().trim().min(1, 'missing').max(80),
});

export const reasonEdit = z.object({ name: names, hidden: z.boolean() }).meta({ id: 'ReasonEdit' });

export const ownReasonList = z
  .object({
    version: z.int(),
    reasons: z.array(
      z.object({ code: z.string(), name: z.object({ sv: z.string(), en: z.string() }), hidden: z.boolean() }),
    ),
  })
  .meta({ id: 'ReasonList', description: 'Why a report may be set aside, as rows to change' });

export type ReasonEdit = z.infer<typeof reasonEdit>;
export type ReasonList = z.infer<typeof ownReasonList>;
