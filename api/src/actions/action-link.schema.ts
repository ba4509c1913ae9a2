import { z } from 'zod';
import { answers, statuses } from './action.js';

export const newActionLink = z
  .object({
    mailTo: z
      .email('wrong-form')
      .max(200)
      .nullable()
      .default(null)
      .describe('Where a letter with the link goes; null: only to copy'),
  })
  .meta({ id: 'NewActionLink' });

export const actionLink = z
  .object({
    path: z.string().describe('The link, told once: its key stands after # and only its hash is kept'),
    expiresAt: z.string(),
    mailed: z.boolean().describe('A letter with the link has gone'),
  })
  .meta({ id: 'ActionLink' });

const token = z.string().min(1, 'missing').max(100).describe('What stands after # in the link');

export const actionLinkToken = z.object({ token }).meta({ id: 'ActionLinkToken' });

export const actionLinkAnswer = z
  .object({ token, status: z.enum(answers), note: z.string().trim().max(300).nullable().default(null) })
  .meta({ id: 'ActionLinkAnswer' });

export const linkedAction = z
  .object({
    municipality: z.string(),
    what: z.string(),
    sentence: z.object({ sv: z.string(), en: z.string() }),
    organisation: z.string(),
    ownerFunction: z.string(),
    status: z.enum(statuses),
    withdrawn: z.boolean(),
    expiresAt: z.string(),
  })
  .meta({ id: 'LinkedAction' });

export type NewActionLink = z.infer<typeof newActionLink>;
export type ActionLinkBody = z.infer<typeof actionLink>;
export type ActionLinkToken = z.infer<typeof actionLinkToken>;
export type ActionLinkAnswer = z.infer<typeof actionLinkAnswer>;
export type LinkedActionBody = z.infer<typeof linkedAction>;
