import { describe, expect, test } from '@jest/globals';
import { dialled, linesOf, readCalls, writeCalls } from './routine-lines.js';

describe('the functions to call, written a line each', () => {
  const calls = [
    { organisation: 'Ekskolan', function: 'rektor i tjänst', phone: '0221-250 00' },
    { organisation: 'Fältgruppen', function: 'enhetschef', phone: null },
    { organisation: null, function: 'vaktcentralen', phone: '08-123 45 67' },
    { organisation: null, function: 'fritidsledare', phone: null },
  ];

  test('are read with organisation, function and number, as many as there are', () => {
    const text =
      ' Ekskolan; rektor i tjänst; 0221-250 00\n\nFältgruppen; enhetschef\nvaktcentralen; 08-123 45 67\nfritidsledare\n';
    expect(readCalls(text)).toEqual(calls);
  });

  test('come back as they were written', () => {
    expect(readCalls(writeCalls(calls))).toEqual(calls);
  });

  test('are none of an empty text', () => {
    expect(readCalls(' \n ')).toEqual([]);
    expect(linesOf('')).toEqual([]);
  });
});

test('a number is dialled without what is written for the eye', () => {
  expect(dialled('0221-250 00')).toBe('tel:022125000');
  expect(dialled('+46 (0)21-39 00 00')).toBe('tel:+4621390000');
});
