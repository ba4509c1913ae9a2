import { inBothLanguages } from '../analysis/bilingual.js';
import { dateOfDay, localTime } from '../analysis/calendar.js';
import { isOneHome } from '../analysis/clusters.js';
import type { AnalysedEvent } from '../analysis/hygiene.js';
import type { Watching } from '../analysis/scan-statistic.js';
import { type SpaceTimeCluster, spaceTimeScan, type SpaceTimeScanResult } from '../analysis/space-time-scan.js';
import { type Answer, type AnswerTable, both, noTable, type Task } from './answer.js';
import { daySpan } from '../hotspots/sentence-wording.js';
import { nameOfRow } from './answer-names.js';
import { columnsOf } from '../geo/point-columns.js';
import { circleFeature, rounded, taskEvents } from './task-events.js';

export const fewestToScan = 30;

/** The reach that counts and precision of a town can bear, and the shorter one of a busy city. */
export function scanReach(events: number): { radiusMetres: number; windowDays: number } {
  return events >= 5000 ? { radiusMetres: 500, windowDays: 14 } : { radiusMetres: 1000, windowDays: 28 };
}

/** The scan's input: where, and on which local day. */
export function datedColumns(events: readonly AnalysedEvent[]) {
  return { ...columnsOf(events), day: Float64Array.from(events, ({ from }) => localTime(from).day) };
}

/** Two searches answer one question: each has half of the level, so that the answer is wrong no more often than it says (Bonferroni). */
export function levelOfEachSearch(level: number): number {
  return level / 2;
}

type Told = SpaceTimeCluster & { readonly ongoing: boolean };

/** Is something new happening somewhere? The scan over the whole period, and the one that looks only at what still goes on. */
export function newAnswer(task: Task, watching: Watching): Answer {
  const prepared = taskEvents(task);
  const events = prepared.clean.usable;
  const alpha = task.expert.alpha ?? 0.05;
  const reach = scanReach(events.length);
  const settings = {
    radiusMetres: task.expert.radiusMetres ?? reach.radiusMetres,
    windowDays: Math.floor(task.expert.windowDays ?? reach.windowDays),
    permutations: Math.floor(task.expert.permutations ?? 999),
    seed: task.seed,
  };
  const levelOfEach = levelOfEachSearch(alpha);
  const rest = {
    parameters: { ...settings, alpha, levelOfEach, unit: 'local days' },
    input: prepared.input,
    notices: [],
    choices: choicesOf(task, settings, alpha),
  };
  if (events.length < fewestToScan) return { ...rest, ...tooFew(events.length), features: [], table: noTable };
  const [past, present] = bothScans(events, { ...settings, lastDay: localTime(task.period.to - 1).day }, watching);
  if ([past, present].some(({ status }) => status === 'too-many-neighbours'))
    return { ...rest, ...tooMany, features: [], table: noTable };
  // a single home is handled elsewhere and never shown
  const mayTell = ({ p, rows }: SpaceTimeCluster) => p <= levelOfEach && !isOneHome(rows.map((row) => events[row]!));
  const told: Told[] = [
    ...present.clusters.filter(mayTell).map((one) => ({ ...one, ongoing: true })),
    ...past.clusters
      .filter((one) => mayTell(one) && !isTold(one, present, levelOfEach))
      .map((one) => ({ ...one, ongoing: false })),
  ];
  return {
    ...rest,
    status: 'answered',
    sentence: sentenceOf(told, settings),
    centres: told.map(({ centre }) => centre),
    features: told.map((one, row) =>
      circleFeature(one.centre, one.radiusMetres, {
        layer: one.ongoing ? 'ongoing' : 'earlier',
        row,
        count: one.cases,
      }),
    ),
    table: tableOf(told),
  };
}

/** A past cluster that shares events with one that still goes on is that one again. */
function isTold({ rows }: SpaceTimeCluster, present: SpaceTimeScanResult, level: number): boolean {
  const own = new Set(rows);
  return present.clusters.some((one) => one.p <= level && one.rows.some((row) => own.has(row)));
}

function bothScans(
  events: readonly AnalysedEvent[],
  settings: { radiusMetres: number; windowDays: number; permutations: number; seed: number; lastDay: number },
  { onProgress, shouldStop }: Watching,
): [SpaceTimeScanResult, SpaceTimeScanResult] {
  const input = datedColumns(events);
  const [past, present] = (['retrospective', 'prospective'] as const).map((mode, half) =>
    spaceTimeScan(input, {
      ...settings,
      mode,
      distance: 'euclidean',
      ...(shouldStop ? { shouldStop } : {}),
      ...(onProgress ? { onProgress: (done, all) => onProgress(half * all + done, 2 * all) } : {}),
    }),
  );
  return [past!, present!];
}

