import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoCode, Stage } from '../support/driver.js';
import type { Visitor } from '../support/visitor.js';

const map = `/${demoCode}/karta`;
let stage: Stage;
let police: Visitor;

beforeAll(async () => {
  stage = await Stage.open();
  police = await stage.member('kommunpolis', { width: 1920 });
}, 120_000);
afterAll(() => stage?.close());

/** Size and number of different colours of the PNG that the clipboard holds. */
async function clipboardPicture({ page }: Visitor): Promise<{ width: number; height: number; colours: number }> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const bitmap = await createImageBitmap(await item!.getType('image/png'));
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
    const context = canvas.getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const colours = new Set<number>();
    for (let at = 0; at < data.length; at += 4 * 97) colours.add((data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!);
    return { width: bitmap.width, height: bitmap.height, colours: colours.size };
  }); // prettier-ignore
}

describe('"Kopiera som bild"', () => {
  test('puts the map with legend, period and source on the clipboard, by the key b too', async () => {
    await police.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await police.open(`${map}?lage=15/59.538/16.058&kategori=SKAD`);
    await police.drawn();
    await police.page.keyboard.press('b');
    await police.sees('Bilden är kopierad. Klistra in den där du vill ha den.');
    const seen = await police.page.locator('.map').boundingBox();
    const picture = await clipboardPicture(police);
    expect(picture.width).toBe(2 * (Math.round(seen!.width) + 48));
    expect(picture.height).toBeGreaterThan(2 * (seen!.height + 150));
    expect(picture.colours).toBeGreaterThan(50);
    expect(police.complaints).toEqual([]);
  }, 90_000);

  test('saves a chart as a file where copying is not allowed, and says so', async () => {
    await police.page.context().clearPermissions();
    await police.page.context().grantPermissions([]);
    await police.open(`${map}?flik=siffror&timmar=visa`);
    const copies = police.page.getByRole('button', { name: 'Kopiera som bild' }).filter({ visible: true });
    for (const [at, name] of [[0, /nar|när/], [1, /vecka/]] as const) {
      const file = await police.saves(() => copies.nth(at).click());
      expect(file.name).toMatch(name);
      expect(file.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
      expect(file.bytes.length).toBeGreaterThan(10_000);
    } // prettier-ignore
    await police.sees('Webbläsaren tillåter inte att bilden kopieras. Den är sparad som en fil i stället.');
    expect(police.complaints).toEqual([]);
  }, 90_000);

  test('copies nothing that could not be written down', async () => {
    await police.open(`${map}?flik=siffror`);
    const copy = police.page.getByRole('button', { name: 'Kopiera som bild' }).filter({ visible: true }).first();
    await copy.hover();
    await police.page.waitForLoadState('networkidle');
    await police.page.route('**/picture-copies', (route) => route.abort());
    await copy.click();
    await police.sees('Bilden gick inte att kopiera. Försök igen om en stund.');
    await police.page.unroute('**/picture-copies');
  }, 90_000);
});
