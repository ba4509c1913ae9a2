import { type Language, figure } from './sentence-wording.js';

/** Where a commitment stands: done so far against its target and against where the plan is today. */
export interface ProgressFacts {
  readonly done: number;
  readonly target: number;
  /** `at-least` ("minst 10") unless the promise says exactly. */
  readonly comparison?: 'at-least' | 'exactly';
  /** What is counted, as the promise writes it in the plural: "cykelkontroller". */
  readonly unit: string;
  readonly expectedByToday: number;
  readonly status: 'on-track' | 'behind' | 'done' | 'not-met' | 'not-started';
}

/** `6 av minst 10 cykelkontroller. Enligt plan: 5 till och med i dag.` The plan is said in whole occasions. */
export function progressSentence(facts: ProgressFacts, language: Language): string {
  return `${progressAmount(facts, language)}. ${planClaim(facts, language)}`;
}

/** `6 av minst 10 cykelkontroller`. */
export function progressAmount({ done, target, comparison, unit }: ProgressFacts, language: Language): string {
  const exactly = comparison === 'exactly';
  const amounts = { done: figure(done, language, 1), target: figure(target, language, 1) };
  if (language === 'sv') return `${amounts.done} av ${exactly ? '' : 'minst '}${amounts.target} ${unit}`;
  return `${amounts.done} of ${exactly ? '' : 'at least '}${amounts.target} ${unit}`;
}

/** The word for a status, as it stands beside its shape. */
export function progressStatus(status: ProgressFacts['status'], language: Language): string {
  return {
    sv: {
      'on-track': 'Enligt plan',
      behind: 'Efter plan',
      done: 'Klart',
      'not-met': 'Inte uppfyllt',
      'not-started': 'Ej påbörjat',
    },
    en: {
      'on-track': 'On plan',
      behind: 'Behind plan',
      done: 'Done',
      'not-met': 'Not met',
      'not-started': 'Not started',
    },
  }[language][status];
}

function planClaim({ expectedByToday, status }: ProgressFacts, language: Language): string {
  const word = progressStatus(status, language);
  if (status === 'done' || status === 'not-met') return `${word}.`;
  const expected = figure(Math.floor(expectedByToday), language);
  if (Math.floor(expectedByToday) < 1) return `${word}.`;
  if (status === 'on-track') {
    return language === 'sv' ? `${word}: ${expected} till och med i dag.` : `${word}: ${expected} by today.`;
  }
  if (language === 'sv') return `${word}: planen säger ${expected} till och med i dag.`;
  return `${word}: the plan says ${expected} by today.`;
}
