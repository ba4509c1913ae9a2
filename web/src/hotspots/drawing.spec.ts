import { expect, test } from '@jest/globals';
import { circleRound, polygonOf, stateOfDrawing, type Corner } from './drawing.js';

const square: Corner[] = [[16, 59.5], [16.002, 59.5], [16.002, 59.501], [16, 59.501]]; // prettier-ignore

test('three corners make a drawing, two do not, and three in a row are no area', () => {
  expect(stateOfDrawing(square).status).toBe('good');
  expect(stateOfDrawing(square.slice(0, 2)).status).toBe('too-few');
  expect(stateOfDrawing([square[0]!, square[0]!, square[0]!]).status).toBe('no-area');
});

test('a crossing is told with its sides and its place', () => {
  const bow = [square[0]!, square[2]!, square[1]!, square[3]!];
  const state = stateOfDrawing(bow);
  expect(state).toMatchObject({ status: 'crossing', first: 1, second: 3 });
  expect('at' in state && state.at[0]).toBeCloseTo(16.001, 4);
});

test('a circle has the area of its radius, and more than a place is too large', () => {
  const state = stateOfDrawing(circleRound([16, 59.5], 100));
  expect(state.status).toBe('good');
  expect('squareMetres' in state && state.squareMetres / (Math.PI * 100 * 100)).toBeCloseTo(1, 1);
  expect(stateOfDrawing(circleRound([16, 59.5], 700)).status).toBe('too-large');
});

test('the ring of the polygon is closed', () => {
  const { coordinates } = polygonOf(square);
  expect(coordinates[0]).toHaveLength(5);
  expect(coordinates[0]!.at(-1)).toEqual(coordinates[0]![0]);
});
