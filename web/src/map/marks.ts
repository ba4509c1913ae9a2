import type { MapTheme } from './base-map-style.js';

/** Small pictures that the map knows besides its hatches: a shape says what a colour alone must not. */
export interface Mark {
  name: `${'square' | 'diamond' | 'raised' | 'serious'}-${MapTheme}`;
  width: number;
  height: number;
  data: Uint8Array;
}

type Colour = readonly [red: number, green: number, blue: number];

const inks = {
  light: { line: [26, 34, 37], paper: [255, 255, 255], action: [80, 10, 64], raised: [122, 80, 0], serious: [163, 33, 31] },
  dark: { line: [233, 236, 234], paper: [18, 24, 26], action: [255, 220, 242], raised: [224, 184, 92], serious: [242, 150, 140] },
} as const satisfies Record<MapTheme, Record<string, Colour>>; // prettier-ignore

/** In device pixels; the map draws two of them per CSS pixel. */
const size = 28;

function drawn(name: Mark['name'], side: number, paint: (x: number, y: number) => { colour: Colour; cover: number }): Mark {
  const data = new Uint8Array(side * side * 4);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const { colour, cover } = paint(x + 0.5, y + 0.5);
      const strength = Math.max(0, Math.min(1, cover));
      data.set([...colour.map((part) => Math.round(part * strength)), Math.round(255 * strength)], (y * side + x) * 4);
    }
  }
  return { name, width: side, height: side, data };
} // prettier-ignore

/** A filled shape with a rim of paper; `distance` from its middle, `reach` where it ends. */
function shape(name: Mark['name'], reach: number, [fill, rim]: readonly [Colour, Colour], distance: (dx: number, dy: number) => number): Mark {
  return drawn(name, size, (x, y) => {
    const away = distance(x - size / 2, y - size / 2);
    return { colour: away < reach - 3 ? fill : rim, cover: reach - away + 0.5 };
  });
} // prettier-ignore

const raisedSide = 24;

/** Every mark in one theme: a square for a place, a diamond for an action, dots for *förhöjt*, a grid for *allvarligt*. */
export function marksOf(theme: MapTheme): readonly Mark[] {
  const { line, paper, action, raised, serious } = inks[theme];
  const middle = raisedSide / 2;
  return [
    shape(`square-${theme}`, 10, [line, paper], (dx, dy) => Math.max(Math.abs(dx), Math.abs(dy))),
    shape(`diamond-${theme}`, 13, [action, paper], (dx, dy) => Math.abs(dx) + Math.abs(dy)),
    drawn(`raised-${theme}`, raisedSide, (x, y) => ({ colour: raised, cover: 3.4 - Math.hypot(x - middle, y - middle) })),
    drawn(`serious-${theme}`, raisedSide, (x, y) => ({
      colour: serious,
      cover: 1.6 - Math.min(Math.abs(x - middle), Math.abs(y - middle)),
    })),
  ]; // prettier-ignore
}

export const marks: readonly Mark[] = [...marksOf('light'), ...marksOf('dark')];
