import type { Cells } from './cell.js';
import { decidedHeader, type HeaderPlace } from './table-header.js';
import { decideEncoding, decodedText, looksGarbled, type TextEncoding } from './csv-encoding.js';
import { CsvSplitter, type Delimiter, detectForm } from './csv-rows.js';
import { fileKind } from './file-kind.js';
import { TableProblem } from './table-problem.js';
import { readHead, type TableSource } from './table-source.js';
import { readWorkbook } from './xlsx-rows.js';

/** A row as it came, with the number that a person sees beside it in Excel. */
export interface TableRow {
  readonly number: number;
  readonly cells: Cells;
}

export interface Table {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: TextEncoding | null;
  readonly delimiter: Delimiter | null;
  readonly sheet: string | null;
  readonly otherSheets: readonly string[];
  /** Names of the columns; made up ("Kolumn 1") when the file has none. */
  readonly header: readonly string[];
  /** The text was saved with the wrong alphabet before it came here: å, ä and ö may be lost. */
  readonly garbled: boolean;
  /** The rows below the header, empty ones left out, a batch at a time: memory does not grow with the file. */
  batches(): AsyncIterable<readonly TableRow[]>;
}

const headBytes = 256 * 1024;
const mostRows = 2_000_000;

/**
 * Opens a file as a table, whatever it is called: text with `;` `,` or tab in UTF-8, UTF-16, Windows-1252, Mac or DOS
 * letters, or an Excel workbook (.xlsx). Throws `TableProblem` for everything else, and when there are no rows.
 */
export async function openTable(source: TableSource): Promise<Table> {
  const head = await readHead(source, headBytes);
  return fileKind(head) === 'zip' ? openWorkbook(source) : openText(source, head);
}

async function openWorkbook(source: TableSource): Promise<Table> {
  const sheet = await readWorkbook(await readHead(source, Number.MAX_SAFE_INTEGER));
  const place = decidedHeader(sheet.rows.slice(0, 30));
  if (!place) throw new TableProblem('not-a-table');
  const rows = numbered(sheet.rows, 1).filter((row) => row.number > place.row && !isEmpty(row.cells));
  if (rows.length === 0) throw new TableProblem('no-rows');
  return {
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    sheet: sheet.name,
    otherSheets: sheet.others,
    header: place.header,
    garbled: looksGarbled(sheet.rows.slice(0, 500).flat().join(' ')),
    async *batches() {
      for (let at = 0; at < rows.length; at += 1000) yield rows.slice(at, at + 1000);
    },
  };
}

async function openText(source: TableSource, head: Uint8Array): Promise<Table> {
  const encoding = await decideEncoding(source, head);
  const text = await firstText(source, encoding);
  if (text.trim() === '') throw new TableProblem('empty-file');
  const form = detectForm(text);
  if (!form) throw new TableProblem('not-a-table');
  const splitter = new CsvSplitter(form);
  const first = splitter.push(text.length < headBytes / 2 ? `${text}${form.lineEnd}` : text).slice(0, 60);
  const place = decidedHeader(form.separatorLine ? first.slice(1) : first);
  if (!place) throw new TableProblem('not-a-table');
  if (!first.slice(place.row + (form.separatorLine ? 1 : 0)).some((row) => !isEmpty(row)))
    throw new TableProblem('no-rows');
  return {
    format: 'csv',
    encoding,
    delimiter: form.delimiter,
    sheet: null,
    otherSheets: [],
    header: place.header,
    garbled: looksGarbled(text),
    batches: () => textBatches(decodedText(source, encoding), new CsvSplitter(form), place, form.separatorLine),
  };
}

async function firstText(source: TableSource, encoding: TextEncoding): Promise<string> {
  let text = '';
  for await (const piece of decodedText(source, encoding)) {
    text += piece;
    if (text.length >= headBytes / 2) break;
  }
  return text;
}

async function* textBatches(
  pieces: AsyncIterable<string>,
  splitter: CsvSplitter,
  place: HeaderPlace,
  separatorLine: boolean,
): AsyncGenerator<readonly TableRow[]> {
  let next = separatorLine ? 0 : 1;
  const batch = (records: string[][]): TableRow[] => {
    const rows = numbered(records, next).filter((row) => row.number > place.row && !isEmpty(row.cells));
    next += records.length;
    if (next > mostRows) throw new TableProblem('too-many-rows');
    return rows;
  };
  for await (const piece of pieces) yield batch(splitter.push(piece));
  yield batch(splitter.end());
}

function numbered(records: readonly string[][], first: number): TableRow[] {
  return records.map((cells, at) => ({ number: first + at, cells }));
}

function isEmpty(cells: Cells): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** Every row of a small table as it stands, header and all: for tables whose headers are periods. */
export async function readWholeTable(source: TableSource): Promise<string[][]> {
  const head = await readHead(source, Number.MAX_SAFE_INTEGER);
  if (fileKind(head) === 'zip') return (await readWorkbook(head)).rows;
  const text = await firstText(source, await decideEncoding(source, head));
  const form = detectForm(text);
  if (!form) throw new TableProblem('not-a-table');
  const splitter = new CsvSplitter(form);
  return [...splitter.push(text), ...splitter.end()].slice(form.separatorLine ? 1 : 0);
}

/** The rows one by one. */
export async function* rowsOf(table: Table): AsyncGenerator<TableRow> {
  for await (const batch of table.batches()) yield* batch;
}
