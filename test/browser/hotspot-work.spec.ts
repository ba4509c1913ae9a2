import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Stage } from '../support/driver.js';
import { causeDrawing, causesIn, dialogGone, dialogText, openTab, presentStage } from '../support/hotspots.js';
import { fill, press, pressButton, signInByKeys, tabTo } from '../support/keyboard.js';
import type { Visitor } from '../support/visitor.js';

/** A database that is kept holds the places of earlier runs. */
const name = `Platsen som följdes med tangenter, ${Date.now() % 1000}`;
const tabs = ['problem', 'orsaker', 'plan', 'samtal', 'uppfoljning', 'historik'];

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
}, 120_000);
afterAll(() => stage?.close());

test('a hot spot goes from drawn to closed through every stage by the keys alone, and asks for what is missing', async () => {
  const visitor = await stage.visitor();
  await signInByKeys(visitor, 'samordnare');
  await drawsIt(visitor);
  await maps(visitor);
  await analyses(visitor);
  await acts(visitor);
  await followsUp(visitor);
  await looksBack(visitor);
  expect(visitor.complaints).toEqual([]);
  await visitor.leave();
}, 180_000);

test.each([
  ['a telephone', { width: 390, dark: false, language: 'sv' }],
  ['a wide screen in the dark, in English', { width: 1920, dark: true, language: 'en' }],
] as const)(
  'axe-core finds nothing serious on any tab, on %s',
  async (_, seat) => {
    const visitor = await stage.member('samordnare', seat);
    const found: string[] = [];
    for (const tab of tabs) {
      await openTab(visitor, tab);
      found.push(...(await visitor.graveFindings()).map((fault) => `${tab}: ${fault}`));
    }
    await visitor.open('/9901/hotspots/ny');
    found.push(...(await visitor.graveFindings()), ...visitor.complaints);
    expect(found).toEqual([]);
    await visitor.leave();
  },
  120_000,
);

async function drawsIt(visitor: Visitor): Promise<void> {
  await visitor.open('/9901/hotspots/ny');
  await tabTo(visitor, 'radio', 'Punkt för punkt');
  await press(visitor, 'ArrowRight');
  await visitor.sees('Tryck på kartan där mitten ska vara.');
  await fill(visitor, 'Namn', name);
  await fill(visitor, 'Funktion', 'EST-samordnare');
  await press(visitor, 'Enter');
  await visitor.sees('Tryck ut mitten på kartan.');
  await pressButton(visitor, 'Lägg punkt mitt på kartan');
  await visitor.sees('Området är 1,8 hektar.');
  await pressButton(visitor, 'Ta upp som hot spot');
  await visitor.arrives(/\/hotspots\/[0-9a-f-]{36}$/);
}

/** Opens the dialog of a move and reads what it asks for. */
async function asksFor(visitor: Visitor, move: string): Promise<string> {
  await pressButton(visitor, move);
  return dialogText(visitor);
}

async function goesOn(visitor: Visitor, move: string, stageAfter: string): Promise<void> {
  await asksFor(visitor, move);
  await pressButton(visitor, 'Byt steg');
  await visitor.sees(`Steget är nu ${stageAfter}.`);
  await dialogGone(visitor);
  expect(await presentStage(visitor)).toBe(stageAfter);
}

async function maps(visitor: Visitor): Promise<void> {
  expect(await asksFor(visitor, 'Gå vidare till Analys')).toContain('Underlag saknas.');
  await fill(visitor, 'Vad stöder ni er på?', 'Trygghetsvandring i maj');
  await press(visitor, 'Enter');
  await visitor.sees('Underlaget är sparat.');
  await pressButton(visitor, 'Byt steg');
  await visitor.sees('Steget är nu Analys.');
  await dialogGone(visitor);
}

