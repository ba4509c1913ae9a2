import { z } from 'zod';

export const kinds = ['crime', 'unsafety', 'physical', 'signal', 'calendar', 'positive', 'other'] as const;

const names = z.object({
  sv: z.string().trim().min(1, 'missing').max(80),
  en: z.string().trim().min(1, 'missing').max(80),
});
const severity = z.int().min(1).max(3).nullable();

const subcategoryRow = z.object({
  code: z.string(),
  name: z.object({ sv: z.string(), en: z.string() }),
  kind: z.enum(kinds),
  severity,
  reportable: z.boolean(),
  hidden: z.boolean(),
  own: z.boolean().describe('Added by the municipality; the others have a code that all share'),
});

export const categoryList = z
  .object({
    version: z.int(),
    severities: z.array(
      z.object({ level: z.int(), name: z.object({ sv: z.string(), en: z.string() }), weight: z.int() }),
    ),
    categories: z.array(
      z.object({
        code: z.string(),
        name: z.object({ sv: z.string(), en: z.string() }),
        kind: z.enum(kinds),
        severity,
        placeBound: z.boolean(),
        reportable: z.boolean(),
        hidden: z.boolean(),
        subcategories: z.array(subcategoryRow),
      }),
    ),
  })
  .meta({ id: 'CategoryList', description: 'The categories as rows to change; codes never change' });

export const categoryEdit = z
  .object({
    name: names,
    kind: z.enum(kinds),
    severity,
    placeBound: z.boolean(),
    reportable: z.boolean(),
    hidden: z.boolean(),
  })
  .meta({ id: 'CategoryEdit' });

export const subcategoryEdit = z
  .object({ name: names, kind: z.enum(kinds), severity, reportable: z.boolean(), hidden: z.boolean() })
  .meta({ id: 'SubcategoryEdit' });

export const severityEdit = z
  .object({ name: names, weight: z.int().min(1).max(20) })
  .meta({ id: 'SeverityEdit', description: 'Weights are for order in lists; they never enter clustering or tests' });

export const codeOrder = z
  .object({ codes: z.array(z.string().max(40)).min(1).max(200) })
  .meta({ id: 'CodeOrder', description: 'Every code of the list, in the order in which they are to stand' });

export const listChangesAsked = z.object({
  list: z.enum(['categories', 'crime-codes', 'places', 'areas', 'organisations', 'accounts', 'reasons']),
  subjectId: z.string().max(80).optional(),
});

export const listChange = z
  .object({
    subjectId: z.string(),
    before: z.record(z.string(), z.unknown()),
    accountId: z.uuid(),
    changedAt: z.string(),
  })
  .meta({ id: 'ListChange', description: 'What a row of a list was before it was changed' });

export type CategoryList = z.infer<typeof categoryList>;
export type CategoryEdit = z.infer<typeof categoryEdit>;
export type SubcategoryEdit = z.infer<typeof subcategoryEdit>;
export type SeverityEdit = z.infer<typeof severityEdit>;
export type CodeOrder = z.infer<typeof codeOrder>;
export type ListChangesAsked = z.infer<typeof listChangesAsked>;
