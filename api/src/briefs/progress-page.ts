import { type ProgressFacts, progressSentence } from '../hotspots/progress-sentence.js';
import type { Language } from '../hotspots/sentence-wording.js';
import { firstRows, shortened } from './document-head.js';

/** A promise with its countable commitments. */
export interface BriefPromise {
  readonly title: string;
  readonly commitments: readonly ProgressFacts[];
}

/** A commitment as a bar: how far it has come and where the plan is today, both 0 to 1. */
export interface ProgressPage {
  readonly promise: string;
  readonly text: string;
  readonly done: number;
  readonly expected: number;
}

/** Every commitment as a bar and a sentence; the promise's title stands over its first. */
export function progressPage(promises: readonly BriefPromise[], most: number, language: Language) {
  const rows = promises.flatMap((promise) =>
    promise.commitments.map((facts, index): ProgressPage => {
      const share = (value: number) => Math.min(1, Math.max(0, facts.target > 0 ? value / facts.target : 0));
      return {
        promise: index === 0 ? shortened(promise.title, 160) : '',
        text: progressSentence({ ...facts, unit: shortened(facts.unit, 120) }, language),
        done: share(facts.done),
        expected: share(facts.expectedByToday),
      };
    }),
  );
  return firstRows(rows, most, language);
}
