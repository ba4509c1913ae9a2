/** Work told in parts: it yields where whoever runs it may let others have their turn, and returns what it made. */
export type InParts<Result> = Generator<undefined, Result>;

/** So many that the simplest work on them takes about a millisecond. */
const usualPart = 20_000;

/** Does `work` on the numbers from 0 to `count`, part by part: `from` is in the part, `to` is not. */
export function* inParts(count: number, work: (from: number, to: number) => void): InParts<void> {
  for (let from = 0; from < count; from += usualPart) {
    work(from, Math.min(count, from + usualPart));
    yield;
  }
}

/** The result of all parts one after the other, for tests and for where nobody else waits. */
export function atOnce<Result>(work: InParts<Result>): Result {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}
