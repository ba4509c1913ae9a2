/**
 * `npm run --silent analyse -- …`: the analysis without a database, from a clean clone. Only what Node itself brings may be
 * used here. See docs/methods/command-line.md.
 */
import { join } from 'node:path';
import { command, root, runScript } from './prepare.mjs';

// files are named from where the caller stands
await command('api', () =>
  runScript([join(root, 'dist/api/src/command-line/analyse.js'), ...process.argv.slice(2)], process.cwd()),
);
