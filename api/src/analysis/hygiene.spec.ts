import { describe, expect, test } from '@jest/globals';
import { cleanEvents, countBy, findDefaultCoordinates, type AnalysedEvent } from './hygiene.js';

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

describe('the period', () => {
  test('holds its first instant and not its last', () => {
    const clean = cleanEvents([event(1, { from: 1000 }), event(2, { from: 2000 }), event(3, { from: 1999 })], period);
    expect(clean.usable.map(({ id }) => id)).toEqual(['e1', 'e3']);
    expect(clean.leftOut.otherPeriod).toBe(1);
    expect([clean.total, clean.earlier.length]).toEqual([2, 0]);
  });

  test('outside the municipality counts in nothing, and only a place can be a neighbour', () => {
    const clean = cleanEvents(
      [
        event(1, { outside: true, precision: 'area' }),
        event(2, { outside: true, y: Infinity }),
        event(3, { outside: true, precision: 'street' }),
        event(4, { outside: true, from: 500 }),
      ],
      period,
    );
    expect(clean.neighbours.map(({ id }) => id)).toEqual(['e3']);
    expect([clean.total, clean.leftOut.outside, clean.leftOut.otherPeriod, clean.earlier.length]).toEqual([0, 3, 1, 0]);
  });
});

test('keys are counted in the order in which they first appear', () => {
  expect([...countBy(['b', 'a', 'b'], (item) => item)]).toEqual([
    ['b', 2],
    ['a', 1],
  ]);
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

  test('is more than ten events and more than a twentieth of all, by one', () => {
    expect(findDefaultCoordinates(many(11, police))).toEqual([{ x: 1, y: 1, count: 11, reason: 'mixed-events' }]);
    expect(findDefaultCoordinates([...many(20, police), ...many(380, () => ({}))])).toEqual([]);
    expect(findDefaultCoordinates([...many(20, police), ...many(379, () => ({}))])).toHaveLength(1);
  });

  test('holds three kinds at least, and no kind more than sixty in a hundred', () => {
    const kinds = (...counts: number[]): AnalysedEvent[] =>
      counts.flatMap((count, kind) => many(count, () => ({ x: 1, y: 1, category: `kind ${kind}` })));
    expect(findDefaultCoordinates(kinds(10, 10))).toEqual([]);
    expect(findDefaultCoordinates(kinds(12, 4, 4))).toHaveLength(1);
    expect(findDefaultCoordinates(kinds(13, 4, 3))).toEqual([]);
  });

  test('is read to the decimetre, and never from a row that is an area or has no place', () => {
    const rounded = many(12, (index) => ({ ...police(index), x: 1 + (index % 2) * 0.04 }));
    expect(findDefaultCoordinates(rounded)).toMatchObject([{ count: 12 }]);
    expect(findDefaultCoordinates(many(12, (index) => ({ ...police(index), precision: 'area' })))).toEqual([]);
    expect(findDefaultCoordinates(many(12, (index) => ({ ...police(index), x: NaN })))).toEqual([]);
    expect(findDefaultCoordinates([])).toEqual([]);
  });

  test('needs a hundred events and four fifths of them to be one of a handful', () => {
    const centres = (count: number): AnalysedEvent[] => many(count, (index) => ({ x: index % 5, y: 7 }));
    const found = (events: readonly AnalysedEvent[]): number => findDefaultCoordinates(events).length;
    expect(found(centres(100))).toBe(5);
    expect(found(centres(99))).toBe(0);
    expect(found([...centres(80), ...many(20, () => ({}))])).toBe(5);
    expect(found([...centres(80), ...many(21, () => ({}))])).toBe(0);
    // the sixth point of many is no longer one of a handful
    expect(found(many(240, (index) => ({ x: index % 6, y: 7 })))).toBe(5);
  });

  test('is told once, as it was known before a filter, and found also among earlier events', () => {
    const known = [{ x: 1, y: 1, count: 80, reason: 'few-points-hold-most' as const }];
    const clean = cleanEvents([...many(12, police), event(99)], period, known);
    expect(clean.defaultCoordinates).toEqual(known);
    const before = cleanEvents([...many(12, (index) => ({ ...police(index), from: 500 })), event(99)], period);
    expect(before.defaultCoordinates).toMatchObject([{ count: 12 }]);
    expect(before.earlier).toEqual([]);
  });

  test('is looked for among the events inside the municipality, whatever lies outside', () => {
    const outside = many(300, () => ({ outside: true }));
    const clean = cleanEvents([...many(12, police), event(99), ...outside], period);
    expect(clean.defaultCoordinates).toMatchObject([{ count: 12 }]);
  });

  test('is looked for in the period by itself, where the years before would drown it', () => {
    const before = many(400, () => ({ from: 500 }));
    const clean = cleanEvents([...many(12, police), event(999), ...before], period);
    expect(clean.defaultCoordinates).toMatchObject([{ count: 12 }]);
    expect(clean.usable.map(({ id }) => id)).toEqual(['e999']);
  });

  test('is one of the five fullest points, not of the first five in the list', () => {
    const point = (count: number, x: number): AnalysedEvent[] => many(count, () => ({ x, y: 7 }));
    const events = [...point(11, 1), ...[2, 3, 4, 5, 6].flatMap((x) => point(x === 4 ? 44 : 40, x))];
    expect(findDefaultCoordinates(events).map(({ x, count }) => [x, count])).toEqual([
      [4, 44],
      [2, 40],
      [3, 40],
      [5, 40],
      [6, 40],
    ]);
  });

  test('is not two points a metre apart together', () => {
    expect(findDefaultCoordinates(many(16, (index) => ({ ...police(index), y: 7 + (index < 8 ? 0 : 1) })))).toEqual([]);
    expect(findDefaultCoordinates(many(16, (index) => ({ ...police(index), x: 7 + (index < 8 ? 0 : 1) })))).toEqual([]);
  });

  test('is every one of a handful of points that hold nearly everything', () => {
    const centres = many(200, (index) => ({ x: index % 3, y: 7, category: 'theft' }));
    expect(findDefaultCoordinates(centres).map(({ reason }) => reason)).toEqual(
      Array.from({ length: 3 }, () => 'few-points-hold-most'),
    );
  });
});
