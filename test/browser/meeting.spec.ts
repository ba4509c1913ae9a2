import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoCode, Stage } from '../support/driver.js';
import { saveDocument } from '../support/documents.js';
import { press } from '../support/keyboard.js';
import {
  decideByKeys,
  enterMeeting,
  itemReads,
  noteOf,
  noteSaved,
  openedMeeting,
  openItem,
  send,
} from '../support/meeting-room.js';
import type { Visitor } from '../support/visitor.js';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
}, 120_000);
afterAll(() => stage?.close());

interface Minutes {
  decisions: { what: string; actionId: string; viewId: string | null; ownerFunction: string }[];
  items: { kind: string; note: string; lines: { text: string }[] }[];
  colours: { area: string; level: string }[];
  participants: { function: string; attendance: string }[];
}

interface Summary {
  id: string;
  title: string;
  status: string;
  at: string;
}

/** The milliseconds until something that another did is seen. */
async function until(seen: () => Promise<unknown>): Promise<number> {
  const before = Date.now();
  await seen();
  return Date.now() - before;
}

describe('an EST Tuesday with three people', () => {
  let coordinator: Visitor;
  let officer: Visitor;
  let leader: Visitor;
  let id = '';
  // A run of its own on a database that is used again.
  const name = `Tisdagsgruppen ${Date.now() % 100_000}`;
  const lamp = 'Byter lamporna i gångtunneln';
  const walk = 'Går i centrum fredag kväll';

  beforeAll(async () => {
    coordinator = await stage.member('samordnare', { width: 1920 });
    officer = await stage.member('kommunpolis', { width: 1920 });
    leader = await stage.member('ledning', { width: 1280 });
  }, 120_000);
  afterAll(async () => {
    for (const one of [coordinator, officer, leader]) await one?.leave();
  });

  test('a group and its Tuesday meetings are made in a minute', async () => {
    const began = Date.now();
    await coordinator.open(`/${demoCode}/moten`);
    await coordinator.presses('Ny grupp');
    await coordinator.page.getByLabel('Gruppens namn').fill(name);
    for (const [at, role, organisation] of [[0, 'Samordnare', 'gata och park'], [1, 'Kommunpolis', 'Polisen'], [2, 'Bovärd', 'Älvhamnsbostäder']] as const) {
      if (at > 0) await coordinator.presses('Lägg till funktion');
      const row = coordinator.page.locator('.meeting-member').nth(at);
      await row.getByLabel('Funktion').fill(role);
      const choice = row.locator('option', { hasText: organisation }).first();
      await row.getByLabel('Organisation').selectOption((await choice.getAttribute('value'))!);
    }
    await coordinator.presses('Spara');
    const card = coordinator.page.getByRole('article', { name });
    await card.getByRole('button', { name: 'Ny mötesserie' }).click();
    await coordinator.page.getByLabel('Plats').fill('Stadshuset, Hamnsalen');
    await coordinator.presses('Skapa serien');
    await card.getByText(/varje tisdag/).waitFor();
    expect(Date.now() - began).toBeLessThan(60_000);
    const meetings = await send<Summary[]>(coordinator, 'GET', 'meetings');
    id = meetings.find(({ title, status }) => title === name && status === 'planned')!.id;
    expect(new Date(meetings.find((one) => one.id === id)!.at).getUTCDay()).toBe(2);
  }, 90_000); // prettier-ignore

  test('the agenda has filled itself, and the others are there when the meeting begins', async () => {
    for (const one of [coordinator, officer, leader]) await enterMeeting(one, id);
    await coordinator.sees('2 andra är med');
    await openItem(coordinator, 'Veckans rapporter');
    const { sentence } = await send<{ sentence: string }>(coordinator, 'GET', `situations/${(await send<{ week: string }>(coordinator, 'GET', `meetings/${id}/agenda`)).week}`); // prettier-ignore
    expect(await itemReads(coordinator)).toContain(sentence.replaceAll(/\s+/g, ' '));
    await coordinator.presses('Starta mötet');
    expect(await until(() => leader.page.locator('.meeting-map').waitFor())).toBeLessThan(4_000);
    await officer.page.locator('.meeting-decide').waitFor();
    // Who may only read writes no decisions.
    expect(await leader.page.locator('.meeting-decide').count()).toBe(0);
    await openItem(coordinator, 'Närvaro');
    await coordinator.presses('Alla 3 är här');
    await openItem(leader, 'Närvaro');
    await leader.page.locator('[data-attendance="present"]').nth(2).waitFor();
  }, 90_000);

  test('a hot spot is discussed with its before and after', async () => {
    await openItem(coordinator, 'Anhopningar och hot spots');
    await coordinator.page.getByRole('button', { name: /^Före och efter/ }).first().click();
    await coordinator.page.locator('.meeting-effect output').waitFor({ timeout: 60_000 });
    expect(await itemReads(coordinator)).toMatch(/Björkhöjdens centrum.*från \d+ händelser.* till \d+/);
    await coordinator.page.getByRole('button', { name: /^Visa på kartan: Hot spot/ }).first().click();
  }, 90_000); // prettier-ignore

  test('two decisions are made in under ten seconds each, by the keys, and the others see them within a second', async () => {
    for (const one of [officer, leader]) await openItem(one, 'Beslut');
    expect(await decideByKeys(coordinator, lamp, 1)).toBeLessThan(10_000);
    expect(await until(() => leader.sees(new RegExp(lamp)))).toBeLessThan(1_000);
    await coordinator.sees(/Ansvarig: .*Samordnare/);
    expect(await decideByKeys(officer, walk, 2)).toBeLessThan(10_000);
    expect(await until(() => leader.sees(new RegExp(walk)))).toBeLessThan(1_000);
    await openItem(coordinator, 'Beslut');
    expect(await itemReads(coordinator)).toMatch(new RegExp(`1\\. ${lamp}.*2\\. ${walk}`));
  }, 90_000);

  test('one area turns yellow, and the police’s oral picture is shown but not kept', async () => {
    await openItem(leader, 'Riskbedömning per område');
    await openItem(coordinator, 'Riskbedömning per område');
    const area = coordinator.page.getByRole('region', { name: 'Ekbacken' });
    await area.getByRole('radio', { name: 'Normalt' }).click();
    await area.getByText('Normalt', { exact: true }).nth(1).waitFor();
    await area.getByRole('radio', { name: 'Förhöjt' }).click();
    await leader.page.getByRole('region', { name: 'Ekbacken' }).getByText('Förhöjt').waitFor();
    await openItem(officer, 'Polisens bild');
    await officer.page.getByLabel('Polisen berättar').fill('Mer folk än vanligt vid kiosken.');
    await officer.page.getByText('Spara inte').click();
    await officer.presses('Lägg till');
    await openItem(coordinator, 'Polisens bild');
    await coordinator.sees(/Mer folk än vanligt vid kiosken/);
  }, 60_000);

  test('what is written is with the others when the writer rests', async () => {
    await openItem(officer, 'Återkoppling och kommunikation');
    await openItem(coordinator, 'Återkoppling och kommunikation');
    await noteOf(officer).fill('Rapportörerna får svar på fredag.');
    await noteSaved(officer);
    await coordinator.page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('.meeting-note textarea')?.value === 'Rapportörerna får svar på fredag.'); // prettier-ignore
  }, 60_000);

  test('at closing the minutes hold exactly that, with the frozen map', async () => {
    await coordinator.page.locator('.meeting-head').getByRole('button', { name: 'Avsluta mötet' }).click();
    await coordinator.presses('Avsluta och lås anteckningarna');
    await coordinator.sees('Minnesanteckningar');
    for (const one of [coordinator, leader]) await one.sees(/Anteckningarna låstes/);
    const minutes = await send<Minutes>(coordinator, 'GET', `meetings/${id}/minutes`);
    expect(minutes.decisions.map(({ what }) => what)).toEqual([lamp, walk]);
    expect(minutes.decisions[0]!.viewId).not.toBeNull();
    expect(minutes.decisions[1]!.viewId).toBeNull();
    expect(minutes.colours).toEqual([{ area: 'Ekbacken', level: 'raised', sentence: null }]);
    expect(minutes.items.map(({ note }) => note).filter(Boolean)).toEqual(['Rapportörerna får svar på fredag.']);
    expect(minutes.participants.every(({ attendance }) => attendance === 'present')).toBe(true);
    await coordinator.page.locator('.minutes-view').waitFor();
    expect(await coordinator.page.locator('.minutes-view').evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true); // prettier-ignore
    const text = await coordinator.reads();
    for (const words of [lamp, walk, 'Förhöjt', 'Rapportörerna får svar']) expect(text).toContain(words);
    expect(text).not.toContain('kiosken');
    for (const one of [coordinator, officer, leader]) expect(one.complaints).toEqual([]);
  }, 90_000);

  test('minnesanteckningar and veckolägesbild are downloaded and hold exactly that', async () => {
    const { text } = await saveDocument(coordinator, 'Minnesanteckningar, PDF');
    for (const words of [lamp, walk, 'Rapportörerna får svar på fredag.', 'Förhöjt']) expect(text).toContain(words);
    expect(text).not.toContain('kiosken');
    const word = await coordinator.saves(() => coordinator.presses('Minnesanteckningar, Word'));
    expect(word.name).toMatch(/^minnesanteckningar-.*\.docx$/);
    expect(word.bytes.subarray(0, 2).toString('latin1')).toBe('PK');
    const week = await saveDocument(coordinator, 'Veckolägesbild, PDF');
    const { week: period } = await send<{ week: string }>(coordinator, 'GET', `meetings/${id}/agenda`);
    expect(week.text).toMatch(new RegExp(`vecka ${Number(period.slice(-2))}`, 'i'));
  }, 120_000);

  test('next week’s agenda carries the open decision, and its owner answers by the link without an account', async () => {
    const { nextMeetingId } = await send<{ nextMeetingId: string }>(coordinator, 'GET', `meetings/${id}`);
    await coordinator.follows('Nästa möte');
    await coordinator.arrives(new RegExp(nextMeetingId));
    await openItem(coordinator, 'Förra mötets beslut');
    const reads = await itemReads(coordinator);
    for (const words of [lamp, walk]) expect(reads).toContain(words);
    const { decisions } = await send<Minutes>(coordinator, 'GET', `meetings/${id}/minutes`);
    const { path } = await send<{ path: string }>(coordinator, 'POST', `actions/${decisions[0]!.actionId}/links`, { mailTo: null }); // prettier-ignore
    const owner = await stage.visitor({ width: 390 });
    await owner.page.goto(path);
    await owner.sees(new RegExp(lamp));
    await owner.presses('Klart');
    await owner.page.getByRole('button', { name: /^(Skicka|Spara|Svara)/ }).click({ timeout: 3_000 }).catch(() => undefined); // prettier-ignore
    await enterMeeting(coordinator, nextMeetingId);
    await openItem(coordinator, 'Förra mötets beslut');
    await coordinator.sees(/har svarat/);
    await coordinator.page.getByRole('group', { name: new RegExp(lamp) }).getByRole('radio', { name: 'Klart', checked: true }).waitFor(); // prettier-ignore
    await owner.leave();
  }, 90_000);
});

test.each([390, 1920])('the meetings are clean for axe and fit in %i pixels, before, during and after', async (width) => {
  const helper = await stage.member('samordnare');
  await helper.open(`/${demoCode}/moten`);
  const id = await openedMeeting(helper, `Bredd ${width} ${Date.now() % 100_000}`);
  for (const dark of [false, true]) {
    const visitor = await stage.member('samordnare', { width, dark });
    await visitor.open(`/${demoCode}/moten`);
    await clean(visitor);
    await enterMeeting(visitor, id);
    for (const title of ['Veckans rapporter', 'Riskbedömning per område', 'Närvaro']) {
      await openItem(visitor, title);
      await itemReads(visitor);
      await clean(visitor);
    }
    await visitor.page.getByLabel('Beslut:').fill('Något');
    await clean(visitor);
    await press(visitor, 'Escape', '?');
    await visitor.sees('Tangenter i mötet');
    await clean(visitor);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  }
  await helper.leave();
}, 180_000); // prettier-ignore

async function clean(visitor: Visitor): Promise<void> {
  expect(await visitor.graveFindings()).toEqual([]);
  expect(await visitor.sideways()).toBeLessThanOrEqual(0);
}
