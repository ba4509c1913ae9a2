import { describe, expect, test } from '@jest/globals';
import { readCrimeCodes } from './crime-code-file.js';

const known = {
  category: (text: string) => ({ skad: 'SKAD', 'skadegörelse och klotter': 'SKAD', vald: 'VALD' })[text] ?? null,
  subcategory: (category: string, text: string) => (category === 'SKAD' && text === 'klotter' ? 'klotter' : null),
};
const read = (text: string) => readCrimeCodes(text, known);

describe('a file of crime codes', () => {
  test.each([
    ['kod;kategori;underkategori;känslig\r\n1201;SKAD;Klotter;nej\r\n'],
    ['1201\tSkadegörelse och klotter\tKlotter'],
    ['\uFEFF"1201","skad","klotter",""\n\n'],
  ])('is read however it is parted: %j', (text) => {
    expect(read(text)).toEqual({
      lines: [{ code: '1201', category: 'SKAD', subcategory: 'klotter', sensitive: false }],
      faults: [],
    });
  });

  test('mends a code that a spreadsheet has shortened, and takes ja for sensitive', () => {
    expect(read('825;VALD;;ja').lines).toEqual([
      { code: '0825', category: 'VALD', subcategory: null, sensitive: true },
    ]);
  });

  test('tells each fault by its line and cell', () => {
    expect(read('Kod;Kategori\nabc;SKAD\n1201;TOKIG\n1201;SKAD;glas\n1201;SKAD;;kanske\n1201;SKAD\n1201;VALD')).toEqual(
      {
        lines: [{ code: '1201', category: 'SKAD', subcategory: null, sensitive: false }],
        faults: [
          { line: 2, fault: 'code', cell: 'abc' },
          { line: 3, fault: 'category', cell: 'TOKIG' },
          { line: 4, fault: 'subcategory', cell: 'glas' },
          { line: 5, fault: 'sensitive', cell: 'kanske' },
          { line: 7, fault: 'twice', cell: '1201' },
        ],
      },
    );
  });

  test('that is something else has a fault in every line, and not endlessly many', () => {
    expect(read('1 x\n'.repeat(500)).faults).toHaveLength(20);
  });
});
