import { referenceSystems } from '../geo/projection.js';
import { UsageError } from './usage-error.js';

export const commands = {
  dbscan: 'which rows lie densely: one label per row, -1 for noise',
  density: 'events per km2 on a grid, or at given places',
  exact: 'fixed windows with more events than their share, corrected over all windows',
  gistar: 'Getis and Ord’s Gi* on a grid, with whether it may be trusted',
  scan: 'space-time permutation scan: where and when there is more than usual; with --baseline, where there is more than people give',
  knox: 'near repeats: pairs of events by bands of distance and days',
  trend: 'Mann-Kendall and the class of the course, per group',
  aoristic: 'hours of the week, from times known only as "between"',
  effect: 'did it help: before and after, beside comparison places',
} as const;

export type Command = keyof typeof commands;

interface OptionForm {
  readonly kind: 'text' | 'number' | 'whole' | 'numbers' | 'flag' | readonly string[];
  readonly help: string;
}

const number = (help: string): OptionForm => ({ kind: 'number', help });
const whole = (help: string): OptionForm => ({ kind: 'whole', help });
const text = (help: string): OptionForm => ({ kind: 'text', help });

/** Every option; numbers carry their unit in the name. */
export const optionForms = {
  input: text('the table to read, with a header line (CSV with comma, semicolon or tab)'),
  output: text('what to write: .csv, .json or .geojson; of a .csv the parameters go to FILE.parameters.json'),
  x: text('column of the easting or longitude (x; lon with great-circle)'),
  y: text('column of the northing or latitude (y; lat with great-circle)'),
  from: text('column of the beginning: a date, a time, or a day number (from, start, date or t)'),
  to: text('column of the end (to or end)'),
  weight: text('column of how many events a row stands for (1 each)'),
  group: text(
    'column of the group: the place for trend; treated, control, displacement, displacement-control for effect',
  ),
  'no-header': { kind: 'flag', help: 'the file has no header line; columns are called 1, 2, 3' },
  seed: whole('seed of the random numbers (1); the same seed gives the same answer'),
  'time-zone': { kind: ['Europe/Stockholm', 'UTC'], help: 'the clock of times without an offset (Europe/Stockholm)' },
  'reference-system': {
    kind: referenceSystems,
    help: 'turn coordinates of this system into metres of SWEREF 99 TM first',
  },
  distance: {
    kind: ['euclidean', 'manhattan', 'great-circle'],
    help: 'how to measure (euclidean); great-circle reads degrees (scan, knox)',
  },
  'eps-metres': number('dbscan: neighbours are at most this far apart (100)'),
  'min-points': number('dbscan: events needed within eps, the point included (5)'),
  'cell-metres': number('density, exact, gistar, scan with --baseline: side of a cell (100)'),
  'bandwidth-metres': number('density: reach of the quartic or standard deviation of the gaussian kernel (300)'),
  grid: {
    kind: ['hull', 'national'],
    help: 'density without --mask or --at: cells over the hull of the events, or those of the national grid within reach (hull)',
  },
  kernel: { kind: ['quartic', 'gaussian'], help: 'density: shape of the kernel (quartic)' },
  years: number('density: length of the period, for events per km2 and year'),
  at: text('density: a table of places; --at-x and --at-y name its columns'),
  'at-x': text('density: column of the easting in the --at table (x)'),
  'at-y': text('density: column of the northing in the --at table (y)'),
  mask: text('exact, gistar, density: the built-up area (GeoJSON in degrees), or a table of addresses in metres'),
  'mask-metres': number(
    'exact, gistar, density: cells this near an address of the --mask table belong to the mask (200)',
  ),
  'radius-metres': number('scan: largest circle (1000; 400 with --baseline)'),
  baseline: text('scan: a table of where people are (x, y and weight or count): circles against it instead of dates'),
  'baseline-weight': text('scan: column of how many people a row of --baseline stands for (weight or count; 1 each)'),
  'window-days': whole('scan: longest span of days (28)'),
  mode: {
    kind: ['retrospective', 'prospective'],
    help: 'scan: any span, or only those that last until the last day (retrospective)',
  },
  permutations: whole('scan, knox: how many times the dates are shuffled, or maps drawn from --baseline (999)'),
  'bands-metres': { kind: 'numbers', help: 'knox: edges of half-open bands, such as 0.001,100,200,300' },
  'bands-days': { kind: 'numbers', help: 'knox: edges of half-open bands, such as 7,14,28' },
  level: number('exact, trend, effect: error or confidence level (0.05)'),
  'period-months': whole('trend: length of a period in whole months (1)'),
  'least-periods': whole('trend: fewer periods are not classed (10)'),
  'expected-share': number(
    'trend: the share of all events that a group would be expected to have; gives the dense periods',
  ),
  values: {
    kind: ['counts', 'z-scores'],
    help: 'trend: with z-scores, a period is dense at two-sided p <= level (counts)',
  },
  before: text('effect: column of the counts before, when the table holds counts'),
  after: text('effect: column of the counts after'),
  'before-from': text('effect: first day of the time before, when the table holds events'),
  'before-to': text('effect: first day that is no longer before'),
  'after-from': text('effect: first day of the time after'),
  'after-to': text('effect: first day that is no longer after'),
  'detection-from': text(
    'effect: first day of the time for which the place was picked; it may not lie in the time before',
  ),
  'detection-to': text('effect: first day after it'),
  help: { kind: 'flag', help: 'this text' },
} as const satisfies Readonly<Record<string, OptionForm>>;