function tooFew(events: number): Pick<Answer, 'status' | 'sentence'> {
  return {
    status: events === 0 ? 'no-events' : 'too-few',
    sentence: both(
      `För få händelser för att söka efter något nytt: ${events} med plats, och ${fewestToScan} behövs.`,
      `Too few incidents to search for anything new: ${events} with a place, and ${fewestToScan} are needed.`,
    ),
  };
}

const tooMany: Pick<Answer, 'status' | 'sentence'> = {
  status: 'too-many',
  sentence: both(
    'Så många platser ligger nära varandra att sökningen inte får rum i minnet. Välj en kortare radie, ett område eller en kategori.',
    'So many places lie close together that the search does not fit in memory. Choose a shorter radius, an area or a category.',
  ),
};

function sentenceOf(told: readonly Told[], { permutations }: { permutations: number }): Answer['sentence'] {
  const ongoing = told.filter((one) => one.ongoing).length;
  const basis = both(
    `Jämförelsen är platsens och dagarnas egna antal, med datumen omblandade ${permutations} gånger.`,
    `The comparison is the place's and the days' own counts, with the dates shuffled ${permutations} times.`,
  );
  if (told.length === 0)
    return both(
      `Inget nytt sticker ut på någon plats. ${basis.sv}`,
      `Nothing new stands out in any place. ${basis.en}`,
    );
  const [first] = told;
  const days = (language: 'sv' | 'en') => daySpan(dateOfDay(first!.from), dateOfDay(first!.to), language);
  const expected = inBothLanguages(first!.expected, 1);
  const here = nameOfRow(0);
  const alike = ongoing > 0 ? ongoing : told.length;
  const [sv, en] = ongoing > 0 ? ['Något nytt pågår', 'Something new is going on'] : ['Något nytt hände', 'Something new happened']; // prettier-ignore
  const where =
    alike === 1
      ? both(`${sv} vid ${here}`, `${en} at ${here}`)
      : both(`${sv} på ${alike} platser, tydligast vid ${here}`, `${en} in ${alike} places, clearest at ${here}`);
  return both(
    `${where.sv}: ${first!.cases} händelser ${days('sv')}, där ${expected.sv} var att vänta. ${basis.sv}`,
    `${where.en}: ${first!.cases} incidents ${days('en')}, where ${expected.en} were to be expected. ${basis.en}`,
  );
}

function tableOf(told: readonly Told[]): AnswerTable {
  return {
    columns: [
      { key: 'place', label: both('Plats', 'Place'), unit: null },
      { key: 'state', label: both('Läge', 'State'), unit: null },
      { key: 'from', label: both('Första dag', 'First day'), unit: null },
      { key: 'to', label: both('Sista dag', 'Last day'), unit: null },
      { key: 'count', label: both('Händelser', 'Incidents'), unit: null },
      { key: 'expected', label: both('Väntat', 'Expected'), unit: null },
      { key: 'radius', label: both('Radie', 'Radius'), unit: both('m', 'm') },
      { key: 'p', label: both('p över hela kartan', 'p over the whole map'), unit: null },
      { key: 'recurrence', label: both('Så ofta av en slump', 'As often by chance'), unit: both('dagar', 'days') },
    ],
    rows: told.map((one) => ({
      state: one.ongoing ? both('pågår', 'going on') : both('tidigare', 'earlier'),
      from: dateOfDay(one.from),
      to: dateOfDay(one.to),
      count: one.cases,
      expected: rounded(one.expected, 2),
      radius: Math.round(one.radiusMetres),
      p: one.p,
      recurrence: one.recurrenceIntervalDays === null ? null : Math.floor(one.recurrenceIntervalDays),
    })),
  };
}

function choicesOf(
  { expert }: Task,
  used: { radiusMetres: number; windowDays: number },
  alpha: number,
): Answer['choices'] {
  const [each, all] = [inBothLanguages(100 * levelOfEachSearch(alpha), 1), inBothLanguages(100 * alpha, 1)];
  const chosen = expert.radiusMetres !== undefined || expert.windowDays !== undefined;
  return [
    chosen
      ? both(
          `Räckvidden är vald: ${used.radiusMetres} meter och ${used.windowDays} dagar.`,
          `The reach was chosen: ${used.radiusMetres} metres and ${used.windowDays} days.`,
        )
      : both(
          `Räckvidden följer antalet händelser: ${used.radiusMetres} meter och ${used.windowDays} dagar.`,
          `The reach follows the number of incidents: ${used.radiusMetres} metres and ${used.windowDays} days.`,
        ),
    both(
      `Det söks två gånger, i hela perioden och efter det som pågår nu. Var och en prövas på ${each.sv} procent, så att svaret är fel på högst ${all.sv} procent av de kartor där inget är nytt.`,
      `The search is made twice, over the whole period and for what still goes on. Each is tested at ${each.en} percent, so that the answer is wrong on at most ${all.en} percent of the maps where nothing is new.`,
    ),
  ];
}
