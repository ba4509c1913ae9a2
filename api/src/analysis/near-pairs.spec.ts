import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { distanceBetween, eachNearPair, isPlace, type DistanceKind, type Places } from './near-pairs.js';

const placesFrom = (points: readonly (readonly [number, number])[]): Places => ({
  x: Float64Array.from(points, ([x]) => x),
  y: Float64Array.from(points, ([, y]) => y),
});

function nearPairs(places: Places, reachMetres: number, distance: DistanceKind): string[] {
  const found: string[] = [];
  eachNearPair(places, { reachMetres, distance }, (a, b) => {
    found.push(a < b ? `${a} ${b}` : `${b} ${a}`);
  });
  return found.toSorted();
}

function plainPairs(places: Places, reachMetres: number, distance: DistanceKind): string[] {
  const between = distanceBetween(places, distance);
  const all = [...places.x.keys()];
  return all
    .flatMap((a) => all.flatMap((b) => (a < b && between(a, b) <= reachMetres ? [`${a} ${b}`] : [])))
    .toSorted();
}

describe('near pairs', () => {
  test('are those of the plain definition, each once, in metres', () => {
    const point = fc.tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 }));
    const distance = fc.constantFrom<DistanceKind>('euclidean', 'manhattan');
    fc.assert(
      fc.property(
        fc.array(point, { maxLength: 60 }),
        fc.integer({ min: 1, max: 250 }),
        distance,
        (points, reach, kind) => {
          const places = placesFrom(points);
          expect(nearPairs(places, reach, kind)).toEqual(plainPairs(places, reach, kind));
        },
      ),
    );
  });

  test('are those of the plain definition over the globe, far north too', () => {
    const point = fc.tuple(
      fc.double({ min: 17, max: 18, noNaN: true }),
      fc.double({ min: 66, max: 66.5, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(point, { maxLength: 40 }), fc.integer({ min: 100, max: 20_000 }), (points, reach) => {
        const places = placesFrom(points);
        expect(nearPairs(places, reach, 'great-circle')).toEqual(plainPairs(places, reach, 'great-circle'));
      }),
    );
  });

  test('are found beside a stray point on the other side of the Earth', () => {
    expect(
      nearPairs(
        placesFrom([
          [0, 0],
          [0.5, 0.5],
          [9e7, -9e7],
        ]),
        1,
        'euclidean',
      ),
    ).toEqual(['0 1']);
  });

  test('do not exist without a reach or without places, and stop when told to', () => {
    const places = placesFrom([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    for (const reach of [0, -1, NaN, Infinity]) expect(nearPairs(places, reach, 'euclidean')).toEqual([]);
    expect(nearPairs(placesFrom([]), 1, 'euclidean')).toEqual([]);
    let visits = 0;
    eachNearPair(places, { reachMetres: 1, distance: 'euclidean' }, () => ++visits < 2);
    expect(visits).toBe(2);
  });
});

test('a degree of latitude is 111.2 km and one of longitude at 60° north half of that', () => {
  const between = distanceBetween(
    placesFrom([
      [18, 59.5],
      [18, 60.5],
      [17.5, 60],
      [18.5, 60],
    ]),
    'great-circle',
  );
  expect(between(0, 1)).toBeCloseTo(111_195.08, 1);
  expect(between(2, 3) / 55_597).toBeCloseTo(1, 3);
});

test('the visitor is told how far it is, straight or along the streets', () => {
  const places = placesFrom([
    [10, 10],
    [13, 14],
  ]);
  const heard: number[] = [];
  for (const distance of ['euclidean', 'manhattan'] as const)
    eachNearPair(places, { reachMetres: 7, distance }, (_a, _b, metres) => void heard.push(metres));
  expect(heard).toEqual([5, 7]);
});

test('half round the Earth is as far as one can get', () => {
  const between = distanceBetween(
    placesFrom([
      [0, 0],
      [180, 0],
      [90, 90],
      [90, -90],
    ]),
    'great-circle',
  );
  expect(between(0, 1) / 20_015_115).toBeCloseTo(1, 6);
  expect(between(2, 3) / 20_015_115).toBeCloseTo(1, 6);
  expect(between(0, 2) / 10_007_557).toBeCloseTo(1, 6);
});

test('a place lies at most a hundred million from the origin', () => {
  expect([isPlace(1e8, -1e8), isPlace(1e8 + 1, 0), isPlace(0, -1e8 - 1)]).toEqual([true, false, false]);
});

test('a broken number is no place', () => {
  expect([isPlace(1, 2), isPlace(NaN, 2), isPlace(1, Infinity), isPlace(1e9, 2)]).toEqual([true, false, false, false]);
});
