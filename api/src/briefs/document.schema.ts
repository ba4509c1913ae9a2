import { z } from 'zod';
import { audiences } from '../meetings/minutes.js';

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

export const formats = ['pdf', 'docx'] as const;
export type Format = (typeof formats)[number];

const format = z.enum(formats).default('pdf');

export const weekDocumentQuery = documentQuery.extend({ format });

export const minutesDocumentQuery = documentQuery.extend({
  format,
  audience: z.enum(audiences).default('internal').describe('internal is for those who keep meetings'),
  version: z.coerce.number().int().min(1).max(10_000).optional(),
});

export const planDocumentQuery = documentQuery.extend({
  format,
  audience: z.enum(audiences).default('internal').describe('For others than internal, what may be secret falls out'),
});

export const versionDocumentQuery = z.object({ format });

export type PlanDocumentQuery = z.infer<typeof planDocumentQuery>;
export type VersionDocumentQuery = z.infer<typeof versionDocumentQuery>;
export type WeekDocumentQuery = z.infer<typeof weekDocumentQuery>;
export type MinutesDocumentQuery = z.infer<typeof minutesDocumentQuery>;
export type DocumentQuery = z.infer<typeof documentQuery>;
