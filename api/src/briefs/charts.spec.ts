import { describe, expect, test } from '@jest/globals';

import { type WeekCount, hourMatrix, weekChart } from './charts.js';
import { ink } from './ink.js';

const size = { width: 300, height: 100 };

function week(number: number, count: number, high: number | null): WeekCount {
  return { year: 2026, week: number, count, normal: high === null ? null : { low: 0, expected: 1, high } };
}

describe('The weekly chart', () => {
  test('says its figures in words and draws the week above the band darker', () => {
    const { svg, alt } = weekChart([week(45, 1, 2), week(46, 5, 2), week(47, 2, null)], size, 'sv');
    expect(alt).toBe('Stapeldiagram, händelser per vecka. 45: 1, 46: 5, 47: 2. Veckor över det vanliga: 1.');
    expect(svg.split(`fill="${ink.accent}"`)).toHaveLength(2);
    expect(svg.split(`fill="${ink.accentPale}"`)).toHaveLength(3);
  });

  test('of no weeks and of empty weeks holds no broken figure', () => {
    for (const weeks of [[], [week(1, 0, null)]]) {
      expect(weekChart(weeks, size, 'en').svg).not.toMatch(/NaN|Infinity/);
    }
  });
});

describe('The hours by weekday', () => {
  test('are 168 squares, darkest where most happened, and a sentence per weekday', () => {
    const counts = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
    counts[4]![22] = 3.5;
    const { svg, alt } = hourMatrix(counts, size, 'sv');
    expect(svg.match(/<rect/g)).toHaveLength(168);
    expect(svg.split(ink.ramp.at(-1)!)).toHaveLength(2);
    expect(alt).toContain('torsdag 0, fredag 4 (flest kl. 22), lördag 0');
  });
});
