import { expect, test } from '@jest/globals';
import { instantOfLocal, localTime, noTime } from './local-time.js';

test('an instant is shown in Swedish time, and goes back to itself', () => {
  expect(localTime('2026-05-06T22:05:00Z')).toEqual({ date: '2026-05-07', time: '00:05' });
  expect(instantOfLocal({ date: '2026-05-07', time: '00:05' })).toBe('2026-05-06T22:05:00Z');
});

test('what is no time gives none; the autumn hour that comes twice is the earlier', () => {
  expect(localTime(null)).toEqual(noTime);
  expect(instantOfLocal(noTime)).toBeNull();
  expect(instantOfLocal({ date: '2026-05-07', time: '' })).toBeNull();
  expect(instantOfLocal({ date: '2026-10-25', time: '02:30' })).toBe('2026-10-25T00:30:00Z');
});
