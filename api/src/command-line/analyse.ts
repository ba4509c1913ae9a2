import { readFileSync, writeFileSync } from 'node:fs';
import { run } from './run.js';
import { UsageError } from './usage-error.js';

/** The command-line door, see docs/methods/command-line.md. */
process.exitCode = run(process.argv.slice(2), {
  readText: (path) => attempt(() => readFileSync(path, 'utf8'), `${path} cannot be read`),
  writeText: (path, text) => attempt(() => writeFileSync(path, text), `${path} cannot be written`),
  print: (text) => {
    process.stdout.write(text);
  },
  tell: (line) => {
    process.stderr.write(`${line}\n`);
  },
});

function attempt<Result>(work: () => Result, failure: string): Result {
  try {
    return work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new UsageError(`${failure} (${code}).`);
  }
}
