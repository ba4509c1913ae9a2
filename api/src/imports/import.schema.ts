import { z } from 'zod';
import { importFields } from './column-fields.js';
import { placedForms } from './placed.js';

export const importSources = ['police', 'external'] as const;
export const importStatuses = [
  'preview', 'queued', 'running', 'done', 'interrupted', 'cancelled', 'failed', 'undone',
] as const; // prettier-ignore
export const rowOutcomes = ['imported', 'updated', 'duplicate', 'rejected'] as const;

const dateOrder = z.enum(['ymd', 'dmy', 'mdy']);
const defaultChoice = z.enum(['refuse', 'accept']);

/** How many rows are placed how; `removed`: the place of a sensitive row. */
const placed = z.record(z.enum(placedForms), z.int()).describe('Rows by how they are placed');

const position = z.array(z.number()).length(2).describe('Longitude, latitude in degrees (WGS 84)');

/** The fields beside the file in the multipart form. */
export const newImport = z
  .object({
    source: z.enum(importSources).describe('police: the police picture; external: the own organisation’s rows'),
    kind: z.enum(['points', 'counts']).default('points').describe('counts: a table area x category x period'),
    period: z.string().trim().max(40).optional().describe('The period of a table that does not say it itself'),
  })
  .meta({ id: 'NewImport' });

export const newTable = z
  .object({
    text: z.string().min(1, 'missing').max(2_000_000, 'too-big'),
    source: z.enum(importSources),
    area: z.string().trim().max(120).optional(),
    category: z.string().trim().max(120).optional(),
    period: z.string().trim().max(40).optional(),
  })
  .meta({ id: 'NewTable' });

export const columnChoice = z
  .object({
    columns: z
      .array(z.enum(importFields).nullable())
      .max(500)
      .describe('What each column of the file is, in its order; null: not used'),
    dateOrder: dateOrder.nullable().default(null).describe('How dates are written; null: the dates themselves decide'),
    defaultCoordinates: defaultChoice
      .default('refuse')
      .describe('Whether a coordinate that many different events share is a place'),
  })
  .meta({ id: 'ColumnChoice' });

const named = z.object({ code: z.string(), sentence: z.string(), count: z.int() });

const columnPreview = z.object({
  header: z.string(),
  field: z.enum(importFields).nullable(),
  guess: z.enum(importFields).nullable(),
  confidence: z.enum(['sure', 'likely', 'look', 'none', 'chosen']),
  reason: z.string(),
  examples: z.array(z.string()),
});

const rowPreview = z.object({
  row: z.int(),
  category: z.string(),
  subcategory: z.string().nullable(),
  crimeCode: z.string().nullable(),
  from: z.string(),
  to: z.string().nullable(),
  timePrecision: z.string(),
  place: z.string().nullable(),
  precision: z.string(),
  sensitive: z.boolean(),
  outside: z.boolean(),
  crimeCount: z.int(),
});

const countPreview = z.object({
  area: z.string(),
  category: z.string(),
  from: z.string(),
  to: z.string(),
  count: z.int(),
});

export const rejection = z.object({
  field: z.string().nullable(),
  fieldName: z.string(),
  code: z.string(),
  sentence: z.string(),
  count: z.int(),
  rows: z.array(z.int()).describe('The first rows, numbered as in Excel'),
});

