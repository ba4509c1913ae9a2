import { expect, test } from '@jest/globals';
import { findKept, nearKept } from './kept-places.js';

const place = (name: string, position: readonly number[], ...aliases: string[]) => ({
  id: name,
  name,
  aliases,
  position,
});
const places = [
  place('Norra Björkskolan', [16.0, 59.0]),
  place('Björkskolan', [16.001, 59.0], 'Björkan'),
  place('Torget', [16.1, 59.1]),
];
const area = { properties: { name: 'Björkängen' }, geometry: { coordinates: [[[[16, 59], [16.2, 59], [16.2, 59.2], [16, 59.2]]]] } }; // prettier-ignore

test('places and areas are found by name and alias without a server, whole beginnings first', () => {
  expect(findKept('björk', places, [area]).map(({ name }) => name)).toEqual([
    'Björkängen',
    'Björkskolan',
    'Norra Björkskolan',
  ]);
  expect(findKept('BJÖRKAN', places, []).map(({ name }) => name)).toEqual(['Björkskolan']);
  expect(findKept('björkäng', [], [area])[0]).toMatchObject({ kind: 'area', position: [16.1, 59.1] });
});

test('the places within 300 m of a position are named, the nearest first', () => {
  const found = nearKept([16.0005, 59.0], places);
  expect(found.map(({ name }) => name)).toEqual(['Norra Björkskolan', 'Björkskolan']);
  expect(found[0]!.distanceMetres).toBeGreaterThan(25);
  expect(found[0]!.distanceMetres).toBeLessThan(32);
});
