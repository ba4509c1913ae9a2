import { z } from 'zod';

const position = z.array(z.number()).min(2).max(3).describe('Longitude, latitude in degrees (WGS 84)');
const name = z.string().trim().min(1, 'missing').max(120);

export const placeEdit = z
  .object({
    name,
    kind: z.string().trim().min(1, 'missing').max(40),
    aliases: z.array(name).max(30),
    position: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).describe('Longitude, latitude'),
    organisationId: z.uuid().nullable(),
  })
  .meta({ id: 'PlaceEdit' });

export const placeMerge = z
  .object({ into: z.uuid().nullable().describe('The place that it is the same as; null takes the merge back') })
  .meta({ id: 'PlaceMerge' });

export const placeList = z
  .object({
    version: z.int(),
    places: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        kind: z.string(),
        aliases: z.array(z.string()),
        position,
        organisationId: z.uuid().nullable(),
        mergedInto: z.uuid().nullable(),
      }),
    ),
  })
  .meta({ id: 'PlaceList', description: 'The named places as rows to change, merged ones too' });

export type PlaceEdit = z.infer<typeof placeEdit>;
export type PlaceList = z.infer<typeof placeList>;
