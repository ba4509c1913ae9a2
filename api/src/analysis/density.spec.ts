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

  test('falls with the square of the distance as the formulae say', () => {
    const at = columns([[120, 160]]);
    const squared = 200 ** 2;
    const quartic = densityAt(columns([[0, 0]]), at);
    expect(quartic.density[0]).toBeCloseTo((3e6 / (Math.PI * 9e4)) * (1 - squared / 9e4) ** 2, 10);
    const gaussian = densityAt(columns([[0, 0]]), at, { kernel: 'gaussian', bandwidthMetres: 100 });
    expect(gaussian.density[0]).toBeCloseTo((1e6 / (2 * Math.PI * 1e4)) * Math.exp(-squared / 2e4), 10);
    const rim = columns([
      [600, 0],
      [599, 0],
    ]);
    const { density } = densityAt(columns([[0, 0]]), rim, { kernel: 'gaussian', bandwidthMetres: 100 });
    expect(density[0]).toBe(0);
    expect(density[1]! / ((1e6 / (2 * Math.PI * 1e4)) * Math.exp(-(5.99 ** 2) / 2))).toBeCloseTo(1, 10);
  });

  test('tells what it reckoned with, also when nothing was asked for', () => {
    expect(densityAt(columns([[0, 0]]), columns([])).parameters).toEqual({
      kernel: 'quartic',
      bandwidthMetres: 300,
      years: null,
      unit: 'events per km2',
      events: 1,
      leftOut: 0,
      edge: 'not-corrected',
    });
    for (const years of [0, -1, NaN, Infinity]) {
      const { parameters, density } = densityAt(columns([[0, 0]]), columns([[0, 0]]), { years });
      expect(parameters).toMatchObject({ years: null, unit: 'events per km2' });
      expect(density[0]).toBeGreaterThan(10);
    }
  });

  test('leaves out only the weights that are none, and takes each weight as it is', () => {
    const events = columns([
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    const weights = Float64Array.of(3, -1, NaN, Infinity, 0.5);
    const { density, parameters } = densityAt(events, columns([[0, 0]]), { weights });
    expect(parameters).toMatchObject({ events: 2, leftOut: 3 });
    expect(density[0]).toBeCloseTo((3.5 * 3e6) / (Math.PI * 9e4), 10);
    const grid = densityGrid(events, { weights, cellMetres: 100 });
    expect(grid.density.reduce((sum, value) => sum + value, 0)).toBeCloseTo(
      3.5 * densityGrid(columns([[0, 0]]), { cellMetres: 100 }).density.reduce((sum, value) => sum + value, 0),
      9,
    );
  });

  test('on the grid comes row by row over the borders of its tiles, and only where the mask lets it', () => {
    const event = columns([[6400, -10]]);
    const { cells, density, cellMetres, parameters } = densityGrid(event, {
      bandwidthMetres: 160,
      cellMetres: 100,
      years: 2,
    });
    expect(cells).toEqual(cells.toSorted((a, b) => a.row - b.row || a.column - b.column));
    // middles within 160 m: columns 62 to 65 about 6400, rows -2, -1, 0, 1
    expect(cells.map(({ column, row }) => `${column} ${row}`)).toEqual(
      ['63 -2', '64 -2', '62 -1', '63 -1', '64 -1', '65 -1', '63 0', '64 0'].toSorted(
        (a, b) =>
          Number(a.split(' ')[1]) - Number(b.split(' ')[1]) || Number(a.split(' ')[0]) - Number(b.split(' ')[0]),
      ),
    );
    expect(cellMetres).toBe(100);
    expect(parameters).toMatchObject({ years: 2, unit: 'events per km2 and year' });
    const masked = densityGrid(event, {
      bandwidthMetres: 160,
      cellMetres: 100,
      years: 2,
      isInside: ({ column }) => column === 64,
    });
    expect(masked.cells).toEqual(cells.filter(({ column }) => column === 64));
    expect([...masked.density]).toEqual([...density].filter((_, at) => cells[at]!.column === 64));
  });

  test('on the grid reaches as far to every side, and comes in order whichever event is first', () => {
    const settings = { bandwidthMetres: 300, cellMetres: 100 };
    const { cells } = densityGrid(columns([[99, 99]]), settings);
    const spread = (values: number[]) => [Math.min(...values), Math.max(...values)];
    // the middles at -150 and 350 lie 249 and 251 m away, those beside them too far
    expect(spread(cells.filter(({ row }) => row === 0).map(({ column }) => column))).toEqual([-2, 3]);
    expect(spread(cells.filter(({ column }) => column === 0).map(({ row }) => row))).toEqual([-2, 3]);
    const pair = [
      [6_450, 50],
      [50, 50],
    ] as const;
    const eastFirst = densityGrid(columns(pair), settings);
    expect(eastFirst.cells).toEqual(eastFirst.cells.toSorted((a, b) => a.row - b.row || a.column - b.column));
    expect(eastFirst).toEqual(densityGrid(columns(pair.toReversed()), settings));
  });

  test('over more cells than any map has is empty, as is one beyond a millimetre or 100,000 km', () => {
    const event = columns([[0.5, 0.5]]);
    expect(densityGrid(event, { bandwidthMetres: 300, cellMetres: 0.1 }).cells).toEqual([]);
    expect(densityGrid(event, { bandwidthMetres: 300, cellMetres: 10 }).cells.length).toBeGreaterThan(2_500);
    for (const [bandwidthMetres, isZero] of [
      [0.0009, true],
      [0.002, false],
      [9e7, false],
      [2e8, true],
    ] as const)
      expect(densityAt(event, event, { bandwidthMetres }).density[0] === 0).toBe(isZero);
  });

  test.each([0, -100, NaN])('on a grid of cells of %p m is empty', (cellMetres) => {
    expect(densityGrid(columns([[0, 0]]), { cellMetres })).toMatchObject({ cells: [], density: new Float64Array(0) });
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
