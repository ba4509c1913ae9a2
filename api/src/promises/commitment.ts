import { type Day, type PerUnit, unitsBetween } from './calendar-units.js';

/** The ways in which a promise can be put; each is counted in its own way. */
export const forms = ['count', 'hours', 'increase', 'delivery', 'when-needed', 'ongoing', 'direction'] as const;
export type Form = (typeof forms)[number];

/** "Minst 10", "10", "ungefär en gång i månaden". */
export const bounds = ['at-least', 'exactly', 'about'] as const;
export type Bound = (typeof bounds)[number];

/** What is promised, as data: the target form with its figures. Days are those of the promise. */
export interface Target {
  readonly form: Form;
  readonly bound: Bound | null;
  /** How many (times, hours) per `per`; for `increase` the level to reach. */
  readonly target: number | null;
  readonly per: PerUnit | null;
  /** The level that an `increase` starts from. */
  readonly baseline: number | null;
  /** The last day of a `delivery`. */
  readonly due: Day | null;
  readonly periodFrom: Day;
  readonly periodTo: Day;
}

/** What has been logged and not withdrawn, within the promise's period and not after the day that is asked about. */
export interface Done {
  readonly count: number;
  readonly minutes: number;
  readonly firstOn: Day | null;
}

export const statuses = ['on-track', 'behind', 'done', 'not-met', 'not-started'] as const;
export type Status = (typeof statuses)[number];

/** Where a commitment stands on a day. */
export interface Progress {
  readonly done: number;
  /** The target for the whole period; `null` where nothing is counted against. */
  readonly target: number | null;
  readonly expectedByToday: number | null;
  /** `null`: a direction, which is never counted. */
  readonly status: Status | null;
}

/** "Ungefär" is kept by four in five. */
const aboutShare = 0.8;

/**
 * The target for the whole period. "En i veckan" over 2018 is 52, over the leap year 2020 52 too; a rate that does not
 * go evenly into the period is rounded to the nearest whole, never below 1. A delivery is 1. `null` when not counted.
 */
export function targetTotal(target: Target): number | null {
  if (target.form === 'delivery') return 1;
  if (!isCounted(target.form) || target.target === null) return null;
  const per = target.per ?? 'period';
  if (per === 'period' || target.form === 'increase') return target.target;
  return Math.max(1, Math.round(target.target * unitsBetween(target.periodFrom, target.periodTo, per)));
}

/**
 * Where it should be on a day, that day counted: the target spread evenly over the units of the promise (so that four
 * a year stand at exactly one at the end of March), 0 before the first day and all of it from the last.
 */
export function expectedBy(target: Target, today: Day): number | null {
  const total = targetTotal(target);
  if (total === null) return null;
  if (target.form === 'delivery') return target.due !== null && today > target.due ? 1 : 0;
  const { periodFrom, periodTo } = target;
  if (today < periodFrom) return 0;
  if (today >= periodTo) return total;
  const per = target.form === 'increase' ? 'period' : (target.per ?? 'period');
  const share = unitsBetween(periodFrom, today, per) / unitsBetween(periodFrom, periodTo, per);
  return Math.round(total * share * 1e6) / 1e6;
}

/** Where a commitment stands on a day: docs/methods/promise-progress.md, form by form. */
export function progressOf(target: Target, done: Done, today: Day): Progress {
  const amount = target.form === 'hours' ? done.minutes / 60 : done.count;
  const expectedByToday = expectedBy(target, today);
  return {
    done: amount,
    target: targetTotal(target),
    expectedByToday,
    status: statusOf(target, { ...done, count: amount }, today),
  };
}

function statusOf(target: Target, done: Done, today: Day): Status | null {
  switch (target.form) {
    case 'direction':
      return null;
    case 'when-needed':
      if (today < target.periodFrom) return 'not-started';
      return today > target.periodTo ? 'done' : 'on-track';
    case 'ongoing':
      if (today > target.periodTo) return done.count > 0 ? 'done' : 'not-met';
      return done.count > 0 ? 'on-track' : 'not-started';
    case 'delivery':
      return deliveryStatus(target, done, today);
    default:
      return countedStatus(target, done.count, today);
  }
}

/** A delivery is kept on its day or before; afterwards it is late, also when it has come. */
function deliveryStatus({ due }: Target, { count, firstOn }: Done, today: Day): Status {
  if (count > 0) return due !== null && firstOn !== null && firstOn > due ? 'not-met' : 'done';
  return due !== null && today > due ? 'not-met' : 'not-started';
}

function countedStatus(target: Target, amount: number, today: Day): Status {
  const total = targetTotal(target) ?? 0;
  const kept = target.bound === 'about' ? aboutShare : 1;
  if (amount >= total) return 'done';
  if (today > target.periodTo) return amount >= total * kept ? 'done' : 'not-met';
  const whole = Math.floor((expectedBy(target, today) ?? 0) * kept);
  if (amount < whole) return 'behind';
  return amount > 0 ? 'on-track' : 'not-started';
}

/** Whether done is put against a figure. */
export function isCounted(form: Form): boolean {
  return form === 'count' || form === 'hours' || form === 'increase';
}
