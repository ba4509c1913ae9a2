import { describe, expect, test } from '@jest/globals';
import { dwellingFlag, type EventColumns } from '../analysis/event-columns.js';
import { explainPlace, type ExplanationInput } from './explanation.js';
import type { Task } from './answer.js';

const day = 86_400_000;
const period = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 6, 1) };

function columns(events: readonly { x: number; y: number; flag?: number; category?: number }[]): EventColumns {
  const count = events.length;
  return {
    count,
    x: Float64Array.from(events, ({ x }) => x),
    y: Float64Array.from(events, ({ y }) => y),
    from: Float64Array.from(events, (_, index) => period.from + index * day),
    to: new Float64Array(count).fill(NaN),
    crimes: new Int32Array(count).fill(1),
    flags: Uint8Array.from(events, ({ flag = 0 }) => flag),
    category: Uint16Array.from(events, ({ category = 0 }) => category),
    source: Uint16Array.from(events, (_, index) => index % 2),
    categories: ['SKAD', 'VALD', 'NARK'],
    sources: ['a', 'b'],
  };
}

const square = [
  [
    [
      [-5000, -5000],
      [5000, -5000],
      [5000, 5000],
      [-5000, 5000],
      [-5000, -5000],
    ],
  ],
] as Task['boundary'];

function asked(events: EventColumns, point = { x: 0, y: 0 }): ExplanationInput {
  const none = new Float64Array(0);
  const task: Task = {
    question: 'places',
    events,
    unfiltered: null,
    period,
    historyFrom: null,
    boundary: square,
    builtUp: null,
    register: { x: none, y: none },
    baselines: [],
    places: [],
    within: null,
    placeId: null,
    effect: null,
    expert: {},
    seed: 1,
  };
  return { task, point, clusters: [], epsMetres: 100, minPoints: 5 };
}

const keys = (input: ExplanationInput) => explainPlace(input).facts.map(({ key, holds }) => [key, holds]);

describe('why there is no cluster', () => {
  test('counts what is near against what is needed', () => {
    const { sentence, title } = explainPlace(
      asked(
        columns([
          { x: 0, y: 0 },
          { x: 50, y: 0 },
          { x: 500, y: 0 },
        ]),
      ),
    );
    expect(title.sv).toBe('Varför inte?');
    expect(sentence.sv).toBe('Här ligger 2 händelser inom 100 meter. Det behövs 5 för att det ska bli en anhopning.');
  });

  test('names the municipality’s border before anything else', () => {
    expect(explainPlace(asked(columns([]), { x: 9000, y: 0 })).sentence.en).toBe(
      'The place lies outside the municipality.',
    );
  });

  test('says no more of a place abroad, least of all that something may have happened there', () => {
    const beyond = asked(columns([{ x: NaN, y: NaN, flag: 3 }, { x: 4990, y: 0 }]), { x: 5010, y: 0 }); // prettier-ignore
    expect(keys(beyond)).toEqual([['outside', false]]);
  });

  test('speaks of one as of one', () => {
    const input = asked(columns([{ x: 0, y: 0 }, { x: NaN, y: NaN, flag: 3 }])); // prettier-ignore
    expect(explainPlace(input).facts.map(({ text }) => text.sv)).toEqual([
      'En händelse ligger inom 100 meter, och 5 behövs.',
      'Uppgifterna kommer från en källa; 2 behövs.',
      'De är från en enda dag; 3 behövs.',
      'En händelse i urvalet är bara känd per område. Den kan ha hänt här.',
    ]);
  });

  test('says of a single home that it is handled elsewhere, and how many are near is not the reason', () => {
    const input = asked(columns(Array.from({ length: 8 }, () => ({ x: 0, y: 0, flag: 1 | dwellingFlag }))));
    expect(keys(input)[0]).toEqual(['single-home', false]);
    expect(explainPlace(input).sentence.sv).toMatch(/enskild bostad/);
  });

  test('knows a default coordinate by its mixture', () => {
    const mixed = Array.from({ length: 30 }, (_, index) => ({ x: 0, y: 0, category: index % 3 }));
    expect(keys(asked(columns(mixed)))[0]).toEqual(['default-coordinate', false]);
  });

  test('tells of events that are known by area only', () => {
    const input = asked(
      columns([
        { x: NaN, y: NaN, flag: 3 },
        { x: 0, y: 0 },
      ]),
    );
    expect(keys(input)).toContainEqual(['coarse', null]);
  });
});

describe('why there is a cluster', () => {
  test('goes through every rule, and claims nothing that was not tested', () => {
    const cluster = {
      id: 'one',
      number: 1,
      name: null,
      status: 'single-source' as const,
      polygon: [
        [
          [
            [-60, -60],
            [60, -60],
            [60, 60],
            [-60, 60],
            [-60, -60],
          ],
        ],
      ] as Task['boundary'],
      centre: { x: 0, y: 0 },
      count: 7,
      sources: 1,
      dates: 4,
      ownHistory: { status: 'first-year' as const },
      people: null,
    };
    const told = explainPlace({ ...asked(columns([{ x: 0, y: 0 }])), clusters: [cluster] });
    expect([told.clusterId, told.nearest]).toEqual(['one', { id: 'one', metres: 0 }]);
    expect(told.sentence.sv).toBe(
      'Anhopning 1: 7 händelser från 4 olika dagar ligger tätt ihop, tätare än om alla låg jämnt över den bebyggda ytan.',
    );
    expect(told.facts.map(({ key, holds }) => [key, holds])).toEqual([
      ['density', true],
      ['sources', false],
      ['dates', true],
      ['usual', null],
      ['people', null],
    ]);
  });
});
