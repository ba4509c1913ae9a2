import { describe, expect, test } from '@jest/globals';
import { countByWindow, dayOf, windowAt, windowsOf } from './time-window.js';

describe('the windows of the time slider', () => {
  test('weeks begin on Monday and cover the days, the half ones at the ends too', () => {
    const windows = windowsOf({ from: '2026-10-14', to: '2026-10-27' }, 'vecka');
    expect(windows.map(({ from }) => from)).toEqual(['2026-10-12', '2026-10-19', '2026-10-26']);
  });

  test('months are as long as they are, over the new year too', () => {
    expect(windowsOf({ from: '2025-12-31', to: '2026-02-01' }, 'manad')).toEqual([
      { from: '2025-12-01', to: '2025-12-31' },
      { from: '2026-01-01', to: '2026-01-31' },
      { from: '2026-02-01', to: '2026-02-28' },
    ]);
    expect(windowAt('2024-02-29', 'manad')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  });

  test('the weeks with 25 and 23 hours in a day hold what happened in them and nothing else', () => {
    // 00.30 on Monday 26 October 2026 in Sweden is 23.30 the evening before in UTC, after the clock has gone back.
    expect(dayOf('2026-10-25T23:30:00.000Z')).toBe('2026-10-26');
    expect(dayOf('2026-10-25T22:30:00.000Z')).toBe('2026-10-25');
    // 00.30 on Monday 30 March is 22.30 the evening before: the clock has gone forward.
    expect(dayOf('2026-03-29T22:30:00.000Z')).toBe('2026-03-30');
    expect(dayOf('2026-03-29T21:30:00.000Z')).toBe('2026-03-29');
    const windows = windowsOf({ from: '2026-10-19', to: '2026-11-01' }, 'vecka');
    const days = ['2026-10-25T22:30:00.000Z', '2026-10-25T23:30:00.000Z'].map(dayOf);
    expect(countByWindow(days, windows, 'vecka')).toEqual([1, 1]);
  });

  test('every event in the period is counted once', () => {
    const days = Array.from({ length: 365 }, (_, index) =>
      dayOf(new Date(Date.UTC(2026, 0, 1 + index, 12)).toISOString()),
    );
    for (const step of ['vecka', 'manad'] as const) {
      const counts = countByWindow(days, windowsOf({ from: '2026-01-01', to: '2026-12-31' }, step), step);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(365);
    }
  });
});
