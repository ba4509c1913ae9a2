import { classifyTrend, type TrendAnswer } from '../../api/src/analysis/emerging.js';
import { mannKendall } from '../../api/src/analysis/mann-kendall.js';
import { twoSidedNormal } from '../../api/src/analysis/normal.js';
import { allNear, type Comparison } from './comparison.js';
import { readJson } from './reference-files.js';

interface Series {
  readonly gi: readonly number[];
  readonly S: number;
  readonly varS: number;
  readonly tau: number;
  readonly z: number;
  readonly p: number;
  readonly class_sfdep_alpha05: string;
}

function allSeries(): readonly Series[] {
  return readJson('emerging_hotspot_vectors/mk_and_classes.json') as Series[];
}

/** Mann-Kendall on 396 series beside R's Kendall. */
export function compareMannKendall(): Comparison[] {
  const series = allSeries();
  const ours = series.map(({ gi }) => mannKendall(gi));
  const line = (what: string, own: 's' | 'variance' | 'tau' | 'z' | 'p', their: 'S' | 'varS' | 'tau' | 'z' | 'p') =>
    allNear(what, {
      ours: ours.map((one) => one[own]),
      theirs: series.map((one) => one[their]),
      tolerance: own === 's' ? 0 : 1e-9,
    });
  return [
    line('S', 's', 'S'),
    line('variance with ties', 'variance', 'varS'),
    line('tau', 'tau', 'tau'),
    line('z', 'z', 'z'),
    line('two-sided p', 'p', 'p'),
  ];
}

/** Our class of a series of standard scores, with sfdep's level and sides. */
export function classOfScores(gi: readonly number[]): TrendAnswer {
  const significant = gi.map((z) => twoSidedNormal(z) <= 0.05);
  return classifyTrend({
    values: gi,
    hot: gi.map((z, period) => z > 0 && significant[period]!),
    cold: gi.map((z, period) => z < 0 && significant[period]!),
  });
}

/** Pairs of classes, ours and sfdep's, that differ, with how often: sfdep is a reading of the same rules and no oracle. */
export function classDifferences(): { readonly agreeing: number; readonly differing: ReadonlyMap<string, number> } {
  const differing = new Map<string, number>();
  let agreeing = 0;
  for (const { gi, class_sfdep_alpha05: theirs } of allSeries()) {
    const { trendClass, side } = classOfScores(gi);
    const ours = side === null ? 'no pattern detected' : `${trendClass} ${side}spot`;
    if (ours === theirs.replace('oscilating', 'oscillating')) agreeing++;
    else {
      const key = `${ours} / sfdep: ${theirs}`;
      differing.set(key, (differing.get(key) ?? 0) + 1);
    }
  }
  return { agreeing, differing };
}
