import { type ProgressFacts, progressSentence, progressStatus } from '../hotspots/progress-sentence.js';
import { dayAndMonth, figure, type Language } from '../hotspots/sentence-wording.js';
import type { Day } from './calendar-units.js';
import { type Bound, isCounted, type Progress, type Target } from './commitment.js';

/** What a commitment is told from. */
export interface CommitmentFacts {
  readonly target: Target;
  readonly progress: Progress;
  /** What is counted, in the plural. */
  readonly unit: string | null;
  readonly firstOn: Day | null;
}

/** A counted commitment as the sentence and the documents take it; `null` for the forms that hold no figure to reach. */
export function progressFacts({ target, progress, unit }: CommitmentFacts): ProgressFacts | null {
  if (!isCounted(target.form) || progress.target === null || progress.status === null) return null;
  return {
    done: progress.done,
    target: progress.target,
    // "Minst" would promise more than "ungefär" does; a document then says the figure alone.
    comparison: target.bound === 'exactly' || target.bound === 'about' ? 'exactly' : 'at-least',
    unit: unit ?? (target.form === 'hours' ? 'timmar' : 'tillfällen'),
    expectedByToday: progress.expectedByToday ?? 0,
    status: progress.status,
  };
}

/** How a commitment stands, in one or two sentences, whatever its form. */
export function commitmentSentence(facts: CommitmentFacts, language: Language): string {
  const counted = progressFacts(facts);
  if (counted) return countedSentence(facts.target.bound, facts.target, counted, language);
  const { progress, target, firstOn } = facts;
  const times = figure(progress.done, language);
  const swedish = language === 'sv';
  switch (target.form) {
    case 'delivery':
      return deliverySentence(target.due ?? target.periodTo, firstOn, progress, language);
    case 'when-needed':
      if (progress.done === 0) return swedish ? 'Har inte behövts än.' : 'Not needed so far.';
      return swedish
        ? `Använt ${times} ${progress.done === 1 ? 'gång' : 'gånger'}.`
        : `Used ${times} ${progress.done === 1 ? 'time' : 'times'}.`;
    case 'ongoing':
      return `${logged(progress.done, language)} ${progressStatus(progress.status ?? 'not-started', language)}.`;
    default:
      return `${swedish ? 'En inriktning, som inte räknas.' : 'A direction, which is not counted.'}${progress.done > 0 ? ` ${logged(progress.done, language)}` : ''}`;
  }
}

function countedSentence(bound: Bound | null, target: Target, counted: ProgressFacts, language: Language): string {
  const sentence = progressSentence(counted, language);
  const said = bound === 'about' ? roughly(sentence, language) : sentence;
  if (target.form !== 'increase' || target.baseline === null) return said;
  const baseline = figure(target.baseline, language, 1);
  return language === 'sv' ? `${said} Före löftet: ${baseline}.` : `${said} Before the promise: ${baseline}.`;
}

/** "Ungefär" before the target and before what the plan says: four in five is enough of both. */
function roughly(sentence: string, language: Language): string {
  if (language === 'en')
    return sentence.replace(' of ', ' of about ').replace(/(On plan: |the plan says )/, '$1about ');
  return sentence.replace(' av ', ' av ungefär ').replace(/(Enligt plan: |planen säger )/, '$1ungefär ');
}

function deliverySentence(due: Day, firstOn: Day | null, { status }: Progress, language: Language): string {
  const [lastDay, came] = [dayAndMonth(due, language), firstOn === null ? '' : dayAndMonth(firstOn, language)];
  if (language === 'sv') {
    if (status === 'done') return `Klart ${came}, i tid till ${lastDay}.`;
    if (firstOn !== null) return `Inte uppfyllt i tid: skulle vara klart ${lastDay}, blev klart ${came}.`;
    return status === 'not-met' ? `Inte uppfyllt: skulle vara klart ${lastDay}.` : `Ska vara klart ${lastDay}.`;
  }
  if (status === 'done') return `Done on ${came}, in time for ${lastDay}.`;
  if (firstOn !== null) return `Not met in time: due on ${lastDay}, done on ${came}.`;
  return status === 'not-met' ? `Not met: was due on ${lastDay}.` : `Due on ${lastDay}.`;
}

function logged(count: number, language: Language): string {
  const times = figure(count, language, 1);
  if (language === 'en')
    return count === 0 ? 'Nothing logged so far.' : `${times} ${count === 1 ? 'occasion' : 'occasions'} logged.`;
  if (count === 0) return 'Inget loggat än.';
  return `${times} ${count === 1 ? 'tillfälle loggat' : 'tillfällen loggade'}.`;
}
