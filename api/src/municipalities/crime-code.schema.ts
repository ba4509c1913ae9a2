import { z } from 'zod';

const crimeCode = z.string().regex(/^\d{4}$/, 'crime-code-form');

export const crimeCodeList = z
  .object({
    version: z.int(),
    codes: z.array(
      z.object({
        code: z.string(),
        category: z.string(),
        subcategory: z.string().nullable(),
        sensitive: z.boolean().describe('The municipality holds back place and hour'),
        alwaysSensitive: z.boolean().describe('Place and hour are held back whatever the municipality says'),
        standard: z
          .object({ category: z.string(), subcategory: z.string().nullable() })
          .nullable()
          .describe('Where the code belongs without this row; null when it is not in the standard table'),
      }),
    ),
  })
  .meta({ id: 'CrimeCodeList', description: 'The municipality’s own rows; other codes follow the standard table' });

export const crimeCodeEdit = z
  .object({
    category: z.string().min(1, 'missing').max(40),
    subcategory: z.string().min(1).max(40).nullable(),
    sensitive: z.boolean(),
    reason: z.string().trim().max(300).nullable().default(null).describe('Needed to hold back no longer'),
  })
  .meta({ id: 'CrimeCodeEdit' });

export const crimeCodeFile = z
  .object({ text: z.string().min(1, 'missing').max(300_000).describe('CSV: code; category; sub-category; sensitive') })
  .meta({ id: 'CrimeCodeFile' });

export const crimeCodeParam = crimeCode;

export type CrimeCodeList = z.infer<typeof crimeCodeList>;
export type CrimeCodeEdit = z.infer<typeof crimeCodeEdit>;
