import { describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { pastedCells, readCountTable } from './count-table.js';
import { readPeriod } from './periods.js';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../../../test/fixtures/imports/${name}`, import.meta.url));
const local = (instant: number): string =>
  new Date(instant).toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' }).slice(0, 10);

describe('periods', () => {
  test.each([
    ['2026-03', '2026-03-01', '2026-04-01'],
    ['202603', '2026-03-01', '2026-04-01'],
    ['mars 2026', '2026-03-01', '2026-04-01'],
    ['mar-26', '2026-03-01', '2026-04-01'],
    ['Oktober 2026', '2026-10-01', '2026-11-01'],
    ['v. 12 2026', '2026-03-16', '2026-03-23'],
    ['2026-W12', '2026-03-16', '2026-03-23'],
    ['vecka 1 2026', '2025-12-29', '2026-01-05'],
    ['v. 53 2026', '2026-12-28', '2027-01-04'],
    ['T1 2026', '2026-01-01', '2026-05-01'],
    ['Tertial 3 2026', '2026-09-01', '2027-01-01'],
    ['Q2 2026', '2026-04-01', '2026-07-01'],
    ['2026', '2026-01-01', '2027-01-01'],
    ['2026-03-29', '2026-03-29', '2026-03-30'],
  ])('%s is from %s until %s', (text, from, to) => {
    const period = readPeriod(text);
    expect([period && local(period.from), period && local(period.to)]).toEqual([from, to]);
  });

  test.each(['förra året', '2026-13', 'v. 53 2025', 'T4 2026', '2026-02-31', 'Antal', ''])(
    '%j is no period',
    (text) => {
      expect(readPeriod(text)).toBeNull();
    },
  );
});

describe('a table of area, category and period', () => {
  test('the long form gives a row per line, and points at the cells that cannot be read', async () => {
    const table = readCountTable(pastedCells(await readFile(fixture('count-long.csv'), 'utf8')));
    expect(table.form).toBe('long');
    expect(table.rows.map((row) => [row.area, row.category, local(row.from), row.count])).toEqual([
      ['Centrum', 'Stöld', '2026-03-01', 12],
      ['Centrum', 'Stöld', '2026-03-16', 3],
      ['Norra', 'Skadegörelse', '2026-01-01', 0],
    ]);
    expect(table.problems).toEqual([
      { row: 5, column: 3, code: 'period-not-readable' },
      { row: 6, column: 4, code: 'count-not-a-number' },
    ]);
  });

  test('periods as columns: empty cells are no number, sums are passed over', async () => {
    const table = readCountTable(pastedCells(await readFile(fixture('count-cross.csv'), 'utf8')));
    expect(table.form).toBe('periods-as-columns');
    expect(table.rows.map((row) => [row.area, row.count])).toEqual([['Centrum', 12], ['Centrum', 8], ['Norra', 1204], ['Norra', 3]]); // prettier-ignore
    expect(table.problems).toEqual([{ row: 3, column: 4, code: 'count-not-a-number' }]);
  });

  test('categories as columns, pasted from Excel, with the period given for the whole table', () => {
    const table = readCountTable(pastedCells('Stadsdel\tStöld\tKlotter\tTotalt\nÖster\t4\t2\t6\nVäster\t1\t\t1\n'), {
      period: 'mars 2026',
    });
    expect(table.form).toBe('categories-as-columns');
    expect(table.rows.map((row) => [row.area, row.category, row.count])).toEqual([
      ['Öster', 'Stöld', 4],
      ['Öster', 'Klotter', 2],
      ['Väster', 'Stöld', 1],
    ]);
  });

  test('a table of something else is said to be so', () => {
    expect(readCountTable(pastedCells('a;b\nc;d\n')).problems[0]?.code).toBe('columns-not-recognised');
    expect(readCountTable(pastedCells('hej')).form).toBeNull();
  });
});
