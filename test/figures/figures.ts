import { availableParallelism } from 'node:os';
import { figureOf, type Figure, type Promised } from './bounds.js';
import { addTallies, jobsOf, type Experiment, type Tally } from './experiments.js';
import { shuffles } from './false-alarms.js';
import { runJobs } from './pool.js';
import { strayMetres } from './town.js';

interface Column {
  readonly key: string;
  readonly promised: Promised;
}

interface Table {
  readonly title: string;
  readonly notes: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly name: string; readonly experiment: Experiment; readonly promised?: Promised }[];
  readonly share: number;
}

const counts = [100, 200, 500, 1_000, 2_000];
const claim = (key: string): Column => ({ key, promised: { atMost: 0.05 } });
const told = (key: string): Column => ({ key, promised: {} });

const claims = [
  'own history',
  'people, a place',
  'any claimed place',
  'people, any circle',
  'windows, people',
  'has risen',
  'new, either',
  'part of the week',
  'a course',
  'near repeat',
].map(claim);

const falseAlarms = (shape: 'uniform' | 'people'): Table => ({
  title: `False alarms, ${shape === 'uniform' ? 'people evenly spread' : '70 % of the people over the town, 30 % round its centre'}`,
  notes: [
    'Maps where nothing is the matter on which the claim is raised anyway; a claim may be wrong on at most 5 %.',
    `Three years of events, the surface always the same; pins stray ${strayMetres} m. People: 999 maps. New: ${shuffles} shuffles, 400 m, 28 days.`,
    'Even windows are no claim about trouble: they say where people are. Gi* is never offered at these counts.',
  ],
  columns: [
    ...claims,
    told('new, any span'),
    told('new, ongoing'),
    shape === 'uniform' ? claim('windows, even') : told('windows, even'),
    told('Gi* with BH'),
  ],
  rows: counts.map((events) => ({
    name: `N = ${events}`,
    experiment: { name: 'false-alarms', setting: { shape, events } },
  })),
  share: 1,
});

const power: Table = {
  title: 'Power: a spot that is there, drawn as a place of its own and claimed against the people baseline',
  notes: [
    'At most 0.1 km2 and its middle within 100 m of the truth. The town is centre-heavy. At N = 500 and 5 % at least 80 %.',
  ],
  columns: ['found', 'found and claimed', 'found and more than usual'].map(told),
  rows: (['edge', 'centre'] as const).flatMap((where) =>
    [200, 500, 1_000].flatMap((events) =>
      [0.03, 0.05, 0.1].map((share) => ({
        name: `${where === 'edge' ? 'edge' : '250 m from centre'}, N = ${events}, ${share * 100} %`,
        experiment: { name: 'power', setting: { where, events, share } } as const,
        ...(events === 500 && share === 0.05 ? { promised: { atLeast: 0.8 } } : {}),
      })),
    ),
  ),
  share: 0.25,
};

const wrongBaseline: Table = {
  title: 'A wrong baseline: what is claimed on centre-heavy maps without trouble',
  notes: [
    'Residents: nobody counted who only visits the centre. Reversed: 70 % round the centre instead of 30 %.',
    'Beside a right baseline a place is called certain only when both show it: at most 5 %.',
  ],
  columns: [told('wrong one alone'), claim('both, said as certain'), told('both, said of one only')],
  rows: (['residents', 'reversed'] as const).flatMap((wrong) =>
    [200, 500, 2_000].map((events) => ({
      name: `${wrong}, N = ${events}`,
      experiment: { name: 'wrong-baseline', setting: { wrong, events } } as const,
    })),
  ),
  share: 0.25,
};

const tables = [falseAlarms('uniform'), falseAlarms('people'), power, wrongBaseline];

function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}

const percent = (share: number): string => (100 * share).toFixed(1);

function cellOf({ yes, maps, low, high, verdict }: Figure): string {
  const mark = verdict === 'breaks' ? ' BROKEN' : '';
  return `${percent(yes / maps)} % [${percent(low)}-${percent(high)}]${mark}`;
}

/** Prints one table; true when every promise is kept or the miss is within chance. */
function printTable({ title, notes, columns, rows }: Table, tallies: readonly Tally[]): boolean {
  print(`\n${title}`);
  for (const note of notes) print(`  ${note}`);
  print(`| | maps | ${columns.map(({ key }) => key).join(' | ')} |`);
  print(`|${'---|'.repeat(columns.length + 2)}`);
  let kept = true;
  for (const [index, { name, promised }] of rows.entries()) {
    const tally = tallies[index]!;
    const figures = columns.map((column) =>
      figureOf(tally, column.key, column.key === 'found and claimed' && promised ? promised : column.promised),
    );
    if (figures.some(({ verdict }) => verdict === 'breaks')) kept = false;
    print(`| ${name} | ${tally.maps} | ${figures.map(cellOf).join(' | ')} |`);
  }
  return kept;
}

function numberAfter(option: string): number | undefined {
  const value = Number(process.argv[process.argv.indexOf(option) + 1]);
  return process.argv.includes(option) && Number.isInteger(value) && value > 0 ? value : undefined;
}

async function main(): Promise<void> {
  const maps = numberAfter('--maps') ?? (process.argv.includes('--quick') ? 40 : 400);
  const threads = numberAfter('--threads') ?? availableParallelism();
  const start = performance.now();
  const parts = tables.flatMap((table, index) =>
    table.rows.flatMap(({ experiment }, row) =>
      jobsOf(experiment, Math.max(1, Math.round(maps * table.share))).map((job) => ({ index, row, job })),
    ),
  );
  // the slow ones first, so that no thread waits for another at the end
  parts.sort((a, b) => b.job.experiment.setting.events - a.job.experiment.setting.events);
  const tallies = await runJobs(
    parts.map(({ job }) => job),
    {
      threads,
      onDone: (done) => {
        if (done % 20 === 0) process.stderr.write(`${done} of ${parts.length} parts\n`);
      },
    },
  );
  let kept = true;
  for (const [index, table] of tables.entries()) {
    const perRow = table.rows.map((_, row) =>
      addTallies(tallies.filter((_tally, part) => parts[part]!.index === index && parts[part]!.row === row)),
    );
    if (!printTable(table, perRow)) kept = false;
  }
  const minutes = (milliseconds: number): string => (milliseconds / 60_000).toFixed(1);
  const busy = tallies.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  print(
    `\nIn brackets: the exact 95 % interval. ${minutes(performance.now() - start)} minutes on ${threads} threads (${minutes(busy)} of work).`,
  );
  if (!kept) {
    print('A PROMISE IS BROKEN: the figures marked so lie outside what chance explains.');
    process.exitCode = 1;
  }
}

await main();
