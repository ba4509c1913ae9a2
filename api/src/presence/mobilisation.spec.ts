import { describe, expect, test } from '@jest/globals';
import { functionNumber, linesOf } from './mobilisation.js';

describe('the number of a function', () => {
  test.each([
    ['112', '112'],
    ['114 14', '11414'],
    ['1177', '1177'],
    ['0221-250 00', '022125000'],
    ['08-508 00 500', '0850800500'],
    ['+46 (0)21-39 00 00', '021390000'],
    ['0046 21 39 00 00', '021390000'],
    ['020-123 456', '020123456'],
    ['0771-11 00 11', '0771110011'],
  ])('%s is dialled as %s', (text, dialled) => {
    expect(functionNumber(text)).toBe(dialled);
  });

  test.each([
    '070-174 06 05',
    '+46 70 174 06 05',
    '0046701740605',
    '073 123 45 67',
    '+1 202 555 0100',
    '12',
    'växeln',
    '',
    '0',
    '19640312-4536',
  ])('%p is none: a mobile belongs to a person, the rest to nobody here', (text) => {
    expect(functionNumber(text)).toBeNull();
  });
});

test('a started routine holds its calls first, then its steps, as they stood', () => {
  const calls = [
    { function: 'rektor i tjänst', organisation: 'Ekskolan', phone: '022125000' },
    { function: 'fältgruppen', organisation: null, phone: null },
  ];
  expect(linesOf({ calls, steps: ['Möt upp vid entrén'] })).toEqual([
    { kind: 'call', text: 'Ekskolan, rektor i tjänst', phone: '022125000' },
    { kind: 'call', text: 'fältgruppen', phone: null },
    { kind: 'step', text: 'Möt upp vid entrén', phone: null },
  ]);
});
