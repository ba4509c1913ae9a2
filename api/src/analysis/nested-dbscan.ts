import type { Metres } from '../geo/projection.js';
import { dbscan } from './dbscan.js';

/** A cluster by the places of its points in the list that was given. */
export interface NumberedCluster {
  readonly members: readonly number[];
  readonly cores: readonly number[];
}

/** The clusters among some of the points (their places, ascending), for one threshold. */
export type Search = (among: readonly number[], minPoints: number) => NumberedCluster[];

/** The pairs of so many points fit in half a megabyte. */
const mostPaired = 2048;

/**
 * DBSCAN over and over among the same points with one reach and ever higher thresholds, as the search for a place
 * inside a dense area needs it. Labels as `dbscan` gives them; which pairs are near is found out once.
 */
export function nestedDbscan(points: readonly Metres[], epsMetres: number): Search {
  if (points.length > mostPaired) return gridSearch(points, epsMetres);
  let search: Search | undefined;
  return (among, minPoints) => (search ??= pairedSearch(points, epsMetres))(among, minPoints);
}

function gridSearch(points: readonly Metres[], epsMetres: number): Search {
  return (among, minPoints) => {
    const x = Float64Array.from(among, (at) => points[at]!.x);
    const y = Float64Array.from(among, (at) => points[at]!.y);
    const { labels, core, clusters } = dbscan(x, y, { epsMetres, minPoints });
    return gathered(clusters, among, (place) => ({ label: labels[place]!, isCore: core[place] === 1 }));
  };
}

function gathered(
  clusters: number,
  among: readonly number[],
  of: (place: number) => { readonly label: number; readonly isCore: boolean },
): NumberedCluster[] {
  const found = Array.from({ length: clusters }, () => ({ members: [] as number[], cores: [] as number[] }));
  for (const [place, at] of among.entries()) {
    const { label, isCore } = of(place);
    if (label < 0) continue;
    found[label]!.members.push(at);
    if (isCore) found[label]!.cores.push(at);
  }
  return found;
}

/** One row of bits per point: the points within reach of it. */
interface Pairs {
  readonly bits: Int32Array;
  readonly words: number;
}

function pairsOf(points: readonly Metres[], epsMetres: number): Pairs {
  const words = Math.ceil(points.length / 32);
  const bits = new Int32Array(points.length * words);
  const limit = epsMetres * epsMetres;
  const x = Float64Array.from(points, (point) => point.x);
  const y = Float64Array.from(points, (point) => point.y);
  for (let a = 0; a < x.length; a++) {
    const [ax, ay] = [x[a]!, y[a]!];
    for (let b = a; b < x.length; b++) {
      const dx = x[b]! - ax;
      const dy = y[b]! - ay;
      if (!(dx * dx + dy * dy <= limit)) continue;
      bits[a * words + (b >> 5)]! |= 1 << (b & 31);
      bits[b * words + (a >> 5)]! |= 1 << (a & 31);
    }
  }
  return { bits, words };
}

function pairedSearch(points: readonly Metres[], epsMetres: number): Search {
  const pairs = pairsOf(points, epsMetres);
  const { bits, words } = pairs;
  const label = new Int32Array(points.length);
  const everNear = Int32Array.from(points, (_, at) => onesIn(bits, at * words, (at + 1) * words));
  return (among, minPoints) => {
    const isAll = among.length === points.length;
    const isAmong = new Int32Array(words);
    for (const at of among) isAmong[at >> 5]! |= 1 << (at & 31);
    const isCore = new Int32Array(words);
    for (const at of among) {
      // with all points it has too few, so with some of them as well
      if (everNear[at]! < minPoints) continue;
      if (isAll || nearAmong(at, isAmong, pairs) >= minPoints) isCore[at >> 5]! |= 1 << (at & 31);
    }
    const core = (at: number) => (isCore[at >> 5]! & (1 << (at & 31))) !== 0;
    label.fill(-1);
    const unlabelled = isCore.slice();
    let clusters = 0;
    for (const at of among) if (core(at) && label[at]! < 0) spread(at, clusters++, { pairs, unlabelled, label });
    for (const at of among) if (!core(at)) label[at] = lowestLabelNear(at, { pairs, isCore, label });
    return gathered(clusters, among, (place) => ({ label: label[among[place]!]!, isCore: core(among[place]!) }));
  };
}

function nearAmong(at: number, isAmong: Int32Array, { bits, words }: Pairs): number {
  let near = 0;
  for (let word = 0; word < words; word++) near += ones(bits[at * words + word]! & isAmong[word]!);
  return near;
}

interface Labelling {
  readonly pairs: Pairs;
  readonly isCore: Int32Array;
  readonly label: Int32Array;
}

/** Labels a core point and all that are reached from it, and strikes them off those that wait for a label. */
function spread(
  from: number,
  cluster: number,
  { pairs: { bits, words }, unlabelled, label }: Omit<Labelling, 'isCore'> & { readonly unlabelled: Int32Array },
): void {
  const waiting = [from];
  unlabelled[from >> 5]! &= ~(1 << (from & 31));
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    label[at] = cluster;
    for (let word = 0; word < words; word++) {
      const reached = bits[at * words + word]! & unlabelled[word]!;
      unlabelled[word]! &= ~reached;
      for (let rest = reached; rest !== 0; rest &= rest - 1) waiting.push(word * 32 + lowestBit(rest));
    }
  }
}

/** A border point joins the lowest-numbered cluster within reach; -1 when none is. */
function lowestLabelNear(at: number, { pairs: { bits, words }, isCore, label }: Labelling): number {
  let lowest = -1;
  for (let word = 0; word < words; word++) {
    for (let rest = bits[at * words + word]! & isCore[word]!; rest !== 0; rest &= rest - 1) {
      const cluster = label[word * 32 + lowestBit(rest)]!;
      if (lowest < 0 || cluster < lowest) lowest = cluster;
    }
  }
  return lowest;
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

function onesIn(words: Int32Array, from: number, to: number): number {
  let count = 0;
  for (let word = from; word < to; word++) count += ones(words[word]!);
  return count;
}

/** How many bits are set (Warren, Hacker's Delight, 2nd ed., figure 5-2). */
function ones(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
