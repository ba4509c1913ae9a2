import { demoCode } from './driver.js';
import { policeExtract } from './files.js';
import { giveFile, previewFigures } from './imports.js';
import { openPlace, rankedPlaces } from './places.js';
import type { Visitor } from './visitor.js';

/** What lies behind a press: pages with an address of their own, and dialogs. In Swedish. */
export const behindPresses: readonly { name: string; open: (visitor: Visitor) => Promise<void> }[] = [
  { name: 'a hot spot', open: openHotspot },
  { name: 'the preview of an import', open: openPreview },
  { name: 'the filter', open: openFilter },
  { name: 'the dialog that takes up a hot spot', open: openAdoption },
  { name: 'the dialog that logs an occasion', open: openLog },
];

async function openHotspot(visitor: Visitor): Promise<void> {
  await openListed(visitor, true);
  await visitor.follows('Öppna hot spot');
  await visitor.page.locator('.hotspot-sentence').waitFor();
}

/** The same file may be looked at any number of times: nothing of a preview is saved. */
async function openPreview(visitor: Visitor): Promise<void> {
  await visitor.open(`/${demoCode}/importera`);
  await giveFile(visitor, policeExtract('A-'));
  await previewFigures(visitor);
}

async function openFilter(visitor: Visitor): Promise<void> {
  await visitor.open(`/${demoCode}/karta`);
  await rankedPlaces(visitor);
  await visitor.presses(/^Filter/);
  await dialog(visitor);
}

async function openAdoption(visitor: Visitor): Promise<void> {
  await openListed(visitor, false);
  await visitor.presses('Ta upp som hot spot');
  await dialog(visitor);
}

async function openLog(visitor: Visitor): Promise<void> {
  await visitor.open(`/${demoCode}/loften`);
  await visitor.presses(/^Logga tillfälle: /);
  await dialog(visitor);
}

async function openListed(visitor: Visitor, decided: boolean): Promise<void> {
  await visitor.open(`/${demoCode}/karta`);
  const place = (await rankedPlaces(visitor)).find((one) => one.decided === decided);
  if (!place) throw new Error(`There is no ${decided ? 'hot spot' : 'anhopning'} in the list`);
  await openPlace(visitor, place.number);
  await visitor.page.locator('.mapview-detail').waitFor();
}

async function dialog({ page }: Visitor): Promise<void> {
  await page.getByRole('dialog').first().waitFor();
}
