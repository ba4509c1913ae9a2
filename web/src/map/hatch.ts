import type { MapTheme } from './base-map-style.js';

/** Names of the hatches that the map knows, to be used as `fill-pattern`. */
export type HatchName = `hatch-${MapTheme}`;

/** A square drawing that repeats without a seam: 8 bits each of red, green, blue and opacity. */
export interface Hatch {
  name: HatchName;
  width: number;
  height: number;
  data: Uint8Array;
}

/** Side in device pixels; the map draws two of them per CSS pixel. */
const side = 20;
/** How thick a line is, measured along a row, in device pixels. */
const thickness = 2.4;

const inks: Readonly<Record<MapTheme, readonly [red: number, green: number, blue: number]>> = {
  light: [12, 95, 107],
  dark: [111, 198, 207],
};

/** Thin diagonal lines in the colour of action, with soft edges. */
export function hatchOf(theme: MapTheme): Hatch {
  const [red, green, blue] = inks[theme];
  const data = new Uint8Array(side * side * 4);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const along = (x + y) % side;
      const distance = Math.min(along, side - along);
      const cover = Math.max(0, Math.min(1, thickness / 2 + 0.5 - distance));
      data.set(
        [red, green, blue].map((part) => Math.round(part * cover)),
        (y * side + x) * 4,
      );
      data[(y * side + x) * 4 + 3] = Math.round(255 * cover);
    }
  }
  return { name: `hatch-${theme}`, width: side, height: side, data };
}

export const hatches: readonly Hatch[] = [hatchOf('light'), hatchOf('dark')];
