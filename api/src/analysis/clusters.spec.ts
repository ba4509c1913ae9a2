import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { polygonsContain } from '../geo/polygon.js';
import { findClusters, type ClusterOptions } from './clusters.js';
import type { AnalysedEvent } from './hygiene.js';
import { createRandom } from './random.js';

const period = { from: Date.parse('2025-11-01T00:00+01:00'), to: Date.parse('2026-11-01T00:00+01:00') };
const options: ClusterOptions = { period, historyFrom: null, builtUpAreaSquareMetres: 12e6 };
const day = 86_400_000;

function event(id: string, x: number, y: number, changes: Partial<AnalysedEvent> = {}): AnalysedEvent {
  const from = period.from + (Number.parseInt(id.slice(1), 10) % 300) * day;
  return {
    id,
    x,
    y,
    from,
    to: null,
    category: 'damage',
    source: 'police',
    precision: 'point',
    outside: false,
    ...changes,
  };
}

/** `count` events within thirty metres of a place, by turns from two reporters. */
function spot(
  prefix: string,
  count: number,
  at: { x: number; y: number },
  changes: Partial<AnalysedEvent> = {},
): AnalysedEvent[] {
  return Array.from({ length: count }, (_, index) =>
    event(`${prefix}${100 + index}`, at.x + 10 * (index % 4), at.y + 8 * (index % 5), {
      source: index % 2 ? 'police' : 'housing',
      ...changes,
    }),
  );
}

/** Single events far from each other. */
const scattered = (count: number): AnalysedEvent[] =>
  Array.from({ length: count }, (_, index) =>
    event(`z${100 + index}`, 490_000 + 300 * (index % 20), 6_490_000 + 300 * Math.floor(index / 20)),
  );

const square = { x: 500_000, y: 6_500_000 };
const school = { x: 501_000, y: 6_500_500 };

describe('finding clusters', () => {
  test('ranks places by their events and describes each', () => {
    const result = findClusters([...spot('a', 12, square), ...spot('b', 20, school), ...scattered(40)], options);
    expect(result.status).toBe('ok');
    expect(result.clusters.map(({ number, count, status }) => [number, count, status])).toEqual([
      [1, 20, 'found'],
      [2, 12, 'found'],
    ]);
    const [first] = result.clusters;
    expect(Math.hypot(first!.centre.x - school.x, first!.centre.y - school.y)).toBeLessThan(40);
    expect(first).toMatchObject({ sources: ['housing', 'police'], shareOfEvents: 20 / 72, within: null });
    expect(first!.claims.ownHistory).toEqual({ status: 'first-year' });
  });

  test('counts exactly the events inside the polygon that it returns', () => {
    const events = [...spot('a', 25, square), ...scattered(40)];
    const [cluster] = findClusters(events, options).clusters;
    expect(cluster!.members).toEqual(
      events.filter((one) => polygonsContain(cluster!.polygon, one)).map(({ id }) => id),
    );
  });

  test('keeps a place with one reporter or two dates apart, and a home further apart', () => {
    const events = [
      ...spot('a', 15, square, { source: 'police' }),
      ...spot('b', 14, school, { from: period.from + day }),
      ...Array.from({ length: 9 }, (_, index) =>
        event(`c${100 + index}`, 505_000, 6_503_000, { dwelling: true, source: index % 2 ? 'police' : 'housing' }),
      ),
      ...scattered(200),
    ];
    expect(findClusters(events, options).clusters.map(({ count, status }) => [count, status])).toEqual([
      [15, 'single-source'],
      [14, 'single-source'],
      [9, 'single-home'],
    ]);
  });

  test('uses events over the border as neighbours and counts none of them', () => {
    const inside = spot('a', 20, square);
    const events = [...inside.map((one, index) => (index < 8 ? { ...one, outside: true } : one)), ...scattered(40)];
    const result = findClusters(events, options);
    expect(result.clusters[0]!.count).toBe(12);
    expect(result.leftOut.outside).toBe(8);
  });

  test('tells how the last four weeks compare and since when it goes on', () => {
    const early = Array.from({ length: 6 }, (_, index) =>
      event(`a${100 + index}`, square.x + index, square.y, { source: 'housing', from: period.from + index * 3 * day }),
    );
    const late = Array.from({ length: 8 }, (_, index) =>
      event(`b${100 + index}`, square.x + index, square.y, { from: period.to - (index + 1) * 6 * day }),
    );
    const [cluster] = findClusters([...early, ...late, ...scattered(40)], options).clusters;
    expect(cluster!.change).toEqual({
      latest28Days: 4,
      mean28DaysBefore: expect.closeTo(10 / (365 / 28 - 1), 9),
      since: expect.stringMatching(/^2026-0[89]-/),
    });
  });
});