export type OptionName = keyof typeof optionForms;

/** What was asked for: texts as typed, numbers read. */
export class Options {
  constructor(private readonly given: ReadonlyMap<OptionName, string | number | readonly number[] | true>) {}

  has(name: OptionName): boolean {
    return this.given.has(name);
  }

  text(name: OptionName): string | undefined {
    const value = this.given.get(name);
    return typeof value === 'string' ? value : undefined;
  }

  number(name: OptionName, otherwise: number): number {
    const value = this.given.get(name);
    return typeof value === 'number' ? value : otherwise;
  }

  numbers(name: OptionName, otherwise: readonly number[]): readonly number[] {
    const value = this.given.get(name);
    return Array.isArray(value) ? (value as readonly number[]) : otherwise;
  }

  needed(name: OptionName): string {
    const value = this.text(name);
    if (value === undefined) throw new UsageError(`--${name} is missing: ${optionForms[name].help}.`);
    return value;
  }
}

export interface Request {
  /** Null when only help was asked for. */
  readonly command: Command | null;
  readonly options: Options;
}

/** Reads what was typed after `analyse --`. Throws a UsageError with one sentence for whatever cannot be meant. */
export function readArguments(words: readonly string[]): Request {
  const given = new Map<OptionName, string | number | readonly number[] | true>();
  let command: Command | null = null;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (!word.startsWith('--')) {
      if (command !== null) throw new UsageError(`One method at a time: ${command} or ${word}?`);
      command = commandOf(word);
      continue;
    }
    const [name, attached] = splitOption(word);
    if (given.has(name)) throw new UsageError(`--${name} is given twice.`);
    if (optionForms[name].kind === 'flag') given.set(name, true);
    else given.set(name, valueOf(name, attached ?? words[++at]));
  }
  const wantsHelp = given.has('help') || (command === null && given.size === 0);
  if (command === null && !wantsHelp) throw new UsageError(`Which method? One of ${Object.keys(commands).join(', ')}.`);
  return { command: wantsHelp ? null : command, options: new Options(given) };
}

function commandOf(word: string): Command {
  if (Object.hasOwn(commands, word)) return word as Command;
  throw new UsageError(`There is no method "${word}". There are ${Object.keys(commands).join(', ')}.`);
}

function splitOption(word: string): [OptionName, string | undefined] {
  const equals = word.indexOf('=');
  const name = word.slice(2, equals === -1 ? undefined : equals);
  if (!Object.hasOwn(optionForms, name)) throw new UsageError(`There is no option --${name}. See --help.`);
  return [name as OptionName, equals === -1 ? undefined : word.slice(equals + 1)];
}

function valueOf(name: OptionName, written: string | undefined): string | number | readonly number[] {
  const form: OptionForm = optionForms[name];
  if (written === undefined || written === '' || written.startsWith('--')) {
    throw new UsageError(`--${name} needs a value: ${form.help}.`);
  }
  if (form.kind === 'text') return written;
  if (form.kind === 'numbers') return written.split(',').map((part) => numberFrom(name, part.trim()));
  if (typeof form.kind === 'string') return numberFrom(name, written, form.kind === 'whole');
  if (form.kind.includes(written)) return written;
  throw new UsageError(`--${name} is one of ${form.kind.join(', ')}, not "${written}".`);
}

const mayBeZero: readonly OptionName[] = ['seed', 'permutations', 'bands-metres', 'bands-days'];

function numberFrom(name: OptionName, written: string, mustBeWhole = false): number {
  const value = /^(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(written) ? Number(written) : NaN;
  const fits = Number.isFinite(value) && (value > 0 || (value === 0 && mayBeZero.includes(name)));
  if (fits && (!mustBeWhole || Number.isInteger(value))) return value;
  const wanted = `${mustBeWhole ? 'a whole number' : 'a number'}${mayBeZero.includes(name) ? '' : ' above 0'}`;
  throw new UsageError(`--${name} must be ${wanted}, not "${written}".`);
}
