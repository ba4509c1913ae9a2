import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dbscan } from '../../api/src/analysis/dbscan.js';
import { openDatabase, type BenchmarkDatabase } from './benchmark-database.js';
import {
  findPrograms,
  ours,
  startPostgis,
  startProgram,
  type Contestant,
  type Task,
  type Turn,
} from './contestants.js';
import { regionOf, writePoints, type PointSet } from './dbscan-set.js';
import { median, print } from './measures.js';

interface Round {
  readonly set: PointSet;
  readonly runs: number;
  readonly target: number;
}

interface Standing {
  readonly name: string;
  readonly milliseconds: number;
  readonly peakMegabytes: number | null;
  readonly labels: Int32Array;
}

/** How our own time grows with the number of points; each size in the same kind of region. */
async function printGrowth(folder: string): Promise<void> {
  print('\nGrowth: Närbild alone, median of 5 runs in a new process');
  for (const points of [2_000, 20_000, 200_000, 1_500_000]) {
    const set = regionOf(points);
    const contestant = startProgram(ours.name, ours.command, taskOf(set, folder));
    const turns: Turn[] = [];
    for (let run = 0; run < 5; run++) turns.push(await contestant.run());
    await contestant.end();
    const [time, first] = [median(turns.map(({ milliseconds }) => milliseconds)), turns[0]!];
    print(
      `  ${String(points).padStart(9)} points ${time.toFixed(1).padStart(8)} ms   first run ${first.milliseconds.toFixed(1).padStart(7)} ms   ${((time * 1e6) / points).toFixed(0).padStart(4)} ns a point   ${first.peakMegabytes!.toFixed(0).padStart(4)} MB`,
    );
  }
}

function taskOf(set: PointSet, folder: string): Task {
  const pointsPath = join(folder, `points-${set.x.length}`);
  writePoints(pointsPath, set);
  return { pointsPath, points: set.x.length, epsMetres: set.epsMetres, minPoints: set.minPoints };
}

/** Everybody clusters in turn, so that a busy moment of the machine meets all of them. */
async function hold({ set, runs, target }: Round, database: BenchmarkDatabase | null, folder: string): Promise<void> {
  print(`\n${set.name}; eps ${set.epsMetres} m, at least ${set.minPoints} points; median of ${runs} alternating runs`);
  const task = taskOf(set, folder);
  const contestants: Contestant[] = [startProgram(ours.name, ours.command, task)];
  for (const { name, command } of findPrograms()) {
    if (command) contestants.push(startProgram(name, command, task));
    else print(`  ${name}: not found on this machine`);
  }
  if (database) contestants.push(await startPostgis(database, task, set));
  const turns = contestants.map((): Turn[] => []);
  for (let run = 0; run < runs; run++) {
    for (const [index, contestant] of contestants.entries()) turns[index]!.push(await contestant.run());
  }
  const standings: Standing[] = [];
  for (const [index, contestant] of contestants.entries()) {
    standings.push({
      name: contestant.name,
      milliseconds: median(turns[index]!.map(({ milliseconds }) => milliseconds)),
      peakMegabytes: turns[index]![0]!.peakMegabytes,
      labels: await contestant.end(),
    });
  }
  printStandings(standings, set, target);
}

function printStandings(standings: readonly Standing[], set: PointSet, target: number): void {
  const [own, ...others] = standings as [Standing, ...Standing[]];
  for (const { name, milliseconds, peakMegabytes, labels } of standings) {
    const ratio = name === own.name ? '' : `${(milliseconds / own.milliseconds).toFixed(1)} times ours`;
    const memory = peakMegabytes === null ? 'memory not readable' : `${peakMegabytes.toFixed(0)} MB`;
    print(
      `  ${name.padEnd(32)} ${milliseconds.toFixed(0).padStart(7)} ms  ${ratio.padEnd(16)} ${memory.padStart(9)}  ${agreement(name, labels, own.labels, set)}`,
    );
  }
  if (others.length === 0) return;
  const best = Math.min(...others.map(({ milliseconds }) => milliseconds)) / own.milliseconds;
  const least = Math.min(...others.map(({ peakMegabytes }) => peakMegabytes ?? Infinity));
  print(`  the best of the others takes ${best.toFixed(1)} times as long (wanted: ${target})`);
  if (Number.isFinite(least)) {
    print(
      `  the smallest of the others needs ${(least / own.peakMegabytes!).toFixed(1)} times the memory (wanted: over 1)`,
    );
  }
}

/** The labels number by number, or, where border points may go either way, the division of the core points and the noise. */
function agreement(name: string, theirs: Int32Array, own: Int32Array, set: PointSet): string {
  if (theirs === own) return `${new Set(own).size - 1} clusters, ${own.filter((label) => label === -1).length} noise`;
  const isPostgis = name.startsWith('PostGIS');
  const differing = isPostgis
    ? unlikeInCores(own, theirs, set)
    : own.filter((label, at) => label !== theirs[at]).length;
  if (differing > 0 || theirs.length !== own.length) process.exitCode = 1;
  return isPostgis ? `${differing} core or noise points divided otherwise` : `${differing} labels unlike ours`;
}

function unlikeInCores(own: Int32Array, theirs: Int32Array, { x, y, epsMetres, minPoints }: PointSet): number {
  const { core } = dbscan(x, y, { epsMetres, minPoints });
  const [there, back] = [new Map<number, number>(), new Map<number, number>()];
  let unlike = 0;
  for (let at = 0; at < own.length; at++) {
    const [mine, other] = [own[at]!, theirs[at]!];
    if (mine === -1 || other === -1) {
      if (mine !== other) unlike++;
    } else if (core[at] === 1) {
      if ((there.get(other) ?? mine) !== mine || (back.get(mine) ?? other) !== other) unlike++;
      there.set(other, mine);
      back.set(mine, other);
    }
  }
  return unlike;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'narbild-benchmark-'));
  const database = await openDatabase().catch((problem: unknown) => {
    print(`PostGIS: not compared (${problem instanceof Error ? problem.message : String(problem)})`);
    print('Set BENCHMARK_DATABASE_URL to a PostgreSQL with PostGIS.');
    return null;
  });
  try {
    print(
      'DBSCAN, each program in a process of its own, one core each; the memory is the most that it held until its first run was done',
    );
    await hold({ set: regionOf(200_000), runs: 5, target: 3 }, database, folder);
    await hold({ set: regionOf(1_500_000), runs: 3, target: 8 }, database, folder);
    await printGrowth(folder);
  } finally {
    await database?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
