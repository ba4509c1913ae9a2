import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from '@jest/globals';

const folder = join(process.env['NARBILD_SHARED'] ?? '../shared', 'data', 'reference');

/** Groups checks against published data, or says loudly that they were not made because the data are not here. */
export function describeWithData(name: string, set: string, body: () => void): void {
  if (existsSync(join(folder, set))) {
    describe(name, () => {
      body();
    });
    return;
  }
  process.stderr.write(`\nNOT RUN: ${name} (no folder ${join(folder, set)}; set NARBILD_SHARED)\n`);
  test.todo(`${name}: not run, the shared reference data are not here`);
}

/** Rows of a simple CSV file (no commas inside fields) by column name. */
export function readRows(path: string): Record<string, string>[] {
  const [header, ...lines] = readFileSync(join(folder, path), 'utf8').trim().replaceAll('"', '').split(/\r?\n/);
  const names = header!.split(',');
  return lines.map((line) => {
    const fields = line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, fields[index] ?? '']));
  });
}

/** One column as numbers, in the form that the analysis takes. */
export function column(rows: readonly Record<string, string>[], name: string): Float64Array {
  return Float64Array.from(rows, (row) => Number(row[name]));
}
