import { describe, expect, test } from '@jest/globals';
import { cleanEvents, findDefaultCoordinates, type AnalysedEvent } from './hygiene.js';

const period = { from: 1000, to: 2000 };

function event(id: number, changes: Partial<AnalysedEvent> = {}): AnalysedEvent {
  const place = { x: 500_000 + 37 * id, y: 6_500_000 + 53 * id };
  return {
    id: `e${id}`,
    ...place,
    from: 1500,
    to: null,
    category: 'theft',
    source: 'police',
    precision: 'point',
    outside: false,
    ...changes,
  };
}

const many = (count: number, changes: (index: number) => Partial<AnalysedEvent>): AnalysedEvent[] =>
  Array.from({ length: count }, (_, index) => event(index, changes(index)));

describe('cleaning', () => {
  test('puts every event in exactly one group and says why', () => {
    const events = [
      event(1),
      event(2, { from: 500 }),
      event(3, { from: 2500 }),
      event(4, { from: NaN }),
      event(5, { x: NaN }),
      event(6, { precision: 'area' }),
      event(7, { outside: true }),
      event(8, { from: 500, precision: 'area' }),
    ];
    const clean = cleanEvents(events, period);
    expect(clean.usable.map(({ id }) => id)).toEqual(['e1']);
    expect(clean.neighbours.map(({ id }) => id)).toEqual(['e7']);
    expect(clean.earlier.map(({ id }) => id)).toEqual(['e2']);
    expect(clean.leftOut).toEqual({
      withoutPosition: 1,
      withoutTime: 1,
      otherPeriod: 3,
      areaPrecision: 1,
      defaultCoordinate: 0,
      outside: 1,
    });
    expect(clean.total).toBe(3);
  });

  test('leaves out a default coordinate, now and earlier, and knows one that a filter has hidden', () => {
    const known = [{ x: 1, y: 1, count: 80, reason: 'mixed-events' as const }];
    const events = [event(1, { x: 1, y: 1 }), event(2, { x: 1.01, y: 1, from: 500 }), event(3)];
    const clean = cleanEvents(events, period, known);
    expect([clean.usable.length, clean.earlier.length, clean.leftOut.defaultCoordinate]).toEqual([1, 0, 1]);
  });
});

describe('a default coordinate', () => {
  const categories = ['theft', 'violence', 'traffic', 'damage'];
  const police = (index: number): Partial<AnalysedEvent> => ({ x: 1, y: 1, category: categories[index % 4]! });

  test('is one point with many events of mixed categories', () => {
    const events = [...many(12, police), ...many(100, () => ({}))];
    expect(findDefaultCoordinates(events)).toEqual([{ x: 1, y: 1, count: 12, reason: 'mixed-events' }]);
  });

  test('is not a shop where one kind of event happens, nor ten events, nor less than a twentieth', () => {
    expect(findDefaultCoordinates([...many(30, () => ({ x: 1, y: 1 })), ...many(100, () => ({}))])).toEqual([]);
    expect(findDefaultCoordinates([...many(10, police), ...many(50, () => ({}))])).toEqual([]);
    expect(findDefaultCoordinates([...many(12, police), ...many(300, () => ({}))])).toEqual([]);
  });

  test('is every one of a handful of points that hold nearly everything', () => {
    const centres = many(200, (index) => ({ x: index % 3, y: 7, category: 'theft' }));
    expect(findDefaultCoordinates(centres).map(({ reason }) => reason)).toEqual(
      Array.from({ length: 3 }, () => 'few-points-hold-most'),
    );
  });
});
