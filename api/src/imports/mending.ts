import { mustBeRefused } from '../privacy/personal-data.js';
import type { Cells } from './cell.js';
import type { ImportField } from './column-fields.js';
import type { ColumnMapping } from './columns.js';
import { explainOutcome, type Language, nameOfField } from './outcomes.js';
import type { RejectionCode } from './row.js';

export interface RowToMend {
  readonly number: number;
  readonly cells: Cells;
  readonly field: ImportField;
  readonly code: RejectionCode;
  readonly sensitive: boolean;
}

/**
 * The only cell of a sensitive row that may be written to a file, and only when it has the form of a code: what a person
 * named "category" or "area" may in truth be the street. The row number says which row it is.
 */
const codeForm = /^\d{4}$/;

/**
 * The rejected rows as a file to mend and send again: the original columns, then row number and why. UTF-8 with a byte
 * order mark, `;` and CRLF, so that a Swedish Excel opens it; cells that a spreadsheet would run are escaped. Of
 * sensitive rows neither place nor time is written, and no cell with personal data of any row.
 */
export function toCsvForMending(options: {
  readonly header: readonly string[];
  readonly rows: readonly RowToMend[];
  readonly mapping: ColumnMapping;
  readonly language: Language;
}): string {
  const { header, rows, mapping, language } = options;
  const extra = language === 'sv' ? ['Rad', 'Varför'] : ['Row', 'Why'];
  const lines = [[...header, ...extra], ...rows.map((row) => mended(row, header.length, mapping, language))];
  return `\ufeff${lines.map((cells) => cells.map(csvCell).join(';')).join('\r\n')}\r\n`;
}

/**
 * The cells of a rejected row that may be stored and handed back: of a sensitive row neither place nor time, and no cell
 * with personal data.
 */
export function cellsToKeep(
  row: Pick<RowToMend, 'cells' | 'sensitive'>,
  width: number,
  mapping: ColumnMapping,
): string[] {
  return Array.from({ length: width }, (_, at) => {
    const cell = row.cells[at] ?? '';
    const mayStand = !row.sensitive || (at === mapping.crimeCode && codeForm.test(cell.trim()));
    return mayStand && !mustBeRefused(cell) ? cell : '';
  });
}

function mended(row: RowToMend, width: number, mapping: ColumnMapping, language: Language): string[] {
  const cells = cellsToKeep(row, width, mapping);
  const hidden =
    language === 'sv'
      ? ' Plats och tid visas inte här: rätta raden i originalfilen.'
      : ' Place and time are not shown here: correct the row in the original file.';
  const why = `${nameOfField(row.field, language)}: ${explainOutcome(row.code, language)}${row.sensitive ? hidden : ''}`;
  return [...cells, String(row.number), why];
}

/**
 * A cell for a CSV that a spreadsheet will open: text that begins like a formula (= + - @, tab, return) gets an
 * apostrophe in front unless it is a plain number (OWASP, CSV injection); quotes where needed.
 */
export function csvCell(text: string): string {
  const formula = /^[=+\-@\t\r]/.test(text) && !/^[-+]?\d+(?:[.,]\d+)?$/.test(text);
  const safe = formula ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
