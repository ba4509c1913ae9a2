import { describe, expect, test } from '@jest/globals';
import { createRandom } from './random.js';
import { chanceOfRise, recentChange, rhythmOf } from './recent-change.js';

const day = 86_400_000;
/** A hundred days from noon on 1 January 2026, and events so many days into them. */
const start = Date.parse('2026-01-01T11:00Z');
const period = { from: start, to: start + 100 * day };
const even = rhythmOf([], period);
const on = (...days: number[]) => days.map((at) => ({ from: start + at * day }));

describe('how a place has been lately', () => {
  test('is the last 28 days, their first instant included, beside the mean of 28 days before', () => {
    const events = on(0, 10, 50, 71.9, 72, 80, 99);
    expect(recentChange(events, even)).toMatchObject({
      latest28Days: 3,
      mean28DaysBefore: expect.closeTo(4 / (72 / 28), 12),
    });
    expect(recentChange([], even)).toEqual({ latest28Days: 0, mean28DaysBefore: 0, since: null });
  });

  test('has the whole earlier part for a mean when that is shorter than 28 days', () => {
    const short = { from: start, to: start + 40 * day };
    expect(recentChange(on(1, 2, 3, 30), rhythmOf([], short))).toMatchObject({ latest28Days: 1, mean28DaysBefore: 3 });
  });
});

describe('a clear rise', () => {
  const everyTenth = on(0, 10, 20, 30, 40, 50);

  test('began on the day that parts few from many the most', () => {
    const rise = on(70, 73, 76, 79, 82, 85, 88, 91, 94);
    expect(recentChange([...rise, ...everyTenth].toReversed(), even).since).toBe('2026-03-12');
  });

  test('needs eight events after it, fourteen days, and to lie in the last half', () => {
    expect(recentChange([...everyTenth, ...on(70, 73, 76, 79, 82, 85, 88)], even).since).toBeNull();
    expect(recentChange([...everyTenth, ...on(87, 88, 89, 90, 91, 92, 93, 94)], even).since).toBeNull();
    expect(recentChange([...everyTenth, ...on(86, 87, 88, 89, 90, 91, 92, 93)], even).since).toBe('2026-03-28');
    const early = on(0, ...Array.from({ length: 40 }, (_, at) => 30 + at / 2));
    expect(recentChange(early, even).since).toBeNull();
  });

  test('is at least a doubling', () => {
    // ten in the first half; the rate before is never less than one event
    const steady = on(...Array.from({ length: 50 }, (_, at) => 2 * at));
    expect(recentChange(steady, even).since).toBeNull();
    const tripled = on(
      ...Array.from({ length: 15 }, (_, at) => (at * 50) / 15),
      ...Array.from({ length: 45 }, (_, at) => 50 + (at * 50) / 45),
    );
    expect(recentChange(tripled, even).since).toBe('2026-02-20');
    // a split lies 49 days before the end: twenty before it, and twice as many a day are 38.4 after it
    const parted = (after: number) =>
      Float64Array.from(
        on(
          ...Array.from({ length: 20 }, (_, at) => (at * 51) / 20),
          ...Array.from({ length: after }, (_, at) => 51 + (at * 49) / after),
        ),
        ({ from }) => from,
      );
    expect(chanceOfRise(parted(38), even)).toBe(1);
    expect(chanceOfRise(parted(39), even)).toBeLessThan(0.1);
  });
});

