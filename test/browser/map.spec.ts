import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoCode, Stage } from '../support/driver.js';
import { press, tabTo } from '../support/keyboard.js';
import { chooseTool, eventsShown, otherThan, shareView } from '../support/map-tools.js';
import type { Visitor } from '../support/visitor.js';
import { withoutWebGl } from '../support/no-webgl.js';

const map = `/${demoCode}/karta`;
let stage: Stage;
let police: Visitor;

beforeAll(async () => {
  stage = await Stage.open();
  police = await stage.member('kommunpolis', { width: 1920 });
}, 120_000);
afterAll(() => stage?.close());

describe('the filter of the joint map', () => {
  test('is chosen and taken away by the keyboard, and stands in the address', async () => {
    await police.open(map);
    const all = await eventsShown(police);
    await tabTo(police, 'button', 'Filter');
    await press(police, 'Enter');
    await police.page.getByRole('dialog').getByLabel('fredag').focus();
    await press(police, 'Space');
    await police.page.getByRole('dialog').getByLabel('Från klockan').selectOption('20');
    await police.page.getByRole('dialog').getByLabel('Till klockan').selectOption('1');
    await press(police, 'Escape');
    const fewer = await otherThan(police, all);
    expect(fewer).toBeLessThan(all);
    expect(police.address()).toMatch(/veckodag=5/);
    expect(police.address()).toMatch(/timme=0,20,21,22,23/);
    await police.sees('kl. 20–01');
    await police.page.getByRole('button', { name: 'Ta bort filtret fredag' }).focus();
    await press(police, 'Enter');
    await police.page.getByRole('button', { name: 'Ta bort filtret kl. 20–01' }).focus();
    await press(police, 'Enter');
    await police.noLongerSees('kl. 20–01');
    await police.settled();
    expect(await eventsShown(police)).toBe(all);
  }, 90_000);

  test('an area is drawn with the keyboard alone, corner by corner', async () => {
    await police.open(`${map}?lage=14/59.538/16.058`);
    await police.presses(/^Filter/);
    await police.presses('Rita ett område');
    const corner = police.page.getByRole('button', { name: 'Sätt hörn mitt i kartan' });
    const canvas = police.page.locator('.maplibregl-canvas');
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft']) {
      await corner.press('Enter');
      for (let times = 0; times < 3; times++) await canvas.press(key);
      await police.page.waitForTimeout(400);
    }
    await police.page.getByRole('button', { name: 'Klar' }).press('Enter');
    await police.sees('Ritat område');
    expect(decodeURIComponent(police.address())).toMatch(/ritat=16\.\d+[ +]59\.\d+,/);
  }, 90_000);
});

describe('days, hours and weeks', () => {
  test('a cell of the 7×24 grid filters, reached by arrow keys, and a second press shows all again', async () => {
    await police.open(`${map}?timmar=visa`);
    const all = await eventsShown(police);
    const grid = police.page.getByRole('grid', { name: 'Händelser efter veckodag och timme' });
    await grid.getByRole('button', { name: /^måndag kl\. 00–01/ }).focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'End', 'ArrowLeft'])
      await press(police, key);
    await press(police, 'Enter');
    expect(await otherThan(police, all)).toBeLessThan(all);
    expect(police.address()).toMatch(/veckodag=5/);
    expect(police.address()).toMatch(/timme=22/);
    await press(police, 'Enter');
    await police.noLongerSees('kl. 22–23');
  }, 90_000);

  test('the time slider goes through the weeks, the one when the clock goes back too', async () => {
    await police.open(`${map}?period=egen&fran=2026-10-12&till=2026-11-01&stund=2026-10-19`);
    const slider = police.page.getByRole('slider', { name: 'Tidsreglage' });
    const said: string[] = [];
    for (const key of ['Home', 'ArrowRight', 'ArrowRight']) {
      await slider.press(key);
      said.push((await slider.getAttribute('aria-valuetext')) ?? '');
    }
    expect(said.map((words) => words.slice(0, 14))).toEqual(['vecka 42 2026:', 'vecka 43 2026:', 'vecka 44 2026:']);
    const counts = said.map((words) => Number(/: (\d+) händelse/.exec(words)?.[1]));
    await police.page.getByRole('button', { name: 'Visa hela perioden' }).click();
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(await eventsShown(police));
  }, 90_000);
});

describe('a mistyped address', () => {
  test.each([
    'period=30d',
    'fran=2026-13-45&till=x',
    'stund=2026-99-99&steg=y',
    'jamfor=x&jfran=9&jtill=%F0',
    'timme=99&veckodag=x&allvar=9',
    'lage=99/99/999&nara=x&ritat=1,2;3',
  ])(
    'shows a map all the same, with what of it can be read: %s',
    async (mistyped) => {
      await police.open(`${map}?lager=punkter&${mistyped}`);
      expect(await eventsShown(police)).toBeGreaterThan(0);
      const kept = new URL(police.address()).searchParams;
      expect([...kept.keys()].filter((name) => name !== 'lage')).toEqual(['lager']);
      expect(kept.get('lage')).not.toBe('99/99/999');
    },
    60_000,
  );
});

