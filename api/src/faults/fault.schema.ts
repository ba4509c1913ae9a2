import { z } from 'zod';

const route = {
  categoryCode: z.string().min(1).max(20),
  subcategoryCode: z.string().min(1).max(40).nullable().default(null).describe('null: the whole category'),
  way: z.enum(['mail', 'webhook']),
  target: z.string().trim().min(3, 'missing').max(500).describe('An e-mail address, or an https address'),
  subject: z.string().trim().min(1, 'missing').max(200),
  template: z.string().trim().min(1, 'missing').max(4000).describe('{kategori} {sort} {plats} {tid} {lank} {text}'),
};

export const newFaultRoute = z
  .object({
    ...route,
    secret: z.string().min(16).max(200).nullable().default(null).describe('Signs calls of a webhook'),
  })
  .meta({ id: 'NewFaultRoute' });

export const faultRoute = z.object({ id: z.uuid(), ...route, hasSecret: z.boolean() }).meta({ id: 'FaultRoute' });

export const faultReport = z
  .object({
    incidentId: z.uuid(),
    state: z.enum(['none', 'available', 'sent', 'drafted']),
    way: z.enum(['mail', 'webhook']).nullable(),
    at: z.string().nullable(),
    draft: z.string().nullable().describe('mailto: link, where there is no mail server'),
  })
  .meta({ id: 'FaultReport' });

export type NewFaultRoute = z.infer<typeof newFaultRoute>;
export type FaultRoute = z.infer<typeof faultRoute>;
export type FaultReport = z.infer<typeof faultReport>;
