import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { circlesAround } from './scan-circles.js';
import { createSearch, type Cylinders, forget, largestRatio, noProducts } from './space-time-cylinders.js';
import { orderEvents } from './space-time-events.js';
import { createMaximum } from './space-time-maximum.js';

interface Row {
  readonly x: number;
  readonly y: number;
  readonly day: number;
}

function cylindersOf(rows: readonly Row[], { radiusMetres, windowDays }: { radiusMetres: number; windowDays: number }) {
  const [x, y, day] = (['x', 'y', 'day'] as const).map((name) => Float64Array.from(rows, (row) => row[name]));
  const events = orderEvents({ x: x!, y: y!, day: day! });
  const { days } = events;
  const spanOf = (from: number) => days.findLastIndex((one) => one < days[from]! + windowDays);
  const cylinders: Cylinders = {
    events,
    circles: circlesAround(events.places, { distance: 'euclidean', reachMetres: radiusMetres })!,
    mostEvents: Math.floor(events.row.length / 2),
    mode: 'retrospective',
    latest: Int32Array.from(days, (_, from) => spanOf(from)),
    earliest: Int32Array.from(days, (one) => days.findIndex((other) => other > one - windowDays)),
    earliestAlive: 0,
  };
  return cylinders;
}

/** The largest ratio by noting every cylinder. */
function byNoting(cylinders: Cylinders): number {
  const { events, circles } = cylinders;
  const least = noProducts(events.row.length);
  forget(least);
  const search = createSearch(cylinders);
  for (let centre = 0; centre + 1 < circles.first.length; centre++) search(centre, events.rank, least);
  return largestRatio(least, events.row.length).llr;
}

describe('the largest ratio of a map', () => {
  test('is the one that noting every cylinder gives, to the last digit', () => {
    const coordinate = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ x: coordinate, y: coordinate, day: fc.integer({ min: 0, max: 40 }) }), {
          minLength: 4,
          maxLength: 120,
        }),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 1, max: 15 }),
        (rows, radiusMetres, windowDays) => {
          const cylinders = cylindersOf(rows, { radiusMetres, windowDays });
          const largest = createMaximum(cylinders);
          expect(largest(cylinders.events.rank)).toBe(byNoting(cylinders));
          // and a second map is not seen through what the first left behind
          const { events } = cylinders;
          const turned = Int32Array.from(events.rank).reverse();
          const expected = byNoting({ ...cylinders, events: { ...events, rank: turned } });
          expect(largest(turned)).toBe(expected);
        },
      ),
      { numRuns: 250 },
    );
  });

  test('is found where a crowd comes together in two days', () => {
    const rows = Array.from({ length: 60 }, (_, at) => ({ x: at % 10, y: Math.floor(at / 10), day: (at * 7) % 60 }));
    const crowd = Array.from({ length: 8 }, (_, at) => ({ x: 100, y: 100, day: 30 + (at % 2) }));
    const cylinders = cylindersOf([...rows, ...crowd], { radiusMetres: 3, windowDays: 7 });
    expect(createMaximum(cylinders)(cylinders.events.rank)).toBe(byNoting(cylinders));
    expect(byNoting(cylinders)).toBeGreaterThan(8);
  });
});
