import { describe, expect, test } from '@jest/globals';
import type { Metres } from '../geo/projection.js';
import { createDrawer, toCells, type BaselinePoint } from './baseline-cells.js';

const at = (x: number, y: number): Metres => ({ x, y });
const living = (x: number, y: number, weight = 1): BaselinePoint => ({ x, y, weight });

describe('people by cells', () => {
  test('are added up by cell, row by row and column by column', () => {
    const cells = toCells([], [living(350, 110, 4), living(10, 190, 2), living(250, 10, 8), living(301, 199, 16)], 100);
    expect([...cells.places.x]).toEqual([250, 50, 350]);
    expect([...cells.places.y]).toEqual([50, 150, 150]);
    expect([...cells.weight]).toEqual([8, 2, 20]);
    expect(cells.totalWeight).toBe(30);
    expect([...cells.cases]).toEqual([0, 0, 0]);
    expect(cells).toMatchObject({ events: 0, eventsOutside: 0, pointsLeftOut: 0 });
  });

  test('without a place on the map, or that are nobody, are left out and counted', () => {
    const broken = [
      living(NaN, 5),
      living(5, NaN),
      living(-1, 5),
      living(5, -1),
      living(1e7 + 1, 5),
      living(5, 1e7 + 1),
      living(5, 5, 0),
      living(5, 5, -3),
      living(5, 5, NaN),
      living(5, 5, Infinity),
      living(5, 5, 3e-323),
    ];
    const cells = toCells([], [...broken, living(0, 0, 2), living(1e7, 1e7, 3)], 100);
    expect(cells.pointsLeftOut).toBe(11);
    expect([...cells.weight]).toEqual([2, 3]);
  });
});

describe('an event', () => {
  const cellOf = (event: Metres, people: readonly BaselinePoint[], cellMetres = 100): number =>
    toCells([event], people, cellMetres).cellOfEvent[0]!;

  test('counts in its own cell, each in the order of the input', () => {
    const people = [living(50, 50), living(450, 50)];
    const cells = toCells([at(460, 50), at(NaN, 0), at(40, 40), at(450, 40)], people, 100);
    expect([...cells.cellOfEvent]).toEqual([1, -1, 0, 1]);
    expect([...cells.cases]).toEqual([1, 2]);
    expect(cells).toMatchObject({ events: 3, eventsOutside: 1 });
  });

  test('counts where the nearest address within 50 m lies, though its own cell has people too', () => {
    const people = [living(198, 50), living(290, 50)];
    expect(cellOf(at(202, 50), people)).toBe(0);
    // the address in its own cell is nearer
    expect(cellOf(at(245, 50), people)).toBe(1);
    expect(cellOf(at(248, 50), [living(198, 50), living(298.5, 50)])).toBe(0);
    expect(cellOf(at(248.5, 50), [living(198, 50), living(299, 50)])).toBe(1);
  });

  test('finds an address to every side, and the nearest of several', () => {
    for (const [east, north] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
      [0.7, 0.7],
      [-0.7, 0.7],
      [0.7, -0.7],
      [-0.7, -0.7],
    ] as const) {
      // its own cell of 10 m has people, but the pin lies 40 m from the address that it means
      const address = living(1_005 + 40 * east, 1_005 + 40 * north);
      const cells = toCells([at(1_005, 1_005)], [address, living(1_300, 1_300)], 10);
      expect(cells.cellOfEvent[0]).toBe(0);
    }
    const row = [living(1_040, 1_000), living(1_012, 1_000), living(1_030, 1_000)];
    expect(cellOf(at(1_005, 1_000), row, 10)).toBe(0);
    expect(cellOf(at(1_024, 1_000), row, 10)).toBe(1);
    expect(cellOf(at(1_038, 1_000), row, 10)).toBe(2);
  });

  test('between two addresses equally near counts in the lower cell, in whatever order they come', () => {
    const pair = [living(90, 50), living(110, 50)];
    expect(cellOf(at(100, 50), pair)).toBe(0);
    expect(cellOf(at(100, 50), pair.toReversed())).toBe(0);
  });

  test('where nobody lives counts in the nearest cell with people, at most two sides from its middle', () => {
    const people = [living(1_050, 1_050)];
    for (const [x, y] of [
      [1_250, 1_050],
      [850, 1_050],
      [1_050, 1_250],
      [1_050, 850],
      [1_190, 1_190],
      [910, 910],
    ] as const) {
      expect(cellOf(at(x, y), people)).toBe(0);
    }
    for (const [x, y] of [
      [1_250.1, 1_050],
      [849.9, 1_050],
      [1_050, 1_250.1],
      [1_050, 849.9],
      [1_195, 1_195],
      [905, 905],
    ] as const) {
      expect(cellOf(at(x, y), people)).toBe(-1);
    }
  });

  test('between two cells with people counts in the nearer one, and in the lower where both are as near', () => {
    const people = [living(1_050, 1_050), living(1_350, 1_050), living(1_050, 1_350)];
    expect(cellOf(at(1_190, 1_050), people)).toBe(0);
    expect(cellOf(at(1_210, 1_050), people)).toBe(1);
    expect(cellOf(at(1_050, 1_210), people)).toBe(2);
    expect(cellOf(at(1_200, 1_050), people)).toBe(0);
    expect(cellOf(at(1_050, 1_200), people)).toBe(0);
  });

  test('off the map counts as outside though people live at its edge', () => {
    expect(cellOf(at(-1, 5), [living(1, 5)])).toBe(-1);
    expect(cellOf(at(0, 5), [living(1, 5)])).toBe(0);
  });
});

describe('the drawer of cells', () => {
  /** Draws with as many chances, spread evenly over 0 to 1. */
  function drawn(weights: readonly number[], draws: number): number[] {
    let count = 0;
    const draw = createDrawer(Float64Array.from(weights), () => (count++ + 0.5) / draws);
    const counts = weights.map(() => 0);
    for (let index = 0; index < draws; index++) counts[draw()]!++;
    return counts;
  }

  test.each([
    [[1, 0, 5, 2], 1_000],
    [[3, 3, 3], 100],
    [[7], 10],
    [[0, 0, 4], 300],
    [[9, 1, 2, 3, 1, 8, 0, 8], 1_000],
  ])('draws each of %p exactly as often as it weighs', (weights, times) => {
    const total = weights.reduce((sum, one) => sum + one, 0);
    expect(drawn([...weights], total * times * weights.length)).toEqual(
      weights.map((weight) => weight * times * weights.length),
    );
  });
});
