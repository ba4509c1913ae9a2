import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { CsvSplitter, detectForm } from './csv-rows.js';
import { openTable, readWholeTable, rowsOf, type TableRow } from './table-reader.js';
import { fromBytes, fromFile } from './table-source.js';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../../../test/fixtures/imports/${name}`, import.meta.url));

async function read(name: string): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of rowsOf(await openTable(await fromFile(fixture(name))))) rows.push(row);
  return rows;
}

describe('reading a file as a table', () => {
  test.each([
    ['empty.csv', 'empty-file'],
    ['blank-lines.csv', 'empty-file'],
    ['only-header.csv', 'no-rows'],
    ['image-named-csv.csv', 'image-file'],
    ['report.pdf', 'pdf-file'],
    ['web-page-named.xls', 'web-page'],
    ['old-excel.xls', 'old-excel'],
    ['password.xlsx', 'password-protected'],
    ['archive.zip', 'zip-not-excel'],
    ['damaged.xlsx', 'file-damaged'],
    ['prose.txt', 'not-a-table'],
  ])('%s is refused as %s', async (name, code) => {
    await expect(fromFile(fixture(name)).then(openTable)).rejects.toMatchObject({ code });
  });

  test.each([
    ['utf8-bom.csv', 'utf-8'],
    ['windows-1252.csv', 'windows-1252'],
    ['utf16.csv', 'utf-16le'],
    ['utf16-without-mark.csv', 'utf-16le'],
    ['macintosh.csv', 'macintosh'],
    ['dos.csv', 'cp850'],
  ])('%s is read as %s with every Swedish letter', async (name, encoding) => {
    const table = await openTable(await fromFile(fixture(name)));
    expect(table).toMatchObject({ encoding, delimiter: ';', garbled: false });
    expect(table.header.slice(0, 3)).toEqual(['ID', 'BROTTSKOD', 'LATITUDE']);
    const rows = await read(name);
    expect(rows.map((row) => row.number)).toEqual([2, 3]);
    expect(rows.map((row) => row.cells[4])).toEqual(['Järnvägsgatan', 'Östra Vallgatan']);
    expect(rows[0]?.cells[2]).toBe('55,709656');
  });

  test('says when the letters were lost before the file came here', async () => {
    expect((await openTable(await fromFile(fixture('garbled.csv')))).garbled).toBe(true);
  });

  test('follows a sep= line, quotes, line ends inside quotes and doubled quotes', async () => {
    expect((await read('sep-line.csv')).map((row) => row.cells)).toEqual([
      ['1', '2026-01-01', 'Torget, norra sidan'],
      ['2', '2026-01-02', 'Rad ett\r\nrad två "citat"'],
    ]);
  });

  test('skips title lines and keeps the numbers of the rows', async () => {
    expect((await read('title-lines.csv')).map((row) => row.number)).toEqual([4, 5]);
  });

  test('a file without a header keeps its first row', async () => {
    const table = await openTable(await fromFile(fixture('no-header.csv')));
    expect(table.header[0]).toBe('Kolumn 1');
    expect((await read('no-header.csv')).map((row) => row.number)).toEqual([1, 2]);
  });

  test('reads dates, numbers and the saved values of formulas from a workbook', async () => {
    const rows = await read('dates-and-formulas.xlsx');
    expect(rows[0]?.cells).toEqual(['1', '0825', '2026-01-01 20:00', '2026-01-02', '55.709656', '13.188204']);
    expect(rows[1]?.cells.slice(0, 3)).toEqual(['2', '825', '2026-01-03 10:00']);
  });

  test('a zip that unpacks to too much is refused before it is opened', async () => {
    const bomb = await readFile(fixture('dates-and-formulas.xlsx'));
    const entry = bomb.indexOf(Buffer.from('504b0102', 'hex'));
    bomb.writeUInt32LE(0x7fffffff, entry + 24);
    await expect(openTable(fromBytes(bomb))).rejects.toMatchObject({ code: 'sheet-too-large' });
  });

  test('reads a small table whole, header and all', async () => {
    expect((await readWholeTable(await fromFile(fixture('count-cross.csv'))))[0]?.[2]).toBe('jan 2026');
  });

  test('decimal commas never divide a row', () => {
    expect(detectForm('a;b;c\n1,5;2,5;3\n1,7;2,9;4\n')?.delimiter).toBe(';');
    expect(detectForm('a\tb\n1,5\t2,5\n')?.delimiter).toBe('\t');
    expect(detectForm('a,b\n"1,5",2\n')?.delimiter).toBe(',');
    expect(detectForm('bara ord\nutan kolumner\n')).toBeNull();
  });

  test('splits like csv-parse, wherever the pieces are cut', () => {
    const field = fc.oneof(fc.constantFrom('', 'a', '1,5', 'å"ä', 'x;y', 'rad\nrad', '"', ' "a" '), fc.string());
    const clean = field.map((text) => text.replaceAll('\r', ''));
    const table = fc.array(fc.array(clean, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 7 }), (rows, size) => {
        const text =
          rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(';')).join('\r\n') + '\r\n';
        const splitter = new CsvSplitter({ delimiter: ';', lineEnd: '\n', separatorLine: false });
        const records: string[][] = [];
        for (let at = 0; at < text.length; at += size) records.push(...splitter.push(text.slice(at, at + size)));
        records.push(...splitter.end());
        expect(records).toEqual(parse(text, { delimiter: ';', relax_column_count: true }));
      }),
    );
  });

  test('a quote that is never closed does not swallow the file', () => {
    const splitter = new CsvSplitter({ delimiter: ';', lineEnd: '\n', separatorLine: false });
    const records = splitter.push(`1;"öppen\n${'2;b\n'.repeat(60_000)}`);
    expect(records.length + splitter.end().length).toBe(60_001);
  });

  test('rows are given in batches: the first comes before the file is read to its end', async () => {
    let chunks = 0;
    const line = Buffer.from('A1;0825;55,7;13,2;2026-01-01 20:00\n'.repeat(2000));
    const source = {
      size: line.length * 50,
      async *read() {
        for (let at = 0; at < 50; at += 1) {
          chunks += 1;
          yield at === 0 ? Buffer.concat([Buffer.from('ID;KOD;LAT;LON;START\n'), line]) : line;
        }
      },
    };
    const table = await openTable(source);
    const before = chunks;
    for await (const batch of table.batches()) {
      expect(batch.length).toBeGreaterThan(0);
      break;
    }
    expect(chunks - before).toBeLessThan(3);
  });
});
