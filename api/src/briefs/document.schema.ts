import { z } from 'zod';

/** What is printed in the head of a document, and kept with the note that it was made. */
export const documentQuery = z.object({
  registrationNumber: z
    .string()
    .trim()
    .max(40, 'too-big')
    .regex(/^[\p{L}\p{N} ./:–-]*$/u, 'registration-number-form')
    .optional()
    .describe('Dnr; for a hot spot its own unless given'),
  classification: z
    .enum(['open', 'may-be-secret'])
    .optional()
    .describe('Class; for a hot spot its own unless given, else open'),
});

export type DocumentQuery = z.infer<typeof documentQuery>;
