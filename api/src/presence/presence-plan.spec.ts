import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bestPasses, type Pass, passesLeft, type PlanLimits, usualLimits } from './presence-plan.js';

const week = (hot: Readonly<Record<number, number>>, ground = 0) =>
  Array.from({ length: 168 }, (_, hour) => hot[hour] ?? ground);
const at = (weekday: number, hour: number) => (weekday - 1) * 24 + hour;
const said = (passes: readonly Pass[]) => passes.map(({ weekday, hour, hours }) => `${weekday} ${hour}+${hours}`);

/** Every way to lay passes on the ring, tried one by one. */
function bruteForce(weights: readonly number[], limits: PlanLimits): number {
  const cost = (limits.worth * weights.reduce((a, b) => a + b, 0)) / weights.length;
  const n = weights.length;
  let best = -Infinity;
  const lay = (from: number, used: ReadonlySet<number>, passes: number, gain: number) => {
    if (passes >= limits.fewest) best = Math.max(best, gain);
    if (passes === limits.most) return;
    for (let start = from; start < n; start += 1)
      for (let hours = limits.shortest; hours <= limits.longest; hours += 1) {
        const cells = Array.from({ length: hours }, (_, k) => (start + k) % n);
        if (cells.some((cell) => used.has(cell))) continue;
        const more = cells.reduce((sum, cell) => sum + weights[cell]! - cost, 0);
        lay(start + 1, new Set([...used, ...cells]), passes + 1, gain + more);
      }
  };
  lay(0, new Set(), 0, 0);
  return best;
}

function gainOf(passes: readonly Pass[], weights: readonly number[], { worth }: PlanLimits): number {
  const total = weights.reduce((a, b) => a + b, 0);
  const hours = passes.reduce((sum, pass) => sum + pass.hours, 0);
  return passes.reduce((sum, pass) => sum + pass.share * total, 0) - (hours * worth * total) / weights.length;
}

describe('the passes of a week', () => {
  test('lie where the events are, no longer than they have reason to be', () => {
    const hot = week({ [at(5, 20)]: 10, [at(5, 21)]: 12, [at(5, 22)]: 11, [at(5, 23)]: 9, [at(6, 21)]: 14, [at(6, 22)]: 13, [at(3, 15)]: 6, [at(3, 16)]: 7, [at(3, 17)]: 5 }); // prettier-ignore
    const passes = bestPasses(hot);
    expect(said(passes)).toEqual(['3 15+3', '5 20+4', '6 21+2']);
    expect(passes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  test('go over midnight, and from Sunday night to Monday', () => {
    const hot = week({ [at(7, 23)]: 9, [at(1, 0)]: 9, [at(5, 23)]: 5, [at(6, 0)]: 5, [at(6, 23)]: 4, [at(7, 0)]: 4 });
    expect(said(bestPasses(hot))).toEqual(['5 23+2', '6 23+2', '7 23+2']);
  });

  test('are none without events', () => {
    expect(bestPasses(week({}))).toEqual([]);
  });

  test('are three to five, of two to four hours, and never lie over each other, whatever the week', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 168, maxLength: 168 }), (weights) => {
        const passes = bestPasses(weights);
        if (passes.length === 0) return weights.every((weight) => weight === 0);
        const cells = passes.flatMap(({ weekday, hour, hours }) =>
          Array.from({ length: hours }, (_, k) => (at(weekday, hour) + k) % 168),
        );
        return (
          passes.length >= usualLimits.fewest &&
          passes.length <= usualLimits.most &&
          passes.every(({ hours }) => hours >= usualLimits.shortest && hours <= usualLimits.longest) &&
          new Set(cells).size === cells.length
        );
      }),
      { numRuns: 60, seed: 20_261_121 },
    );
  });

  test('are as good as the best of all ways that there are', () => {
    const limits = { fewest: 2, most: 3, shortest: 2, longest: 3, worth: 1.5 };
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 13, maxLength: 13 }), (weights) => {
        if (weights.every((weight) => weight === 0)) return;
        expect(gainOf(bestPasses(weights, limits), weights, limits)).toBeCloseTo(bruteForce(weights, limits), 6);
      }),
      { numRuns: 60, seed: 20_261_121 },
    );
  });
});

test('what is left of a day are the passes that begin on it and are not over', () => {
  const pass = (weekday: number, hour: number, hours: number): Pass => ({ weekday, hour, hours, share: 0.1 });
  const passes = [pass(4, 22, 4), pass(5, 14, 2), pass(5, 16, 3), pass(5, 23, 3), pass(6, 1, 2)];
  expect(said(passesLeft(passes, { weekday: 5, hour: 16 }))).toEqual(['5 16+3', '5 23+3']);
  expect(said(passesLeft(passes, { weekday: 5, hour: 18 }))).toEqual(['5 16+3', '5 23+3']);
  expect(said(passesLeft(passes, { weekday: 5, hour: 19 }))).toEqual(['5 23+3']);
  expect(passesLeft(passes, { weekday: 7, hour: 0 })).toEqual([]);
});
