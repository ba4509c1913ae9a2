import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { densityAt, densityGrid, middlesOf } from './density.js';

const columns = (points: readonly (readonly [number, number])[]) => ({
  x: Float64Array.from(points, ([x]) => x),
  y: Float64Array.from(points, ([, y]) => y),
});
const metres = fc.integer({ min: -2000, max: 2000 });
const events = fc.array(fc.tuple(metres, metres), { maxLength: 30 });

describe('kernel density', () => {
  test.each(['quartic', 'gaussian'] as const)('of one event adds up to one event, whatever the %s kernel', (kernel) => {
    const grid = densityGrid(columns([[12.3, -45.6]]), { kernel, bandwidthMetres: 300, cellMetres: 20 });
    const events = grid.density.reduce((sum, value) => sum + (value * 20 * 20) / 1e6, 0);
    expect(events).toBeCloseTo(1, 4);
  });

  test('at an event is 3/(pi h2) a square metre, and at the bandwidth nothing', () => {
    const { density } = densityAt(
      columns([[0, 0]]),
      columns([
        [0, 0],
        [300, 0],
      ]),
      { bandwidthMetres: 300 },
    );
    expect(density[0]).toBeCloseTo(3e6 / (Math.PI * 90_000), 10);
    expect(density[1]).toBe(0);
  });

  test('per year is the whole divided by the years, and the unit says which', () => {
    const at = columns([[10, 10]]);
    const whole = densityAt(columns([[0, 0]]), at, {});
    const perYear = densityAt(columns([[0, 0]]), at, { years: 4 });
    expect(perYear.density[0]).toBeCloseTo(whole.density[0]! / 4, 12);
    expect([whole.parameters.unit, perYear.parameters.unit]).toEqual(['events per km2', 'events per km2 and year']);
  });

  test('counts a weight as that many events at one place', () => {
    const at = columns([[50, 60]]);
    const heavy = densityAt(columns([[0, 0]]), at, { weights: Float64Array.of(3) });
    expect(heavy.density[0]).toBeCloseTo(
      densityAt(
        columns([
          [0, 0],
          [0, 0],
          [0, 0],
        ]),
        at,
      ).density[0]!,
      10,
    );
  });

  test('leaves out and counts what has no place or no weight', () => {
    const { parameters, density } = densityAt(
      columns([
        [NaN, 0],
        [0, 0],
        [0, Infinity],
      ]),
      columns([
        [0, 0],
        [NaN, 1],
      ]),
      {
        weights: Float64Array.of(1, 0, 1),
      },
    );
    expect([...density]).toEqual([0, 0]);
    expect(parameters).toMatchObject({ events: 0, leftOut: 3, edge: 'not-corrected' });
  });

  test.each([0, -5, NaN, Infinity])('with a bandwidth of %p is 0 and never NaN', (bandwidthMetres) => {
    expect([...densityAt(columns([[0, 0]]), columns([[0, 0]]), { bandwidthMetres }).density]).toEqual([0]);
    expect(densityGrid(columns([[0, 0]]), { bandwidthMetres, cellMetres: 100 }).cells).toEqual([]);
  });

  test('keeps a stray point cheap: its cells and no continent between', () => {
    const grid = densityGrid(
      columns([
        [0, 0],
        [600_000, 7_000_000],
      ]),
      { bandwidthMetres: 300, cellMetres: 100 },
    );
    expect(grid.cells.length).toBeLessThan(80);
  });

  test('on the grid is the same as at the middles, for any events', () => {
    fc.assert(
      fc.property(events, fc.constantFrom('quartic' as const, 'gaussian' as const), (points, kernel) => {
        const settings = { kernel, bandwidthMetres: 250 };
        const grid = densityGrid(columns(points), { ...settings, cellMetres: 100 });
        const direct = densityAt(columns(points), middlesOf(grid.cells, 100), settings).density;
        grid.density.forEach((value, at) => expect(value).toBeCloseTo(direct[at]!, 9));
      }),
      { numRuns: 40 },
    );
  });

  test('moves, turns and is doubled with the events, in any order', () => {
    fc.assert(
      fc.property(events, metres, metres, (points, dx, dy) => {
        const places = [
          [0, 0],
          [100, -50],
          [-700, 300],
        ] as const;
        const own = densityAt(columns(points), columns(places)).density;
        const moved = densityAt(
          columns(points.map(([x, y]) => [x + dx, y + dy])),
          columns(places.map(([x, y]) => [x + dx, y + dy])),
        );
        const turned = densityAt(columns(points.map(([x, y]) => [-y, x])), columns(places.map(([x, y]) => [-y, x])));
        const twice = densityAt(columns([...points, ...points.toReversed()]), columns(places));
        own.forEach((value, at) => {
          expect(moved.density[at]).toBeCloseTo(value, 6);
          expect(turned.density[at]).toBeCloseTo(value, 6);
          expect(twice.density[at]).toBeCloseTo(2 * value, 6);
        });
      }),
      { numRuns: 60 },
    );
  });
});
