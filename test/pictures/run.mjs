/** Builds what the pictures need and takes them: `npm run pictures [-- FOLDER] [-- --only NAME]`. Node's own modules only. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = (name) => fileURLToPath(new URL(`../../node_modules/${name}`, import.meta.url));
const steps = [
  { words: 'Compiling (tsc -b test) ...', command: [program('typescript/bin/tsc'), '-b', 'test'] },
  { words: 'Building the pages ...', command: [program('nx/dist/bin/nx.js'), 'run', 'web:build'] },
  { words: 'Taking pictures ...', command: ['dist/test/pictures/pictures.js', ...process.argv.slice(2)] },
];

if (existsSync(program('typescript/bin/tsc'))) {
  for (const { words, command } of steps) {
    process.stderr.write(`${words}\n`);
    process.exitCode = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' }).status ?? 1;
    if (process.exitCode !== 0) break;
  }
} else {
  process.stderr.write('The dependencies are not installed. Run "npm ci" first.\n');
  process.exitCode = 1;
}
