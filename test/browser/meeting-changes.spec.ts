import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demoCode, Stage } from '../support/driver.js';
import { enterMeeting, itemReads, newMeeting, openedMeeting, openItem, send } from '../support/meeting-room.js';
import type { Visitor } from '../support/visitor.js';
import { withoutWebGl } from '../support/no-webgl.js';

let stage: Stage;
let coordinator: Visitor;

beforeAll(async () => {
  stage = await Stage.open();
  coordinator = await stage.member('samordnare');
  await coordinator.open(`/${demoCode}/moten`);
}, 120_000);
afterAll(() => stage?.close());

interface Meeting {
  at: string;
  until: string;
  place: string | null;
  status: string;
  decisions: { action: { ownerFunction: string; registrationNumber: string | null; classification: string; secrecyBasis: string | null } }[];
} // prettier-ignore

const stored = (id: string) => send<Meeting>(coordinator, 'GET', `meetings/${id}`);
const hour = 3_600_000;

test('a planned meeting gets another time and place, and is cancelled with a question before', async () => {
  const { page } = coordinator;
  const id = await newMeeting(coordinator, 'Mötet som flyttas', { from: Date.now() + 24 * hour });
  await enterMeeting(coordinator, id);
  await coordinator.presses('Ändra mötet');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Börjar').fill('13:15');
  await dialog.getByLabel('Slutar').fill('12:15');
  await dialog.getByLabel('Plats').fill('Biblioteket');
  await dialog.getByRole('button', { name: 'Spara' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('Slutar').fill('14:30');
  await dialog.getByRole('button', { name: 'Spara' }).click();
  await coordinator.sees(/13\.15.*14\.30/);
  await coordinator.sees('Biblioteket');
  const { at, until } = await stored(id);
  expect(Date.parse(until) - Date.parse(at)).toBe(1.25 * hour);
  await coordinator.presses('Ställ in mötet');
  await dialog.getByRole('button', { name: 'Behåll mötet' }).click();
  expect((await stored(id)).status).toBe('planned');
  await coordinator.presses('Ställ in mötet');
  await dialog.getByRole('button', { name: 'Ställ in mötet' }).click();
  await coordinator.sees('Mötet är inställt.');
  await coordinator.open(`/${demoCode}/moten`);
  await page.getByRole('listitem').filter({ hasText: 'Mötet som flyttas' }).getByText('Inställt').waitFor();
}, 90_000);

test('a decision is given to somebody who is not at the table, registered, and marked with its section of law', async () => {
  const { page } = coordinator;
  const id = await openedMeeting(coordinator, 'Mötet med Dnr');
  await enterMeeting(coordinator, id);
  await page.getByLabel('Beslut:').fill('Ser över skalskyddet');
  await page.getByRole('radio', { name: /Någon annan/ }).click();
  const form = page.locator('.meeting-decide form, form.meeting-decide');
  await form.getByRole('button', { name: 'Skriv in' }).click();
  await coordinator.sees('Välj vem som ska göra det.');
  const organisations = form.getByLabel('Organisation');
  await organisations.selectOption((await organisations.locator('option', { hasText: 'Älvhamnsbostäder' }).getAttribute('value'))!); // prettier-ignore
  // A digit here is a letter of the function, not a choice.
  await form.getByLabel('Funktion').pressSequentially('Fastighetschef 2');
  await page.getByText('Dnr och sekretess').click();
  await form.getByLabel('Kan omfattas av sekretess').check();
  await form.getByRole('button', { name: 'Skriv in' }).click();
  await coordinator.sees('Skriv enligt vilken paragraf.');
  await form.getByLabel('Paragraf').fill('OSL 18 kap. 1 §');
  await form.getByLabel(/^Dnr/).fill('KS 2026/114');
  expect(await coordinator.graveFindings()).toEqual([]);
  await form.getByRole('button', { name: 'Skriv in' }).click();
  await page.locator('.meeting-said', { hasText: 'skalskyddet' }).waitFor();
  const [decision] = (await stored(id)).decisions;
  expect(decision!.action).toMatchObject({ ownerFunction: 'Fastighetschef 2', registrationNumber: 'KS 2026/114', classification: 'may-be-secret', secrecyBasis: 'OSL 18 kap. 1 §' }); // prettier-ignore
  await openItem(coordinator, 'Beslut');
  await page.locator('.meeting-item-body').filter({ hasText: 'skalskyddet' }).waitFor();
  expect(await itemReads(coordinator)).toMatch(/sekretess.*OSL 18 kap. 1 §.*Dnr KS 2026\/114/);
}, 90_000);

test('a meeting that was left open for a week says so, and is closed with its true end', async () => {
  const id = await openedMeeting(coordinator, 'Det glömda mötet', { from: Date.now() - 168 * hour });
  await coordinator.open(`/${demoCode}/moten`);
  await coordinator.page.getByRole('listitem').filter({ hasText: 'Det glömda mötet' }).getByText('Inte avslutat').waitFor(); // prettier-ignore
  await enterMeeting(coordinator, id);
  await coordinator.sees('Mötet är fortfarande öppet');
  await coordinator.presses('Avsluta mötet');
  // What is proposed is the end that was planned.
  await coordinator.presses('Avsluta och lås anteckningarna');
  await coordinator.sees('Minnesanteckningar');
  const { status, at, until } = await stored(id);
  // To the minute, as a clock is written.
  expect([status, Math.ceil((Date.parse(until) - Date.parse(at)) / 60_000)]).toEqual(['closed', 60]);
}, 90_000);

test('without WebGL the meeting goes on: the map says so, and decisions are written down', async () => {
  const visitor = await stage.member('samordnare');
  await withoutWebGl(visitor);
  const id = await openedMeeting(coordinator, 'Mötet utan karta');
  await enterMeeting(visitor, id);
  await visitor.page.locator('.meeting-map').getByText('Kartan kan inte visas i den här webbläsaren').waitFor();
  await visitor.page.getByLabel('Beslut:').fill('Byter lamporna');
  await visitor.page.getByRole('radio', { name: /Kommunpolis/ }).click();
  await visitor.page.getByRole('checkbox', { name: 'Spara kartan med beslutet' }).check();
  await visitor.presses('Skriv in');
  await visitor.page.locator('.meeting-said', { hasText: 'Byter lamporna' }).waitFor();
  expect((await stored(id)).decisions).toHaveLength(1);
  await visitor.leave();
}, 90_000);
