import { plainWords } from './cell.js';
import { fieldRules } from './column-fields.js';

/** Where the header stands, and what it says. */
export interface HeaderPlace {
  /** Number of the header row, counted from 1; 0 when the file has none. */
  readonly row: number;
  readonly header: readonly string[];
}

/**
 * Finds the header among the first rows: the first row with at least two filled cells, past any title lines. When that
 * row already holds dates or coordinates the file has no header and the columns get numbers. Null when no row has two cells.
 */
export function decidedHeader(rows: readonly (readonly string[])[]): HeaderPlace | null {
  const width = Math.max(0, ...rows.map((row) => filled(row)));
  if (width < 2) return null;
  const at = rows.findIndex((row) => filled(row) >= Math.max(2, Math.min(width, 3)));
  const row = rows[at];
  if (!row) return null;
  const values = valuesIn(row);
  const columns = Math.max(...rows.slice(at).map((each) => each.length));
  if (values >= 2 && values * 3 >= filled(row))
    return { row: at, header: Array.from({ length: columns }, (_, n) => `Kolumn ${n + 1}`) };
  const below = rows[at + 1] ?? [];
  if (!isSecondHeader(below, rows[at + 2] ?? [])) return { row: at + 1, header: uniqueNames(row, columns) };
  // Of two header rows the fuller one names the columns; the other one says the group, or the same in another tongue.
  const [names, others] = filled(below) > filled(row) ? [below, row] : [row, below];
  const both = Array.from({ length: columns }, (_, n) => (names[n] ?? '').trim() || (others[n] ?? ''));
  return { row: at + 2, header: uniqueNames(both, columns) };
}

function valuesIn(row: readonly string[]): number {
  return row.filter((cell) => /^\s*[-+]?\d[\d .,:/T-]*$/.test(cell)).length;
}

/** No value in it, two names that certainly are headers, and values in the row below. */
function isSecondHeader(row: readonly string[], next: readonly string[]): boolean {
  if (valuesIn(row) > 0 || valuesIn(next) === 0) return false;
  const known = row.filter(
    (cell) => cell.trim() !== '' && fieldRules.some((rule) => rule.certain.test(plainWords(cell))),
  );
  return known.length >= 2;
}

function filled(row: readonly string[]): number {
  return row.filter((cell) => cell.trim() !== '').length;
}

function uniqueNames(row: readonly string[], columns: number): string[] {
  const seen = new Map<string, number>();
  return Array.from({ length: columns }, (_, at) => {
    const name = (row[at] ?? '').replace(/\s+/g, ' ').trim() || `Kolumn ${at + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
