import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { isoWeek } from '../../api/src/analysis/calendar.js';
import type { Api } from '../support/api.js';
import { withApi } from './benchmark-api.js';
import { addAreas, addHotspots, get, mapTown, type MapTown, open } from './map-town.js';
import { dayAgo, median, once, print } from './measures.js';

/**
 * How long does one question keep the process's one thread, so that nobody else gets an answer? The longest block of the
 * event loop while each is answered over HTTP, with 200,000 and 1.5 million incidents: the worst of three, and the median time
 * of the answer. `node dist/test/benchmark/loop-benchmark.js [usual|large]`.
 */
const usualRows = 200_000;
const largeRows = 1_500_000;
const turns = 3;
/** A block above this is a fault: somebody else waits and notices. */
const longestBlock = 250;
/** Milliseconds between two looks at the loop; a block shorter than this is not seen. */
const resolution = 5;

interface Question {
  readonly name: string;
  readonly ask: (town: MapTown, turn: number) => Promise<unknown>;
}

const year = new Date().getFullYear();
const week = isoWeek(Date.now() - 7 * 86_400_000);

const mapQuestions: readonly Question[] = [
  { name: 'a map is opened on a filter nobody has asked for', ask: (town, turn) => open(town, other(turn)) },
  { name: 'a map is opened on the hours of the weekends', ask: (town, turn) => open(town, weekend(turn)) },
  { name: 'figures of the latest year', ask: (town) => get(town, `figures?from=${dayAgo(364)}&to=${dayAgo(0)}`) },
  { name: 'figures of all ten years', ask: (town) => get(town, 'figures') },
  {
    name: 'figures of one year beside another',
    ask: (town) =>
      get(town, `figures?from=${dayAgo(364)}&to=${dayAgo(0)}&compareFrom=${dayAgo(729)}&compareTo=${dayAgo(365)}`),
  },
  { name: 'squares of 500 m over the municipality', ask: (town) => get(town, 'squares?side=500') },
];

const listQuestions: readonly Question[] = [
  { name: 'the list of ten hot spots', ask: (town) => get(town, 'hotspots') },
  { name: 'the lägesbild of a week', ask: (town) => get(town, `situations/${week}`) },
  { name: 'the lägesbild of a tertial', ask: (town) => get(town, `situations/${year - 1}-T3`) },
  { name: 'the lägesbild of a year', ask: (town) => get(town, `situations/${year - 1}`) },
  { name: 'events as GeoJSON for a machine', ask: (town) => get(town, 'events') },
  { name: 'the latest reports, first page', ask: (town) => get(town, 'incidents') },
];

async function main(): Promise<void> {
  await withApi('The event loop', async (api, port) => {
    const only = process.argv[2];
    if (only !== 'large') await measure(await townOf(api, port, usualRows), [...mapQuestions, ...listQuestions]);
    if (only !== 'usual') await measure(await townOf(api, port, largeRows), mapQuestions);
  });
}

async function townOf(api: Api, port: number, rows: number): Promise<MapTown> {
  const made = await mapTown(api, port, rows);
  if (rows === usualRows) {
    await addAreas(made);
    await addHotspots(made);
  }
  const first = await watched(() => open(made, {}));
  print(
    `\nThe event loop with ${rows.toLocaleString('en')} incidents; the worst of ${turns} blocks, the median answer`,
  );
  print(`  ${''.padEnd(52)} ${['longest block', 'of it work', 'answer'].map((word) => word.padStart(14)).join('')}`);
  printBlock('the rows are read for the first time', first);
  return made;
}

async function measure(town: MapTown, questions: readonly Question[]): Promise<void> {
  for (const { name, ask } of questions) {
    const seen: Watched[] = [];
    for (let turn = 0; turn < turns; turn++) seen.push(await watched(() => ask(town, turn)));
    const worst = (of: (one: Watched) => number) => Math.max(...seen.map(of));
    const took = median(seen.map((one) => one.took));
    printBlock(name, { took, block: worst(({ block }) => block), work: worst(({ work }) => work) });
  }
}

interface Watched {
  /** Milliseconds of the answer. */
  readonly took: number;
  /** The longest time in which the loop did not turn. */
  readonly block: number;
  /** The most that the process itself worked between two turns of the loop, its helping threads among it. */
  readonly work: number;
}

async function watched(question: () => Promise<unknown>): Promise<Watched> {
  const delays = monitorEventLoopDelay({ resolution });
  delays.enable();
  await wait(4 * resolution);
  delays.reset();
  let work = 0;
  let before = process.cpuUsage();
  const look = setInterval(() => {
    const { user, system } = process.cpuUsage(before);
    work = Math.max(work, (user + system) / 1000);
    before = process.cpuUsage();
  }, resolution);
  const [took] = await once(question);
  await wait(2 * resolution);
  clearInterval(look);
  delays.disable();
  return { took, block: delays.max / 1e6, work };
}

/** Judged by its own work: on a machine that others use, a block is longer by what they took. */
function printBlock(name: string, { took, block, work }: Watched): void {
  const holds = Math.min(block, work) <= longestBlock;
  const cells = [block, work, took].map((milliseconds) => `${milliseconds.toFixed(0).padStart(11)} ms`).join('');
  print(`  ${name.padEnd(52)} ${cells}${holds ? '' : '  MISSED'}`);
  if (!holds) process.exitCode = 1;
}

function other(turn: number): object {
  return { from: new Date(Date.UTC(1980, 0, 1 + turn)).toISOString().slice(0, 10) };
}

function weekend(turn: number): object {
  return { ...other(100 + turn), weekday: '5,6', hour: '20,21,22,23,0,1,2' };
}

await main();
