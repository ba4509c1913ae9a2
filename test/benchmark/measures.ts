/** What the benchmarks have in common: one time, the middle of several, and lines of figures. */

/** Milliseconds that the work took, and what it gave. */
export async function once<Result>(work: () => Promise<Result>): Promise<[number, Result]> {
  const started = performance.now();
  const result = await work();
  return [performance.now() - started, result];
}

/** The value in the middle; the upper one of two. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** ISO date in UTC, so many days before today. */
export function dayAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function printRow(name: string, milliseconds: number): void {
  print(`  ${name.padEnd(60)} ${milliseconds.toFixed(0).padStart(7)} ms`);
}
