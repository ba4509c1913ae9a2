/** Builds what the benchmarks need and runs them one after the other: `npm run benchmark`. Node's own modules only. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const compiler = new URL('../../node_modules/typescript/bin/tsc', import.meta.url);
const benchmarks = [
  'dbscan-benchmark',
  'analysis-benchmark',
  'scan-benchmark',
  'import-benchmark',
  'map-benchmark',
  'loop-benchmark',
  'map-frames',
];

if (!existsSync(compiler)) {
  process.stderr.write('The dependencies are not installed. Run "npm ci" first.\n');
  process.exit(1);
}
process.stdout.write('Compiling (tsc -b test) ...\n');
const compiled = run(fileURLToPath(compiler), ['-b', 'test']);
if (compiled !== 0) process.exit(compiled);
let worst = 0;
for (const name of benchmarks) worst = Math.max(worst, run(`dist/test/benchmark/${name}.js`, []));
process.exitCode = worst;

function run(script, options) {
  return spawnSync(process.execPath, [script, ...options], { cwd: root, stdio: 'inherit' }).status ?? 1;
}
