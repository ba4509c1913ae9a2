import { describe, expect, test } from '@jest/globals';
import { readAngle } from './angle.js';

describe('an angle', () => {
  test.each([
    ['55°42\'34.8"N', 55.709667],
    ['55° 42′ 34,8″', 55.709667],
    ['N 55 42 34.8', 55.709667],
    ['55 42 34,8', 55.709667],
    ['55:42:34.8', 55.709667],
    ["13° 11.2922' E", 13.188203],
    ['N55 42.5794', 55.709657],
    ['13 11 17', 13.188056],
    ['55.709656° N', 55.709656],
    ['E13,188204', 13.188204],
    ['Ö 13°11’17”', 13.188056],
    ['0°30\'0"W', -0.5],
  ])('%s is %d degrees', (text, degrees) => {
    expect(readAngle(text)).toBeCloseTo(degrees, 6);
  });

  test.each([
    '55,709656',
    '6 174 692',
    '6 174 692,575',
    '55 72 10',
    '55 42 61',
    '55,5 42',
    'Storgatan 12',
    '',
    '2016-01-01',
    '13',
  ])('%s is none', (text) => {
    expect(readAngle(text)).toBeNull();
  });
});
