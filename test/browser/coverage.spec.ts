import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoCode, type Seat, Stage } from '../support/driver.js';
import { press, tabTo } from '../support/keyboard.js';
import { Mailbox } from '../support/mailbox.js';
import type { Visitor } from '../support/visitor.js';

const mailbox = new Mailbox();
let stage: Stage;

beforeAll(async () => {
  const smtp = await mailbox.open();
  stage = await Stage.open((url) => ({ SMTP_URL: smtp, PUBLIC_URL: url }));
}, 120_000);
afterAll(async () => {
  await stage?.close();
  await mailbox.close();
});

const email = 'forvaltare@bjorkhem.example';
const links = () =>
  [
    ...mailbox
      .to(email)
      .at(-1)!
      .text.matchAll(/http\S+/g),
  ].map(([link]) => link);
const silent = 'Björkhem Fastigheter';

test('a silent landlord is reminded, and answers with one press without signing in', async () => {
  const coordinator = await stage.member('samordnare');
  await coordinator.open(`/${demoCode}/tackning`);
  await coordinator.follows('Påminn dem');
  await coordinator.presses(`Ändra påminnelsen till ${silent}`);
  await coordinator.page.getByLabel('E-postadresser').fill(email);
  await coordinator.presses('Spara');
  await coordinator.sees(`Påminnelsen till ${silent} är sparad.`);
  await coordinator.presses(`Påminn ${silent} nu`);
  await coordinator.sees(`Påminnelsen till ${silent} är skickad.`);
  const landlord = await stage.visitor({ width: 390 });
  const [report, nothing] = links();
  await landlord.open(report!);
  expect(await landlord.reads()).toContain('Rapportera');
  // The key is out of the address as soon as it is read.
  expect(new URL(landlord.address()).hash).toBe('');
  const answering = await stage.visitor({ width: 390 });
  await answering.open(nothing!);
  expect(await answering.reads()).toContain(silent);
  expect(await answering.graveFindings()).toEqual([]);
  expect(await answering.sideways()).toBe(0);
  await tabTo(answering, 'button', 'Inget att rapportera');
  await press(answering, 'Enter');
  await answering.sees('Tack, svaret är sparat');
  await coordinator.open(`/${demoCode}/paminnelser`);
  await coordinator.sees('svarade genom länken');
  const again = await stage.visitor({ width: 390, dark: true });
  await again.open(nothing!);
  await again.sees('Tack, svaret är sparat');
  expect([landlord, answering, again, coordinator].flatMap(({ complaints }) => complaints)).toEqual([]);
  await again.leave();
  await answering.leave();
  await landlord.leave();
  await coordinator.leave();
}, 90_000);

test('an area’s week is assessed on a phone with one tap for each question and three more', async () => {
  const caretaker = await stage.member('vaktmastare', { width: 390 });
  await caretaker.open(`/${demoCode}/veckan`);
  let taps = 0;
  const tap = async (visitor: Visitor, words: string, at = 0) => {
    await visitor.page.locator('label.tile', { hasText: words }).nth(at).click();
    taps++;
  };
  await caretaker.follows('Bedöm veckan i ett område');
  taps++;
  await tap(caretaker, 'Ekbacken');
  const questions = await caretaker.page.locator('.assessment-question').count();
  for (let question = 0; question < questions; question++) await tap(caretaker, 'Oroligare', question);
  await caretaker.presses('Spara bedömningen');
  taps++;
  await caretaker.sees(/^Sparat: Ekbacken, vecka \d+\.$/);
  expect({ questions, taps }).toEqual({ questions: 8, taps: 11 });
  expect(await caretaker.sideways()).toBe(0);
  expect(await caretaker.graveFindings()).toEqual([]);
  const coordinator = await stage.member('samordnare');
  await coordinator.open(`/${demoCode}/bedomningar`);
  await coordinator.sees(/^Veckobedömning: Ekbacken oroligare än vanligt \(1 svar\)\. Ingen har bedömt /);
  await caretaker.presses('Ta bort min bedömning');
  await caretaker.sees('Din bedömning av Ekbacken är borttagen.');
  expect([...caretaker.complaints, ...coordinator.complaints]).toEqual([]);
  await coordinator.leave();
  await caretaker.leave();
}, 90_000);

const looks: readonly Required<Seat>[] = [
  { width: 390, dark: true, language: 'sv' },
  { width: 1920, dark: false, language: 'sv' },
  { width: 1280, dark: false, language: 'en' },
];

describe.each(
  looks.map((look) => [`${look.width} px, ${look.dark ? 'dark' : 'light'}, ${look.language}`, look] as const),
)('at %s', (_, look) => {
  test('axe-core finds nothing serious, nothing runs over the edge and no page complains', async () => {
    const coordinator = await stage.member('samordnare', look);
    const found: string[] = [];
    for (const page of ['veckan', 'tackning', 'paminnelser', 'bedom', 'bedomningar', 'bedomningsfragor', 'lagesbild']) {
      await coordinator.open(`/${demoCode}/${page}`);
      found.push(...(await coordinator.graveFindings()).map((fault) => `${page}: ${fault}`));
      if ((await coordinator.sideways()) > 0) found.push(`${page} is wider than the window`);
    }
    expect([...found, ...coordinator.complaints]).toEqual([]);
    await coordinator.leave();
  }, 90_000);
});
