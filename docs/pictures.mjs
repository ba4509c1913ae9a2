/**
 * Takes the pictures in docs/pictures from the real application with the demo municipality, at 390 and 1920 px:
 *
 *   npm run build, then TEST_DATABASE_URL=postgres://… node docs/pictures.mjs
 *
 * The database must be one of its own: the script imports a file and takes up a hot spot.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { saveDocument } from '../dist/test/support/documents.js';
import { demoCode, Stage } from '../dist/test/support/driver.js';
import { policeExtract } from '../dist/test/support/files.js';
import { giveFile, previewFigures, startImport } from '../dist/test/support/imports.js';
import { openPlace, rankedPlaces } from '../dist/test/support/places.js';

const folder = fileURLToPath(new URL('./pictures', import.meta.url));
const stage = await Stage.open();
try {
  for (const width of [390, 1920]) await takeAll(width);
} finally {
  await stage.close();
}

async function takeAll(width) {
  const take = (visitor, name) => visitor.picture(join(folder, `${name}-${width}.png`));
  const anybody = await stage.visitor({ width });
  await anybody.open('/logga-in');
  await take(anybody, 'sign-in');

  const caretaker = await stage.member('vaktmastare', { width });
  await caretaker.open(`/${demoCode}/rapportera`);
  await take(caretaker, 'report');

  const police = await stage.member('kommunpolis', { width });
  await police.open(`/${demoCode}/importera`);
  await giveFile(police, policeExtract(`D${width}-`));
  await previewFigures(police);
  await police.drawn();
  await take(police, 'import-preview');
  await startImport(police);
  await police.drawn();
  await take(police, 'import-result');

  await police.open(`/${demoCode}/karta`);
  const places = await rankedPlaces(police);
  await police.drawn();
  await take(police, 'map');
  await openPlace(police, places.find(({ decided }) => decided).number);
  await police.drawn();
  await take(police, 'map-place');
  await police.follows('Öppna hot spot');
  await police.drawn();
  await take(police, 'hotspot');
  if (width === 1920) paper('platsunderlag', await saveDocument(police, 'Skapa platsunderlag'));

  await police.open(`/${demoCode}/loften`);
  await take(police, 'promises');
  await police.open(`/${demoCode}/lagesbild`);
  await take(police, 'situation');
  if (width === 1920) paper('veckolagesbild', await saveDocument(police, 'Ladda ner veckolägesbild (PDF)'));
  for (const visitor of [anybody, caretaker, police]) await visitor.leave();
}

/** The first page of a document, as wide as it would be on a screen. */
function paper(name, { bytes }) {
  const work = mkdtempSync(join(tmpdir(), 'narbild-picture-'));
  writeFileSync(join(work, 'page.pdf'), bytes);
  const to = join(folder, `${name}-pdf`);
  execFileSync('pdftoppm', [
    '-png',
    '-singlefile',
    '-scale-to-x',
    '1000',
    '-scale-to-y',
    '-1',
    join(work, 'page.pdf'),
    to,
  ]);
  rmSync(work, { recursive: true, force: true });
}
