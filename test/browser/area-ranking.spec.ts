import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { periodAt } from '../../api/src/situation/period.js';
import { demoCode, Stage } from '../support/driver.js';
import { enterMeeting, openedMeeting, openItem } from '../support/meeting-room.js';
import type { Visitor } from '../support/visitor.js';

const tertial = periodAt('tertial', Date.now()).text;
const path = `/${demoCode}/lagesbild?period=${tertial}&visa=omraden`;
const first = 'Björkhöjden';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
}, 120_000);
afterAll(() => stage?.close());

const why = ({ page }: Visitor) => page.getByRole('textbox', { name: `Varför ${first}?` });

test('three areas are rated, chosen with a reason and saved; of two at once the other sees both and decides', async () => {
  const one = await stage.member('samordnare');
  const two = await stage.member('kommunpolis');
  for (const visitor of [one, two]) {
    await visitor.open(path);
    await why(visitor).waitFor();
  }
  await one.sees(/Förslag: .* behov\./);
  await two.page.getByRole('group', { name: 'Behov i Ekbacken' }).getByRole('radio', { name: 'Visst' }).check();
  await why(two).fill('Så tycker polisen.');
  await two.presses('Spara');
  await two.sees('Områdena är sparade');
  await why(one).fill('');
  await one.presses('Spara');
  await one.sees('Skriv varför området går först.');
  await why(one).fill('Så tycker kommunen.');
  await one.presses('Spara');
  await one.sees('Någon annan sparade medan ni skrev');
  await one.sees('Så tycker polisen.');
  expect(await why(one).inputValue()).toBe('Så tycker kommunen.');
  expect(await one.graveFindings()).toEqual([]);
  await one.presses('Spara vårt i stället');
  await one.page.getByText('Någon annan sparade').waitFor({ state: 'detached' });
  const id = await openedMeeting(two, `Områden ${Date.now() % 100_000}`);
  await enterMeeting(two, id);
  await openItem(two, 'Prioritetsordning');
  await two.sees(`Tertialens område 1: ${first}. Så tycker kommunen.`);
  await two.follows('Tre områden');
  await two.sees('Tidigare tertialer');
  expect(two.address()).toContain('visa=omraden');
  for (const visitor of [one, two]) await visitor.leave();
}, 120_000);

test('on a phone nothing is wider than the page, and whoever only reads sees what was chosen and why', async () => {
  const reader = await stage.member('ledning', { width: 390 });
  await reader.open(path);
  await reader.sees('De går först');
  await reader.sees('Tidigare tertialer');
  expect(await reader.page.getByRole('button', { name: 'Spara' }).count()).toBe(0);
  expect(await reader.sideways()).toBe(0);
  await reader.leave();
  const writer = await stage.member('samordnare', { width: 390 });
  await writer.open(path);
  await why(writer).waitFor();
  expect(await writer.sideways()).toBe(0);
  expect(await writer.graveFindings()).toEqual([]);
  await writer.leave();
}, 120_000);
