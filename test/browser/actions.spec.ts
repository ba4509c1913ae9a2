import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demoCode, Stage } from '../support/driver.js';
import { press, tabTo, type } from '../support/keyboard.js';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
}, 120_000);
afterAll(() => stage?.close());

const what = 'Vi ställer ut fler cyklar vid stationen';

test('an action is written with the keys alone, and its owner answers by a link without an account', async () => {
  const coordinator = await stage.member('samordnare');
  await coordinator.open(`/${demoCode}/atgarder`);
  await tabTo(coordinator, 'button', 'Ny åtgärd');
  await press(coordinator, 'Enter');
  await tabTo(coordinator, 'textbox', 'Vad ska göras?');
  await type(coordinator, what);
  await tabTo(coordinator, 'combobox', 'Vem gör det?');
  await type(coordinator, 'Svenska');
  await tabTo(coordinator, 'textbox', 'Ansvarig funktion');
  await type(coordinator, 'stationsvärd');
  await tabTo(coordinator, 'button', '1 vecka');
  await press(coordinator, 'Enter');
  await tabTo(coordinator, 'button', 'Spara');
  await press(coordinator, 'Enter');
  await coordinator.sees('Åtgärden är sparad.');
  await coordinator.sees(/Ansvarig: Svenska Stationshus, stationsvärd\. Klart /);

  await coordinator.presses(`Länk till den som ansvarar: ${what}`);
  await coordinator.presses('Skapa länk');
  const link = await coordinator.page.getByLabel('Länken visas bara nu').inputValue();
  await press(coordinator, 'Escape');

  const owner = await stage.visitor({ width: 390, dark: true });
  await owner.open(link);
  expect(await owner.reads()).toContain(`${what}. Ansvarig: Svenska Stationshus, stationsvärd.`);
  expect(new URL(owner.address()).hash).toBe('');
  expect([await owner.graveFindings(), await owner.sideways()]).toEqual([[], 0]);
  await tabTo(owner, 'textbox', /^En rad till gruppen/);
  await type(owner, 'Ring 070-174 06 05');
  await tabTo(owner, 'button', 'Pågår');
  await press(owner, 'Enter');
  await owner.page.locator('textarea[aria-invalid=true]').waitFor();
  await owner.page.getByLabel(/^En rad till gruppen/).fill('Åtta nya ställ kommer på måndag');
  await tabTo(owner, 'button', 'Pågår');
  await press(owner, 'Enter');
  await owner.sees('Tack, ditt svar är sparat');
  expect(await owner.graveFindings()).toEqual([]);
  await owner.presses('Ändra svaret');
  await owner.presses('Klart');
  await owner.sees('Du har svarat Klart.');

  await coordinator.open(`/${demoCode}/atgarder?visa=klara`);
  const row = coordinator.page.getByRole('article', { name: what });
  await row.getByText('Det som hänt (3)').click();
  const history = (await row.innerText()).replaceAll(' ', ' ');
  expect(history).toContain('Svenska Stationshus, stationsvärd, genom länk, utan konto');
  expect(history).toContain('Åtta nya ställ kommer på måndag');
  // What the refused line brought about is the browser's own note of a 422.
  expect(owner.complaints.filter((one) => !/422/.test(one))).toEqual([]);
  expect(coordinator.complaints).toEqual([]);
  await owner.leave();
  await coordinator.leave();
}, 120_000);

test('one press answers, and is taken back; a withdrawn action comes back too', async () => {
  const police = await stage.member('kommunpolis');
  await police.open(`/${demoCode}/atgarder`);
  const sly = 'Röjer sly vid gång- och cykeltunneln';
  const row = () => police.page.getByRole('article', { name: sly });
  await row().getByRole('button', { name: 'Kan inte' }).click();
  await police.sees('Sparat: kan inte. Gruppen tar upp det igen.');
  await police.presses('Ångra');
  await row().getByText('Inte påbörjad').first().waitFor();
  await police.presses(`Svara med en rad: ${sly}`);
  await tabTo(police, 'radio', 'Inte påbörjad');
  await press(police, 'ArrowRight');
  await tabTo(police, 'radio', 'Ingen än');
  await press(police, 'ArrowRight', 'ArrowRight');
  await tabTo(police, 'textbox', /^En rad/);
  await type(police, 'Halva sträckan är röjd');
  expect(await police.graveFindings()).toEqual([]);
  await tabTo(police, 'button', 'Spara');
  await press(police, 'Enter');
  await row().getByText('Gul', { exact: true }).waitFor();
  expect(await row().innerText()).toContain('Pågår');
  await police.presses(`Dra tillbaka: ${sly}`);
  await row().waitFor({ state: 'detached' });
  // The latest of the notices that stand there.
  await police.page.getByRole('button', { name: 'Ångra' }).last().click();
  await row().waitFor();
  expect(police.complaints).toEqual([]);
  await police.leave();
}, 60_000);

test('a routine is started by a reporter on a phone, ticked and ended', async () => {
  const caretaker = await stage.member('vaktmastare', { width: 390 });
  await caretaker.open(`/${demoCode}/mobilisering`);
  await caretaker.presses('Starta Oro eller bråk vid skolan vid Björkskolan');
  await tabTo(caretaker, 'checkbox', 'Björkskolan, rektor i tjänst');
  await press(caretaker, 'Space');
  await caretaker.sees(/^Älvhamns kommun, skola, \d/);
  expect([await caretaker.graveFindings(), await caretaker.sideways()]).toEqual([[], 0]);
  await caretaker.presses('Avsluta');
  await caretaker.sees('Starta');
  expect(caretaker.complaints).toEqual([]);
  await caretaker.leave();
}, 60_000);
