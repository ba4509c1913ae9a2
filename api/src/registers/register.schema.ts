import { z } from 'zod';
import { registerKinds } from './register-record.js';

const position = z.array(z.number()).length(2).describe('Longitude, latitude in degrees (WGS 84)');

export const registerKind = z.enum(registerKinds);

/** The fields beside the file in the multipart form. */
export const registerFile = z
  .object({
    store: z
      .enum(['true', 'false'])
      .default('false')
      .describe('false: only says what the file would become; true: stores it'),
  })
  .meta({ id: 'RegisterFile' });

export const scbLayers = ['deso', 'regso'] as const;

export const scbRequest = z
  .object({ layer: z.enum(scbLayers), store: z.boolean().default(false) })
  .meta({ id: 'ScbRequest' });

export const registerRejection = z.object({
  code: z.string(),
  sentence: z.string(),
  count: z.int(),
  rows: z.array(z.int()).describe('The first rows, numbered as in Excel'),
});

export const registerReading = z
  .object({
    kind: registerKind,
    stored: z.boolean(),
    format: z.string(),
    encoding: z.string().nullable(),
    layer: z.string().nullable(),
    system: z.string().nullable().describe('EPSG code of the file’s coordinates'),
    systemName: z.string().nullable(),
    rowCount: z.int(),
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    outside: z.int().describe('Rows outside the municipality, which are left out'),
    rejected: z.int(),
    withPopulation: z.int().describe('Areas whose residents are known'),
    columns: z.array(z.object({ field: z.string(), column: z.string() })),
    rejections: z.array(registerRejection),
    points: z.array(position).describe('Where the rows are, at most 2,000'),
  })
  .meta({ id: 'RegisterReading' });

export const registerState = z
  .object({
    kind: registerKind,
    count: z.int(),
    latest: z
      .object({ fileName: z.string(), at: z.string(), by: z.string().nullable(), added: z.int(), changed: z.int() })
      .nullable(),
  })
  .meta({ id: 'RegisterState' });

export type RegisterReading = z.infer<typeof registerReading>;
export type RegisterState = z.infer<typeof registerState>;
export type RegisterFile = z.infer<typeof registerFile>;
export type ScbRequest = z.infer<typeof scbRequest>;