describe('bad or thin input', () => {
  test('of no events is answered', () => {
    const result = findClusters([], options);
    expect([result.status, result.clusters, result.concentration.generalisedGini]).toEqual(['no-events', [], 0]);
  });

  test('of twelve events lists without testing', () => {
    const result = findClusters(spot('a', 12, square), { ...options, historyFrom: 0 });
    expect(result.status).toBe('too-few');
    expect(result.clusters[0]!.claims.ownHistory).toEqual({ status: 'too-few' });
  });

  test('of a period that ends before it begins, or never, is answered', () => {
    for (const wrong of [
      { from: 5, to: 1 },
      { from: 0, to: NaN },
      { from: 0, to: Infinity },
    ]) {
      expect(findClusters(scattered(40), { ...options, period: wrong }).status).toBe('invalid-period');
    }
  });

  test('of one event, coordinates that are no numbers and no built-up area gives no NaN', () => {
    const events = [event('a1', NaN, 1), ...spot('b', 40, square)];
    const result = findClusters(events, { ...options, builtUpAreaSquareMetres: 0 });
    expect(result.leftOut.withoutPosition).toBe(1);
    expect(result.clusters[0]!.claims.concentration.shareOfBuiltUpArea).toBeNull();
    expect(findClusters([event('a1', 1, 1)], options)).toMatchObject({ status: 'too-few', clusters: [] });
  });

  test('of two thousand events at one address is one small place', () => {
    const events = Array.from({ length: 2000 }, (_, index) =>
      event(`a${10_000 + index}`, 500_000, 6_500_000, { source: index % 2 ? 'police' : 'housing' }),
    );
    const [cluster] = findClusters(events, { ...options, minPoints: 5, defaultCoordinates: [] }).clusters;
    // all of one point is what a default coordinate looks like
    expect(cluster).toBeUndefined();
    const around = events.map((one, index) => ({ ...one, x: one.x + (index % 50) }));
    expect(findClusters(around, options).clusters[0]).toMatchObject({ count: 2000 });
  });
});

describe('whatever the events', () => {
  const drawn = fc.record({
    seed: fc.integer(),
    count: fc.integer({ min: 0, max: 400 }),
    spreadMetres: fc.constantFrom(30, 200, 600, 2000),
  });

  const draw = ({
    seed,
    count,
    spreadMetres,
  }: {
    seed: number;
    count: number;
    spreadMetres: number;
  }): AnalysedEvent[] => {
    const random = createRandom(seed);
    return Array.from({ length: count }, (_, index) =>
      event(
        `a${1000 + index}`,
        Math.round(500_000 + spreadMetres * random.normal()),
        Math.round(6_500_000 + spreadMetres * random.normal()),
        {
          source: random.pick(['police', 'housing', 'school']),
        },
      ),
    );
  };

  test('every place keeps within the cap and holds no NaN', () => {
    fc.assert(
      fc.property(drawn, (input) => {
        const result = findClusters(draw(input), options);
        for (const cluster of result.clusters) {
          expect(cluster.areaSquareMetres).toBeLessThanOrEqual(100_000);
          expect(cluster.diameterMetres).toBeLessThanOrEqual(400);
        }
        // JSON turns NaN into null; only these may be null
        const nulls = JSON.stringify(result).match(/"[^"]+":null/g) ?? [];
        expect(
          nulls.filter((text) => !/"(within|since|mean28DaysBefore|shareOfBuiltUpArea|adjustedP|people)"/.test(text)),
        ).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('their order does not matter', () => {
    fc.assert(
      fc.property(drawn, (input) => {
        const events = draw(input);
        expect(findClusters(events.toReversed(), options)).toEqual(findClusters(events, options));
      }),
      { numRuns: 20 },
    );
  });
});
