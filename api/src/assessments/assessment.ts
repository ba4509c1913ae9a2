import { DomainError } from '../app/domain-error.js';
import { answerableWeek } from '../coverage/coverage.js';
import { figure, type Language, list } from '../hotspots/sentence-wording.js';
import { type Week, weekAround } from '../situation/situation.js';

/** The rules of the veckobedömning: no Nest, no database, no clock. */

export const answers = ['calmer', 'usual', 'worse', 'unknown'] as const;
export type Answer = (typeof answers)[number];

/** How many gave each answer. */
export type Tally = Readonly<Record<Answer, number>>;

/** `mixed`: as many see it calmer as worse, and neither are few. `none`: nobody has said. */
export type Verdict = 'calmer' | 'usual' | 'worse' | 'mixed' | 'none';

/** A side is heard from this share of the answers on. */
const heardFrom = 0.25;

export interface FactorTally {
  readonly name: Readonly<Record<Language, string>>;
  readonly tally: Tally;
}

/** One area's week, as all who answered see it. */
export interface AreaAssessment {
  readonly id: string;
  readonly name: string;
  /** How many answered; one person may answer for several areas. */
  readonly people: number;
  readonly factors: readonly FactorTally[];
}

export const emptyTally: Tally = { calmer: 0, usual: 0, worse: 0, unknown: 0 };

/**
 * One word for an area's week: which side a quarter of the answers at least, and more than the other side, are on. "Vet
 * inte" counts as no answer. A judgement of people, not a measurement: it says how many they were, and claims no significance.
 */
export function verdictOf(tallies: readonly Tally[]): Verdict {
  const sum = (answer: Answer) => tallies.reduce((total, tally) => total + tally[answer], 0);
  const [calmer, worse] = [sum('calmer'), sum('worse')];
  const known = calmer + worse + sum('usual');
  if (known === 0) return 'none';
  const [isCalmer, isWorse] = [calmer >= heardFrom * known, worse >= heardFrom * known];
  if (isCalmer && isWorse && calmer === worse) return 'mixed';
  if (isWorse && worse > calmer) return 'worse';
  return isCalmer && calmer > worse ? 'calmer' : 'usual';
}

/** The week that may be assessed: the running one or the last; it is forgotten later. Throws as `answerableWeek`, and `assessment-too-late`. */
export function assessableWeek(text: string, now: number, language: Language): Week {
  const week = answerableWeek(text, now, language);
  if (week.from < weekAround(now, -1).from) throw new DomainError('assessment-too-late', { week: week.number });
  return week;
}

const swedish = {
  calmer: 'lugnare än vanligt',
  usual: 'som vanligt',
  worse: 'oroligare än vanligt',
  mixed: 'både lugnare och oroligare',
  answers: (n: string) => `${n} svar`,
  none: (names: string) => `Ingen har bedömt ${names}.`,
};

const english = {
  calmer: 'calmer than usual',
  usual: 'as usual',
  worse: 'worse than usual',
  mixed: 'both calmer and worse',
  answers: (n: string) => `${n} ${n === '1' ? 'answer' : 'answers'}`,
  none: (names: string) => `Nobody has assessed ${names}.`,
};

const worstFirst: readonly Verdict[] = ['worse', 'mixed', 'calmer', 'usual', 'none'];
const namedInSentence = 6;

/** The areas' weeks in a sentence or two, the worst first; areas that nobody assessed are named as just that. Empty where nobody assessed any. */
export function assessmentSentence(areas: readonly AreaAssessment[], language: Language): string {
  const words = language === 'sv' ? swedish : english;
  const judged = areas
    .map((area) => ({ ...area, verdict: verdictOf(area.factors.map(({ tally }) => tally)) }))
    .sort((a, b) => worstFirst.indexOf(a.verdict) - worstFirst.indexOf(b.verdict));
  const said = judged.flatMap(({ name, people, verdict }) =>
    verdict === 'none' ? [] : [`${name} ${words[verdict]} (${words.answers(figure(people, language))})`],
  );
  if (said.length === 0) return '';
  const silent = judged.filter(({ verdict }) => verdict === 'none').map(({ name }) => name);
  const head = language === 'sv' ? 'Veckobedömning' : 'Assessment of the week';
  const first = `${head}: ${list(shortened(said, language), language)}.`;
  return silent.length === 0 ? first : `${first} ${words.none(list(shortened(silent, language), language))}`;
}

function shortened(names: readonly string[], language: Language): string[] {
  if (names.length <= namedInSentence) return [...names];
  const more = figure(names.length - namedInSentence + 1, language);
  return [...names.slice(0, namedInSentence - 1), language === 'sv' ? `${more} till` : `${more} more`];
}
