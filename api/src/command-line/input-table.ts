import { CsvSplitter, detectForm } from '../imports/csv-rows.js';
import { UsageError } from './usage-error.js';

/** A table of texts, column by name. */
export interface InputTable {
  readonly file: string;
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Reads a delimited text. Throws a UsageError when it is empty or its header names two columns alike. */
export function parseTable(
  text: string,
  { file, header }: { readonly file: string; readonly header: boolean },
): InputTable {
  const clean = text.replace(/^\uFEFF/, '');
  if (clean.trim() === '') throw new UsageError(`${file} is empty.`);
  const form = detectForm(clean.slice(0, 100_000)) ?? { delimiter: ',', lineEnd: '\n', separatorLine: false };
  const splitter = new CsvSplitter(form);
  const records = [...splitter.push(clean), ...splitter.end()].filter((record) =>
    record.some((field) => field.trim() !== ''),
  );
  if (form.separatorLine) records.shift();
  const first = records[0]!;
  const names = header ? first.map((name) => name.trim()) : first.map((_, index) => String(index + 1));
  const repeated = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (repeated !== undefined) throw new UsageError(`${file} has two columns called "${repeated}".`);
  return { file, names, rows: header ? records.slice(1) : records };
}

/** The texts of a column. Throws a UsageError that names the columns there are. */
export function textColumn(table: InputTable, name: string): string[] {
  const index = table.names.indexOf(name);
  if (index === -1) {
    throw new UsageError(`${table.file} has no column "${name}". It has ${table.names.join(', ')}.`);
  }
  return table.rows.map((row) => (row[index] ?? '').trim());
}

/** A column as numbers; what is empty or NA is NaN. Throws a UsageError at the first text that is no number. */
export function numberColumn(table: InputTable, name: string): Float64Array {
  return Float64Array.from(textColumn(table, name), (written, row) => {
    if (written === '' || /^(na|nan|null)$/i.test(written)) return NaN;
    const value = numberOf(written);
    if (value === null)
      throw new UsageError(`Row ${row + 1} of ${table.file} has "${written}" in ${name}, which is no number.`);
    return value;
  });
}

/** A number with a point or a decimal comma; null for anything else. */
export function numberOf(written: string): number | null {
  return /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i.test(written) ? Number(written.replace(',', '.')) : null;
}
