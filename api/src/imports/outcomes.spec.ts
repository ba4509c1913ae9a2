import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { csvCell, toCsvForMending } from './mending.js';
import { explainOutcome, nameOfField, outcomeCodes } from './outcomes.js';

describe('what the user is told', () => {
  test.each(outcomeCodes)('%s is a whole sentence in both languages, and they differ', (code) => {
    const [swedish, english] = [explainOutcome(code, 'sv'), explainOutcome(code, 'en')];
    expect(swedish).toMatch(/^\p{Lu}.*\.$/u);
    expect(english).toMatch(/^\p{Lu}.*\.$/u);
    expect(swedish).not.toBe(english);
  });

  test('fields have names', () => {
    expect(nameOfField('fromTime', 'sv')).toBe('Från (klockslag)');
  });
});

describe('the file to mend', () => {
  const header = ['ID', 'BROTTSKOD', 'LAT', 'GATA', 'START', 'Okänd kolumn'];
  const mapping = { sourceId: 0, crimeCode: 1, latitude: 2, street: 3, from: 4 };
  const csv = toCsvForMending({
    header,
    mapping,
    language: 'sv',
    rows: [
      {
        number: 2,
        cells: ['A1', '0825', '55,7', '=HYPERLINK("x")', '2026-02-31', '-5'],
        field: 'from',
        code: 'date-does-not-exist',
        sensitive: false,
      },
      {
        number: 3,
        cells: ['A2', '9639', '55,7', 'Hemliga gatan 9', '2026-02-31 23:17', 'Hemliga gatan'],
        field: 'from',
        code: 'date-does-not-exist',
        sensitive: true,
      },
      {
        number: 4,
        cells: ['A3', '0825', '55,7', 'Ring 070-123 45 67', '', 'rad\nrad;"x"'],
        field: 'from',
        code: 'date-missing',
        sensitive: false,
      },
    ],
  });
  const rows = parse(csv, { delimiter: ';', bom: true, record_delimiter: '\r\n' });

  test('has the original columns, the row number and why, in the form that a Swedish Excel opens', () => {
    expect(csv.startsWith('\ufeffID;BROTTSKOD;LAT;GATA;START;Okänd kolumn;Rad;Varför\r\n')).toBe(true);
    expect(rows[1]).toEqual([
      'A1',
      '0825',
      '55,7',
      `'=HYPERLINK("x")`,
      '2026-02-31',
      '-5',
      '2',
      expect.stringContaining('Från (datum): Datumet finns inte'),
    ]);
    expect(rows[3]?.[5]).toBe('rad\nrad;"x"');
  });

  test('tells neither place nor time of a sensitive row, not even from columns without a name', () => {
    expect(rows[2]?.slice(0, 7)).toEqual(['', '9639', '', '', '', '', '3']);
    expect(csv).not.toMatch(/Hemliga|23:17/);
  });

  test('repeats no personal data', () => {
    expect(csv).not.toContain('070-123');
  });

  test.each([
    ['=1+1', `'=1+1`],
    ['@cmd', `'@cmd`],
    ['+46', '+46'],
    ['-5,5', '-5,5'],
    ['-2+3', `'-2+3`],
    ['\tx', `'\tx`],
    ['a;b', '"a;b"'],
  ])('%j is written %j', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });
});
