import { describe, expect, test } from '@jest/globals';
import { frameOf, previewLayer } from './preview-points.js';

describe('the points of a preview', () => {
  test('one row far outside does not shrink the town to a dot', () => {
    const town = Array.from({ length: 99 }, (_, index) => [13.1 + index / 1000, 55.7 + index / 2000]);
    const [west, south, east, north] = frameOf([...town, [20, 67]])!;
    expect(west).toBeLessThan(13.11);
    expect(south).toBeLessThan(55.71);
    expect(east).toBeLessThan(13.3);
    expect(north).toBeLessThan(55.8);
  });

  test('no points have no frame, and one point has one that is not empty', () => {
    expect(frameOf([])).toBeNull();
    const [west, , east] = frameOf([[13, 55]])!;
    expect(east).toBeGreaterThan(west);
  });

  test('every point is drawn', () => {
    expect(previewLayer([[13, 55], [14, 56]], 'light').data.features).toHaveLength(2); // prettier-ignore
  });
});
