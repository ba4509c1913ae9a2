import { describe, expect, test } from '@jest/globals';
import { isArc, placed, pointAt, sector, turnAfter, turnOf, uprightDegrees, weekTicks, wordLine } from './wheel-geometry.js'; // prettier-ignore

describe('the wheel', () => {
  test('has 1 January straight up and goes round clockwise, leap years too', () => {
    expect(pointAt(turnOf('2026-01-01', 2026), 100)).toEqual({ x: 0, y: -100 });
    expect(pointAt(0.25, 100)).toEqual({ x: 100, y: -0 });
    expect(turnOf('2024-07-02', 2024)).toBeCloseTo(183 / 366, 10);
    expect(turnAfter('2026-12-31', 2026)).toBe(1);
  });

  test('holds at its ends what reaches out of the year', () => {
    expect([turnOf('2025-12-19', 2026), turnAfter('2027-01-08', 2026)]).toEqual([0, 1]);
  });

  test('counts 53 weeks round 2026 and begins 2027 with the last of them', () => {
    const of2026 = weekTicks(2026);
    expect(of2026.map(({ week }) => week)).toEqual(Array.from({ length: 53 }, (_, index) => index + 1));
    expect(of2026[0]).toMatchObject({ from: 0 });
    expect(of2026.at(-1)).toMatchObject({ week: 53, to: 1 });
    expect(weekTicks(2027)[0]!.week).toBe(53);
    for (let year = 1990; year <= 2100; year++) {
      const ticks = weekTicks(year);
      for (const [index, tick] of ticks.entries())
        if (index > 0) expect(tick.from).toBeCloseTo(ticks[index - 1]!.to, 9);
    }
  });

  test('writes no word on its head', () => {
    expect(wordLine(0.45, 0.55, 100)).toContain(' 0 0 0 ');
    expect(wordLine(0.05, 0.1, 100)).toContain(' 0 0 1 ');
    expect([uprightDegrees(0.1), uprightDegrees(0.5), uprightDegrees(0.9)]).toEqual([36, 360, 324]);
  });

  test('moves a mark into the inner lane when its neighbour is in the way, and back', () => {
    const days = ['2026-03-01', '2026-03-03', '2026-06-01'].map((date) => ({ date, endDate: date }));
    expect(placed(days, 2026, 150).map(({ lane }) => lane)).toEqual([0, 1, 0]);
  });

  test('draws a week as an arc and a weekend as a mark', () => {
    const [week, weekend] = placed(
      [
        { date: '2026-02-23', endDate: '2026-03-01' },
        { date: '2026-05-01', endDate: '2026-05-02' },
      ],
      2026,
      200,
    );
    expect([isArc(week!), isArc(weekend!)]).toEqual([true, false]);
    expect(sector(0, 0.75, [10, 20])).toContain('A20 20 0 1 1');
  });
});
