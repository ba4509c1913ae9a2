import type { Day } from './calendar-units.js';
import type { Form } from './commitment.js';

/** Where a promise holds. */
export const scopes = ['municipality', 'area', 'place', 'online'] as const;
export type Scope = (typeof scopes)[number];

/** A promise is written, decided, and in the end followed up. */
export const promiseStatuses = ['draft', 'decided', 'followed-up'] as const;
export type PromiseStatus = (typeof promiseStatuses)[number];

/** What the promise check looks at. */
export interface WrittenPromise {
  readonly title: string;
  readonly scope: Scope;
  readonly hotspotId: string | null;
  readonly areaId: string | null;
  readonly periodFrom: Day;
  readonly periodTo: Day;
  readonly commitments: readonly WrittenCommitment[];
}

export interface WrittenCommitment {
  readonly id: string;
  readonly text: string;
  readonly form: Form;
  readonly parties: readonly unknown[];
}

export const hintCodes = [
  'commitment-missing',
  'number-missing',
  'owner-missing',
  'vague-words',
  'other-year',
  'place-missing',
  'source-missing',
  'follow-up-missing',
] as const;

/** Something that would make the promise easier to keep and to follow up. Never an error. */
export interface Hint {
  readonly code: (typeof hintCodes)[number];
  /** The commitment that it is about; `null`: the promise as a whole. */
  readonly commitmentId: string | null;
  /** The words that it is about, as they stand in the text. */
  readonly words: readonly string[];
}

/**
 * What somebody who knows how promises are followed up would ask about this one: is there a number, a place, an owner,
 * a source, a day of follow-up, and do the words promise more than can be seen? A direction is never asked about.
 */
export function promiseHints(promise: WrittenPromise): Hint[] {
  const whole = (code: Hint['code'], words: readonly string[] = []): Hint => ({ code, commitmentId: null, words });
  const hints: Hint[] = [];
  if (promise.commitments.length === 0) hints.push(whole('commitment-missing'));
  const years = otherYears(promise.title, promise);
  if (years.length > 0) hints.push(whole('other-year', years));
  const placeless =
    (promise.scope === 'area' && promise.areaId === null) || (promise.scope === 'place' && promise.hotspotId === null);
  if (placeless) hints.push(whole('place-missing'));
  hints.push(...promise.commitments.flatMap((commitment) => commitmentHints(commitment, promise)));
  if (promise.hotspotId === null && promise.scope !== 'online') hints.push(whole('source-missing'));
  const binding = promise.commitments.filter(({ form }) => form !== 'direction');
  if (binding.length > 0 && !promise.commitments.some(({ form }) => form === 'delivery'))
    hints.push(whole('follow-up-missing'));
  return hints;
}

function commitmentHints(commitment: WrittenCommitment, promise: WrittenPromise): Hint[] {
  if (commitment.form === 'direction') return [];
  const hint = (code: Hint['code'], words: readonly string[] = []): Hint => ({
    code,
    commitmentId: commitment.id,
    words,
  });
  const hints: Hint[] = [];
  if (commitment.form === 'ongoing') hints.push(hint('number-missing'));
  if (commitment.parties.length === 0) hints.push(hint('owner-missing'));
  const vague = commitment.form === 'count' ? vagueWords(commitment.text) : [];
  if (vague.length > 0) hints.push(hint('vague-words', vague));
  const years = commitment.form === 'delivery' ? [] : otherYears(commitment.text, promise);
  if (years.length > 0) hints.push(hint('other-year', years));
  return hints;
}

const vague =
  /(?<!\p{L})(?:verka[rs]? för|kontinuerlig(?:t|a)?|löpande|vid behov|arbeta[rs]? aktivt|strävar? efter|sträva efter)(?!\p{L})/giu;

/** Words that sound like a promise and cannot be counted. */
function vagueWords(text: string): string[] {
  return [...new Set([...text.matchAll(vague)].map(([word]) => word.toLowerCase()))];
}

/** Years named in a text that lie outside the promise's period: mostly left over from last year's document. */
function otherYears(text: string, { periodFrom, periodTo }: Pick<WrittenPromise, 'periodFrom' | 'periodTo'>): string[] {
  const [first, last] = [periodFrom.slice(0, 4), periodTo.slice(0, 4)];
  const named = [...text.matchAll(/(?<!\d)20\d\d(?!\d)/g)].map(([year]) => year);
  return [...new Set(named)].filter((year) => year < first || year > last);
}
