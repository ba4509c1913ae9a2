import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Stage } from '../support/driver.js';
import { press, tabTo } from '../support/keyboard.js';
import { choose, fill, openList, openRow, partNames, refusal, rowNames, save } from '../support/lists.js';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
}, 120_000);
afterAll(() => stage?.close());

test('a category gets another name, and gets its own back by a press', async () => {
  const coordinator = await stage.member('samordnare');
  await openList(coordinator, 'kategorier');
  await openRow(coordinator, 'Brand och eldning');
  await fill(coordinator, 'Namn på svenska', '');
  expect(await refusal(coordinator)).toBe('Skriv ett namn.');
  await fill(coordinator, 'Namn på svenska', 'Ordningsstörning');
  expect(await refusal(coordinator)).toBe('Namnet finns redan i listan.');
  await fill(coordinator, 'Namn på svenska', 'Bränder');
  expect(await coordinator.graveFindings()).toEqual([]);
  await save(coordinator);
  await coordinator.sees('Bränder är ändrad.');
  expect(await rowNames(coordinator)).toContain('Bränder');
  await coordinator.presses('Ångra');
  await coordinator.sees('Brand och eldning');
  expect(await rowNames(coordinator)).not.toContain('Bränder');
  // What the browser says of the 409 that was asked for.
  expect(coordinator.complaints.filter((one) => !one.includes('409'))).toEqual([]);
  await coordinator.leave();
}, 60_000);

test('the order is changed with the keyboard alone', async () => {
  const coordinator = await stage.member('samordnare');
  await openList(coordinator, 'kategorier');
  const [first, second, ...rest] = await rowNames(coordinator);
  await tabTo(coordinator, 'button', `Flytta ner ${first!}`);
  await press(coordinator, 'Enter');
  await coordinator.sees('Ordningen är ändrad.');
  expect(await rowNames(coordinator)).toEqual([second, first, ...rest]);
  await coordinator.presses('Ångra');
  await coordinator.noLongerSees('Ordningen är ändrad.');
  await coordinator.leave();
}, 60_000);

test('a crime code is put in a category of the municipality’s choice, on a phone', async () => {
  const coordinator = await stage.member('samordnare', { width: 390 });
  await openList(coordinator, 'brottskoder');
  await coordinator.presses('Ny rad');
  await fill(coordinator, 'Brottskod', '12');
  expect(await refusal(coordinator)).toBe('Skriv fyra siffror.');
  await fill(coordinator, 'Brottskod', '1201');
  await choose(coordinator, 'Kategori', 'Ordningsstörning');
  expect(await coordinator.graveFindings()).toEqual([]);
  await save(coordinator);
  await coordinator.sees('Koden 1201 är ändrad.');
  expect(await rowNames(coordinator)).toEqual(['1201']);
  expect(await coordinator.sideways()).toBeLessThanOrEqual(0);
  await coordinator.presses('Ångra');
  await coordinator.sees('Alla koder följer standardtabellen.');
  await coordinator.leave();
}, 60_000);

test('faults of a category get a recipient, on a phone, and none again', async () => {
  const administrator = await stage.member('administrator', { width: 390 });
  await openList(administrator, 'felanmalan');
  await administrator.sees('Inget skickas vidare än.');
  await administrator.presses('Ny mottagare');
  await choose(administrator, 'Kategori', 'Brand och eldning');
  expect(await refusal(administrator)).toBe('Skriv vart det ska skickas.');
  await fill(administrator, 'E-postadress till felanmälan', 'felanmalan@alvhamn.example');
  expect(await administrator.graveFindings()).toEqual([]);
  await save(administrator);
  await administrator.sees('Felanmälan för Brand och eldning är sparad.');
  await administrator.sees('felanmalan@alvhamn.example');
  expect(await rowNames(administrator)).toContain('Brand och eldning');
  expect(await administrator.sideways()).toBeLessThanOrEqual(0);
  await openRow(administrator, 'Brand och eldning');
  await administrator.presses('Skicka inte vidare');
  await administrator.sees('Felanmälan för Brand och eldning skickas inte längre vidare.');
  await administrator.sees('Inget skickas vidare än.');
  expect(administrator.complaints).toEqual([]);
  await administrator.leave();
}, 60_000);

test('each sees the parts that they may change', async () => {
  const coordinator = await stage.member('samordnare');
  await openList(coordinator, 'granser');
  expect(await partNames(coordinator)).toEqual(['Platser', 'Kategorier', 'Brottskoder', 'Gränsvärden', 'Logg']);
  await coordinator.sees('Möjliga dubbletter');
  await coordinator.leave();
  const administrator = await stage.member('administrator');
  await openList(administrator, 'granser');
  expect(await partNames(administrator)).toEqual(['Konton', 'Aktörer', 'Områden', 'Platser', 'Kategorier', 'Brottskoder', 'Gränsvärden', 'Felanmälan', 'Logg']); // prettier-ignore
  await administrator.sees('Nattens sökning');
  expect(administrator.complaints).toEqual([]);
  await administrator.leave();
}, 60_000);
