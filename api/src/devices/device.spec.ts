import { expect, test } from '@jest/globals';
import { stateOf } from './device.js';

const now = Date.parse('2026-05-03T12:00:00Z');
const before = new Date(now - 1);
const after = new Date(now + 1);

test('a phone waits while its code is good, is paired until it expires, and revoking goes before all', () => {
  expect(stateOf({ revokedAt: null, expiresAt: null, codeExpiresAt: after }, now)).toBe('waiting');
  expect(stateOf({ revokedAt: null, expiresAt: null, codeExpiresAt: before }, now)).toBe('expired');
  expect(stateOf({ revokedAt: null, expiresAt: after, codeExpiresAt: before }, now)).toBe('paired');
  expect(stateOf({ revokedAt: null, expiresAt: before, codeExpiresAt: before }, now)).toBe('expired');
  expect(stateOf({ revokedAt: before, expiresAt: after, codeExpiresAt: after }, now)).toBe('revoked');
});
