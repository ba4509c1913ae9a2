import type { Watching } from '../analysis/scan-statistic.js';
import { spaceTimeScan, type SpaceTimeScanOptions, type SpaceTimeScanResult } from '../analysis/space-time-scan.js';
import type { DatedEvents } from '../analysis/space-time-events.js';
import type { Answer, PlacesAnswer, Task } from './answer.js';
import { concentrationAnswer } from './concentration-answer.js';
import { effectAnswer } from './effect-answer.js';
import { explainPlace, type Explanation, type ExplanationInput } from './explanation.js';
import { nearRepeatAnswer } from './near-repeat-answer.js';
import { newAnswer } from './new-answer.js';
import { peopleAnswer } from './people-answer.js';
import { placesAnswer } from './places-answer.js';
import type { Question } from './question.js';
import { trendAnswer } from './trend-answer.js';
import { whenAnswer } from './when-answer.js';
import { windowsAnswer } from './windows-answer.js';

/** Which function answers which question. */
const answers: Readonly<Record<Exclude<Question, 'places'>, (task: Task, watching: Watching) => Answer>> = {
  people: peopleAnswer,
  new: newAnswer,
  'near-repeat': nearRepeatAnswer,
  trend: trendAnswer,
  when: whenAnswer,
  concentration: concentrationAnswer,
  windows: windowsAnswer,
  effect: effectAnswer,
};

/** Shared with the thread that asked: the progress in thousandths, read there whenever it likes. */
type Counter = Int32Array<SharedArrayBuffer>;

/** What the pool calls, one function per kind of work. */
export function answer({ task, counter }: { task: Task; counter: Counter }): Answer | PlacesAnswer {
  const watching = watched(counter);
  return task.question === 'places' ? placesAnswer(task, watching) : answers[task.question](task, watching);
}

export function explain(input: ExplanationInput): Explanation {
  return explainPlace(input);
}

/** One night's scan of one category. */
export function scan(input: {
  events: DatedEvents;
  options: Omit<SpaceTimeScanOptions, keyof Watching>;
}): SpaceTimeScanResult {
  return spaceTimeScan(input.events, input.options);
}

function watched(counter: Counter): Watching {
  return { onProgress: (done, all) => void Atomics.store(counter, 0, all > 0 ? Math.floor((1000 * done) / all) : 0) };
}
