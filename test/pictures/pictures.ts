import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from '../support/chromium.js';
import { findServer, startCluster } from '../support/cluster.js';
import { Stage } from '../support/driver.js';
import type { Visitor } from '../support/visitor.js';
import { pages } from './pages.js';

/**
 * Pictures of the pages that decide, in the demo town: on a telephone and on a wall, light and dark, in colour, in grey and as
 * somebody without red cones sees them. For people who look; nothing is compared.
 *
 *   node dist/test/pictures/pictures.js [FOLDER] [--only NAME]
 */
const widths = [390, 1920];
const sights = { farg: 'none', gra: 'achromatopsia', protanopi: 'protanopia' } as const;
const usual = fileURLToPath(new URL('../../pictures', import.meta.url));

async function main(): Promise<void> {
  const { folder, only } = readWords(process.argv.slice(2));
  const given = process.env['TEST_DATABASE_URL'];
  const isBuilt = existsSync(new URL('../../site/index.html', import.meta.url));
  if (!findChromium() || !isBuilt || (!given && findServer() === null)) {
    throw new Error('No pictures: there is no Chromium, no PostgreSQL with PostGIS or no built page (npx nx run web:build).'); // prettier-ignore
  }
  const chosen = pages.filter(({ name }) => only === null || name.includes(only));
  if (chosen.length === 0) throw new Error(`No page is called ${only}. There are: ${pages.map(({ name }) => name).join(', ')}.`); // prettier-ignore
  mkdirSync(folder, { recursive: true });
  const cluster = given ? null : await startCluster();
  try {
    process.env['TEST_DATABASE_URL'] = given ?? cluster!.urlOf('postgres');
    const stage = await Stage.open();
    try {
      for (const page of chosen) {
        for (const width of widths) {
          for (const dark of [false, true]) {
            const visitor = await stage.member(page.who, { width, dark });
            await page.open(visitor);
            await settle(visitor);
            await take(visitor, join(folder, `${page.name}-${width}-${dark ? 'mork' : 'ljus'}`));
            await visitor.leave();
          }
        }
      }
    } finally {
      await stage.close();
    }
  } finally {
    await cluster?.stop();
  }
}

/** A map draws its parts one after the other, with nothing on the page that says when it is done. */
async function settle(visitor: Visitor): Promise<void> {
  await visitor.settled();
  await visitor.drawn();
  if ((await visitor.page.locator('.maplibregl-canvas').count()) === 0) return;
  await visitor.page.waitForTimeout(3000);
  await visitor.drawn();
}

async function take({ page }: Visitor, start: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const [name, type] of Object.entries(sights)) {
    await session.send('Emulation.setEmulatedVisionDeficiency', { type });
    await page.screenshot({ path: `${start}-${name}.png` });
    process.stdout.write(`${start}-${name}.png\n`);
  }
}

function readWords(words: readonly string[]): { folder: string; only: string | null } {
  const at = words.indexOf('--only');
  const only = at === -1 ? null : (words[at + 1] ?? '');
  const [folder] = words.filter((_, index) => at === -1 || (index !== at && index !== at + 1));
  return { folder: folder === undefined ? usual : resolve(folder), only };
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
