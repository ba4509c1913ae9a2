import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const grave = new Set(['serious', 'critical']);

/**
 * What axe-core holds against the page as it is now, serious or critical only, a sentence for each element.
 * It comes in by the debugger, past the page's Content-Security-Policy, which stays in force.
 */
export async function graveFindings(page: Page): Promise<string[]> {
  const debug = await page.context().newCDPSession(page);
  try {
    await debug.send('Runtime.evaluate', { expression: `window.axe ?? (() => { ${source} })()` });
    const { result, exceptionDetails } = await debug.send('Runtime.evaluate', {
      expression: `axe.run(document, { resultTypes: ['violations'] })`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(`axe-core did not run: ${exceptionDetails.text}`);
    const { violations } = result.value as AxeResults;
    return violations
      .filter(({ impact }) => grave.has(impact ?? ''))
      .flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 160)}`));
  } finally {
    await debug.detach();
  }
}
