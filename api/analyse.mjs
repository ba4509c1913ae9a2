/**
 * `npm run --silent analyse -- …`: the analysis without a database, from a clean clone. Installs and compiles what it needs
 * first; all of that is told on standard error, so that standard output holds nothing but what was asked for. Only what Node
 * itself brings may be used here. See docs/methods/command-line.md.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkNode, root } from './prepare.mjs';

/** Standard output belongs to the answer: whatever the preparation prints goes to standard error. */
const quietly = { cwd: root, stdio: ['ignore', 2, 2] };
const installation = `import { install } from ${JSON.stringify(new URL('prepare.mjs', import.meta.url).href)}; await install();`;

try {
  checkNode();
  must('The packages could not be installed.', ['--input-type=module', '--eval', installation]);
  // tsc -b looks at what has changed and is done in a second when nothing has
  must('The analysis could not be compiled.', [join(root, 'node_modules/typescript/bin/tsc'), '-b', 'api']);
  const door = join(root, 'dist/api/src/command-line/analyse.js');
  const { status, signal } = spawnSync(process.execPath, [door, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = signal ? 1 : (status ?? 1);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function must(failure, words) {
  if (spawnSync(process.execPath, words, quietly).status !== 0) throw new Error(failure);
}
