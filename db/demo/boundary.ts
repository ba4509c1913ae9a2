import { createRandom } from '../../api/src/analysis/random.js';
import { districts } from './districts.js';
import { between, distance, type Line, type Point, type Ring } from './plane.js';
import { ground, shape } from './site.js';

/** The municipality's boundary: long straight pieces between old boundary stones, the way Swedish ones are. */
export const municipality: Ring = boundary();

function boundary(): Point[] {
  const random = createRandom(1_096);
  const stones: Line = [
    [-6_600, -2_900], [-7_450, -900], [-7_000, 1_300], [-7_900, 2_900], [-6_500, 4_300], [-6_900, 6_500], [-4_900, 7_700], [-3_300, 9_300],
    [-800, 8_700], [1_500, 9_500], [3_300, 8_900], [4_500, 7_200], [6_600, 6_300], [6_100, 4_200], [7_600, 2_500], [6_900, 700],
    [7_900, -1_400], [6_700, -3_000], [4_300, -2_750], [1_200, -3_100], [-1_900, -2_600], [-4_300, -3_300],
  ]; // prettier-ignore
  return stones.flatMap((stone, i) => {
    const after = stones[(i + 1) % stones.length]!;
    const shift = distance(stone, after) * 0.09;
    const halfway = between(stone, after, 0.35 + 0.3 * random.next());
    return [stone, [halfway[0] + random.normal() * shift, halfway[1] + random.normal() * shift] as Point].map(
      ([u, v]) => ground([u * 1.1, v * 1.1 - 150]),
    );
  });
}

/** The outlines of the built-up areas (tätort): the town, and the two villages. */
export const builtUp: readonly { readonly name: string; readonly outline: Ring }[] = [
  {
    name: 'Älvhamn',
    outline: shape([[-2020, -330], [-1850, 60], [-1830, 480], [-1640, 1090], [-1540, 1760], [-930, 2170], [-240, 2200], [500, 1980], [660, 1560], [960, 1730], [1700, 1990], [2560, 1660], [2440, 1060], [1830, 760], [1720, 420], [1760, -60], [2320, -180], [2520, -500], [2060, -690], [1700, -720], [900, -700], [640, -580], [500, -460], [-350, -470], [-900, -470], [-1500, -480]]),
  },
  { name: 'Granby', outline: village('Granby') },
  { name: 'Sandvik', outline: village('Sandvik') },
]; // prettier-ignore

function village(name: string): Point[] {
  return shape(districts.find((district) => district.name === name)!.outline);
}
