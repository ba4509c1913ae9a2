import readXlsxFile from 'read-excel-file/node';
import { checkWorkbook, excelLimits } from './file-kind.js';
import { TableProblem } from './table-problem.js';

export interface SheetRows {
  readonly name: string;
  readonly rows: string[][];
  /** The names of the other sheets, so that the page can say which one was read. */
  readonly others: readonly string[];
}

/**
 * Reads the sheet of a workbook that has most rows. Cells become text: dates as 2016-01-01 20:00, numbers with a point,
 * a formula as the value that Excel saved with it (never computed).
 */
export async function readWorkbook(bytes: Uint8Array): Promise<SheetRows> {
  checkWorkbook(bytes);
  const sheets = await readXlsxFile(Buffer.from(bytes)).catch((error: unknown) => {
    throw new TableProblem(error instanceof Error ? 'file-damaged' : 'not-a-table');
  });
  const largest = sheets.reduce<(typeof sheets)[number] | null>(
    (best, sheet) => (sheet.data.length > (best?.data.length ?? -1) ? sheet : best),
    null,
  );
  if (!largest || largest.data.length === 0) throw new TableProblem('empty-file');
  if (largest.data.length > excelLimits.rows) throw new TableProblem('sheet-too-large');
  return {
    name: largest.sheet,
    rows: largest.data.map((row) => row.map(textOf)),
    others: sheets.filter((sheet) => sheet !== largest).map((sheet) => sheet.sheet),
  };
}

function textOf(value: unknown): string {
  if (value instanceof Date) return textOfDate(value);
  // NUL cannot stand in XML, but Excel's own escape for it can; no database can hold it.
  if (typeof value === 'string') return value.replaceAll('\0', '');
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Excel knows no time zone: the reader gives the wall clock as if it were UTC. A time alone is a day around 1900. */
function textOfDate(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const iso = new Date(Math.round(value.getTime() / 60_000) * 60_000).toISOString();
  const time = iso.slice(11, 16);
  if (value.getUTCFullYear() < 1905) return time;
  return time === '00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}
