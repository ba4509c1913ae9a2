import { expect, test } from '@jest/globals';
import { toMetres, toWorld, worldOf } from './projection.js';
import { worldGrid } from './world-grid.js';

const metresRound = 40_075_017;

test('the world is a square of one with north up, and both ways into it agree', () => {
  expect(worldOf([0, 0])).toEqual({ x: 0.5, y: 0.5 });
  expect(worldOf([180, 85.051129]).y).toBeCloseTo(0, 7);
  const { x, y } = toWorld(toMetres([16.5, 59.5]));
  expect(x).toBeCloseTo(16.5 / 360 + 0.5, 10);
  expect(y).toBeCloseTo(worldOf([16.5, 59.5]).y, 10);
});

test('the grid differs from the projection by less than two centimetres, in the south as in the north', () => {
  for (const [longitude, latitude] of [
    [12.9, 55.6],
    [18.0, 59.3],
    [23.9, 65.9],
  ] as const) {
    const inside = worldGrid();
    const middle = toMetres([longitude, latitude]);
    for (let at = 0; at < 200; at++) {
      const point = { x: middle.x + (at % 20) * 713.7, y: middle.y + Math.floor(at / 20) * 611.3 };
      const [drawn, exact] = [inside(point.x, point.y), toWorld(point)];
      expect(Math.hypot(drawn.x - exact.x, drawn.y - exact.y) * metresRound).toBeLessThan(0.05);
    }
  }
});
