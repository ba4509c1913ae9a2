import { setImmediate as turn } from 'node:timers/promises';
import type { InParts } from '../analysis/parts.js';

/** Milliseconds that one piece of work may keep the process's thread before everybody else has had a turn. */
const longestTurn = 15;

/** Lets everything that waits have its turn. */
export async function breathe(): Promise<void> {
  await turn();
}

/** Runs work part by part, so that the process keeps answering others while it lasts. */
export async function inTurns<Result>(work: InParts<Result>): Promise<Result> {
  let began = performance.now();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    if (performance.now() - began < longestTurn) continue;
    await breathe();
    began = performance.now();
  }
}
