import { expect, test } from '@jest/globals';
import { filesBelow, textOf } from './source-tree.js';

test('no problem and no fault of a field has two texts: in the one table the later would take the place of the other', () => {
  const places = new Map<string, string[]>();
  for (const file of filesBelow('api/src', /\.problems\.ts$/)) {
    for (const [, code] of textOf(file).matchAll(/^ {2}'?([a-z0-9-]+)'?: (?:\{|fieldText)/gm))
      places.set(code!, [...(places.get(code!) ?? []), file]);
  }
  expect(places.size).toBeGreaterThan(100);
  expect([...places].filter(([, files]) => files.length > 1)).toEqual([]);
});
