/** Builds what the figures need and prints them: `npm run figures [-- --quick] [-- --threads N]`. Node's own modules only. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const compiler = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));

if (existsSync(compiler)) {
  process.stderr.write('Compiling (tsc -b test) ...\n');
  const compiled = run([compiler, '-b', 'test']);
  process.exitCode = compiled === 0 ? run(['dist/test/figures/figures.js', ...process.argv.slice(2)]) : compiled;
} else {
  process.stderr.write('The dependencies are not installed. Run "npm ci" first.\n');
  process.exitCode = 1;
}

function run(words) {
  return spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' }).status ?? 1;
}