describe('two periods', () => {
  test('are compared on two maps, in words with an interval, and too few are called too few', async () => {
    await police.open(`${map}?period=t2`);
    await chooseTool(police, 'Jämför två perioder');
    await police.sees(/^Nu \d+, då \d+\./);
    expect(await police.page.locator('.compare-outcome').innerText()).toMatch(
      /\(mellan .+ och .+\)|Ingen säker skillnad/,
    );
    expect(await police.page.locator('.compare-map').count()).toBe(2);
    // One legend for both.
    expect(await police.page.locator('.mapview-legend').count()).toBe(1);
    await police.page.getByLabel('Dra mellan dem').check();
    await police.page.getByRole('slider', { name: 'Gräns mellan då och nu' }).press('ArrowRight');
    expect(police.address()).toMatch(/visning=svep/);
    await police.open(`${map}?jamfor=fore&period=egen&fran=2026-11-16&till=2026-11-16`);
    await police.sees(/För få för att jämföra/);
  }, 120_000);
});

describe('what the map shows is also a table', () => {
  test('a figure opens the reports that it counts', async () => {
    await police.open(`${map}?flik=siffror`);
    const first = police.page.getByRole('button', { name: /: öppna \d+ händelse/ }).first();
    const count = Number((await first.innerText()).replaceAll(/\D/g, ''));
    await first.click();
    await police.sees(/rapport(er)? (och rader|eller rad) i urvalet/);
    expect(police.address()).toMatch(/flik=handelser/);
    await police.settled();
    expect(await eventsShown(police)).toBeLessThanOrEqual(count);
  }, 90_000);

  test('without WebGL the list, the filter and the tables carry all', async () => {
    const visitor = await stage.member('kommunpolis');
    await withoutWebGl(visitor);
    await visitor.open(`${map}?flik=tabeller&lager=punkter,rutor,omraden,platser`);
    await visitor.sees('Kartan kan inte visas i den här webbläsaren');
    for (const table of ['Hot spots och anhopningar', 'Händelser på kartan', 'Rutor, 250 meter', /^Områden, vecka/]) {
      await visitor.page.getByRole('table', { name: table }).waitFor();
    }
    const all = await eventsShown(visitor);
    await visitor.presses(/^Filter/);
    await visitor.page.getByRole('dialog').getByLabel('lördag').check();
    expect(await otherThan(visitor, all)).toBeLessThan(all);
    await visitor.leave();
  }, 90_000);
});

describe('a saved view', () => {
  test('opened by a colleague with other rights shows the same filter and only what they may see', async () => {
    await police.open(`${map}?period=iar&allvar=2,3`);
    const seen = await eventsShown(police);
    await chooseTool(police, 'Sparade vyer');
    await shareView(police, 'Allvarligt i år');
    const landlord = await stage.member('bovard');
    await landlord.open(map);
    await chooseTool(landlord, 'Sparade vyer');
    await landlord.page.getByRole('button', { name: /^Allvarligt i år/ }).click();
    await landlord.page.waitForURL(/allvar=2,3/);
    await landlord.settled();
    expect(await eventsShown(landlord)).toBeLessThan(seen);
    await landlord.sees(/ser inte polisens uppgifter/);
    await landlord.leave();
  }, 120_000);
});

describe('looks', () => {
  test('paper has the map, its period, count, scale and notice, and no buttons', async () => {
    await police.open(`${map}?lager=punkter,platser,omraden`);
    await police.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await police.page.emulateMedia({ media: 'print' });
    await police.sees(/^Utskriven .+ ur Närbild/);
    expect(await police.page.locator('.map-figures').isVisible()).toBe(true);
    expect(await police.page.locator('.map-scale').isVisible()).toBe(true);
    expect(await police.page.locator('.map-buttons').isVisible()).toBe(false);
    expect(await police.page.locator('.map-paper').evaluate((paper: HTMLCanvasElement) => paper.width)).toBeGreaterThan(
      300,
    );
    await police.page.emulateMedia({ media: 'screen' });
  }, 60_000);

  test.each(['?timmar=visa&lager=punkter,rutor,omraden,platser', '?flik=siffror', '?flik=tabeller', '?jamfor=fjol'])(
    'axe-core finds nothing grave in %s',
    async (search) => {
      await police.open(`${map}${search}`);
      expect(await police.graveFindings()).toEqual([]);
    },
    90_000,
  );
});
