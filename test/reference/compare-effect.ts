import { giniVariants, predictionAccuracy } from '../../api/src/analysis/accuracy.js';
import { neededBaseline, weightedDisplacementDifference, type BeforeAfter } from '../../api/src/analysis/effect.js';
import { eTest, rateRatio } from '../../api/src/analysis/rate-ratio.js';
import { near, same, type Comparison } from './comparison.js';
import { readJson } from './reference-files.js';

interface WddVector {
  readonly name: string;
  readonly args: {
    readonly control: BeforeAfter;
    readonly treated: BeforeAfter;
    readonly disp_control?: BeforeAfter;
    readonly disp_treated?: BeforeAfter;
    readonly time_weights?: BeforeAfter;
    readonly area_weights?: readonly [number, number, number, number];
  };
  readonly result: Readonly<
    Record<
      'Est_Local' | 'SE_Local' | 'Est_Displace' | 'SE_Displace' | 'Est_Total' | 'SE_Total' | 'Z' | 'LowCI' | 'HighCI',
      number
    >
  >;
}

interface AccuracyVector {
  readonly Count: number;
  readonly Pred: number;
  readonly Area: number;
  readonly PAI: number;
  readonly PEI: number;
  readonly RRI: number;
}

interface GiniVector {
  readonly n_units: number;
  readonly n_crimes: number;
  readonly nonzero: number | readonly number[];
  readonly gini_naive: number;
  readonly gini_generalised: number;
  readonly gini_generalised_unbiased: number | 'NaN';
}

interface Vectors {
  readonly wdd: readonly WddVector[];
  readonly e_test: readonly {
    readonly k1: number;
    readonly k2: number;
    readonly n1: number;
    readonly n2: number;
    readonly p: number;
  }[];
  readonly pai_equal_area: readonly AccuracyVector[];
  readonly pai_unequal_area: readonly AccuracyVector[];
  readonly gini: readonly GiniVector[];
  readonly poisson_exact: {
    readonly poisson_exact_pre12_post5: number;
    readonly poisson_exact_ci: readonly [number, number];
  };
}

function vectors(): Vectors {
  return readJson('evaluation_vectors/vectors.json') as Vectors;
}

/** The weighted displacement difference beside ptools, the paper's own table first. */
export function compareDifferences(): Comparison[] {
  return vectors().wdd.flatMap(({ name, args, result }) => {
    const {
      area_weights: area,
      time_weights: timeWeights,
      disp_treated: displacement,
      disp_control: displacementControl,
    } = args;
    const {
      local,
      displacement: ring,
      total,
    } = weightedDisplacementDifference({
      treated: args.treated,
      control: args.control,
      ...(displacement ? { displacement } : {}),
      ...(displacementControl ? { displacementControl } : {}),
      ...(timeWeights ? { timeWeights } : {}),
      ...(area
        ? { areaWeights: { control: area[0], treated: area[1], displacementControl: area[2], displacement: area[3] } }
        : {}),
    });
    const short = name.split(/[ (]/)[0]!;
    return [
      near(`WDD ${short}: total`, total.estimate, result.Est_Total, 1e-9),
      near(`WDD ${short}: standard error`, total.standardError, result.SE_Total, 1e-9),
      near(`WDD ${short}: z`, total.z, result.Z, 1e-9),
      near(`WDD ${short}: lower limit`, total.interval.low, result.LowCI, 1e-9),
      near(`WDD ${short}: upper limit`, total.interval.high, result.HighCI, 1e-9),
      near(`WDD ${short}: place`, local.estimate, result.Est_Local, 1e-9),
      near(`WDD ${short}: place, standard error`, local.standardError, result.SE_Local, 1e-9),
      near(`WDD ${short}: ring`, ring.estimate, result.Est_Displace, 1e-9),
      near(`WDD ${short}: ring, standard error`, ring.standardError, result.SE_Displace, 1e-9),
    ];
  });
}

/** Two counts beside ptools' e_test and R's poisson.test. */
export function compareCounts(): Comparison[] {
  const { e_test: pairs, poisson_exact: exact } = vectors();
  // R's interval is of before over after
  const { p, interval } = rateRatio({ before: 5, after: 12 });
  return [
    ...pairs.map(({ k1, k2, n1, n2, p: theirs }) =>
      near(`e-test ${k1} in ${n1}, ${k2} in ${n2}`, eTest(k1, k2, [n1, n2]), theirs, 1e-9),
    ),
    near('poisson.test 12 and 5: p', p, exact.poisson_exact_pre12_post5, 1e-9),
    near('poisson.test 12 and 5: lower limit', interval.low, exact.poisson_exact_ci[0], 1e-9),
    near('poisson.test 12 and 5: upper limit', interval.high ?? Infinity, exact.poisson_exact_ci[1], 1e-6),
  ];
}

const published: readonly (readonly [number, number, number])[] = [
  [0.5, 1, 110],
  [0.5, 5, 60],
  [0.5, 20, 51],
  [0.4, 1, 177],
  [0.4, 5, 99],
  [0.4, 20, 84],
  [0.3, 1, 323],
  [0.3, 5, 184],
  [0.3, 20, 157],
  [0.2, 1, 746],
  [0.2, 5, 432],
  [0.2, 20, 373],
];

/** Events needed before, by drop and size of the control, beside the table of analytics.md 4.9. */
export function comparePower(): Comparison[] {
  return published.map(([drop, controlSize, needed]) =>
    near(
      `events needed to see -${drop * 100} % with ${controlSize} controls`,
      neededBaseline(drop, { controlSize }),
      needed,
      1,
    ),
  );
}

/** PAI, PEI and ptools' RRI by rank, for places of equal and of unequal size. */
export function compareAccuracy(): Comparison[] {
  const { pai_equal_area: equal, pai_unequal_area: unequal } = vectors();
  return [['equal areas', equal] as const, ['unequal areas', unequal] as const].flatMap(([name, rows]) => {
    const ours = predictionAccuracy(rows.map((row) => ({ predicted: row.Pred, observed: row.Count, area: row.Area })));
    return rows.flatMap((row, rank) => [
      near(`${name}, rank ${rank + 1}: PAI`, ours[rank]!.pai, row.PAI, 1e-9),
      near(`${name}, rank ${rank + 1}: PEI`, ours[rank]!.pei, row.PEI, 1e-9),
      near(`${name}, rank ${rank + 1}: predicted per observed`, ours[rank]!.predictedPerObserved ?? NaN, row.RRI, 1e-9),
    ]);
  });
}

/** Three Ginis beside lorenzgini's formulae. */
export function compareGini(): Comparison[] {
  return vectors().gini.flatMap((vector) => {
    const ours = giniVariants([vector.nonzero].flat(), vector.n_units);
    const name = `${vector.n_crimes} events, ${vector.n_units} places`;
    return [
      near(`${name}: naive Gini`, ours.naive, vector.gini_naive, 1e-9),
      near(`${name}: generalised Gini`, ours.generalised, vector.gini_generalised, 1e-9),
      vector.gini_generalised_unbiased === 'NaN'
        ? same(`${name}: unbiased Gini`, String(ours.unbiased), 'null')
        : near(`${name}: unbiased Gini`, ours.unbiased ?? NaN, vector.gini_generalised_unbiased, 1e-9),
    ];
  });
}
