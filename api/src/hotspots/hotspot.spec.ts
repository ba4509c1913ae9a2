import { expect, test } from '@jest/globals';
import { derivedBuiltUpArea } from './hotspot.js';
import { type CountedEvent, periodOfDates, placeFacts, placeFigures, rollingYear } from './place-figures.js';
import { placeSentence } from './sentence.js';

test('without a built-up area the squares round the addresses stand for it', () => {
  expect(derivedBuiltUpArea([{ x: 100, y: 100 }])).toBe(9 * 40_000);
  expect(derivedBuiltUpArea([])).toBe(0);
});

const square = [
  [
    [
      [0, 0],
      [100, 0],
      [100, 100],
      [0, 100],
      [0, 0],
    ],
  ],
] as const;

function event(date: string, more: Partial<CountedEvent> = {}): CountedEvent {
  return {
    x: 50,
    y: 50,
    from: Date.parse(`${date}T19:00:00Z`),
    to: null,
    category: 'SKAD',
    source: 'a',
    precision: 'point',
    outside: false,
    crimes: 1,
    ...more,
  };
}

test('the rolling year is twelve months of local days up to and with today', () => {
  expect(rollingYear(Date.parse('2026-11-21T12:00:00Z'))).toEqual(periodOfDates('2025-11-22', '2026-11-21'));
});

test('figures count what lies inside the polygon and the period, and nothing outside', () => {
  const events = [
    event('2026-05-01', { crimes: 6 }),
    event('2026-05-02', { x: 500 }),
    event('2025-05-02'),
    event('2026-05-03', { precision: 'area' }),
    event('2026-05-03', { outside: true }),
  ];
  const figures = placeFigures({
    events,
    polygon: square,
    period: periodOfDates('2026-01-01', '2026-12-31'),
    historyFrom: null,
  });
  expect(figures).toMatchObject({
    count: 1,
    crimes: 6,
    total: 3,
    dates: 1,
    areaSquareMetres: 10_000,
    ownHistory: { status: 'first-year' },
  });
  expect(figures.hours.flat().reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
});

test('a place with four events is told to have too few, with how many more are needed', () => {
  const events = [1, 2, 3, 4].map((id) => event(`2026-0${id}-01`));
  const period = periodOfDates('2026-01-01', '2026-12-31');
  const figures = placeFigures({ events, polygon: square, period, historyFrom: Date.parse('2023-01-01') });
  const facts = placeFacts(figures, {
    name: 'Björkvägen',
    period,
    names: new Map([['SKAD', { sv: 'Skadegörelse', en: 'Vandalism' }]]),
    running: false,
  });
  expect(facts.usual).toMatchObject({ status: 'too-few', neededMore: 6 });
  expect(placeSentence(facts, 'sv').text).toMatch(/^Björkvägen: 4 händelser/);
});
