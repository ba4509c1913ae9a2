import { expect, test } from '@jest/globals';
import { WeightedCache } from './weighted-cache.js';

test('what was used longest ago goes first, when together it weighs too much', () => {
  const cache = new WeightedCache<string>(10, (text) => text.length);
  cache.set('a', 'xxxx');
  cache.set('b', 'xxxx');
  cache.get('a');
  cache.set('c', 'xxxx');
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['xxxx', undefined, 'xxxx']);
});

test('what weighs more than all may stays alone until the next, and a key set anew weighs once', () => {
  const cache = new WeightedCache<string>(10, (text) => text.length);
  cache.set('a', 'x'.repeat(50));
  expect(cache.get('a')).toHaveLength(50);
  cache.set('b', 'xx');
  expect(cache.get('a')).toBeUndefined();
  for (let turn = 0; turn < 9; turn++) cache.set('b', 'xx');
  cache.set('c', 'x'.repeat(8));
  expect(cache.get('b')).toBe('xx');
});
