import { cellText, type Cells, plainWords } from './cell.js';
import { detectForm, CsvSplitter } from './csv-rows.js';
import { type Period, readPeriod } from './periods.js';

/** One number of a table without coordinates: so many of this category in this area in this period. */
export interface CountRow {
  /** The row it stands in, counted from 1, as in Excel. */
  readonly row: number;
  readonly area: string;
  readonly category: string;
  /** Epoch milliseconds, the end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export type CountProblem =
  'area-missing' | 'category-missing' | 'period-not-readable' | 'count-not-a-number' | 'columns-not-recognised';

export interface CellProblem {
  /** Row and column counted from 1, as in Excel. */
  readonly row: number;
  readonly column: number;
  readonly code: CountProblem;
}

export interface CountTable {
  readonly form: 'long' | 'periods-as-columns' | 'categories-as-columns' | null;
  readonly rows: readonly CountRow[];
  readonly problems: readonly CellProblem[];
}

interface Given {
  /** Used where the table itself does not say it: a table of one area, one category or one period. */
  readonly area?: string;
  readonly category?: string;
  readonly period?: string;
}

/** Splits what was pasted (from Excel: tabs) or a small CSV into cells. */
export function pastedCells(text: string): string[][] {
  const form = detectForm(text);
  if (!form) return text.split(/\r?\n/).map((line) => [line]);
  const splitter = new CsvSplitter(form);
  return [...splitter.push(text.replace(/\r\n?/g, '\n')), ...splitter.end()];
}

/**
 * Reads a table area x category x period: the long form (område; kategori; period; antal) and the cross forms with
 * periods or with categories as columns. Empty cells are no number; 0 is one. Sum rows and columns are passed over.
 */
export function readCountTable(table: readonly Cells[], given: Given = {}): CountTable {
  const first = table.findIndex((cells) => cells.filter((cell) => cell.trim() !== '').length >= 2);
  const header = table[first];
  if (!header) return unrecognised(1);
  const columns = header.map((_, column) => roleOf(cellText(header, column)));
  const at = (role: Role): number | undefined => (columns.includes(role) ? columns.indexOf(role) : undefined);
  const places = { area: at('area'), category: at('category'), period: at('period'), count: at('count') };
  const body = table.slice(first + 1).map((cells, index) => ({ cells, row: first + 2 + index }));
  const filled = body.filter(({ cells }) => cells.some((cell) => cell.trim() !== '') && !isSum(cellText(cells, 0)));
  if (places.count !== undefined) return readLong(filled, places, given);
  const periods = header.flatMap((_, column) => periodColumn(cellText(header, column), column));
  if (periods.length > 0) return readCross(filled, { places, given, columns: periods, form: 'periods-as-columns' });
  if (places.period === undefined && given.period === undefined) return unrecognised(first + 1);
  const categories = header.flatMap((_, column) => categoryColumn(cellText(header, column), column, columns[column]!));
  if (categories.length === 0) return unrecognised(first + 1);
  return readCross(filled, { places, given, columns: categories, form: 'categories-as-columns' });
}

type Role = 'area' | 'category' | 'period' | 'count' | 'sum' | 'other';

function roleOf(text: string): Role {
  const plain = plainWords(text);
  if (/^(omrade|area|basomrade|stadsdel|delomrade|deso|regso|plats|district|kommun|distrikt)/.test(plain))
    return 'area';
  if (/^(kategori|category|brottstyp|handelsetyp|typ|brott|crime type|grupp)$/.test(plain)) return 'category';
  if (/^(period|manad|vecka|ar|tertial|kvartal|month|week|year|datum)$/.test(plain)) return 'period';
  if (/^(antal|count|number|n|antal brott|antal handelser|antal anmalda brott)$/.test(plain)) return 'count';
  return isSum(text) ? 'sum' : 'other';
}

function isSum(text: string): boolean {
  return /^(summa|totalt?|samtliga|sum|alla)\b/i.test(text);
}

interface CountColumn {
  readonly column: number;
  readonly period: Period | null;
  readonly category: string | null;
}

function periodColumn(text: string, column: number): CountColumn[] {
  const period = readPeriod(text);
  return period ? [{ column, period, category: null }] : [];
}

function categoryColumn(text: string, column: number, role: Role): CountColumn[] {
  return text === '' || role !== 'other' ? [] : [{ column, period: null, category: text }];
}

type Places = Readonly<Record<'area' | 'category' | 'period' | 'count', number | undefined>>;
type Body = readonly { readonly cells: Cells; readonly row: number }[];

function readLong(body: Body, places: Places, given: Given): CountTable {
  const column = { column: places.count!, period: null, category: null };
  const read = readCross(body, { places, given, columns: [column], form: 'periods-as-columns' });
  return { ...read, form: 'long' };
}

interface Cross {
  readonly places: Places;
  readonly given: Given;
  readonly columns: readonly CountColumn[];
  readonly form: 'periods-as-columns' | 'categories-as-columns';
}

function readCross(body: Body, cross: Cross): CountTable {
  const rows: CountRow[] = [];
  const problems: CellProblem[] = [];
  for (const { cells, row } of body) {
    for (const column of cross.columns) {
      const text = cellText(cells, column.column);
      if (text === '') continue;
      const read = readOne(cells, column, text, cross);
      if ('code' in read) problems.push({ row, column: read.column + 1, code: read.code });
      else rows.push({ row, ...read });
    }
  }
  return { form: cross.form, rows, problems };
}

function readOne(
  cells: Cells,
  column: CountColumn,
  text: string,
  cross: Cross,
): Omit<CountRow, 'row'> | { column: number; code: CountProblem } {
  const { places, given } = cross;
  const area = cellText(cells, places.area ?? firstOther(cross)) || given.area;
  if (!area) return { column: places.area ?? 0, code: 'area-missing' };
  const category = column.category ?? (cellText(cells, places.category) || given.category);
  if (!category) return { column: places.category ?? 0, code: 'category-missing' };
  const period = column.period ?? readPeriod(cellText(cells, places.period) || (given.period ?? ''));
  if (!period) return { column: places.period ?? 0, code: 'period-not-readable' };
  const count = /^\d{1,3}(?:[ \u00a0]\d{3})+$|^\d{1,7}(?:[.,]0+)?$/.test(text)
    ? Number(text.replace(/[ \u00a0]/g, '').replace(',', '.'))
    : NaN;
  if (!Number.isInteger(count)) return { column: column.column, code: 'count-not-a-number' };
  return { area, category, from: period.from, to: period.to, count };
}

/** A table without a header over its areas has them in the first column, when that column is nothing else. */
function firstOther({ places, columns, given }: Cross): number | undefined {
  const taken = [places.category, places.period, places.count, ...columns.map((column) => column.column)];
  return given.area === undefined && !taken.includes(0) ? 0 : undefined;
}

function unrecognised(row: number): CountTable {
  return { form: null, rows: [], problems: [{ row, column: 1, code: 'columns-not-recognised' }] };
}
