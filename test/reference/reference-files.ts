import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(process.env['NARBILD_SHARED'] ?? '../shared', 'data', 'reference');

/** Where a file of the reference data lies on this machine. */
export function referenceFile(path: string): string {
  return join(folder, path);
}

/** Is this set of the reference data here? */
export function hasSet(set: string): boolean {
  return existsSync(join(folder, set));
}

/** Rows of a simple CSV file (no delimiter inside fields that are used) by column name; quoted commas stay together. */
export function rowsOf(path: string): Record<string, string>[] {
  const [header, ...lines] = readFileSync(join(folder, path), 'utf8').trim().split(/\r?\n/);
  const names = fieldsOf(header!);
  return lines.map((line) => {
    const fields = fieldsOf(line);
    return Object.fromEntries(names.map((name, index) => [name, fields[index] ?? '']));
  });
}

function fieldsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)("([^"]*)"|[^,]*)/g)].map((match) => match[2] ?? match[1]!);
}

/** One column as numbers, in the form that the analysis takes. */
export function numbersOf(rows: readonly Record<string, string>[], name: string): Float64Array {
  return Float64Array.from(rows, (row) => Number(row[name]));
}

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(folder, path), 'utf8'));
}
