import { crc32, deflateSync } from 'node:zlib';

type Point = readonly [x: number, y: number];

/** The brackets of `public/icon.svg` in its 32 × 32 box: one corner, turned to all four. */
const corner: readonly Point[] = [[8, 12], [8, 9.5], ...curve([8, 9.5], [8, 8], [9.5, 8]), [12, 8]]; // prettier-ignore
const brackets = [
  corner,
  corner.map(([x, y]): Point => [32 - x, y]),
  corner.map(([x, y]): Point => [x, 32 - y]),
  corner.map(([x, y]): Point => [32 - x, 32 - y]),
];
const ground = [0x0c, 0x5f, 0x6b] as const;

function curve(from: Point, over: Point, to: Point): Point[] {
  return [0.25, 0.5, 0.75, 1].map((t) => {
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return [a * from[0] + b * over[0] + c * to[0], a * from[1] + b * over[1] + c * to[1]];
  });
}

function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/** How far a point lies outside the white lines and the dot; negative inside. */
function outsideSign(point: Point): number {
  const lines = brackets.flatMap((line) => line.slice(1).map((end, index) => distance(point, line[index]!, end) - 1));
  return Math.min(distance(point, [16, 16], [16, 16]) - 3.5, ...lines);
}

/** How far a point lies outside the ground with its round corners; negative inside. */
function outsideGround([x, y]: Point, radius: number): number {
  const [dx, dy] = [Math.abs(x - 16) - 16 + radius, Math.abs(y - 16) - 16 + radius];
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
}

/**
 * The product's sign as a PNG (RFC 2083, 8 bit RGBA), drawn from the same lines as `icon.svg`.
 *
 * @param size pixels to a side
 * @param radius of the corners in the 32 × 32 box; 0 for systems that cut the corners themselves
 */
export function iconPng(size: number, radius: number): Uint8Array {
  const rows = Buffer.alloc(size * (1 + size * 4));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const point = [((column + 0.5) * 32) / size, ((row + 0.5) * 32) / size] as const;
      const pixel = 32 / size;
      const share = covered(outsideSign(point), pixel);
      const at = row * (1 + size * 4) + 1 + column * 4;
      ground.forEach((value, channel) => rows.writeUInt8(Math.round(value + (255 - value) * share), at + channel));
      const whole = radius === 0 ? 1 : covered(outsideGround(point, radius), pixel);
      rows.writeUInt8(Math.round(whole * 255), at + 3);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const sign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    sign,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** How much of a pixel lies inside a line that passes at this distance. */
function covered(outside: number, pixel: number): number {
  return Math.min(1, Math.max(0, 0.5 - outside / pixel));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
