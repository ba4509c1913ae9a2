import { describe, expect, test } from '@jest/globals';
import { storedJson } from './stored-json.js';

describe('JSON for the database', () => {
  test('has neither NUL nor half a surrogate pair, and whole signs stay', () => {
    expect(JSON.parse(storedJson(['a\u0000b', 'x\ud83d', '\udc6ex', '👮', 'å\n\u0001']))).toEqual([
      'ab',
      'x\ufffd',
      '\ufffdx',
      '👮',
      'å\n\u0001',
    ]);
  });

  test('leaves a backslash that somebody wrote before the same letters', () => {
    const written = [String.raw`\u0000`, String.raw`\\ud83d`, '"\\'];
    expect(JSON.parse(storedJson(written))).toEqual(written);
  });
});
