import { describe, expect, test } from '@jest/globals';
import { baseMapLayerNames, baseMapStyle } from './base-map-style.js';

describe('the base map style', () => {
  const light = baseMapStyle({ theme: 'light' });
  const dark = baseMapStyle({ theme: 'dark' });

  test('draws the same layers in light and in dark, each once', () => {
    expect(dark.map(({ id }) => id)).toEqual(light.map(({ id }) => id));
    expect(new Set(light.map(({ id }) => id)).size).toBe(light.length);
    expect(JSON.stringify(dark)).not.toBe(JSON.stringify(light));
  });

  test('reads every source that the base map gives, and no other', () => {
    const read = new Set(
      light.flatMap((layer) => ('source' in layer && typeof layer.source === 'string' ? [layer.source] : [])),
    );
    expect([...read].toSorted()).toEqual(baseMapLayerNames.map((name) => `base-${name}`).toSorted());
  });

  test('puts names above everything else, so that data can go beneath them', () => {
    const firstName = light.findIndex(({ type }) => type === 'symbol');
    expect(light.slice(firstName).every(({ type }) => type === 'symbol')).toBe(true);
    expect(light.slice(0, firstName).some(({ type }) => type === 'symbol')).toBe(false);
  });
});
