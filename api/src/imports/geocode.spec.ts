import { describe, expect, test } from '@jest/globals';
import { createGeocoder, splitAddress } from './geocode.js';

const register = [
  { street: 'Storgatan', number: 1, letter: null, point: { x: 0, y: 0 } },
  { street: 'Storgatan', number: 12, letter: 'A', point: { x: 100, y: 0 } },
  { street: 'Storgatan', number: 12, letter: 'B', point: { x: 110, y: 0 } },
  { street: 'Storgatan', number: 30, letter: null, point: { x: 300, y: 0 } },
  { street: 'Åkervägen', number: 2, letter: null, point: { x: 0, y: 500 } },
];
const geocoder = createGeocoder(register, [{ name: 'Konsumparkeringen', point: { x: 7, y: 7 } }]);

describe('two streets of one name', () => {
  const two = createGeocoder(
    [
      { street: 'Storgatan', number: 1, letter: null, point: { x: 0, y: 0 }, locality: 'Kungsör' },
      { street: 'Storgatan', number: 1, letter: null, point: { x: 9000, y: 0 }, locality: 'Valskog' },
      { street: 'Ringvägen', number: 1, letter: null, point: { x: 0, y: 100 }, locality: 'Kungsör' },
      { street: 'Ringvägen', number: 2, letter: null, point: { x: 90, y: 100 }, locality: 'Jäders by' },
    ],
    [],
    [{ street: 'Skogsstigen', point: { x: 5, y: 5 } }],
  );

  test('are told apart by the locality and never guessed at without it', () => {
    expect(two.find('Storgatan', '1', '', 'Valskog')).toEqual({ point: { x: 9000, y: 0 }, precision: 'address' });
    expect(two.find('Storgatan', '1', '')).toBeNull();
    expect(two.ambiguous('Storgatan', '1')).toBe(true);
    expect(two.ambiguous('Storgatan', '1', 'kungsör')).toBe(false);
  });

  test('are one street when they lie together', () => {
    expect(two.ambiguous('Ringvägen', '1')).toBe(false);
    expect(two.find('Ringvägen', '1', '')?.point).toEqual({ x: 0, y: 100 });
    expect(two.find('Ringvägen', '2', '')).toEqual({ point: { x: 90, y: 100 }, precision: 'address' });
  });

  test('and a street without addresses is known by its own place', () => {
    expect(two.find('Skogsstigen', '4', '')).toEqual({ point: { x: 5, y: 5 }, precision: 'street' });
  });
});

describe('placing by address', () => {
  test.each([
    ['Storgatan', '12 B', 110],
    ['STORGATAN', '12b', 110],
    ['Storg.', '12', 100],
    ['Stor gatan 12B', '', 110],
    ['Storgata', '1-3', 0],
    ['storgatan 30, port 2', '', 300],
    ['Storgatan', '12 C', 100],
  ])('%s %s is found at its door', (street, number, x) => {
    expect(geocoder.find(street, number, '')).toEqual({ point: { x, y: 0 }, precision: 'address' });
  });

  test('a street without its number is placed at the address in its middle', () => {
    expect(geocoder.find('Storgatan', '', '')).toEqual({ point: { x: 110, y: 0 }, precision: 'street' });
    expect(geocoder.find('Storgatan', '99', '')?.precision).toBe('street');
  });

  test('short forms, accents and place names are understood', () => {
    expect(geocoder.find('Akerv.', '2', '')?.point.y).toBe(500);
    expect(geocoder.find('', '', 'konsum-parkeringen')?.point).toEqual({ x: 7, y: 7 });
    expect(geocoder.find('Okända gatan', '3', '')).toBeNull();
  });

  test('an address divides into street and door', () => {
    expect(splitAddress('Östra Vallgatan 12 B', '')).toEqual({ street: 'Östra Vallgatan', door: '12b' });
    expect(splitAddress('Kyrkogatan', '7')).toEqual({ street: 'Kyrkogatan', door: '7' });
  });
});
