import { readFileSync } from 'node:fs';
import { logLikelihoodRatio } from '../../api/src/analysis/scan-statistic.js';
import type { DatedEvents } from '../../api/src/analysis/space-time-events.js';
import { spaceTimeScan, type SpaceTimeScanResult } from '../../api/src/analysis/space-time-scan.js';
import { near, same, type Comparison } from './comparison.js';
import { referenceFile } from './reference-files.js';

const fieldsOf = (path: string): string[][] =>
  readFileSync(referenceFile(path), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/));

/** 2015/12/31 to a number of days. */
function dayOf(text: string): number {
  const [year, month, day] = text.split('/').map(Number);
  return Date.UTC(year!, month! - 1, day) / 86_400_000;
}

/** SaTScan's files of cases and of places: every place is a centre, those without cases with weight 0. */
function readCases(name: string, { latitudeFirst }: { readonly latitudeFirst: boolean }): DatedEvents {
  const places = new Map(fieldsOf(`${name}.geo`).map(([id, a, b]) => [id!, [Number(a), Number(b)] as const]));
  const cases = fieldsOf(`${name}.cas`).map(([id, count, date]) => ({
    id: id!,
    count: Number(count),
    day: dayOf(date!),
  }));
  const rows = [...cases, ...[...places.keys()].map((id) => ({ id, count: 0, day: 0 }))];
  const first = Float64Array.from(rows, ({ id }) => places.get(id)![0]);
  const second = Float64Array.from(rows, ({ id }) => places.get(id)![1]);
  return {
    x: latitudeFirst ? second : first,
    y: latitudeFirst ? first : second,
    day: Float64Array.from(rows, ({ day }) => day),
    weights: Float64Array.from(rows, ({ count }) => count),
  };
}

/** One cluster as SaTScan printed it. */
interface Printed {
  readonly statistic: number;
  readonly p: number;
  readonly cases: number;
  readonly expected: number;
  readonly places: number;
  readonly radius: number;
  readonly from: string;
  readonly to: string;
}

/** Three standard errors of a share p of `theirs` maps and of our 999. */
function chance(p: number, theirs: number): number {
  return 3 * Math.sqrt(p * (1 - p) * (1 / theirs + 1 / 999)) + 0.002;
}

function compareClusters(
  { clusters }: SpaceTimeScanResult,
  printed: readonly Printed[],
  { maps, radiusStep }: { readonly maps: number; readonly radiusStep: number },
): Comparison[] {
  return printed.flatMap((theirs, index) => {
    const ours = clusters[index];
    const what = `cluster ${index + 1}`;
    if (!ours) return [same(what, 'none', 'one')];
    return [
      near(`${what}, statistic`, ours.llr, theirs.statistic, 1e-5),
      near(`${what}, p`, ours.p, theirs.p, chance(theirs.p, maps)),
      near(`${what}, expected`, ours.expected, theirs.expected, 0.00501),
      near(`${what}, radius in metres`, ours.radiusMetres, theirs.radius, radiusStep),
      same(`${what}, cases in places`, `${ours.cases} in ${ours.places}`, `${theirs.cases} in ${theirs.places}`),
      same(`${what}, days`, `${ours.from} to ${ours.to}`, `${dayOf(theirs.from)} to ${dayOf(theirs.to)}`),
    ];
  });
}

/** Burglaries in Chicago, retrospective: the clusters down to the tenth, in SaTScan's order. */
export function compareChicagoScan(): Comparison[] {
  const [names, ...rows] = fieldsOf('crime_scan_satscan/chicago_be_stp_retro.col.txt');
  const field = (row: readonly string[], name: string): string => row[names!.indexOf(name)]!;
  const printed = rows.slice(0, 10).map((row) => ({
    statistic: Number(field(row, 'TEST_STAT')),
    p: Number(field(row, 'P_VALUE')),
    cases: Number(field(row, 'OBSERVED')),
    expected: Number(field(row, 'EXPECTED')),
    places: Number(field(row, 'NUMBER_LOC')),
    radius: Number(field(row, 'RADIUS')),
    from: field(row, 'START_DATE'),
    to: field(row, 'END_DATE'),
  }));
  const result = spaceTimeScan(readCases('crime_scan_satscan/chicago_be', { latitudeFirst: false }), {
    radiusMetres: 1000,
    windowDays: 14,
    permutations: 999,
    seed: 1,
    mode: 'retrospective',
    distance: 'euclidean',
  });
  // SaTScan takes the fifth around another of its three places, which is as good: 101.71 m, ours 105.19 m
  return compareClusters(result, printed, { maps: 999, radiusStep: 4 });
}

/** Fever in New York, prospective, over the globe. SaTScan stopped after 207 maps. */
export function compareNewYorkScan(): Comparison[] {
  const result = spaceTimeScan(readCases('satscan/NYCfever', { latitudeFirst: true }), {
    radiusMetres: 3000,
    windowDays: 7,
    permutations: 999,
    seed: 1,
    mode: 'prospective',
    distance: 'great-circle',
  });
  const to = '2001/11/24';
  const printed = [
    { statistic: 3.845418, p: 0.242, cases: 4, expected: 0.67, places: 9, radius: 2900, from: '2001/11/22', to },
    { statistic: 3.164201, p: 0.575, cases: 2, expected: 0.16, places: 1, radius: 0, from: '2001/11/24', to },
    { statistic: 2.137259, p: 0.966, cases: 2, expected: 0.29, places: 1, radius: 0, from: '2001/11/23', to },
  ];
  return compareClusters(result, printed, { maps: 207, radiusStep: 5 });
}

/** Brain cancer in New Mexico: the expected number is printed with two decimals, so it is solved for. */
export function comparePoissonStatistic(): Comparison[] {
  let low = 176;
  let high = 177;
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (logLikelihoodRatio(236, middle, 1175) > 10.979758) low = middle;
    else high = middle;
  }
  return [near('expected that gives 10.979758 for 236 of 1175', low, 176.22, 0.005)];
}
