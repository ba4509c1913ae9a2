import { expect, test } from '@jest/globals';
import { uuidFrom } from './uuid.js';

test('has the form of RFC 9562 with version 7 and its variant', () => {
  for (const fill of [0, 0xff, 0x5a]) {
    expect(uuidFrom(1_780_000_000_000, new Uint8Array(10).fill(fill))).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  }
});

test('carries the time of the example in RFC 9562, appendix A.6', () => {
  const chance = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
  expect(uuidFrom(0x017f22e279b0, chance)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test('a later id sorts after an earlier one', () => {
  const high = new Uint8Array(10).fill(255);
  const low = new Uint8Array(10);
  expect(uuidFrom(1000, high) < uuidFrom(1001, low)).toBe(true);
});

test('too little chance is refused', () => {
  expect(() => uuidFrom(0, new Uint8Array(9))).toThrow('ten bytes');
});
