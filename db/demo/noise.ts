import { createRandom } from '../../api/src/analysis/random.js';

/** Smooth noise from -1 to 1 over the plane; the wavelength is in metres. */
export type Noise = (x: number, y: number, wavelength: number) => number;

/** Value noise with three octaves on a seeded lattice of 256 x 256 that repeats; the same seed gives the same land. */
export function createNoise(seed: number): Noise {
  const order = createRandom(seed).shuffle(Array.from({ length: 256 }, (_, i) => i));
  const at = (i: number, j: number): number => (order[((order[i & 255] ?? 0) + j) & 255] ?? 0) / 127.5 - 1;
  const octave = (x: number, y: number): number => {
    const [i, j] = [Math.floor(x), Math.floor(y)];
    const [u, v] = [smooth(x - i), smooth(y - j)];
    const low = at(i, j) + (at(i + 1, j) - at(i, j)) * u;
    const high = at(i, j + 1) + (at(i + 1, j + 1) - at(i, j + 1)) * u;
    return low + (high - low) * v;
  };
  return (x, y, wavelength) => {
    const [u, v] = [x / wavelength, y / wavelength];
    return (octave(u, v) + octave(u * 2 + 17.3, v * 2 + 5.1) / 2 + octave(u * 4 + 3.7, v * 4 + 41.9) / 4) / 1.75;
  };
}

const smooth = (t: number): number => t * t * (3 - 2 * t);
