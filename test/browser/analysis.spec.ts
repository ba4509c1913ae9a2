import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answerOf, answerRows, openPanel, questionAddresses, sentence, takeUpPlaces } from '../support/analyses.js';
import { demoCode, Stage } from '../support/driver.js';
import { press, tabTo } from '../support/keyboard.js';
import { asked } from '../support/review.js';
import type { Visitor } from '../support/visitor.js';

let stage: Stage;
let coordinator: Visitor;

beforeAll(async () => {
  stage = await Stage.open();
  coordinator = await stage.member('samordnare');
}, 120_000);
afterAll(() => stage?.close());

describe('a coordinator', () => {
  test.each(questionAddresses)(
    'asks "%s" and gets a sentence and a table',
    async (question, search) => {
      const said = await answerOf(coordinator, search);
      expect(said).toMatch(/^[\p{Lu}\d].*\.$/su);
      expect(said).not.toMatch(/NaN|undefined|\d{4}-\d\d-\d\d/);
      expect(await coordinator.page.locator('h1').innerText()).toBe(question);
      expect((await answerRows(coordinator)).length).toBeGreaterThan(0);
    },
    150_000,
  );

  test('asks whether an effort helped, once there are places to compare with, and sees before and after', async () => {
    await coordinator.open(`/${demoCode}/analys`);
    const [place] = await takeUpPlaces(coordinator, [5, 3, 1]);
    const said = await answerOf(
      coordinator,
      `fraga=hjalpte&hotspot=${place!}&insatsFran=2026-03-01&insatsTill=2026-03-31`,
    );
    expect(said).toMatch(/före|från \d+ händelser|jämförelsetiden/);
    const rows = await answerRows(coordinator);
    expect(rows[0]![0]).toBe((await asked<{ name: string }>(coordinator, `hotspots/${place!}`)).name);
    expect(rows.length).toBeGreaterThan(3);
  }, 60_000);

  test('begins at the questions: each says what it compares with and needs, and one press asks it', async () => {
    await coordinator.open(`/${demoCode}/analys`);
    expect(await coordinator.reads()).toContain('Jämför varje plats med samma veckor tidigare år.');
    await coordinator.follows('När händer det?');
    expect(await sentence(coordinator)).toMatch(/procent av händelserna sker/);
    await coordinator.page.getByLabel('Källa').selectOption({ label: 'Personalens rapporter' });
    await coordinator.sees('Personalens rapporter.');
    expect(coordinator.address()).toContain('kalla=personal');
  }, 60_000);

  test('gives up a question that takes its time, and may ask it again', async () => {
    await coordinator.open(`/${demoCode}/analys?fraga=nytt&varden=permutations:9999`);
    await coordinator.page.getByRole('button', { name: 'Avbryt' }).click({ timeout: 60_000 });
    await coordinator.sees('Frågan är avbruten. Inget har sparats.');
    await coordinator.page.getByRole('button', { name: 'Fråga igen' }).waitFor();
    await coordinator.follows('Alla frågor');
  }, 90_000);

  test('asks "Varför inte här?" with the keys alone', async () => {
    await answerOf(coordinator, 'fraga=platser');
    await tabTo(coordinator, 'button', 'Varför inte här?');
    await press(coordinator, 'Enter');
    await tabTo(coordinator, 'button', 'Mitt på kartan');
    await press(coordinator, 'Enter');
    const why = coordinator.page.locator('.findings-why');
    await why.waitFor();
    expect(await why.locator('li').count()).toBeGreaterThan(0);
    expect(await why.innerText()).toMatch(/händelser? .*inom|ligger tätt ihop/);
  }, 60_000);

  test('opens the panel for analysts: the run gives the same answer again, and two runs are compared', async () => {
    await answerOf(coordinator, 'fraga=platser&period=ifjol');
    await answerOf(coordinator, 'fraga=platser');
    await openPanel(coordinator, 'För analytiker');
    await coordinator.presses('Räkna om och jämför');
    await coordinator.page.getByText('Analysen ger samma svar igen.').waitFor({ timeout: 60_000 });
    await coordinator.page.getByLabel('Jämför med', { exact: true }).selectOption({ index: 1 });
    const compared = coordinator.page.getByRole('table', { name: 'Vad som skiljer svaren åt' });
    await compared.waitFor();
    expect(await compared.locator('tbody tr').count()).toBeGreaterThan(0);
    expect(coordinator.complaints).toEqual([]);
  }, 90_000);
});

describe('the table twin', () => {
  test('stands for the map in a browser without WebGL', async () => {
    const visitor = await stage.member('samordnare');
    await visitor.page.addInitScript({
      content: `const draw = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
          return kind.startsWith('webgl') ? null : draw.call(this, kind, ...rest);
        };`,
    });
    await answerOf(visitor, 'fraga=platser');
    expect((await answerRows(visitor)).length).toBeGreaterThan(5);
    await visitor.leave();
  }, 60_000);
});

describe.each([
  { width: 390, dark: true },
  { width: 1920, dark: false },
])('at $width pixels', ({ width, dark }) => {
  test('the questions and their answers are clean for axe and fit', async () => {
    const visitor = await stage.member('samordnare', { width, dark });
    const found: string[] = [];
    await visitor.open(`/${demoCode}/analys`);
    found.push(...(await visitor.graveFindings()));
    for (const [question, search] of questionAddresses) {
      await answerOf(visitor, search);
      found.push(...(await visitor.graveFindings()).map((fault) => `${question}: ${fault}`));
      if ((await visitor.sideways()) > 0) found.push(`${question}: too wide`);
    }
    found.push(...visitor.complaints);
    await visitor.leave();
    expect(found).toEqual([]);
  }, 200_000);
});

describe('where people are', () => {
  test.each([390, 1280])(
    'a table is read, shown and used at %i pixels',
    async (width) => {
      const analyst = await stage.member('analytiker', { width });
      await analyst.open(`/${demoCode}/manniskor`);
      expect(await analyst.graveFindings()).toEqual([]);
      const table = ['Område;Antal', 'Björkhöjden;1200', 'Kvarnbacken;800', 'Östanå;60'].join('\r\n');
      await analyst.page
        .getByLabel('Välj en fil med en tabell')
        .setInputFiles({ name: 'människor.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
      await analyst.sees('3 rader lästa');
      expect(await analyst.graveFindings()).toEqual([]);
      expect(await analyst.sideways()).toBeLessThanOrEqual(0);
      const name = `Räknade ${width}`;
      await analyst.page.getByLabel('Namn', { exact: true }).fill(name);
      await analyst.page.getByLabel('Siffrorna är från').fill('2026-05-01');
      await analyst.presses('Använd underlaget');
      await analyst.page.getByRole('heading', { name }).waitFor();
      expect(analyst.complaints).toEqual([]);
      await analyst.leave();
    },
    60_000,
  );
});
