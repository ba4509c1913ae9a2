import { describe, expect, test } from '@jest/globals';
import { findClusters, type ClusterResult } from '../../api/src/analysis/clusters.js';
import { builtUpAreaSquareMetres, drawTown, townCentre, type PlantedSpot } from './uneven-town.js';

const historyFrom = Date.parse('2023-10-01T00:00+02:00');
const period = { from: Date.parse('2025-11-01T00:00+01:00'), to: Date.parse('2026-11-01T00:00+01:00') };
const oneSeason = { from: Date.parse('2026-05-01T00:00+02:00'), to: Date.parse('2026-08-20T00:00+02:00') };

function analyse(seed: number, eventsPerYear: number, spots: readonly PlantedSpot[] = []): ClusterResult {
  const events = drawTown({ seed, eventsPerYear, from: historyFrom, to: period.to, spots });
  return findClusters(events, { period, historyFrom, builtUpAreaSquareMetres });
}

function claimed(result: ClusterResult): ClusterResult['clusters'] {
  return result.clusters.filter((cluster) => cluster.claims.ownHistory.status === 'more-than-usual');
}

describe('a town where people are unevenly spread and nothing changes but the total', () => {
  test.each([200, 500, 1500])(
    'with %p events a year is called unusual on at most 5 of 100 maps',
    (eventsPerYear) => {
      let wrong = 0;
      for (let seed = 1; seed <= 100; seed++) if (claimed(analyse(seed, eventsPerYear)).length > 0) wrong++;
      expect(wrong).toBeLessThanOrEqual(5);
    },
    60_000,
  );
});

describe('a spot that lasts one season', () => {
  const quiet = { x: townCentre.x + 900, y: townCentre.y + 700 };
  const busy = { x: townCentre.x + 220, y: townCentre.y - 120 };
  const nearest = (result: ClusterResult, place: { x: number; y: number }): ClusterResult['clusters'] =>
    result.clusters.filter(({ centre }) => Math.hypot(centre.x - place.x, centre.y - place.y) <= 100);

  test('in a quiet part of town is drawn within 100 m and claimed on every one of 20 maps', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const result = analyse(seed, 500, [{ ...quiet, events: 25, ...oneSeason }]);
      expect(nearest(result, quiet).map(({ claims }) => claims.ownHistory.status)).toContain('more-than-usual');
    }
  }, 60_000);

  test('of 5 % of the events inside the busy centre is drawn within 100 m on every one of 20 maps, never beyond the cap', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const result = analyse(seed, 500, [{ ...busy, events: 25, ...oneSeason }]);
      expect(nearest(result, busy)).not.toEqual([]);
      expect(result.clusters.every((one) => one.areaSquareMetres <= 100_000 && one.diameterMetres <= 400)).toBe(true);
    }
  }, 60_000);
});

test('in the first year nothing is called unusual', () => {
  const events = drawTown({ seed: 1, eventsPerYear: 500, from: historyFrom, to: period.to });
  const result = findClusters(events, { period, historyFrom: period.from - 300 * 86_400_000, builtUpAreaSquareMetres });
  expect(new Set(result.clusters.map(({ claims }) => claims.ownHistory.status))).toEqual(new Set(['first-year']));
});
