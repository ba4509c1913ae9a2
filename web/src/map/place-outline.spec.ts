import { describe, expect, test } from '@jest/globals';
import { outlineBounds, outlineData, outlineLayers } from './place-outline.js';

const square = { coordinates: [[[[16, 59], [16.01, 59], [16.01, 59.02], [16, 59.01], [16, 59]]]] }; // prettier-ignore

describe('outlined places', () => {
  test('each is an area and a point with its number, both selected by the same id', () => {
    const { features } = outlineData([{ id: 'a', number: 3, polygon: square }]);
    expect(features.map(({ properties }) => properties)).toEqual([
      { id: 'a', number: '3' },
      { id: 'a', number: '3' },
    ]);
    expect(features[1]?.geometry).toEqual({ type: 'Point', coordinates: [16.01, 59.02] });
  });

  test('a place without a shape is not drawn and has no bounds', () => {
    expect(outlineData([{ id: 'a', number: 1, polygon: { coordinates: [] } }]).features).toEqual([]);
    expect(outlineBounds([{ polygon: { coordinates: [] } }])).toBeNull();
  });

  test('the bounds hold all places', () => {
    const other = { coordinates: [[[[15.9, 59.1], [15.95, 59.1], [15.95, 59.2], [15.9, 59.1]]]] }; // prettier-ignore
    expect(outlineBounds([{ polygon: square }, { polygon: other }])).toEqual([15.9, 59, 16.01, 59.2]);
  });

  test('decided and found differ in form, not only in colour', () => {
    const line = (look: 'decided' | 'found') => outlineLayers(look, 'light').find(({ id }) => id === 'line')?.paint;
    expect(line('found')).toHaveProperty('line-dasharray');
    expect(line('decided')).not.toHaveProperty('line-dasharray');
  });
});
