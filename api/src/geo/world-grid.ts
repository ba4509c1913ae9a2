import { type Metres, toWorld } from './projection.js';

const step = 500;
const columnsPerRow = 2 ** 20;

/**
 * `toWorld` for very many points of one part of the country: the projection is asked at the corners of a grid of 500 m
 * and drawn straight between them, which differs by less than two centimetres.
 */
export function worldGrid(): (x: number, y: number) => Metres {
  const cells = new Map<number, readonly [Metres, Metres, Metres, Metres]>();
  const cornersOf = (column: number, row: number) => {
    const corner = (right: number, up: number) => toWorld({ x: (column + right) * step, y: (row + up) * step });
    const corners = [corner(0, 0), corner(1, 0), corner(0, 1), corner(1, 1)] as const;
    cells.set(row * columnsPerRow + column, corners);
    return corners;
  };
  return (x, y) => {
    const [column, row] = [Math.floor(x / step), Math.floor(y / step)];
    const [a, b, c, d] = cells.get(row * columnsPerRow + column) ?? cornersOf(column, row);
    const [right, up] = [x / step - column, y / step - row];
    const [left, low] = [1 - right, 1 - up];
    return {
      x: low * (left * a.x + right * b.x) + up * (left * c.x + right * d.x),
      y: low * (left * a.y + right * b.y) + up * (left * c.y + right * d.y),
    };
  };
}
