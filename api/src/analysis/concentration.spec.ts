import { expect, test } from '@jest/globals';
import { concentrationOf, countsPerCell, generalisedGini, shareOfPlacesHolding } from './concentration.js';

test('ten events on ten of a thousand places are not concentrated at all', () => {
  expect(
    generalisedGini(
      Array.from({ length: 10 }, () => 1),
      1000,
    ),
  ).toBeCloseTo(0, 12);
});

test('ten events on one of a thousand places are as concentrated as can be', () => {
  expect(generalisedGini([10], 1000)).toBeCloseTo(0.9, 12);
});

test('with more events than places it is the ordinary Gini', () => {
  // 1, 2, 3, 4 on four places: (2 x 30) / (4 x 10) - 5 / 4 = 0.25
  expect(generalisedGini([1, 2, 3, 4], 4)).toBeCloseTo(0.25, 12);
});

test('the order of the counts does not matter, nor whether empty places are listed', () => {
  expect(generalisedGini([4, 1, 3, 2], 4)).toBeCloseTo(0.25, 12);
  expect(generalisedGini([4, 0, 1, 3, 2, 0], 6)).toBe(generalisedGini([2, 1, 4, 3], 6));
  expect(shareOfPlacesHolding([3, 10, 3, 4], 10)).toEqual({ quarter: 0.1, half: 0.1, fourFifths: 0.3 });
});

test('places that hold nothing give no concentration and no NaN', () => {
  expect(generalisedGini([0, 0], 2)).toBe(0);
  expect(shareOfPlacesHolding([0, 0], 2)).toEqual({ quarter: 0, half: 0, fourFifths: 0 });
  expect(shareOfPlacesHolding([2, 2], 1)).toEqual({ quarter: 0.5, half: 0.5, fourFifths: 1 });
});

test('events are counted by the square that they lie in', () => {
  const points = [
    { x: 10, y: 10 },
    { x: 99, y: 99 },
    { x: 100, y: 10 },
    { x: 10, y: 250 },
    { x: 50, y: 50 },
  ];
  expect(countsPerCell(points, 100)).toEqual([3, 1, 1]);
  expect(countsPerCell([], 100)).toEqual([]);
});

test('no events and no places are no concentration', () => {
  expect([generalisedGini([], 100), generalisedGini([], 0)]).toEqual([0, 0]);
});

test('half of the events on one of ten places is said so', () => {
  expect(shareOfPlacesHolding([10, 4, 3, 3], 10)).toEqual({ quarter: 0.1, half: 0.1, fourFifths: 0.3 });
  expect(shareOfPlacesHolding([], 0)).toEqual({ quarter: 0, half: 0, fourFifths: 0 });
});

test('a place is described by its shares and its density per square kilometre and year', () => {
  const figures = {
    count: 30,
    total: 600,
    areaSquareMetres: 60_000,
    builtUpAreaSquareMetres: 12e6,
    periodMilliseconds: 365.25 * 86_400_000,
  };
  expect(concentrationOf(figures)).toEqual({
    count: 30,
    shareOfEvents: 0.05,
    areaSquareMetres: 60_000,
    shareOfBuiltUpArea: 0.005,
    perSquareKilometreAndYear: expect.closeTo(500, 9),
  });
});

test('half a year doubles the density, and a place larger than the built-up area is all of it', () => {
  const figures = {
    count: 30,
    total: 600,
    areaSquareMetres: 60_000,
    builtUpAreaSquareMetres: 30_000,
    periodMilliseconds: (365.25 * 86_400_000) / 2,
  };
  expect(concentrationOf(figures)).toMatchObject({
    shareOfBuiltUpArea: 1,
    perSquareKilometreAndYear: expect.closeTo(1000, 9),
  });
});

test('without events, built-up area or time there is no NaN', () => {
  const empty = { count: 0, total: 0, areaSquareMetres: 0, builtUpAreaSquareMetres: 0, periodMilliseconds: 0 };
  expect(concentrationOf(empty)).toEqual({
    count: 0,
    shareOfEvents: 0,
    areaSquareMetres: 0,
    shareOfBuiltUpArea: null,
    perSquareKilometreAndYear: 0,
  });
});
