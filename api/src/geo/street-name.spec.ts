import { describe, expect, test } from '@jest/globals';
import { splitAddress, streetKey } from './street-name.js';

describe('a street name', () => {
  test.each([
    ['Storgatan', 'storgatan'],
    ['Stor-gata', 'storgatan'],
    ['Kyrkv.', 'kyrkvagen'],
    ['Åkerväg', 'akervagen'],
    ['S:t Eriksgatan', 'sankteriksgatan'],
  ])('%s is compared as %s', (street, key) => {
    expect(streetKey(street)).toBe(key);
  });

  test('is parted from its door, which may stand in a column of its own', () => {
    expect(splitAddress('Östra Vallgatan 12 B', '')).toEqual({ street: 'Östra Vallgatan', door: '12b' });
    expect(splitAddress('Kyrkogatan', '7')).toEqual({ street: 'Kyrkogatan', door: '7' });
    expect(splitAddress('Torget', '')).toEqual({ street: 'Torget', door: '' });
  });
});
