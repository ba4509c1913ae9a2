import { describe, expect, test } from '@jest/globals';
import type { EventColumns } from '../analysis/event-columns.js';
import { createRandom } from '../analysis/random.js';
import type { Task } from './answer.js';
import { joinedPlaces, placesAnswer } from './places-answer.js';

const day = 86_400_000;
const to = Date.UTC(2026, 9, 1);

/** Spots of different size, two of them alike but for who came first, among events anywhere in 4 x 4 km. */
function town(): EventColumns {
  const { next } = createRandom(5);
  const spots = [[300, 40], [900, 60], [1500, 60], [2300, 25], [3100, 90], [3600, 12]] as const; // prettier-ignore
  const points = spots.flatMap(([at, count]) =>
    Array.from({ length: count }, () => ({ x: 600_000 + at + 40 * next(), y: 6_600_000 + at + 40 * next() })),
  );
  for (let scattered = 0; scattered < 150; scattered++)
    points.push({ x: 600_000 + 4000 * next(), y: 6_600_000 + 4000 * next() });
  const count = points.length;
  return {
    count,
    x: Float64Array.from(points, ({ x }) => x),
    y: Float64Array.from(points, ({ y }) => y),
    from: Float64Array.from(points, () => to - day - 300 * day * next()),
    to: new Float64Array(count).fill(Number.NaN),
    crimes: new Int32Array(count).fill(1),
    flags: new Uint8Array(count),
    category: Uint16Array.from(points, (_, at) => at % 3),
    source: Uint16Array.from(points, (_, at) => at % 2),
    categories: ['SKAD', 'BRAND', 'ORDN'],
    sources: ['a', 'b'],
  };
}

const square = [
  [[[600_000, 6_600_000], [604_000, 6_600_000], [604_000, 6_604_000], [600_000, 6_604_000], [600_000, 6_600_000]]], // prettier-ignore
] as const;

const task = (): Task => ({
  question: 'places',
  events: town(),
  unfiltered: null,
  period: { from: to - 365 * day, to },
  historyFrom: to - 370 * day,
  boundary: square,
  builtUp: square,
  register: { x: new Float64Array(0), y: new Float64Array(0) },
  baselines: [],
  places: [],
  within: null,
  placeId: null,
  effect: null,
  expert: {},
  seed: 1,
});

describe('Shares of the dense areas', () => {
  test.each([1, 2, 3, 9])('%i of them joined are the answer to the whole', (of) => {
    const whole = placesAnswer(task(), {});
    expect(whole.places.length).toBeGreaterThan(3);
    const shares = Array.from({ length: of }, (_, index) => placesAnswer(task(), {}, { index, of }));
    expect(joinedPlaces(shares)).toEqual(whole);
    if (of > 1) expect(shares.every(({ places }) => places.length < whole.places.length)).toBe(true);
  });
});
