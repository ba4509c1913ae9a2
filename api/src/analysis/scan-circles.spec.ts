import { describe, expect, test } from '@jest/globals';
import { circlesAround } from './scan-circles.js';

const places = {
  x: Float64Array.of(0, 3, 0, 50, 3),
  y: Float64Array.of(0, 4, -5, 0, 0),
};

describe('the circles round places', () => {
  test('grow from the place itself outwards, and by number where two are equally far', () => {
    const circles = circlesAround(places, { reachMetres: 6, distance: 'euclidean' })!;
    const membersOf = (place: number): number[] => [
      ...circles.members.subarray(circles.first[place]!, circles.first[place + 1]!),
    ];
    const radiiOf = (place: number): number[] => [
      ...circles.radius.subarray(circles.first[place]!, circles.first[place + 1]!),
    ];
    expect([0, 1, 2, 3, 4].map(membersOf)).toEqual([[0, 4, 1, 2], [1, 4, 0], [2, 0, 4], [3], [4, 0, 1, 2]]);
    expect(radiiOf(0)).toEqual([0, 3, 5, 5]);
    expect(radiiOf(1)).toEqual([0, 4, 5]);
    expect(radiiOf(4)).toEqual([0, 3, 4, expect.closeTo(Math.sqrt(34), 12)]);
    expect(circles.members).toHaveLength(15);
  });

  test('reach as far as they are told, the rim included, and along the streets when asked to', () => {
    const sizes = (reachMetres: number, distance: 'euclidean' | 'manhattan'): number =>
      circlesAround(places, { reachMetres, distance })!.members.length;
    expect([sizes(3, 'euclidean'), sizes(2.9, 'euclidean'), sizes(5, 'manhattan')]).toEqual([7, 5, 11]);
    expect(sizes(0, 'euclidean')).toBe(5);
  });

  test('are refused when they hold more members than there is room for, and not before', () => {
    const reach = { reachMetres: 6, distance: 'euclidean' } as const;
    expect(circlesAround(places, { ...reach, mostNeighbours: 15 })).not.toBeNull();
    expect(circlesAround(places, { ...reach, mostNeighbours: 14 })).toBeNull();
    expect(circlesAround(places, { ...reach, reachMetres: 0, mostNeighbours: 4 })).toBeNull();
  });

  test('of no places are none', () => {
    const none = { x: new Float64Array(0), y: new Float64Array(0) };
    expect(circlesAround(none, { reachMetres: 5, distance: 'euclidean' })).toMatchObject({ first: Float64Array.of(0) });
  });
});
