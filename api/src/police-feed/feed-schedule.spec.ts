import { describe, expect, test } from '@jest/globals';
import { retryAfter, secondsToWait } from './feed-schedule.js';

describe('the next call to Polisen', () => {
  test('comes after a quarter of an hour, and never earlier than their limit of a minute', () => {
    expect(secondsToWait({ failures: 0, retryAfterSeconds: null, chance: 0 })).toBe(900);
    expect(secondsToWait({ failures: 0, retryAfterSeconds: 5, chance: 0 })).toBe(900);
  });

  test('comes later after each failure, up to six hours', () => {
    const waits = [1, 2, 3, 4, 5, 6, 50].map((failures) =>
      secondsToWait({ failures, retryAfterSeconds: null, chance: 0 }),
    );
    expect(waits).toEqual([1800, 3600, 7200, 14_400, 21_600, 21_600, 21_600]);
  });

  test('is not before what the server asked for, and not a week away either', () => {
    expect(secondsToWait({ failures: 1, retryAfterSeconds: 7200, chance: 0 })).toBe(7200);
    expect(secondsToWait({ failures: 1, retryAfterSeconds: 999_999, chance: 0 })).toBe(86_400);
  });

  test('is spread over a tenth more', () => {
    expect(secondsToWait({ failures: 0, retryAfterSeconds: null, chance: 0.5 })).toBe(945);
  });

  test('reads Retry-After in seconds only', () => {
    expect(['120', ' 7 ', 'Wed, 21 Oct 2026 07:28:00 GMT', '-1', null].map(retryAfter)).toEqual([
      120,
      7,
      null,
      null,
      null,
    ]);
  });
});
