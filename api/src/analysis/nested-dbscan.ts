import { lowestBitOf, onesIn, transpose } from '../geo/bits.js';
import { columnsOf } from '../geo/point-columns.js';
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
  return (among, minPoints) => searchedOnGrid(points, among, { epsMetres, minPoints });
}

function searchedOnGrid(
  points: readonly Metres[],
  among: readonly number[],
  options: { epsMetres: number; minPoints: number },
): NumberedCluster[] {
  const [x, y] = [new Float64Array(among.length), new Float64Array(among.length)];
  for (let place = 0; place < among.length; place++) {
    const point = points[among[place]!]!;
    x[place] = point.x;
    y[place] = point.y;
  }
  const { labels, core, clusters } = dbscan(x, y, options);
  const found = Array.from({ length: clusters }, () => ({ members: [] as number[], cores: [] as number[] }));
  for (let place = 0; place < among.length; place++) {
    if (labels[place]! < 0) continue;
    const { members, cores } = found[labels[place]!]!;
    members.push(among[place]!);
    if (core[place] === 1) cores.push(among[place]!);
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
  const { x, y } = columnsOf(points);
  const block = new Int32Array(32);
  for (let up = 0; up < words; up++) {
    for (let across = up; across < words; across++) {
      const [pastA, pastB] = [Math.min(x.length, up * 32 + 32), Math.min(x.length, across * 32 + 32)];
      block.fill(0);
      for (let a = up * 32; a < pastA; a++) {
        const [ax, ay] = [x[a]!, y[a]!];
        let row = 0;
        for (let b = across * 32; b < pastB; b++) {
          const dx = x[b]! - ax;
          const dy = y[b]! - ay;
          // without a branch: what is near comes in no order that a processor could guess
          row |= Number(dx * dx + dy * dy <= limit) << (b & 31);
        }
        bits[a * words + across] = row;
        block[a & 31] = row;
      }
      // the same pairs seen from the other side
      transpose(block);
      for (let b = across * 32; b < pastB; b++) bits[b * words + up] = block[b & 31]!;
    }
  }
  return { bits, words };
}

/** Of a cluster that was found: its core points, and how many of its members each has within reach. */
interface Counted {
  readonly cluster: NumberedCluster;
  readonly near: readonly number[];
  readonly minPoints: number;
}

/**
 * A cluster is mostly searched again among its own members. What is core at a higher threshold was core before, and its
 * neighbours are counted already, so that only the first search counts.
 */
function pairedSearch(points: readonly Metres[], epsMetres: number): Search {
  const pairs = pairsOf(points, epsMetres);
  const [label, nearOf, toVisit] = [0, 1, 2].map(() => new Int32Array(points.length)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const room = { pairs, label, nearOf, toVisit };
  const found = new WeakMap<readonly number[], Counted>();
  return (among, minPoints) => {
    const before = found.get(among);
    const known = before && minPoints >= before.minPoints ? before : undefined;
    const { cores, near } = known ? stillCores(known, minPoints) : countedCores(among, minPoints, pairs);
    if (known && cores.length === known.cluster.cores.length) return [known.cluster];
    if (cores.length === 0) return [];
    return labelled(among, { cores, near }, room).map((counted) => {
      found.set(counted.cluster.members, { cluster: counted.cluster, near: counted.near, minPoints });
      return counted.cluster;
    });
  };
}

interface CoreCounts {
  readonly cores: readonly number[];
  /** How many of those that take part each core point has within reach. */
  readonly near: readonly number[];
}

function stillCores({ cluster, near }: Counted, minPoints: number): CoreCounts {
  const cores = cluster.cores.filter((_, place) => near[place]! >= minPoints);
  return { cores, near: near.filter((count) => count >= minPoints) };
}

function countedCores(among: readonly number[], minPoints: number, pairs: Pairs): CoreCounts {
  const isAmong = bitsOf(among, pairs.words);
  const counts = { cores: [] as number[], near: [] as number[] };
  for (const at of among) {
    const near = nearAmong(at, isAmong, pairs);
    if (near < minPoints) continue;
    counts.cores.push(at);
    counts.near.push(near);
  }
  return counts;
}

function bitsOf(places: readonly number[], words: number): Int32Array {
  const bits = new Int32Array(words);
  for (const at of places) bits[at >> 5]! |= 1 << (at & 31);
  return bits;
}

function nearAmong(at: number, isAmong: Int32Array, { bits, words }: Pairs): number {
  let near = 0;
  for (let word = 0; word < words; word++) near += onesIn(bits[at * words + word]! & isAmong[word]!);
  return near;
}

/** One search: the table of pairs, what is core, and per point the number of its cluster and how many of it are near. */
interface Labelling {
  readonly pairs: Pairs;
  readonly isCore: Int32Array;
  readonly label: Int32Array;
  readonly nearOf: Int32Array;
  /** Core points whose neighbours are still to be labelled. */
  readonly toVisit: Int32Array;
  /** Core points without a label as yet, and how many they are. */
  readonly unlabelled: Int32Array;
  waiting: number;
  clusters: number;
}

/** The clusters round the core points, each with the counts of its own core points. */
function labelled(
  among: readonly number[],
  { cores, near }: CoreCounts,
  room: Pick<Labelling, 'pairs' | 'label' | 'nearOf' | 'toVisit'>,
): Omit<Counted, 'minPoints'>[] {
  const { pairs, label, nearOf, toVisit } = room;
  const isCore = bitsOf(cores, pairs.words);
  const unlabelled = isCore.slice();
  const search = { pairs, isCore, label, nearOf, toVisit, unlabelled, waiting: cores.length, clusters: 0 };
  for (const at of among) label[at] = -1;
  for (let place = 0; place < cores.length; place++) nearOf[cores[place]!] = near[place]!;
  for (const at of cores) if (label[at]! < 0) spread(at, search);
  for (const at of among) if (!hasBit(isCore, at)) joinBorder(at, search);
  if (search.clusters === 1) return [{ cluster: { members: among.filter((at) => label[at] === 0), cores }, near }];
  const clusters = Array.from({ length: search.clusters }, () => ({
    cluster: { members: [] as number[], cores: [] as number[] },
    near: [] as number[],
  }));
  for (const at of among) {
    if (label[at]! < 0) continue;
    const own = clusters[label[at]!]!;
    own.cluster.members.push(at);
    if (!hasBit(isCore, at)) continue;
    own.cluster.cores.push(at);
    own.near.push(nearOf[at]!);
  }
  return clusters;
}

/** Labels a core point and all that are reached from it as one more cluster. */
function spread(from: number, search: Labelling): void {
  const { pairs, label, toVisit, unlabelled } = search;
  const { bits, words } = pairs;
  const cluster = search.clusters++;
  let visits = 0;
  toVisit[visits++] = from;
  label[from] = cluster;
  unlabelled[from >> 5]! &= ~(1 << (from & 31));
  search.waiting--;
  while (visits > 0 && search.waiting > 0) {
    const at = toVisit[--visits]!;
    for (let word = 0; word < words; word++) {
      const reached = bits[at * words + word]! & unlabelled[word]!;
      if (reached === 0) continue;
      unlabelled[word]! &= ~reached;
      for (let rest = reached; rest !== 0; rest &= rest - 1) {
        const next = word * 32 + lowestBitOf(rest);
        label[next] = cluster;
        search.waiting--;
        toVisit[visits++] = next;
      }
    }
  }
}

/** A border point joins the lowest-numbered cluster within reach, if any, and no longer counts for the core points of others. */
function joinBorder(at: number, { pairs, isCore, label, nearOf, clusters }: Labelling): void {
  const { bits, words } = pairs;
  let lowest = clusters;
  for (let word = 0; word < words && lowest > 0; word++) {
    for (let rest = bits[at * words + word]! & isCore[word]!; rest !== 0 && lowest > 0; rest &= rest - 1)
      lowest = Math.min(lowest, label[word * 32 + lowestBitOf(rest)]!);
  }
  if (lowest === clusters) return;
  label[at] = lowest;
  for (let word = 0; word < words && clusters > 1; word++) {
    for (let rest = bits[at * words + word]! & isCore[word]!; rest !== 0; rest &= rest - 1) {
      const core = word * 32 + lowestBitOf(rest);
      if (label[core] !== lowest) nearOf[core]!--;
    }
  }
}

function hasBit(bits: Int32Array, at: number): boolean {
  return (bits[at >> 5]! & (1 << (at & 31))) !== 0;
}
