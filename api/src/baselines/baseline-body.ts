import type { Language } from '../imports/outcomes.js';
import {
  type BaselineEntry,
  type BaselineKind,
  type BaselineWeights,
  columnsByKind,
  objectionTo,
  oldAfterYears,
  totalsOf,
  yearsBetween,
} from './baseline.js';
import { baselineProblems } from './baseline.problems.js';
import type { BaselineBody, BaselinePreview } from './baseline.schema.js';
import { surfaceOf } from './baseline-surface.js';
import type { BaselineReading } from './baseline-table.js';

/** A baseline as the database has it. */
export interface BaselineRow {
  id: string;
  version: number;
  name: string;
  source: 'register' | 'import';
  file_name: string | null;
  as_of: string;
  weights: BaselineWeights;
  rows_read: number;
  rows_rejected: number;
  rows_outside: number;
  replaced_id: string | null;
  created_at: Date;
  removed_at: Date | null;
}

/** How many points and people of one kind a baseline has. */
export interface KindSum {
  baseline_id: string;
  kind: BaselineKind;
  points: number;
  count: number;
}

/** How many row numbers are told of each fault: enough to mend by, and never the file itself. */
const rowsTold = 200;

/** What was read, whichever way it came. */
export interface Draft {
  readonly entries: readonly BaselineEntry[];
  readonly rows: number;
  readonly faults: BaselineReading['faults'];
  readonly outside: readonly number[];
  readonly notices: readonly BaselineNotice[];
  readonly fileName: string | null;
  /** Equal for the same points, whatever order they came in. */
  readonly fingerprint: string;
}

export type BaselineNotice = 'assumed' | 'swapped' | 'without-kind' | 'garbled';

const noticeTexts: Readonly<Record<BaselineNotice, readonly [string, string]>> = {
  assumed: [
    'Registren säger var hem, arbetsplatser och platser finns, men inte alltid hur många som är där. Där ingen har räknat används vanliga tal, som du kan läsa om i metodbeskrivningen.',
    'The registers say where homes, workplaces and places are, but not always how many people are there. Where nobody has counted, usual figures are taken; the method page lists them.',
  ],
  swapped: [
    'Nord och öst hade bytt plats i hela filen. De har vänts rätt.',
    'North and east had changed places in the whole file. They have been turned.',
  ],
  'without-kind': [
    'Tabellen säger inte vad slags människor det gäller. De räknas som Övrigt.',
    'The table does not say what kind of people they are. They count as Other.',
  ],
  garbled: [
    'Å, ä och ö ser ut att ha förstörts innan filen kom hit. Spara om den som UTF-8 om adresser inte hittas.',
    'The letters å, ä and ö seem to have been damaged before the file came here. Save it again as UTF-8 if addresses are not found.',
  ],
};

export function rowText(code: string, language: Language): string {
  return baselineProblems[code]?.detail[language === 'sv' ? 0 : 1] ?? code;
}

/** Why a draft may not be saved, as a code; null when it may. */
export function draftObjection({ entries, rows, faults }: Draft, weights: BaselineWeights): string | null {
  if (rows > 0 && 2 * faults.length > rows) return 'baseline-mostly-rejected';
  return objectionTo(entries, weights);
}

/** What becomes of a file or a register before anything is saved. */
export function previewBody(draft: Draft, weights: BaselineWeights, language: Language): BaselinePreview {
  const columns = columnsByKind(draft.entries);
  const objection = draftObjection(draft, weights);
  return {
    fingerprint: draft.fingerprint,
    rows: draft.rows,
    rejected: draft.faults.length,
    rejections: rejectionsOf(draft.faults, language),
    outside: draft.outside.length,
    outsideRows: draft.outside.slice(0, rowsTold),
    points: draft.entries.length,
    kinds: totalsOf(columns, weights),
    weights,
    notices: draft.notices.map((notice) => noticeTexts[notice][language === 'sv' ? 0 : 1]),
    objection: objection === null ? null : rowText(objection, language),
    surface: { type: 'FeatureCollection', features: surfaceOf(columns, weights) } as BaselinePreview['surface'],
  };
}

function rejectionsOf(faults: Draft['faults'], language: Language): BaselinePreview['rejections'] {
  const byCode = new Map<string, number[]>();
  for (const { row, code } of faults) byCode.set(code, [...(byCode.get(code) ?? []), row]);
  return [...byCode]
    .map(([code, rows]) => ({
      code,
      sentence: rowText(code, language),
      count: rows.length,
      rows: rows.slice(0, rowsTold),
    }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

/** A stored baseline with its totals; `today` is the local day, which decides whether it is old. */
export function baselineBody(row: BaselineRow, sums: readonly KindSum[], today: string): BaselineBody {
  const own = sums.filter((sum) => sum.baseline_id === row.id);
  const weighted = own.map((sum) => sum.count * row.weights[sum.kind]);
  const all = weighted.reduce((before, one) => before + one, 0);
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    source: row.source,
    fileName: row.file_name,
    asOf: row.as_of,
    old: yearsBetween(row.as_of, today) > oldAfterYears,
    createdAt: row.created_at.toISOString(),
    rows: row.rows_read,
    rejected: row.rows_rejected,
    outside: row.rows_outside,
    points: own.reduce((before, sum) => before + sum.points, 0),
    weights: row.weights,
    kinds: own.map((sum, index) => ({
      kind: sum.kind,
      points: sum.points,
      count: sum.count,
      weighted: weighted[index]!,
      share: all > 0 ? weighted[index]! / all : 0,
    })),
    canRestore: row.replaced_id !== null,
  };
}

/** How many points and people a baseline has, for telling what was removed or brought back. */
export function inNumbers(row: BaselineRow, sums: readonly KindSum[]) {
  const own = sums.filter((sum) => sum.baseline_id === row.id);
  return {
    id: row.id,
    name: row.name,
    points: own.reduce((before, sum) => before + sum.points, 0),
    people: own.reduce((before, sum) => before + sum.count, 0),
  };
}