async function analyses(visitor: Visitor): Promise<void> {
  const asked = await asksFor(visitor, 'Gå vidare till Åtgärder');
  expect(asked).toContain('Problembeskrivningen saknas. Skriv vad som händer, var, när och vem som drabbas.');
  expect(asked).toContain('Orsaker saknas.');
  await pressButton(visitor, 'Till Problembild');
  await dialogGone(visitor);
  await fill(visitor, 'Vad händer?', 'Skadegörelse på bänkar och räcken');
  await fill(visitor, /^När\?/, 'Sena kvällar');
  await pressButton(visitor, 'Spara problembeskrivningen');
  await visitor.sees('Problembeskrivningen är sparad.');

  expect(await asksFor(visitor, 'Gå vidare till Åtgärder')).not.toContain('Problembeskrivningen');
  await pressButton(visitor, 'Till Orsaker');
  await dialogGone(visitor);
  for (const cause of ['Mörkt vid räcket', 'Ingen insyn']) {
    await fill(visitor, 'Ny orsak: Objekt eller plats', cause);
    await press(visitor, 'Enter');
    await visitor.sees(cause);
  }
  await pressButton(visitor, 'Flytta upp: Ingen insyn');
  await hasOrder(visitor, ['Ingen insyn', 'Mörkt vid räcket']);
  const drawing = await causeDrawing(visitor);
  expect(drawing.label).toContain('Fiskben');
  expect(drawing.words).toContain('Mörkt vid räcket');
  await goesOn(visitor, 'Gå vidare till Åtgärder', 'Åtgärder');
}

async function hasOrder(visitor: Visitor, wanted: readonly string[]): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    if (String(await causesIn(visitor, 'Objekt eller plats')) === String(wanted)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  expect(await causesIn(visitor, 'Objekt eller plats')).toEqual(wanted);
}

async function acts(visitor: Visitor): Promise<void> {
  expect(await asksFor(visitor, 'Gå vidare till Uppföljning')).toContain('Åtgärd saknas.');
  await pressButton(visitor, 'Till Åtgärdsplan');
  await dialogGone(visitor);
  await pressButton(visitor, 'Ny åtgärd');
  await tabTo(visitor, 'combobox', /Vilken orsak/);
  await press(visitor, 'ArrowDown');
  await fill(visitor, 'Vad ska göras?', 'Sätt upp två lampor');
  await tabTo(visitor, 'combobox', 'Vem gör det?');
  await press(visitor, 'ArrowDown');
  await fill(visitor, 'Ansvarig funktion', 'Gatuchef');
  await pressButton(visitor, '2 veckor');
  await pressButton(visitor, 'Spara');
  await visitor.sees('Åtgärden är sparad.');
  await dialogGone(visitor);
  await visitor.sees('Ingen insyn');
  await goesOn(visitor, 'Gå vidare till Uppföljning', 'Uppföljning');
}

async function followsUp(visitor: Visitor): Promise<void> {
  const asked = await asksFor(visitor, 'Avsluta');
  for (const part of ['produktionen', 'processen', 'effekten'])
    expect(asked).toContain(`Uppföljning av ${part} saknas.`);
  await tabTo(visitor, 'button', 'Till Uppföljning');
  await press(visitor, 'Enter');
  await dialogGone(visitor);
  await fill(visitor, /^Vilka åtgärder blev gjorda/, 'Lamporna är på plats');
  await fill(visitor, /^Hur gick arbetet/, 'Gatukontoret kom inom en vecka');
  await fill(visitor, /^Vad tar ni med er/, 'Händelserna är för få att räkna på');
  await pressButton(visitor, 'Spara uppföljningen');
  await visitor.sees('Uppföljningen är sparad.');
  await asksFor(visitor, 'Avsluta');
  await pressButton(visitor, 'Byt steg');
  await visitor.sees('Skriv varför ni tar det här steget.');
  await fill(visitor, 'Skäl', 'Inga nya händelser på tre månader');
  await pressButton(visitor, 'Byt steg');
  await visitor.sees('Steget är nu Avslutad.');
  await dialogGone(visitor);
  expect(await presentStage(visitor)).toBeNull();
}

async function looksBack(visitor: Visitor): Promise<void> {
  await tabTo(visitor, 'tab', 'Uppföljning');
  await press(visitor, 'ArrowRight');
  await visitor.sees('Upptagen som hot spot');
  const read = await visitor.reads();
  for (const told of [
    'Steget blev Avslutad',
    'Inga nya händelser på tre månader',
    'Åtgärd beslutad',
    'Mörkt vid räcket',
    'Problembeskrivning',
  ])
    expect(read).toContain(told);
  await pressButton(visitor, 'Öppna igen');
  await fill(visitor, 'Skäl', 'Samlingarna är tillbaka');
  await pressButton(visitor, 'Byt steg');
  await visitor.sees('Steget är nu Kartläggning.');
}
