import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoCode, Stage } from '../support/driver.js';
import { press, tabTo, type } from '../support/keyboard.js';
import { faintTexts, headingOrder } from '../support/readability.js';
import { describeIt, reportQuickly, saved } from '../support/reports.js';
import type { Visitor } from '../support/visitor.js';

const form = `/${demoCode}/rapportera`;

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
}, 120_000);
afterAll(() => stage?.close());

async function caretaker(seat: Parameters<Stage['member']>[1] = { width: 390 }): Promise<Visitor> {
  const visitor = await stage.member('vaktmastare', seat);
  await visitor.open(form);
  return visitor;
}

describe('the form', () => {
  test.each([
    { width: 320, dark: false, language: 'sv' },
    { width: 390, dark: true, language: 'sv' },
    { width: 390, dark: false, language: 'en' },
  ] as const)(
    'at $width px (dark: $dark, $language) has no fault that axe-core knows, and fits',
    async (seat) => {
      const visitor = await caretaker(seat);
      await visitor.presses(seat.language === 'sv' ? 'Lägg till mer' : 'Add more');
      await visitor.settled();
      expect(await visitor.graveFindings()).toEqual([]);
      expect(await visitor.sideways()).toBeLessThanOrEqual(0);
      await visitor.leave();
    },
    60_000,
  );

  test.each([false, true])(
    'is read in sunlight: every text holds 7:1 (dark: %s)',
    async (dark) => {
      const visitor = await caretaker({ width: 390, dark });
      await visitor.presses('Lägg till mer');
      await visitor.settled();
      expect(await faintTexts(visitor, '.report, .report-notice', 7)).toEqual([]);
      await visitor.leave();
    },
    60_000,
  );

  test('is heard in the order in which it is filled in', async () => {
    const visitor = await caretaker();
    expect(await headingOrder(visitor)).toEqual([
      'heading Rapportera en händelse',
      'group Vad har hänt?',
      'heading Var?',
      'group När?',
      'button Lägg till mer',
      'button Spara',
    ]);
    await visitor.leave();
  }, 60_000);

  test('is filled in with the keys alone, text and flags too', async () => {
    const visitor = await caretaker({ width: 1280 });
    await tabTo(visitor, 'radio', 'Skadegörelse och klotter');
    await press(visitor, 'Space');
    await tabTo(visitor, 'radio', 'Nu');
    await press(visitor, 'Space');
    await tabTo(visitor, 'button', 'Lägg till mer');
    await press(visitor, 'Enter');
    await tabTo(visitor, 'textbox', /^Beskriv det du såg/);
    await type(visitor, 'Klotter på porten');
    await tabTo(visitor, 'checkbox', 'Polisanmält');
    await press(visitor, 'Space');
    await tabTo(visitor, 'button', 'Spara');
    await press(visitor, 'Enter');
    await saved(visitor);
    await visitor.sees('Skickat. Tack, rapporten finns nu i lägesbilden.');
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  }, 60_000);

  test('goes on when the position is refused: the place is searched for instead', async () => {
    const visitor = await caretaker();
    await visitor.page.context().clearPermissions();
    if (!(await visitor.page.getByRole('button', { name: 'Min position' }).isVisible())) await visitor.presses('Ändra');
    await visitor.presses('Min position');
    await visitor.sees(/Sök efter platsen eller peka på kartan/);
    await visitor.page.getByLabel('Sök plats, adress, gata eller område').fill('Bussterm');
    await visitor.page.locator('#report-place').getByRole('listitem').getByRole('button').first().click();
    await reportQuickly(visitor, 'Skadegörelse och klotter', 'Nu');
    await saved(visitor);
    await visitor.leave();
  }, 60_000);

  test('needs no place for what is not bound to one', async () => {
    const visitor = await caretaker();
    await visitor.presses('Fler sorters händelser');
    await reportQuickly(visitor, 'Bedrägeri', 'Nu');
    await saved(visitor);
    await visitor.leave();
  }, 60_000);

  test('tells of what others have reported here, before the same is reported twice', async () => {
    const first = await caretaker();
    await reportQuickly(first, 'Ordningsstörning', 'Nu');
    await saved(first);
    await first.open(form);
    await first.page.getByRole('radio', { name: 'Ordningsstörning', exact: true }).click();
    await first.sees('Kan vara samma');
    await first.leave();
  }, 60_000);
});

describe('what became of it', () => {
  test('is read under Mina rapporter', async () => {
    const visitor = await caretaker();
    await describeIt(visitor, 'Rutan i porten är sprucken');
    await reportQuickly(visitor, 'Skadegörelse och klotter', 'Nu');
    await saved(visitor);
    await visitor.follows('Vad blev det av mina rapporter?');
    await visitor.sees('Rutan i porten är sprucken');
    expect(await visitor.graveFindings()).toEqual([]);
    await visitor.leave();
  }, 60_000);
});

describe('phones', () => {
  test('are paired by the coordinator with a square, listed and revoked', async () => {
    const coordinator = await stage.member('samordnare', { width: 1280 });
    await coordinator.open(`/${demoCode}/telefoner`);
    await coordinator.page.getByLabel('Vad kallas telefonen?').fill('Fritidsgårdens telefon');
    await coordinator.presses('Visa kod');
    await coordinator.page.getByRole('img', { name: 'QR-kod som parar telefonen' }).waitFor();
    await coordinator.sees('Väntar på att koden läses av');
    expect(await coordinator.graveFindings()).toEqual([]);
    await coordinator.presses('Återkalla Fritidsgårdens telefon');
    await coordinator.sees('Återkallad');
    expect(coordinator.complaints).toEqual([]);
    await coordinator.leave();
  }, 60_000);
});
