import { dateOfDay, mondayOf } from '../analysis/calendar.js';
import { DomainError } from '../app/domain-error.js';
import { dayAndMonth, figure, type Language } from '../hotspots/sentence-wording.js';
import { readWeek, type Week, weekAround } from '../situation/situation.js';

/** The rules of who has reported: no Nest, no database, no clock. */

/** The running week and the eleven before it. */
export const weeksShown = 12;

/** The picture of a week is put together on the Monday after it: an answer after noon that day is late. */
const hoursToDeadline = 12;

/**
 * `assessed`: did not report, but somebody of it said how the week was. `waiting`: no answer yet, and still time for one.
 * `silent`: no answer, and the week's deadline has passed.
 */
export type AnswerState = 'reported' | 'nothing' | 'assessed' | 'waiting' | 'silent';

/** What is known of one organisation's week. */
export interface Answer {
  readonly reports: number;
  readonly nothing: boolean;
  readonly assessed: boolean;
}

/** How many organisations answered how; only those from which reports are expected. */
export interface WeekCoverage {
  readonly expected: number;
  readonly reported: number;
  readonly nothing: number;
  readonly assessed: number;
  readonly waiting: number;
  readonly silent: number;
}

/** The instant after which an answer for the week is late: Monday noon in Sweden. No clock is changed on a Monday. */
export function deadlineOf(week: Week): number {
  return week.to + hoursToDeadline * 3_600_000;
}

/** How an organisation stands in a week. Reports go before "nothing": both may come from two of its people. */
export function answerState(answer: Answer | undefined, week: Week, now: number): AnswerState {
  if (answer !== undefined && answer.reports > 0) return 'reported';
  if (answer?.nothing === true) return 'nothing';
  if (answer?.assessed === true) return 'assessed';
  return now < deadlineOf(week) ? 'waiting' : 'silent';
}

export function weekCoverage(states: readonly AnswerState[]): WeekCoverage {
  const count = (state: AnswerState) => states.filter((one) => one === state).length;
  return {
    expected: states.length,
    reported: count('reported'),
    nothing: count('nothing'),
    assessed: count('assessed'),
    waiting: count('waiting'),
    silent: count('silent'),
  };
}

/** The last weeks, oldest first, the running one last. */
export function shownWeeks(now: number, weeks = weeksShown): Week[] {
  return Array.from({ length: weeks }, (_, index) => weekAround(now, index + 1 - weeks));
}

/** The ISO date of the Monday that begins a week: its key in the database. */
export function mondayText(week: Week): string {
  return dateOfDay(mondayOf(week.from));
}

/**
 * The week that an answer is for. Throws `week-unknown` (2025-W53, other text), `week-to-come` before its Monday and
 * `week-too-old` before the weeks that are shown.
 */
export function answerableWeek(text: string, now: number, language: Language): Week {
  const week = readWeek(text);
  if (!week) throw new DomainError('week-unknown');
  if (week.from > now)
    throw new DomainError('week-to-come', { week: week.number, day: dayAndMonth(week.firstDay, language) });
  if (week.from < weekAround(now, 1 - weeksShown).from)
    throw new DomainError('week-too-old', { weeks: weeksShown - 1 });
  return week;
}

/** Silence told from safety, in one or two sentences; empty where no reports are expected from anybody. */
export function coverageSentence(coverage: WeekCoverage, language: Language): string {
  const { expected, reported, nothing, assessed, waiting, silent } = coverage;
  if (expected === 0) return '';
  const words = language === 'sv' ? swedish : english;
  const n = (count: number) => figure(count, language);
  const parts = [
    words.reported(n(reported), n(expected), expected),
    ...(nothing > 0 ? [words.nothing(n(nothing))] : []),
    ...(assessed > 0 ? [words.assessed(n(assessed))] : []),
    ...(waiting > 0 ? [words.waiting(n(waiting))] : []),
    ...(silent > 0 ? [words.silent(n(silent), silent)] : []),
  ];
  const last = parts.length > 1 ? parts.pop() : undefined;
  const sentence = `${parts.join(', ')}${last === undefined ? '' : ` ${words.and} ${last}`}.`;
  return silent > 0 ? `${sentence} ${words.silence}` : sentence;
}

const swedish = {
  and: 'och',
  reported: (n: string, all: string, expected: number) =>
    `${n} av ${all} ${expected === 1 ? 'organisation' : 'organisationer'} har rapporterat`,
  nothing: (n: string) => `${n} hade inget att rapportera`,
  assessed: (n: string) => `${n} har bedömt veckan`,
  waiting: (n: string) => `${n} har inte svarat än`,
  silent: (n: string, count: number) => `${n} har varit ${count === 1 ? 'tyst' : 'tysta'}`,
  silence: 'Tystnad betyder inte att det var lugnt.',
};

const english = {
  and: 'and',
  reported: (n: string, all: string, expected: number) =>
    `${n} of ${all} ${expected === 1 ? 'organisation' : 'organisations'} reported`,
  nothing: (n: string) => `${n} had nothing to report`,
  assessed: (n: string) => `${n} assessed the week`,
  waiting: (n: string) => `${n} ${n === '1' ? 'has' : 'have'} not answered yet`,
  silent: (n: string, count: number) => `${n} ${count === 1 ? 'was' : 'were'} silent`,
  silence: 'Silence does not mean that it was calm.',
};

/** Whether somebody of the organisation has looked and said so, in one way or another. */
export function hasAnswered(state: AnswerState): boolean {
  return state !== 'waiting' && state !== 'silent';
}
