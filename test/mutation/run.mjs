/**
 * How much of the statistics do their tests really hold? `npm run mutation`: Stryker changes the compiled analysis one
 * small step at a time and looks whether a test fails. Node's own modules until the dependencies are known to be there.
 *
 *   npm run mutation                         every module of api/src/analysis
 *   npm run mutation -- dbscan density       only these
 *   npm run mutation -- --workers 4          on more cores (1 unless told)
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, root, runScript } from '../../api/prepare.mjs';

await command('api/src/analysis', mutate);

/** Stryker works in a copy outside the checkout, so that nothing that walks the checkout meets a changed file. */
function mutate() {
  const copy = mkdtempSync(join(tmpdir(), 'narbild-mutation-'));
  // an interrupt reaches the child too; this process waits for it and then cleans up
  const waitForChild = () => undefined;
  process.on('SIGINT', waitForChild).on('SIGTERM', waitForChild);
  try {
    return runScript([join(root, 'test/mutation/stryker.mjs'), root, ...process.argv.slice(2)], copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