describe('a rise by chance', () => {
  const { next } = createRandom(7);
  const anyTime = (count: number) => Array.from({ length: count }, () => ({ from: start + 100 * day * next() }));

  test.each([12, 20, 30, 60])('is told of at most one quiet place in twenty (%i events)', (count) => {
    let told = 0;
    for (let place = 0; place < 1000; place++) if (recentChange(anyTime(count), even).since !== null) told++;
    // of 1,000, 5 percent is 50; more than 73 would be one try in a thousand
    expect(told).toBeLessThanOrEqual(73);
    expect(told).toBeGreaterThan(0);
  });

  test('is as likely as so many drawn places show', () => {
    const seen = on(2, 12, 22, 35, 47, 58, 66, 69, 72, 75, 79, 82, 86, 90, 94, 97).map(({ from }) => from);
    const chance = chanceOfRise(Float64Array.from(seen), even);
    const drawn = Array.from({ length: 4000 }, () => anyTime(seen.length).map(({ from }) => from).sort((a, b) => a - b)); // prettier-ignore
    const asClear = drawn.filter((instants) => chanceOfRise(Float64Array.from(instants), even) <= chance + 1e-12);
    expect(chance).toBeGreaterThan(0.02);
    expect(chance).toBeLessThan(0.3);
    // within four standard errors
    expect(Math.abs(asClear.length / 4000 - chance)).toBeLessThan(4 * Math.sqrt((chance * (1 - chance)) / 4000));
  });

  test('is the whole town’s when the whole town has it', () => {
    const risen = [...on(0, 10, 20, 30, 40, 50), ...on(70, 73, 76, 79, 82, 85, 88, 91, 94)];
    const town = [...on(...Array.from({ length: 30 }, (_, at) => 2 * at)), ...on(...Array.from({ length: 90 }, (_, at) => 65 + at / 3))]; // prettier-ignore
    expect(recentChange(risen, even).since).toBe('2026-03-12');
    expect(recentChange(risen, rhythmOf(town, period)).since).toBeNull();
  });

  test('is told by the share of the town’s events after each week’s split', () => {
    const { splits } = rhythmOf(on(90, 10, 70, 95, 60, 40), period);
    expect(splits.map(({ after }) => after / day)).toEqual([14, 21, 28, 35, 42, 49]);
    expect(splits.map(({ share }) => Math.round(6 * share))).toEqual([2, 2, 2, 3, 4, 4]);
    expect(splits[3]!.share).toBe(0.5);
    const years = { from: start, to: start + 36_400 * day };
    const far = rhythmOf([], years).splits;
    expect(far).toHaveLength(260);
    expect(far[1]!.after - far[0]!.after).toBe(70 * day);
    expect(far[1]!.share).toBeCloseTo(84 / 36_400, 12);
  });

  test('is nothing where all of the town lies after the split, and exact where the rest does', () => {
    const instants = (...days: number[]) => Float64Array.from(on(...days), ({ from }) => from);
    const late = instants(3, ...Array.from({ length: 12 }, (_, at) => 87 + at));
    expect(chanceOfRise(late, rhythmOf(on(90, 91, 92), period))).toBe(1);
    // half of the town in the last fourteen days and half in the week before: 12 or 13 of 13 in the later half
    expect(chanceOfRise(late, rhythmOf(on(80, 81, 90, 91), period))).toBeCloseTo(14 / 2 ** 13, 12);
  });

  test('must be clearer the more places are judged together', () => {
    const risen = on(0, 15, 30, 45, ...Array.from({ length: 14 }, (_, at) => 70 + 2 * at));
    const chance = chanceOfRise(Float64Array.from(risen, ({ from }) => from), even); // prettier-ignore
    const enough = Math.floor(0.05 / chance);
    expect(enough).toBeGreaterThan(1);
    expect(recentChange(risen, rhythmOf([], period, enough)).since).not.toBeNull();
    expect(recentChange(risen, rhythmOf([], period, enough + 1)).since).toBeNull();
  });

  test('is not found in nothing, in one moment, in a short or reversed period or among thousands alike', () => {
    expect(chanceOfRise(new Float64Array(0), even)).toBe(1);
    expect(chanceOfRise(new Float64Array(50).fill(start), even)).toBe(1);
    const last = Float64Array.from({ length: 9 }, () => start + 99 * day);
    for (const to of [start + 27 * day, start - day, Infinity, Number.NaN])
      expect(chanceOfRise(last, rhythmOf([], { from: start, to }))).toBe(1);
    expect(recentChange(anyTime(3000), even).since).toBeNull();
    // all at the end, where the town has none: nothing could be less likely
    expect(chanceOfRise(last, rhythmOf(on(1, 2, 3), period))).toBe(0);
  });
});