export const importPreview = z
  .object({
    format: z.string(),
    encoding: z.string().nullable(),
    sheet: z.string().nullable(),
    otherSheets: z.array(z.string()),
    garbled: z.boolean(),
    columns: z.array(columnPreview),
    fields: z.array(z.object({ field: z.enum(importFields), name: z.string() })),
    referenceSystem: z.string().nullable(),
    referenceSystemName: z.string().nullable(),
    swapped: z.boolean(),
    ambiguousDates: z.boolean(),
    dateOrder: dateOrder.describe('How the dates are read'),
    defaultChoice,
    profile: z
      .object({
        id: z.uuid(),
        name: z.string(),
        missing: z.array(z.object({ header: z.string(), fieldName: z.string() })),
      })
      .nullable()
      .describe('The saved profile that the columns come from'),
    periodFrom: z.string().nullable(),
    periodTo: z.string().nullable(),
    rowCount: z.int(),
    crimes: z.int(),
    fresh: z.int(),
    stored: z.int(),
    changed: z.int(),
    repeated: z.int(),
    rejected: z.int(),
    sensitive: z.int(),
    outside: z.int(),
    withoutPlace: z.int(),
    placed,
    defaultCoordinates: z.array(z.object({ position, rows: z.int() })),
    unknown: z.array(z.object({ name: z.string(), count: z.int() })),
    rejections: z.array(rejection),
    notes: z.array(named),
    blockers: z.array(z.object({ code: z.string(), sentence: z.string() })),
    rows: z.array(rowPreview),
    countRows: z.array(countPreview),
    points: z.array(position).describe('Where rows that keep their place fall, at most 2,000'),
  })
  .meta({ id: 'ImportPreview' });

export const importCounts = z.object({
  imported: z.int(),
  updated: z.int(),
  duplicate: z.int(),
  rejected: z.int(),
  sensitive: z.int(),
  outside: z.int(),
  withoutPlace: z.int(),
  placed,
  removed: z.int().describe('Incidents that an undo took away'),
  restored: z.int().describe('Incidents that an undo gave their older version back'),
});

export const importSummary = z
  .object({
    id: z.uuid(),
    version: z.int(),
    kind: z.enum(['points', 'counts']),
    fileName: z.string(),
    byteCount: z.int(),
    status: z.enum(importStatuses),
    source: z.enum(importSources),
    importedBy: z.string().nullable(),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
    rowCount: z.int(),
    counts: importCounts,
  })
  .meta({ id: 'ImportSummary' });

export const importDetail = importSummary
  .extend({
    progress: z.number().nullable().describe('0 to 1 while it runs'),
    step: z.enum(['queued', 'reading', 'saving']).nullable(),
    explanation: z.string().nullable().describe('Why it was interrupted or failed, and what to do'),
    rejections: z.array(rejection),
    preview: importPreview.nullable(),
  })
  .meta({ id: 'ImportDetail' });

export const importRow = z.object({
  row: z.int(),
  outcome: z.enum(rowOutcomes),
  code: z.string().nullable(),
  fieldName: z.string().nullable(),
  sentence: z.string().nullable(),
  incidentId: z.uuid().nullable(),
});

export const importRows = z
  .object({ items: z.array(importRow), nextCursor: z.string().nullable() })
  .meta({ id: 'ImportRows' });

export const rowsQuery = z.object({
  outcome: z.enum(rowOutcomes).optional(),
  cursor: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const importProfile = z
  .object({
    id: z.uuid(),
    name: z.string(),
    source: z.enum(importSources),
    columns: z.array(z.object({ header: z.string(), field: z.enum(importFields) })),
    dateOrder: dateOrder.nullable(),
    defaultCoordinates: defaultChoice,
    usedAt: z.string().nullable(),
  })
  .meta({ id: 'ImportProfile' });

export const newImportProfile = z
  .object({
    importId: z.uuid().describe('The import whose columns, date order and choice of default coordinates are saved'),
    name: z.string().trim().min(1, 'missing').max(80, 'too-big'),
  })
  .meta({ id: 'NewImportProfile' });

export type ImportProfile = z.infer<typeof importProfile>;
export type NewImportProfile = z.infer<typeof newImportProfile>;
export type NewImport = z.infer<typeof newImport>;
export type NewTable = z.infer<typeof newTable>;
export type ColumnChoice = z.infer<typeof columnChoice>;
export type ImportPreview = z.infer<typeof importPreview>;
export type ImportSummary = z.infer<typeof importSummary>;
export type ImportDetail = z.infer<typeof importDetail>;
export type ImportCounts = z.infer<typeof importCounts>;
export type Rejection = z.infer<typeof rejection>;
export type RowsQuery = z.infer<typeof rowsQuery>;
