import { expect, test } from '@jest/globals';
import type { Period } from './calendar.js';
import { atOnce, inParts } from './parts.js';
import { PeriodCounts } from './period-counts.js';

function counted(periods: readonly Period[], instants: readonly number[]): number[] {
  const slots = new PeriodCounts(periods);
  const counts = new Int32Array(slots.slots);
  for (const instant of instants) counts[slots.slotOf(instant)]!++;
  return periods.map(slots.within(counts));
}

test('a period holds its first instant and not its last, and periods may overlap and be given in any order', () => {
  const periods = [{ from: 10, to: 20 }, { from: 0, to: 15 }, { from: 20, to: 30 }]; // prettier-ignore
  expect(counted(periods, [0, 9, 10, 14, 15, 19, 20, 29, 30])).toEqual([4, 4, 2]);
});

test('instants outside, without an end or that are no numbers lie in no period', () => {
  expect(counted([{ from: 0, to: 10 }], [-1, 10, NaN, Infinity, -Infinity, 5])).toEqual([1]);
  expect(counted([{ from: 10, to: 0 }], [5])).toEqual([0]);
  expect(counted([], [5])).toEqual([]);
});

test('counts agree with looking at every instant, for many periods by chance', () => {
  let state = 7;
  const chance = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) % 200;
  const periods = Array.from({ length: 60 }, () => ({ from: chance(), to: chance() }));
  const instants = Array.from({ length: 500 }, chance);
  const byHand = periods.map(({ from, to }) => instants.filter((instant) => instant >= from && instant < to).length);
  expect(counted(periods, instants)).toEqual(byHand);
});

test('work in parts does every number once, and rests between the parts', () => {
  const parts: [number, number][] = [];
  const work = inParts(50_000, (from, to) => void parts.push([from, to]));
  expect(work.next().done).toBe(false);
  expect(parts).toHaveLength(1);
  atOnce(work);
  expect(parts).toEqual([[0, 20_000], [20_000, 40_000], [40_000, 50_000]]); // prettier-ignore
  expect([...inParts(0, () => parts.push([0, 0]))]).toEqual([]);
});
