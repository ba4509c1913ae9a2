import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GivenFile } from './imports.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const shared = resolve(root, process.env['NARBILD_SHARED'] ?? '../shared', 'data');

/** A file of `test/fixtures/imports`. */
export function fixture(name: string): GivenFile {
  return { name, bytes: readFileSync(join(root, 'test/fixtures/imports', name)) };
}

/** The police's extract for the demo municipality, with ids of its own so that its rows are new. */
export function policeExtract(series: string): GivenFile {
  const { name, bytes } = fixture('alvhamn-polisutdrag.csv');
  return { name, bytes: Buffer.from(bytes.toString('utf8').replaceAll('ÄH-K', `ÄH-${series}`)) };
}

/** Is the shared reference data here? */
export const hasShared = existsSync(shared);

export function lundExtract(): GivenFile {
  return { name: 'polisutdrag_a_lund.csv', bytes: readFileSync(join(shared, 'imports/polisutdrag_a_lund.csv')) };
}

/** The boundary of Lund alone, from the shared map of all municipalities. */
export function lundBoundary(): GivenFile {
  const file = readFileSync(join(shared, 'geography/kommuner_290_simplified.geojson'), 'utf8');
  const { features } = JSON.parse(file) as { features: { properties: Record<string, unknown> }[] };
  const lund = features.filter(({ properties }) => Object.values(properties).includes('Lund'));
  if (lund.length !== 1) throw new Error(`${lund.length} municipalities are called Lund`);
  return { name: 'lund.geojson', bytes: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: lund })) };
}
