import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Stage } from '../support/driver.js';
import { policeExtract } from '../support/files.js';
import { resultFigures } from '../support/imports.js';
import { giveFileByKeyboard, press, tabTo, type } from '../support/keyboard.js';
import { progress } from '../support/promises.js';
import { saved } from '../support/reports.js';
import type { Visitor } from '../support/visitor.js';

const spot = 'Platsen som togs upp med tangenter';
const commitment = 'Besök utan mus';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
}, 120_000);
afterAll(() => stage?.close());

test('a report is made with the keys alone', async () => {
  const caretaker = await stage.visitor();
  await signsIn(caretaker, 'vaktmastare');
  await tabTo(caretaker, 'radio', 'Skadegörelse och klotter');
  await press(caretaker, 'ArrowRight', 'ArrowLeft');
  await tabTo(caretaker, 'radio', 'Nu');
  await press(caretaker, 'Space');
  await tabTo(caretaker, 'button', 'Spara');
  await press(caretaker, 'Enter');
  await saved(caretaker);
  expect(caretaker.complaints).toEqual([]);
}, 60_000);

test('a file, a hot spot, a promise and its first time: all with the keys alone', async () => {
  const police = await stage.visitor();
  await signsIn(police, 'kommunpolis');
  await importsByKeys(police);
  await decidesByKeys(police);
  await promisesByKeys(police);
  expect(police.complaints).toEqual([]);
}, 120_000);

async function signsIn(visitor: Visitor, name: string): Promise<void> {
  await visitor.open('/logga-in');
  await tabTo(visitor, 'textbox', 'E-post');
  await type(visitor, `${name}@alvhamn.example`);
  await press(visitor, 'Tab');
  await type(visitor, 'exempel-konto-2026');
  await press(visitor, 'Enter');
  await visitor.arrives(/\/(rapportera|karta)$|\/$/);
}

async function importsByKeys(police: Visitor): Promise<void> {
  await tabTo(police, 'link', 'Importera');
  await press(police, 'Enter');
  await police.arrives(/\/importera$/);
  await giveFileByKeyboard(police, 'Välj en fil med händelser', policeExtract('T'));
  await tabTo(police, 'button', /^Importera \d/);
  await press(police, 'Enter');
  await police.sees('Importen är klar');
  expect(await resultFigures(police)).toMatchObject({ Importerade: 115 });
}

async function decidesByKeys(police: Visitor): Promise<void> {
  await tabTo(police, 'link', 'Se på kartan');
  await press(police, 'Enter');
  await police.arrives(/\/karta/);
  await tabTo(police, 'button', /Anhopning/);
  await press(police, 'Enter');
  await tabTo(police, 'button', 'Ta upp som hot spot');
  await press(police, 'Enter');
  await tabTo(police, 'textbox', 'Namn');
  await type(police, spot);
  await tabTo(police, 'textbox', 'Funktion');
  await type(police, 'kommunpolis');
  await press(police, 'Enter');
  await police.sees(`${spot} är nu en hot spot.`);
}

async function promisesByKeys(police: Visitor): Promise<void> {
  await tabTo(police, 'link', 'Gör ett medborgarlöfte');
  await press(police, 'Enter');
  await tabTo(police, 'textbox', 'Vad ska göras?');
  await type(police, commitment);
  await tabTo(police, 'textbox', 'Minst');
  await type(police, '10');
  await tabTo(police, 'textbox', 'Vad räknas?');
  await type(police, 'besök');
  await tabTo(police, 'button', 'Spara');
  await press(police, 'Enter');
  await tabTo(police, 'button', `Logga tillfälle: ${commitment}`);
  await press(police, 'Enter');
  await tabTo(police, 'button', 'Spara');
  await press(police, 'Enter');
  expect(await progress(police, commitment, '1 av minst 10 besök')).toContain('1 av minst 10');
}
