import { z } from 'zod';

export const nearbyQuery = z.object({
  longitude: z.coerce.number().min(-180).max(180),
  latitude: z.coerce.number().min(-90).max(90),
  category: z.string().min(1).max(20),
  at: z.iso.datetime({ offset: true }).optional().describe('When it happened; now when left out'),
});

export const nearbyReport = z
  .object({
    id: z.uuid(),
    categoryCode: z.string(),
    subcategoryCode: z.string().nullable(),
    occurredFrom: z.string(),
    distanceMetres: z.int().describe('To the nearest ten metres'),
    own: z.boolean(),
  })
  .meta({ id: 'NearbyReport' });

export type NearbyQuery = z.infer<typeof nearbyQuery>;
export type NearbyReport = z.infer<typeof nearbyReport>;
