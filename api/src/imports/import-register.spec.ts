import { describe, expect, test } from '@jest/globals';
import { defaultCategories } from '../municipalities/default-category.js';
import { codeLines } from './crime-code-table.js';
import { resolveCounts } from './count-cells.js';
import { pastedCells, readCountTable } from './count-table.js';
import { type CategoryLine, createRegister } from './import-register.js';
import { blockersOf, readChoice } from './reading-plan.js';

const categories: CategoryLine[] = defaultCategories.flatMap((category) => [
  { category: category.code, subcategory: null, sv: category.sv, en: category.en, severity: category.severity },
  ...category.subcategories.map((sub) => ({
    category: category.code,
    subcategory: sub.code,
    sv: sub.sv,
    en: sub.en,
    severity: sub.severity ?? category.severity,
  })),
]);

const register = createRegister({
  boundary: [[[[0, 0], [1000, 0], [1000, 1000], [0, 1000], [0, 0]]]],
  addresses: [{ street: 'Storgatan', number: '12 B', x: 100, y: 200 }],
  places: [{ name: 'Torget', aliases: ['Konsumparkeringen'], x: 5, y: 6 }],
  areas: [
    { id: 'a', name: 'Hela byn', geometry: { coordinates: [[[[0, 0], [1000, 0], [1000, 1000], [0, 1000], [0, 0]]]] } },
    { id: 'b', name: 'Norra hamnen', geometry: { coordinates: [[[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]]] } },
  ],
  categories,
  crimeCodes: [{ code: '9999', category: 'SKAD', subcategory: 'klotter', sensitive: false }],
}); // prettier-ignore

describe('the register of an import', () => {
  test('finds a row of the default categories for every sub-category that a crime code names', () => {
    const lost = codeLines.flatMap(([, category, subcategory]) =>
      subcategory === null || register.resolve(category, subcategory).subcategory !== null
        ? []
        : [`${category} ${subcategory}`],
    );
    expect(lost).toEqual([]);
  });

  test('takes severity from the municipality’s own rows, and what it does not have becomes OVR', () => {
    expect(register.resolve('STOLD', 'Cykel/moped')).toEqual({ category: 'STOLD', subcategory: 'cykel', severity: 1 });
    expect(register.resolve('STOLD', null).severity).toBe(2);
    expect(register.resolve('SJÖFYLLERI', 'Båt')).toMatchObject({ category: 'OVR', subcategory: null });
  });

  test('keeps the shared codes beneath the municipality’s own names', () => {
    const renamed = createRegister({
      boundary: [],
      addresses: [],
      places: [],
      areas: [],
      categories: categories.map((line) =>
        line.category === 'STOLD' ? { ...line, sv: `Eget ${line.subcategory ?? 'ord'}`, en: 'Own' } : line,
      ),
      crimeCodes: [],
    });
    expect(renamed.resolve('STOLD', 'Cykel/moped')).toMatchObject({ category: 'STOLD', subcategory: 'cykel' });
    expect(renamed.categoryNamed('Stöld och inbrott')).toBe('STOLD');
    expect(renamed.categoryNamed('Eget ord')).toBe('STOLD');
  });

  test('the smallest area at a point wins, names are found however they are written', () => {
    expect(register.areaAt(5, 5)).toBe('Norra hamnen');
    expect(register.areaAt(500, 5)).toBe('Hela byn');
    expect(register.areaAt(5000, 5)).toBeNull();
    expect(register.areaId('NORRA  HAMNEN')).toBe('b');
    expect(register.geocoder.find('Storg.', '12b', '')).toEqual({ point: { x: 100, y: 200 }, precision: 'address' });
    expect(register.geocoder.find('', '', 'Konsumparkeringen')?.point).toEqual({ x: 5, y: 6 });
  });

  test('two headings that mean one category are added up, an unknown area is rejected in its row', () => {
    const table = readCountTable(pastedCells('Område\tKlotter\tSKAD\nNorra hamnen\t2\t3\nAtlantis\t1\t\n'), {
      period: '2026-03',
    });
    const { cells, rejected } = resolveCounts(table, register);
    expect(cells).toMatchObject([{ areaId: 'b', category: 'SKAD', count: 5 }]);
    expect(rejected).toMatchObject([{ row: 3, field: 'area', code: 'area-unknown' }]);
  });
});

describe('the chosen columns', () => {
  test('are one field each, within the file', () => {
    expect(readChoice(['sourceId', null, 'from'], 3)).toEqual({ mapping: { sourceId: 0, from: 2 } });
    expect(readChoice(['from', 'from'], 3)).toEqual({ fault: { column: 1, code: 'field-twice' } });
    expect(readChoice([null, 'from'], 1)).toEqual({ fault: { column: 1, code: 'column-not-there' } });
  });

  test('need a date and something that says what happened, else no row can lose its place', () => {
    expect(blockersOf({ street: 0 })).toEqual(['date-column-missing', 'kind-column-missing']);
    expect(blockersOf({ from: 0, category: 1 })).toEqual([]);
  });
});
