import { describe, expect, test } from '@jest/globals';
import { codeLines, codesOf } from './crime-code-table.js';
import { classify, isKnownCode, readCrimeCode } from './crime-codes.js';
import { sensitiveCodes } from './sensitive-codes.js';

describe('crime codes', () => {
  test.each([
    ['0825', 'STOLD', 'Förråd/källare'],
    ['825', 'STOLD', 'Förråd/källare'],
    ['0857', 'STOLD', 'Bostad'],
    ['9802', 'STOLD', 'Bostad'],
    ['0807', 'STOLD', 'Cykel/moped'],
    ['1208', 'SKAD', 'Klotter'],
    ['1201', 'SKAD', 'Fordon'],
    ['1211', 'BRAND', 'Fordon'],
    ['9810', 'VALD', 'Rån'],
    ['1312', 'VALD', 'Skottlossning/explosion'],
    ['5011', 'NARK', 'Misstänkt bruk'],
    ['0950', 'BEDR', 'Mot äldre'],
    ['9365', 'RELA', null],
    ['3002', 'TRAF', 'Olovlig trafik'],
    ['1705', 'ANST', 'Hot'],
  ])('%s belongs to %s, %s', (code, category, subcategory) => {
    expect(classify(code, '')).toMatchObject({ category, subcategory, known: true });
  });

  test('no code is in two lines', () => {
    const all = codeLines.flatMap(([codes]) => [...codesOf(codes)]);
    expect(all.filter((code, at) => all.indexOf(code) !== at)).toEqual([]);
    expect(all.every((code) => /^\d{4}$/.test(code))).toBe(true);
  });

  test('every sensitive code is also in the table of categories', () => {
    expect([...sensitiveCodes.keys()].filter((code) => !isKnownCode(code))).toEqual([]);
  });

  test('an unknown code becomes OVR and is said to be unknown', () => {
    expect(classify('7777', '')).toEqual({
      crimeCode: '7777',
      category: 'OVR',
      subcategory: null,
      known: false,
      sensitive: null,
    });
    expect(classify('', '')).toMatchObject({ crimeCode: null, category: 'OVR', known: false });
  });

  test('a code is kept as text with its leading zero', () => {
    expect(readCrimeCode('0825')).toBe('0825');
    expect(readCrimeCode('825.0')).toBe('0825');
    expect(readCrimeCode('Stöld')).toBeNull();
    expect(readCrimeCode('82512')).toBeNull();
  });

  test.each([
    ['9365', 'close-relation'],
    ['0412', 'close-relation'],
    ['9311', 'child'],
    ['9639', 'sexual'],
    ['6156', 'sexual'],
    ['9471', 'home'],
    ['4090', 'close-relation'],
  ])('%s is sensitive: %s', (code, reason) => {
    expect(classify(code, '').sensitive).toBe(reason);
  });

  test.each(['0825', '0857', '9810', '9806', '0355', '0357', '1201', '1312', '9447', '9396'])(
    '%s keeps its place',
    (code) => {
      expect(classify(code, '').sensitive).toBeNull();
    },
  );

  test.each([
    ['Stöld/inbrott', 'STOLD', null],
    ['Rån, försök', 'VALD', null],
    ['Sexualbrott', 'VALD', 'sexual'],
    ['Misshandel i nära relation', 'RELA', 'close-relation'],
    ['Hemfridsbrott', 'ORDN', 'home'],
    ['Trafikolycka, smitning från', 'OVR', null],
    ['Våld/hot mot tjänsteman', 'ANST', null],
  ])('the words %s mean %s and are sensitive as %s', (text, category, sensitive) => {
    expect(classify('', text)).toMatchObject({ category, sensitive, known: true });
  });

  test('words beside a harmless code can still make the row sensitive', () => {
    expect(classify('1203', 'Skadegörelse i nära relation').sensitive).toBe('close-relation');
  });

  test('the municipality may add a code and hold back more places, never fewer', () => {
    const rules = {
      categories: new Map([['7777', { category: 'ORDN', subcategory: null }]]),
      alsoSensitive: new Set(['0825']),
    };
    expect(classify('7777', '', rules)).toMatchObject({ category: 'ORDN', known: true });
    expect(classify('0825', '', rules).sensitive).toBe('close-relation');
    expect(classify('9639', '', rules).sensitive).toBe('sexual');
  });
});
