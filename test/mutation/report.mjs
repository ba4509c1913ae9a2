import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';

/**
 * Stryker's results for one module, with the survivors at their line of the TypeScript. A mutant that made the tests hang
 * was noticed too; one that could not run at all is not counted.
 */
export function summarise(name, results, folder) {
  const count = (status) => results.filter((mutant) => mutant.status === status).length;
  const survivors = results
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map((mutant) => survivorOf(mutant, folder, name))
    .sort((a, b) => a.line - b.line);
  return {
    module: name,
    killed: count('Killed'),
    timeout: count('Timeout'),
    survived: survivors.length,
    survivors,
  };
}

function survivorOf({ location, mutatorName, replacement, status }, folder, name) {
  const map = new SourceMap(JSON.parse(readFileSync(join(folder, `${name}.js.map`), 'utf8')));
  const { originalLine } = map.findEntry(location.start.line - 1, location.start.column - 1);
  return {
    line: (originalLine ?? location.start.line - 1) + 1,
    mutator: mutatorName,
    code: codeAt(name, location),
    replacement,
    reached: status !== 'NoCoverage',
  };
}

/** The changed code as the compiler emitted it, from the copy that Stryker does not touch. Its lines and columns begin at 1. */
function codeAt(name, { start, end }) {
  const lines = readFileSync(join('pristine', `${name}.js`), 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  const text = lines.join(' ').replaceAll(/\s+/g, ' ');
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** The share of mutants that a test noticed, in per cent; 100 where there is nothing to change. */
function scoreOf({ killed, timeout, survived }) {
  const all = killed + timeout + survived;
  return all === 0 ? 100 : (100 * (killed + timeout)) / all;
}

export function printHead() {
  process.stdout.write(`\n${'module'.padEnd(24)}  mutants   killed survived  timeout    score\n`);
}

export function printRow({ module, killed, survived, timeout }) {
  const counts = [killed + timeout + survived, killed, survived, timeout];
  const score = scoreOf({ killed, timeout, survived }).toFixed(1);
  process.stdout.write(
    `${module.padEnd(24)} ${counts.map((count) => String(count).padStart(8)).join(' ')} ${score.padStart(8)} %\n`,
  );
}

/** Prints the line of all modules together and answers their score. */
export function printTotal(rows) {
  const sumOf = (key) => rows.reduce((sum, row) => sum + row[key], 0);
  const total = { module: 'total', killed: sumOf('killed'), survived: sumOf('survived'), timeout: sumOf('timeout') };
  printRow(total);
  return scoreOf(total);
}

export function writeSurvivors(row, folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${row.module}.json`), `${JSON.stringify(row, null, 2)}\n`);
}
