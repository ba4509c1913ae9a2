/**
 * Runs Stryker in the working folder, an empty one that `run.mjs` made, on a copy of what the compiler emitted:
 * `node stryker.mjs ROOT [--workers N] [MODULE ...]`. What is changed is what ships; the lines told are those of the TypeScript.
 */
import { cpSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { modulesOf, nearestSpecs } from './modules.mjs';
import { printHead, printRow, printTotal, summarise, writeSurvivors } from './report.mjs';

const {
  values: { workers },
  positionals: [root, ...asked],
} = parseArgs({ allowPositionals: true, options: { workers: { type: 'string', default: '1' } } });
const folder = 'api/src/analysis';
const leastScore = 80;

copyCompiled();
const known = modulesOf(folder);
const chosen = asked.length > 0 ? asked : known;
const unknown = chosen.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`No such module in ${folder}: ${unknown.join(', ')}\n`);
  process.exit(1);
}
const require = createRequire(join(root, 'test/package.json'));
const { Stryker } = await import(pathToFileURL(require.resolve('@stryker-mutator/core')).href);
const specs = nearestSpecs(folder);
const target = join(root, 'dist/mutation');
const rows = [];
printHead();
for (const name of chosen) {
  const results = await new Stryker(settings(name)).runMutationTest();
  const row = summarise(name, results, folder);
  printRow(row);
  writeSurvivors(row, target);
  rows.push(row);
}
const score = printTotal(rows);
process.stdout.write(`The survivors, line by line: ${join(target, '*.json')}\n`);
if (score < leastScore) {
  process.stderr.write(`The score is below ${leastScore} %.\n`);
  process.exitCode = 1;
}

/** Each mutant meets the tests that reach it, on native modules and without a transform, as `npm test` runs them. */
function settings(name) {
  return {
    mutate: [`${folder}/${name}.js`],
    inPlace: true,
    testRunner: 'light',
    plugins: [join(root, 'test/mutation/test-runner.mjs')],
    light: { specs: specs.get(name).map((spec) => join(folder, spec)) },
    testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    coverageAnalysis: 'perTest',
    concurrency: Number(workers) || 1,
    // Node keeps much of every module that it ever loaded
    maxTestRunnerReuse: 250,
    timeoutMS: 8000,
    disableTypeChecks: false,
    reporters: [],
    logLevel: 'error',
    allowConsoleColors: false,
  };
}

/** The rooms that the analysis needs, without the randomised property tests: with them the score would be a matter of luck. */
function copyCompiled() {
  for (const room of ['analysis', 'geo']) {
    cpSync(join(root, 'dist/api/src', room), join('api/src', room), {
      recursive: true,
      filter: (path) => !path.includes('.property.spec.') && !path.endsWith('.d.ts'),
    });
  }
  cpSync(folder, 'pristine', { recursive: true });
  symlinkSync(join(root, 'node_modules'), 'node_modules', 'dir');
  writeFileSync('package.json', '{ "type": "module", "private": true }');
}
