import type { Bilingual } from '../analysis/bilingual.js';
import { clipToMask } from '../geo/clip.js';
import { areaOf, boundsOf, type MetresMultiPolygon } from '../geo/polygon.js';
import { both } from './answer.js';

export interface ComparedCluster {
  readonly id: string;
  readonly name: string | null;
  readonly polygon: MetresMultiPolygon;
  readonly count: number;
}

export type Change = 'new' | 'gone' | 'same' | 'more' | 'fewer';

export interface ComparedRow {
  readonly change: Change;
  readonly name: string | null;
  readonly first: ComparedCluster | null;
  readonly second: ComparedCluster | null;
  readonly sentence: Bilingual;
}

/** At least this share of the smaller of two outlines lies in both: then they are one place. */
const leastOverlap = 0.25;

/** What is new, gone, the same or changed between two runs: clusters that overlap most are one place. */
export function compareClusters(first: readonly ComparedCluster[], second: readonly ComparedCluster[]): ComparedRow[] {
  const pairs = first
    .flatMap((one) => second.map((other) => ({ one, other, share: overlapOf(one.polygon, other.polygon) })))
    .filter(({ share }) => share >= leastOverlap)
    .sort((a, b) => b.share - a.share || (a.one.id < b.one.id ? -1 : 1));
  const taken = new Set<string>();
  const rows: ComparedRow[] = [];
  for (const { one, other } of pairs) {
    if (taken.has(`a${one.id}`) || taken.has(`b${other.id}`)) continue;
    taken.add(`a${one.id}`).add(`b${other.id}`);
    rows.push(rowOf(one, other));
  }
  const gone = first.filter(({ id }) => !taken.has(`a${id}`)).map((one) => rowOf(one, null));
  const come = second.filter(({ id }) => !taken.has(`b${id}`)).map((other) => rowOf(null, other));
  return [...come, ...rows, ...gone];
}

function overlapOf(a: MetresMultiPolygon, b: MetresMultiPolygon): number {
  const [first, second] = [boundsOf(a), boundsOf(b)];
  if (!first || !second) return 0;
  const apart =
    first.maxX < second.minX || second.maxX < first.minX || first.maxY < second.minY || second.maxY < first.minY;
  if (apart) return 0;
  const smaller = Math.min(areaOf(a), areaOf(b));
  return smaller > 0 ? areaOf(clipToMask(a, b)) / smaller : 0;
}

function rowOf(first: ComparedCluster | null, second: ComparedCluster | null): ComparedRow {
  const name = second?.name ?? first?.name ?? null;
  const called = name ?? both('Platsen', 'The place');
  const { sv, en } = typeof called === 'string' ? both(called, called) : called;
  if (!first) {
    const count = second!.count;
    return {
      change: 'new',
      name,
      first,
      second,
      sentence: both(`${sv} är ny: ${count} händelser.`, `${en} is new: ${count} incidents.`),
    };
  }
  if (!second)
    return {
      change: 'gone',
      name,
      first,
      second,
      sentence: both(
        `${sv} är inte längre en anhopning (var ${first.count} händelser).`,
        `${en} is no longer a cluster (it was ${first.count} incidents).`,
      ),
    };
  const [before, after] = [first.count, second.count];
  const change = after === before ? 'same' : after > before ? 'more' : 'fewer';
  const sentence =
    change === 'same'
      ? both(`${sv}: oförändrat ${after} händelser.`, `${en}: ${after} incidents, as before.`)
      : both(`${sv}: från ${before} till ${after} händelser.`, `${en}: from ${before} to ${after} incidents.`);
  return { change, name, first, second, sentence };
}

/** The whole comparison in one sentence. */
export function comparisonSentence(rows: readonly ComparedRow[]): Bilingual {
  const count = (change: Change) => rows.filter((row) => row.change === change).length;
  const [come, gone] = [count('new'), count('gone')];
  const kept = rows.length - come - gone;
  if (rows.length === 0) return both('Ingen av körningarna har någon anhopning.', 'Neither run has any cluster.');
  if (come === 0 && gone === 0 && count('same') === kept)
    return both(`Samma ${kept} anhopningar med samma antal.`, `The same ${kept} clusters with the same counts.`);
  return both(
    `${come} nya, ${gone} borta och ${kept} i båda. Av dem har ${count('more')} fler händelser och ${count('fewer')} färre.`,
    `${come} new, ${gone} gone and ${kept} in both. Of those ${count('more')} have more incidents and ${count('fewer')} fewer.`,
  );
}
