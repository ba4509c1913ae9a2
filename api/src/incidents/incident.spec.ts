import { describe, expect, test } from '@jest/globals';
import { mayBecome, precisionOf, timeFault } from './incident.js';

const now = Date.UTC(2026, 4, 5, 12);
const hour = 3600_000;

describe('the time of a report', () => {
  test('is right when it lies behind us', () => {
    expect(timeFault(now - 2 * hour, null, now, 'crime')).toBeNull();
    expect(timeFault(now - 60 * hour, now - 48 * hour, now, 'crime')).toBeNull();
  });

  test('cannot end before it starts', () => {
    expect(timeFault(now - hour, now - 2 * hour, now, 'crime')).toBe('end-before-start');
  });

  test('may be a few minutes ahead, since clocks are, but not an hour', () => {
    expect(timeFault(now + 5 * 60_000, null, now, 'crime')).toBeNull();
    expect(timeFault(now + hour, null, now, 'crime')).toBe('in-the-future');
  });

  test('lies ahead for a coming event', () => {
    expect(timeFault(now + 240 * hour, null, now, 'calendar')).toBeNull();
  });

  test('reaches a year back', () => {
    expect(timeFault(now - 367 * 24 * hour, null, now, 'crime')).toBe('too-old');
  });
});

test('a position that is worse than 150 metres is an area, never a point', () => {
  expect(precisionOf('position', 12)).toBe('point');
  expect(precisionOf('position', 151)).toBe('area');
  expect(precisionOf('street', null)).toBe('street');
  expect(precisionOf('area', null)).toBe('area');
});

test('a dismissed report comes back as received, never straight to accepted', () => {
  expect(mayBecome('dismissed', 'received')).toBe(true);
  expect(mayBecome('dismissed', 'accepted')).toBe(false);
  expect(mayBecome('received', 'accepted')).toBe(true);
});
