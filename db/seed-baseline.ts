import type { EntityManager } from 'typeorm';
import { newId } from '../api/src/app/identifier.js';
import { columnsByKind, defaultWeights } from '../api/src/baselines/baseline.js';
import { insertBaseline, insertPoints } from '../api/src/baselines/baseline.queries.js';
import { demoBaseline } from './demo/baseline.js';

/** Stores where the demo's people live, work and move, so that its hot spots can be compared with it. */
export async function insertDemoBaseline(manager: EntityManager, code: number, until: string): Promise<void> {
  const entries = demoBaseline();
  const year = until.slice(0, 4);
  const id = newId();
  await insertBaseline(manager, code, {
    id,
    name: `Boende, arbetande och besökare ${year}`,
    source: 'import',
    fileName: `manniskor-i-alvhamn-${year}.csv`,
    asOf: `${year}-01-01`,
    weights: defaultWeights,
    rows: entries.length,
    rejected: 0,
    outside: 0,
    replacedId: null,
    accountId: null,
  });
  for (const columns of columnsByKind(entries)) await insertPoints(manager, code, id, columns);
}
