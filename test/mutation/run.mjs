/**
 * How much of the statistics do their tests really hold? `npm run mutation`: Stryker changes the compiled analysis one
 * small step at a time and looks whether a test fails. Node's own modules until the dependencies are known to be there.
 *
 *   npm run mutation                         every module of api/src/analysis
 *   npm run mutation -- dbscan density       only these
 *   npm run mutation -- --workers 4          on more cores (1 unless told)
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const compiler = join(root, 'node_modules/typescript/bin/tsc');

if (existsSync(compiler)) {
  process.stdout.write('Compiling (tsc -b api/src/analysis) ...\n');
  const compiled = run([compiler, '-b', 'api/src/analysis'], root);
  process.exitCode = compiled === 0 ? mutate() : compiled;
} else {
  process.stderr.write('The dependencies are not installed. Run "npm ci" first.\n');
  process.exitCode = 1;
}

/** Stryker works in a copy outside the checkout, so that nothing that walks the checkout meets a changed file. */
function mutate() {
  const copy = mkdtempSync(join(tmpdir(), 'narbild-mutation-'));
  // an interrupt reaches the child too; this process waits for it and then cleans up
  const waitForChild = () => undefined;
  process.on('SIGINT', waitForChild).on('SIGTERM', waitForChild);
  try {
    return run([join(root, 'test/mutation/stryker.mjs'), root, ...process.argv.slice(2)], copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function run(words, cwd) {
  return spawnSync(process.execPath, words, { cwd, stdio: 'inherit' }).status ?? 1;
}
