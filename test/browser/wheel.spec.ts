import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoCode, Stage } from '../support/driver.js';
import { press, tabTo, type } from '../support/keyboard.js';

const path = `/${demoCode}/arshjul`;
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
const year = Number(today.slice(0, 4));

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
}, 120_000);
afterAll(() => stage?.close());

test('something that comes back is entered, seen for three years, ticked, skipped and taken back, with the keys alone', async () => {
  const visitor = await stage.member('samordnare');
  await visitor.open(`${path}?ar=${year + 1}`);
  await tabTo(visitor, 'button', 'Lägg till');
  await press(visitor, 'Enter');
  await tabTo(visitor, 'textbox', 'Vad');
  await type(visitor, 'Föräldramöte om sommaren');
  await tabTo(visitor, 'combobox', 'När kommer det tillbaka?');
  await type(visitor, 'En veckodag nära');
  await tabTo(visitor, 'combobox', 'Veckodag');
  await type(visitor, 'Tors');
  await tabTo(visitor, 'combobox', 'Vilken dag');
  await type(visitor, 'Midsommarafton');
  await visitor.sees(/^torsdagen före midsommarafton: \d+ juni \d{4}, \d+ juni \d{4}, \d+ juni \d{4}\.$/i);
  await tabTo(visitor, 'button', 'Spara');
  await press(visitor, 'Enter');
  await visitor.sees('Sparat: Föräldramöte om sommaren.');
  await tabTo(visitor, 'button', /Föräldramöte om sommaren.*Aktivitet/);
  await press(visitor, 'Enter');
  await tabTo(visitor, 'button', 'Hoppa över');
  await press(visitor, 'Enter');
  await tabTo(visitor, 'button', 'Spara');
  await press(visitor, 'Enter');
  await visitor.sees('Skriv varför.');
  await tabTo(visitor, 'textbox', /Varför hoppas det över/);
  await type(visitor, 'Skolan bygger om');
  await tabTo(visitor, 'button', 'Spara');
  await press(visitor, 'Enter');
  await visitor.sees('Hoppas över');
  await tabTo(visitor, 'button', 'Ångra');
  await press(visitor, 'Enter');
  await visitor.page.getByText('Hoppas över').waitFor({ state: 'detached' });
  expect(visitor.complaints).toEqual([]);
  await visitor.leave();
}, 120_000);

test('the wheel is one stop for Tab; arrows go from time to time in the order of the year, and Enter opens', async () => {
  const visitor = await stage.member('ledning');
  await visitor.open(`${path}?ar=${year + 1}`);
  const marks = visitor.page.locator('.wheel-mark');
  expect(await marks.count()).toBeGreaterThan(20);
  expect(await visitor.page.locator('.wheel-mark[tabindex="0"]').count()).toBe(1);
  await visitor.page.locator('.wheel-mark[tabindex="0"]').focus();
  await press(visitor, 'Home');
  const focused = () => visitor.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  const first = await focused();
  await press(visitor, 'ArrowRight');
  const second = await focused();
  expect(first).toMatch(/januari/);
  expect(second).not.toBe(first);
  await press(visitor, 'ArrowLeft');
  expect(await focused()).toBe(first);
  await press(visitor, 'Enter');
  await visitor.page.getByRole('dialog', { name: first.split(',')[0]! }).waitFor();
  // A reader sees who does what and changes nothing.
  expect(await visitor.page.getByRole('button', { name: 'Hoppa över' }).count()).toBe(0);
  expect(visitor.complaints).toEqual([]);
  await visitor.leave();
}, 60_000);

test('the list and the wheel carry the same numbers, and the year can be turned', async () => {
  const visitor = await stage.member('kommunpolis', { width: 1920 });
  await visitor.open(path);
  const onWheel = new Set(await visitor.page.locator('.wheel-number').allTextContents());
  const inList = new Set(await visitor.page.locator('.calendar-number > [aria-hidden]').allTextContents());
  for (const number of inList) expect(onWheel).toContain(number);
  expect(inList.size).toBeGreaterThan(10);
  await visitor.presses(`Året efter, ${year + 1}`);
  await visitor.sees(`Under ${year + 1}`);
  expect(new URL(visitor.address()).searchParams.get('ar')).toBe(String(year + 1));
  expect(visitor.complaints).toEqual([]);
  await visitor.leave();
}, 60_000);

describe.each([
  ['vaktmastare', 'Mina rapporter'],
  ['samordnare', 'Att granska'],
  ['kommunpolis', /^(Våra hot spots|Hot spots)/],
  ['ledning', 'Medborgarlöften'],
  ['analytiker', 'Händelser som du kan räkna på'],
  ['administrator', 'Kom i gång'],
] as const)('the start page of %s on a phone', (who, card) => {
  test('tells what waits, in one request, with no fault of axe and nothing to move sideways', async () => {
    const visitor = await stage.member(who, { width: 390 });
    let asked = 0;
    visitor.page.on('request', (request) => {
      if (/\/municipalities\/\d+\/start$/.test(request.url())) asked += 1;
    });
    await visitor.open(`/${demoCode}`);
    await visitor.page.getByRole('heading', { name: card }).first().waitFor();
    expect(asked).toBe(1);
    expect(await visitor.graveFindings()).toEqual([]);
    expect(await visitor.sideways()).toBe(0);
    const links = visitor.page.locator('main a.start-title');
    const addresses = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) {
      await visitor.open(address);
      expect(await visitor.reads()).not.toContain('Sidan finns inte');
    }
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  }, 90_000);
});
