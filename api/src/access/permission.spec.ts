import { expect, test } from '@jest/globals';
import { mayRole, permissions, rolePermissions, roles } from './permission.js';

test('every permission is carried by somebody, and no role carries an unknown one', () => {
  const carried = new Set(roles.flatMap((role) => rolePermissions[role]));
  expect([...carried].sort()).toEqual(Object.keys(permissions).sort());
});

test('a reporter may report and nothing that shows what others reported', () => {
  expect(mayRole('reporter', 'incident:report')).toBe(true);
  expect(mayRole('reporter', 'incident:read')).toBe(false);
  expect(mayRole('reporter', 'map:read')).toBe(false);
});

test('an administrator of accounts does not thereby read reports', () => {
  expect(mayRole('administrator', 'incident:read')).toBe(false);
});

test('a role that does not exist may nothing', () => {
  expect(mayRole('superuser', 'map:read')).toBe(false);
  expect(mayRole('__proto__', 'map:read')).toBe(false);
});
