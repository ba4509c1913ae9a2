import { describe, expect, test } from '@jest/globals';
import { findClusters } from '../../api/src/analysis/clusters.js';
import { peopleClaimOf } from '../../api/src/analysis/people-claim.js';
import { figureOf } from '../figures/bounds.js';
import { addTallies, runJob, type Experiment, type Tally } from '../figures/experiments.js';
import { createSharedScan } from '../figures/shared-scan.js';
import { builtUpAreaSquareMetres, buildTown, drawYears, historyFrom, period, randomFor } from '../figures/town.js';

/** The quick form of `npm run figures`: forty maps, twenty of each of two towns. The maps are the same each time. */
function quick(experiment: Experiment): Tally {
  return addTallies([1, 2].map((town) => runJob({ experiment, town, maps: 20 })));
}

/** Of forty maps, a claim that is wrong on 5 % of all maps exceeds this in 7 of 10,000 tries: P(Bin(40, .05) > 7). */
const mostOfForty = 7;
const claims = [
  'own history',
  'people, a place',
  'any claimed place',
  'people, any circle',
  'windows, people',
  'has risen',
  'part of the week',
  'a course',
  'near repeat',
];

describe('on maps where nothing is the matter', () => {
  test.each([
    { shape: 'people', events: 200 },
    { shape: 'people', events: 1_000 },
    { shape: 'uniform', events: 500 },
  ] as const)(
    'no claim is raised more often than it may be, and Gi* with correction nearly always ($shape, $events)',
    (setting) => {
      const withNew = setting.events === 200;
      const { yes } = quick({ name: 'false-alarms', setting: { ...setting, withNew } });
      for (const claim of [...claims, ...(withNew ? ['new, either'] : [])]) {
        expect({ claim, raised: yes[claim]!, tooOften: yes[claim]! > mostOfForty }).toMatchObject({ tooOften: false });
      }
      expect(yes['Gi* with BH']).toBeGreaterThanOrEqual(36);
      if (setting.shape === 'uniform') expect(yes['windows, even']).toBeLessThanOrEqual(mostOfForty);
      else expect(yes['windows, even']).toBe(40);
    },
    240_000,
  );

  test('the shared maps give every place the very claim that the product gives it', () => {
    const town = buildTown('people', 1);
    const events = drawYears(town, 500, { random: randomFor('same', 3) });
    const product = findClusters(events, { period, historyFrom, builtUpAreaSquareMetres, baselines: [town.people] });
    const scan = createSharedScan(town.people);
    const now = events.filter(({ from }) => from >= period.from);
    // drawn for other events, then taken for these
    scan(drawYears(town, 500, { random: randomFor('other', 4) }).filter(({ from }) => from >= period.from));
    expect(product.clusters.length).toBeGreaterThan(2);
    for (const { polygon, claims: told } of product.clusters)
      expect(peopleClaimOf(polygon, [scan(now)])).toEqual(told.people);
  }, 60_000);
});

test('a spot of 5 % of 500 events, 250 m from the centre, is found as its own place and claimed on at least 32 of 40 maps', () => {
  const { yes } = quick({ name: 'power', setting: { where: 'centre', events: 500, share: 0.05 } });
  expect(yes['found and claimed']).toBeGreaterThanOrEqual(32);
}, 120_000);

test('residents alone as the baseline make false claims in the centre; beside the right one hardly any is called certain', () => {
  const { yes } = quick({ name: 'wrong-baseline', setting: { wrong: 'residents', events: 500 } });
  expect(yes['wrong one alone']).toBeGreaterThanOrEqual(36);
  expect(yes['both, said as certain']).toBeLessThanOrEqual(mostOfForty);
}, 120_000);

test('a promise is broken only when the interval leaves no room for it', () => {
  const atMost = { atMost: 0.05 };
  expect(figureOf({ yes: { claim: 2 }, maps: 40 }, 'claim', atMost).verdict).toBe('holds');
  expect(figureOf({ yes: { claim: 3 }, maps: 40 }, 'claim', atMost).verdict).toBe('within chance');
  expect(figureOf({ yes: { claim: 8 }, maps: 40 }, 'claim', atMost).verdict).toBe('breaks');
  expect(figureOf({ yes: {}, maps: 40 }, 'claim', { atLeast: 0.8 }).verdict).toBe('breaks');
});
