import type { Clock, Period } from '../analysis/calendar.js';
import { effectOf, type BeforeAfter } from '../analysis/effect.js';
import type { Answer } from './answer.js';
import { beginnings, clockOf, columnName, instantOf, timesOf, weightsOf } from './input-events.js';
import { numberColumn, textColumn } from './input-table.js';
import type { OptionName } from './options.js';
import type { Task } from './place-methods.js';
import { UsageError } from './usage-error.js';

const roles = ['treated', 'control', 'displacement', 'displacement-control'] as const;
type Role = (typeof roles)[number];

interface Counted {
  readonly treated: BeforeAfter;
  readonly controls: readonly BeforeAfter[];
  readonly displacement?: BeforeAfter;
  readonly displacementControl?: BeforeAfter;
  readonly controlMonths: readonly (readonly number[])[];
  readonly notes: readonly string[];
}

/** One row with the estimate; everything else is among the parameters. */
export function effectAnswer(task: Task): Answer {
  const clock = clockOf(task.options);
  const holdsCounts = task.options.has('before') || task.options.has('after');
  const periods = holdsCounts ? equalPeriods : eventPeriods(task, clock);
  const detection = periodOf(task, clock, ['detection-from', 'detection-to']);
  const { notes, ...counted } = holdsCounts ? countsOf(task) : eventsOf(task, { clock, periods });
  const effect = effectOf({
    ...counted,
    ...periods,
    ...(detection ? { detection } : {}),
    level: 1 - task.options.number('level', 0.05),
  });
  const { total, local, displacement } = { ...effect.difference };
  const row = {
    verdict: effect.verdict,
    treated_before: counted.treated[0],
    treated_after: counted.treated[1],
    wdd: total.estimate,
    standard_error: total.standardError,
    z: total.z,
    p: total.p,
    low: total.interval.low,
    high: total.interval.high,
    wdd_place: local.estimate,
    wdd_ring: displacement.estimate,
    rate_ratio: effect.ownRatio.ratio,
    rate_ratio_low: effect.ownRatio.interval.low,
    rate_ratio_high: effect.ownRatio.interval.high,
    ratio_of_ratios: effect.againstControls.ratio,
    smallest_visible_drop: effect.smallestVisibleDrop,
  };
  return {
    columns: Object.keys(row),
    rows: [Object.values(row)],
    parameters: { ...effect.parameters, counts: counted },
    sentence: effect.sentence,
    notes,
    map: null,
  };
}

type Periods = { readonly before: Period; readonly after: Period };
const equalPeriods: Periods = { before: { from: 0, to: 1 }, after: { from: 1, to: 2 } };

function roleOf(written: string, { file, row }: { file: string; row: number }): Role {
  const role = roles.find((known) => written === known || (known === 'control' && /^control[-_ :]/.test(written)));
  if (role) return role;
  throw new UsageError(
    `Row ${row + 1} of ${file} has the group "${written}"; it must be ${roles.join(', ')} (several controls: control-1, control-2).`,
  );
}

/** A table of counts: one row a place. */
function countsOf({ table, options }: Task): Counted {
  const groups = textColumn(table, columnName(table, options, 'group', ['group']));
  const [before, after] = [numberColumn(table, options.needed('before')), numberColumn(table, options.needed('after'))];
  const found = new Map<Role, BeforeAfter[]>(roles.map((role) => [role, []]));
  for (const [row, group] of groups.entries()) {
    const counts = [before[row]!, after[row]!] as const;
    if (counts.some((count) => !(count >= 0)))
      throw new UsageError(`Row ${row + 1} of ${table.file} has a count that is none.`);
    found.get(roleOf(group, { file: table.file, row }))!.push(counts);
  }
  return gathered(found, []);
}

