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

test('a broken number is no place', () => {
  expect([isPlace(1, 2), isPlace(NaN, 2), isPlace(1, Infinity), isPlace(1e9, 2)]).toEqual([true, false, false, false]);
});
