import { type Metres, toWorld } from './projection.js';

const step = 500;
const columnsPerRow = 2 ** 20;

/**
 * `toWorld` for very many points of one part of the country: the projection is asked at the corners of a grid of 500 m
 * and drawn straight between them, which differs by less than two centimetres.
 */
export function worldGrid(): (x: number, y: number) => Metres {
  const corners = new Map<number, Metres>();
  const cornerAt = (column: number, row: number): Metres => {
    const key = row * columnsPerRow + column;
    let corner = corners.get(key);
    if (!corner) {
      corner = toWorld({ x: column * step, y: row * step });
      corners.set(key, corner);
    }
    return corner;
  };
  return (x, y) => {
    const [column, row] = [Math.floor(x / step), Math.floor(y / step)];
    const [right, up] = [x / step - column, y / step - row];
    const [a, b] = [cornerAt(column, row), cornerAt(column + 1, row)];
    const [c, d] = [cornerAt(column, row + 1), cornerAt(column + 1, row + 1)];
    const [low, high] = [1 - up, up];
    const left = 1 - right;
    return {
      x: low * (left * a.x + right * b.x) + high * (left * c.x + right * d.x),
      y: low * (left * a.y + right * b.y) + high * (left * c.y + right * d.y),
    };
  };
}