function gathered(
  found: ReadonlyMap<Role, readonly BeforeAfter[]>,
  controlMonths: readonly (readonly number[])[],
): Counted {
  const sumOf = (list: readonly BeforeAfter[]): BeforeAfter =>
    list.reduce<BeforeAfter>((sum, one) => [sum[0] + one[0], sum[1] + one[1]], [0, 0]);
  const [treated, ring, ringControl] = (['treated', 'displacement', 'displacement-control'] as const).map((role) =>
    found.get(role)!,
  );
  if (treated!.length === 0) throw new UsageError('There is no row of the group "treated".');
  if (ring!.length > 0 && ringControl!.length === 0) {
    throw new UsageError('The ring needs a comparison of its own: rows of the group "displacement-control".');
  }
  return {
    treated: sumOf(treated!),
    controls: found.get('control')!,
    ...(ring!.length > 0 ? { displacement: sumOf(ring!), displacementControl: sumOf(ringControl!) } : {}),
    controlMonths,
    notes: controlMonths.length > 0 ? [] : ['Without monthly counts of the controls the overdispersion is taken as 1.'],
  };
}

/** A table of events: counted by group and period. */
function eventsOf({ table, options }: Task, { clock, periods }: { clock: Clock; periods: Periods }): Counted {
  const groups = textColumn(table, columnName(table, options, 'group', ['group']));
  const times = timesOf(table, columnName(table, options, 'from', beginnings), clock);
  const weights = weightsOf(table, options);
  const slices = monthSlices(periods);
  const counts = new Map<string, { role: Role; before: number; after: number; months: number[] }>();
  for (const [row, group] of groups.entries()) {
    const role = roleOf(group, { file: table.file, row });
    const known = counts.get(group) ?? { role, before: 0, after: 0, months: slices.map(() => 0) };
    counts.set(group, known);
    const [instant, weight] = [times.values[row]!, weights?.[row] ?? 1];
    if (isIn(instant, periods.before)) known.before += weight;
    if (isIn(instant, periods.after)) known.after += weight;
    for (const [at, slice] of slices.entries()) if (isIn(instant, slice)) known.months[at]! += weight;
  }
  const found = new Map<Role, BeforeAfter[]>(roles.map((role) => [role, []]));
  for (const { role, before, after } of counts.values()) found.get(role)!.push([before, after]);
  const months = [...counts.values()].filter(({ role }) => role === 'control').map((one) => one.months);
  return gathered(found, months);
}

function isIn(instant: number, { from, to }: Period): boolean {
  return instant >= from && instant < to;
}

/** Both periods cut into equal slices of about a month. */
function monthSlices({ before, after }: Periods): Period[] {
  return [before, after].flatMap(({ from, to }) => {
    const slices = Math.max(1, Math.round((to - from) / (30.4375 * 86_400_000)));
    return Array.from({ length: slices }, (_, at) => ({
      from: from + ((to - from) * at) / slices,
      to: from + ((to - from) * (at + 1)) / slices,
    }));
  });
}

function eventPeriods(task: Task, clock: Clock): Periods {
  const before = periodOf(task, clock, ['before-from', 'before-to']);
  const after = periodOf(task, clock, ['after-from', 'after-to']);
  if (!before || !after) {
    throw new UsageError(
      'effect needs --before-from, --before-to, --after-from and --after-to, or the columns --before and --after.',
    );
  }
  if (before.to > after.from) throw new UsageError('The time before must end before the time after begins.');
  return { before, after };
}

function periodOf({ options }: Task, clock: Clock, [first, last]: readonly [OptionName, OptionName]): Period | null {
  if (!options.has(first) && !options.has(last)) return null;
  const read = (name: OptionName): number => {
    const instant = instantOf(options.needed(name), clock);
    if (instant === null)
      throw new UsageError(`--${name} must be a date such as 2026-11-21, not "${options.needed(name)}".`);
    return instant;
  };
  const period = { from: read(first), to: read(last) };
  if (period.to <= period.from) throw new UsageError(`--${last} must be later than --${first}.`);
  return period;
}
