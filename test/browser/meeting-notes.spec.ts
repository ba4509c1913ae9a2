import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demoCode, Stage } from '../support/driver.js';
import { enterMeeting, noteOf, noteSaved, openedMeeting, openItem, send } from '../support/meeting-room.js';
import type { Visitor } from '../support/visitor.js';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
}, 120_000);
afterAll(() => stage?.close());

const item = 'Återkoppling och kommunikation';

interface Meeting {
  items: { title: string; note: { text: string } }[];
}

async function stored(visitor: Visitor, id: string): Promise<string> {
  const { items } = await send<Meeting>(visitor, 'GET', `meetings/${id}`);
  return items.find(({ title }) => title === item)!.note.text;
}

/** Writes words at the end of the note as fast as a good typist until a time; a conflict is settled by keeping both texts. */
async function write(visitor: Visitor, letters: string, until: number): Promise<string[]> {
  const field = noteOf(visitor);
  const written: string[] = [];
  while (Date.now() < until) {
    await settle(visitor);
    if (!(await field.evaluate((area) => area === document.activeElement).catch(() => false))) {
      await field.focus();
      await field.press('Control+End');
    }
    const word = `${letters}${String(written.length).padStart(3, '0')}`;
    await visitor.page.keyboard.type(`${word} `, { delay: 25 });
    written.push(word);
  }
  return written;
}

async function settle({ page }: Visitor): Promise<void> {
  const both = page.getByRole('button', { name: 'Behåll båda' });
  if (await both.isVisible()) await both.click();
}

/** Waits until a note has been sent, whatever has to be settled on the way. */
async function finish(visitor: Visitor): Promise<void> {
  const saved = visitor.page.locator('.meeting-note-state[data-state="saved"]');
  for (const until = Date.now() + 40_000; Date.now() < until;) {
    await settle(visitor);
    if (await saved.isVisible()) return;
    await visitor.page.waitForTimeout(100);
  }
  throw new Error('the note was never saved');
}

test('two type in the same minutes for a minute with the network cut twice, and every word of both stands', async () => {
  const one = await stage.member('samordnare');
  const two = await stage.member('kommunpolis');
  await one.open(`/${demoCode}/moten`);
  const id = await openedMeeting(one, `Två skriver ${Date.now() % 100_000}`);
  for (const visitor of [one, two]) {
    await enterMeeting(visitor, id);
    await openItem(visitor, item);
  }
  const cut = async () => {
    for (const [visitor, pause] of [[two, 12_000], [one, 15_000]] as const) {
      await visitor.page.waitForTimeout(pause);
      await visitor.page.context().setOffline(true);
      await visitor.page.waitForTimeout(6_000);
      await visitor.page.context().setOffline(false);
    }
  };
  const until = Date.now() + 60_000;
  const [first, second] = await Promise.all([write(one, 'ek', until), write(two, 'alm', until), cut()]);
  await Promise.all([finish(one), finish(two)]);
  await finish(one);
  const text = await stored(one, id);
  expect(Math.min(first.length, second.length)).toBeGreaterThan(60);
  expect([...first, ...second].filter((word) => !text.includes(word))).toEqual([]);
  for (const visitor of [one, two]) await visitor.leave();
}, 180_000); // prettier-ignore

test('over the same words both texts are shown beside each other, and the chosen one is kept', async () => {
  const one = await stage.member('samordnare');
  const two = await stage.member('kommunpolis');
  await one.open(`/${demoCode}/moten`);
  const id = await openedMeeting(one, `Samma ord ${Date.now() % 100_000}`);
  for (const visitor of [one, two]) {
    await enterMeeting(visitor, id);
    await openItem(visitor, item);
  }
  await noteOf(one).fill('Belysningen är trasig.');
  await noteSaved(one);
  await two.page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('.meeting-note textarea')?.value === 'Belysningen är trasig.'); // prettier-ignore
  await two.page.context().setOffline(true);
  await noteOf(two).fill('Belysningen är släckt.');
  await two.page.locator('.meeting-note-state[data-state="waiting"]').waitFor();
  await noteOf(one).fill('Belysningen är lagad.');
  await noteSaved(one);
  await two.page.context().setOffline(false);
  await two.sees('Ni skrev på samma ställe');
  const shown = await two.page.locator('.meeting-conflict').innerText();
  for (const text of ['Belysningen är släckt.', 'Belysningen är lagad.']) expect(shown).toContain(text);
  expect(await two.graveFindings()).toEqual([]);
  expect(await stored(one, id)).toBe('Belysningen är lagad.');
  await two.presses('Behåll båda');
  await noteSaved(two);
  expect(await stored(one, id)).toBe('Belysningen är lagad.\nBelysningen är släckt.');
  for (const visitor of [one, two]) await visitor.leave();
}, 120_000);

test('what was written without a network survives a reload and is sent when the network is back', async () => {
  const one = await stage.member('samordnare');
  await one.open(`/${demoCode}/moten`);
  const id = await openedMeeting(one, `Utan nät ${Date.now() % 100_000}`);
  await enterMeeting(one, id);
  await openItem(one, item);
  await one.page.route(/\/notes\//, (route) => route.abort());
  await noteOf(one).fill('Skrivet i tunneln.');
  await one.page.locator('.meeting-note-state[data-state="waiting"]').waitFor();
  const kept = () =>
    one.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('narbild.draft.')));
  expect(await kept()).toHaveLength(1);
  await one.page.reload();
  await openItem(one, item);
  expect(await noteOf(one).inputValue()).toBe('Skrivet i tunneln.');
  await one.page.unroute(/\/notes\//);
  await noteSaved(one);
  expect(await kept()).toEqual([]);
  expect(await stored(one, id)).toBe('Skrivet i tunneln.');
  await one.leave();
}, 90_000);
