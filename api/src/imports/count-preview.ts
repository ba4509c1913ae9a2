import type { CountCell, RejectedCell } from './count-cells.js';
import type { ImportPreview, Rejection } from './import.schema.js';
import { noPlaced } from './placed.js';
import { explainOutcome, type Language } from './outcomes.js';

/** What was found out about a table area x category x period. */
export interface CountFacts {
  readonly cells: readonly CountCell[];
  readonly rejected: readonly RejectedCell[];
  readonly fates: { readonly fresh: number; readonly stored: number; readonly changed: number };
}

const sampleCells = 40;
const exampleRows = 5;
const names: Record<RejectedCell['field'], Record<Language, string>> = {
  area: { sv: 'Område', en: 'Area' },
  category: { sv: 'Kategori', en: 'Category' },
  period: { sv: 'Period', en: 'Period' },
  count: { sv: 'Antal', en: 'Count' },
};

/** The preview of a count table as it crosses HTTP. */
export function countPreviewBody({ cells, rejected, fates }: CountFacts, language: Language): ImportPreview {
  const starts = cells.map((cell) => cell.from);
  const ends = cells.map((cell) => cell.to - 1);
  return {
    format: 'table', encoding: null, sheet: null, otherSheets: [], garbled: false, columns: [], fields: [],
    referenceSystem: null, referenceSystemName: null, dateOrder: 'ymd', defaultChoice: 'refuse', profile: null, placed: noPlaced(), swapped: false, ambiguousDates: false, sensitive: 0, outside: 0, withoutPlace: 0, repeated: 0,
    defaultCoordinates: [], notes: [], blockers: [], rows: [], points: [],
    ...fates,
    rejected: rejected.length,
    rowCount: cells.length + rejected.length,
    crimes: cells.reduce((sum, cell) => sum + cell.count, 0),
    periodFrom: starts.length > 0 ? new Date(starts.reduce((a, b) => Math.min(a, b))).toISOString() : null,
    periodTo: ends.length > 0 ? new Date(ends.reduce((a, b) => Math.max(a, b))).toISOString() : null,
    unknown: unknownNames(rejected),
    rejections: rejectionsOf(rejected, language),
    countRows: cells.slice(0, sampleCells).map(({ area, category, from, to, count }) => ({
      area, category, count, from: new Date(from).toISOString(), to: new Date(to).toISOString(),
    })),
  }; // prettier-ignore
}

function unknownNames(rejected: readonly RejectedCell[]): { name: string; count: number }[] {
  const found = new Map<string, number>();
  for (const { code, area, category } of rejected) {
    const name = code === 'area-unknown' ? area : code === 'category-unknown' ? category : null;
    if (name !== null) found.set(name, (found.get(name) ?? 0) + 1);
  }
  return [...found].slice(0, 30).map(([name, count]) => ({ name, count }));
}

function rejectionsOf(rejected: readonly RejectedCell[], language: Language): Rejection[] {
  const found = new Map<string, Rejection>();
  for (const { field, code, row } of rejected) {
    const key = `${field} ${code}`;
    const tally = found.get(key) ?? { field, fieldName: names[field][language], code, sentence: explainOutcome(code, language), count: 0, rows: [] };
    tally.count += 1;
    if (tally.rows.length < exampleRows && !tally.rows.includes(row)) tally.rows.push(row);
    found.set(key, tally);
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
} // prettier-ignore
