import { benjaminiHochberg } from '../../api/src/analysis/exact-test.js';
import { giStar } from '../../api/src/analysis/gi-star.js';
import { neighboursWithin, windowNeighbours } from '../../api/src/analysis/neighbours.js';
import { allNear, near, same, type Comparison } from './comparison.js';
import { numbersOf, readJson, rowsOf } from './reference-files.js';

/** Gi* on the 3,307 cells of sfhotspot's Memphis grid, beside spdep. */
export function compareMemphisGiStar(): Comparison[] {
  const rows = rowsOf('memphis_robberies/gistar_500m.csv');
  const [cx, cy] = [numbersOf(rows, 'cx'), numbersOf(rows, 'cy')];
  const steps = (values: Float64Array): Int32Array =>
    Int32Array.from(values, (at) => Math.round((at - values[0]!) / 500));
  const neighbours = windowNeighbours(steps(cx), steps(cy));
  const sizes = Float64Array.from(rows, (_, cell) => neighbours.start[cell + 1]! - neighbours.start[cell]!);
  const { z, p, adjustedP, total } = giStar(numbersOf(rows, 'n'), neighbours);
  const hot = (values: Float64Array): number => values.filter((value, cell) => value < 0.05 && z[cell]! > 0).length;
  return [
    same('events counted', total, 2245),
    allNear('neighbours including the cell', { ours: sizes, theirs: numbersOf(rows, 'nnb_incl_self'), tolerance: 0 }),
    allNear('z of every cell', { ours: z, theirs: numbersOf(rows, 'gistar'), tolerance: 1e-9 }),
    allNear('p of every cell', { ours: p, theirs: numbersOf(rows, 'p'), tolerance: 1e-9 }),
    allNear('p corrected (BH)', { ours: adjustedP, theirs: numbersOf(rows, 'p_bh'), tolerance: 1e-9 }),
    near(
      'largest z',
      z.reduce((most, one) => Math.max(most, one), -Infinity),
      15.0752902257147,
      1e-9,
    ),
    same('hot cells, p < .05', hot(p), 417),
    same('hot cells, BH < .05', hot(adjustedP), 285),
    same('hot cells, Bonferroni < .05', hot(p.map((value) => value * rows.length)), 113),
    same('cold cells, p < .05', p.filter((value, cell) => value < 0.05 && z[cell]! < 0).length, 0),
  ];
}

interface EsdaVector {
  readonly esda_points: readonly [number, number][];
  readonly y: readonly number[];
  readonly threshold: number;
  readonly Gstar_Z_spdep: readonly number[];
  readonly esda_Gstar_Z: readonly number[];
}

/** Gi* of esda's docstring, and of Getis and Ord's own remote-sensing grid with bands of four widths. */
export function compareSmallGiStar(): Comparison[] {
  const esda = readJson('getis_ord_small/esda_docstring.json') as EsdaVector;
  const [x, y] = [0, 1].map((axis) => Float64Array.from(esda.esda_points, (point) => point[axis]!)) as [
    Float64Array,
    Float64Array,
  ];
  const { z } = giStar(esda.y, neighboursWithin(x, y, esda.threshold));
  const rows = rowsOf('getis_ord_small/getisord1996_16x16.csv');
  const grid = [30, 60, 90, 120].flatMap((metres) => {
    const neighbours = neighboursWithin(numbersOf(rows, 'x'), numbersOf(rows, 'y'), metres);
    return allNear(`Getis and Ord 1996, 256 cells, within ${metres} m`, {
      ours: giStar(numbersOf(rows, 'val'), neighbours).z,
      theirs: numbersOf(rows, `Gstar_${metres}`),
      tolerance: 1e-9,
    });
  });
  return [
    allNear('esda docstring beside spdep', { ours: z, theirs: esda.Gstar_Z_spdep, tolerance: 1e-9 }),
    allNear('esda docstring as printed', { ours: z, theirs: esda.esda_Gstar_Z, tolerance: 5e-9 }),
    ...grid,
  ];
}

/** Benjamini and Hochberg's correction beside R's p.adjust. */
export function compareCorrection(): Comparison[] {
  const { benjamini_hochberg: vector } = readJson('evaluation_vectors/vectors.json') as {
    readonly benjamini_hochberg: { readonly p: readonly number[]; readonly BH: readonly number[] };
  };
  return [allNear('BH beside p.adjust', { ours: benjaminiHochberg(vector.p), theirs: vector.BH, tolerance: 1e-12 })];
}
