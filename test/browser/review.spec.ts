import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demoCode, Stage } from '../support/driver.js';
import { press } from '../support/keyboard.js';
import {
  asked,
  chosenId,
  chosenIs,
  goToTwin,
  listed,
  listHas,
  openInbox,
  sendReports,
  sent,
} from '../support/review.js';
import type { Visitor } from '../support/visitor.js';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
}, 120_000);
afterAll(() => stage?.close());

interface Counts {
  waiting: number;
  asked: number;
}
const counts = (visitor: Visitor) => asked<Counts>(visitor, 'reviews/count');
const history = async (visitor: Visitor, id: string) =>
  (await asked<{ what: string }[]>(visitor, `reviews/${id}/history`)).map(({ what }) => what);

test('a merge by one key counts as one event, and another key takes it back; both are in the history', async () => {
  const coordinator = await stage.member('samordnare');
  await openInbox(coordinator);
  const before = (await asked<{ total: number }>(coordinator, 'events')).total;
  await goToTwin(coordinator);
  const id = await chosenId(coordinator);
  await press(coordinator, 's');
  await coordinator.sees(/^Sammanslagen: /);
  await sent(coordinator);
  expect((await asked<{ total: number }>(coordinator, 'events')).total).toBe(before - 1);
  await press(coordinator, 'u');
  await coordinator.sees(/^Ångrat: /);
  await sent(coordinator);
  expect((await asked<{ total: number }>(coordinator, 'events')).total).toBe(before);
  expect((await history(coordinator, id)).slice(0, 2)).toEqual(['separated', 'merged']);
  expect(coordinator.complaints).toEqual([]);
  await coordinator.leave();
}, 60_000);

test('fifty reports are reviewed with the keys alone', async () => {
  const caretaker = await stage.member('vaktmastare');
  await caretaker.open(`/${demoCode}/rapportera`);
  await sendReports(caretaker, 50);
  const coordinator = await stage.member('samordnare');
  await openInbox(coordinator);
  const before = await counts(coordinator);
  const first = await chosenId(coordinator);
  await press(coordinator, 'j', 'ArrowDown', 'k', 'ArrowUp');
  expect(await chosenId(coordinator)).toBe(first);
  const handled: string[] = [];
  for (let count = 0; count < 50; count++) {
    handled.push(await chosenId(coordinator));
    await reviewOne(coordinator, count);
    await listHas(coordinator, before.waiting - count - 1);
  }
  expect(new Set(handled).size).toBe(50);
  await sent(coordinator);
  const after = await counts(coordinator);
  expect(before.waiting - after.waiting).toBe(50);
  expect(after.asked - before.asked).toBe(1);
  for (const [at, what] of [[0, 'accepted'], [3, 'dismissed'], [20, 'asked'], [49, 'accepted']] as const)
    expect((await history(coordinator, handled[at]!))[0]).toBe(what); // prettier-ignore
  await press(coordinator, 'Control+z');
  await coordinator.sees(/^Ångrat: /);
  await sent(coordinator);
  expect((await counts(coordinator)).waiting).toBe(after.waiting + 1);
  await chosenIs(coordinator, handled[49]!);
  expect(await history(coordinator, handled[49]!)).toEqual(['undone', 'accepted', 'created']);
  expect(coordinator.complaints).toEqual([]);
  await coordinator.leave();
  await caretaker.leave();
}, 240_000);

/** Every report is accepted, but the fourth is dismissed with its second reason, and of one its reporter is asked. */
async function reviewOne(visitor: Visitor, count: number): Promise<void> {
  if (count === 3) return press(visitor, 'a', '2', 'Enter');
  if (count !== 20) return press(visitor, 'g');
  await press(visitor, 'f');
  await visitor.page.keyboard.type('Hur många var det?');
  return press(visitor, 'Control+Enter');
}

test('two reviewers at once: the second is told what the first did, and nothing is lost', async () => {
  const [one, two] = [await stage.member('samordnare'), await stage.member('kommunpolis')];
  await openInbox(one);
  await openInbox(two);
  const id = await chosenId(one);
  expect(await chosenId(two)).toBe(id);
  await press(one, 'g');
  await one.sees(/^Godkänd: /);
  await sent(one);
  await press(two, 'a', '5', 'Enter');
  await two.sees(/^EST-samordnare hann före/);
  expect((await asked<{ status: string }>(two, `reviews/${id}`)).status).toBe('accepted');
  await two.presses('Gör mitt val ändå');
  await sent(two);
  expect((await history(two, id)).slice(0, 2)).toEqual(['dismissed', 'accepted']);
  await one.leave();
  await two.leave();
}, 60_000);

test('a correction shows before and after in the history, and the keys are listed and can be switched off', async () => {
  const coordinator = await stage.member('samordnare');
  await openInbox(coordinator);
  await press(coordinator, 'r');
  await coordinator.sees('Rätta rapporten');
  await press(coordinator, 'Tab', 'Tab', 'Tab');
  await coordinator.page.keyboard.type('Samma sak, sagt bättre.');
  await press(coordinator, 'Control+Enter');
  await coordinator.sees(/^Rättad: /);
  await coordinator.sees(/^Text: .+ → .*Samma sak, sagt bättre/);
  await press(coordinator, '?');
  await coordinator.sees('Tangenter i granskningen');
  expect(await coordinator.graveFindings()).toEqual([]);
  await coordinator.page.getByLabel('Använd tangenter').uncheck();
  await press(coordinator, 'Escape');
  const rows = await listed(coordinator);
  await press(coordinator, 'g');
  expect(await listed(coordinator)).toBe(rows);
  await coordinator.leave();
}, 60_000);

test.each([390, 1280])(
  'the inbox is clean for axe and fits in %i pixels, list and report',
  async (width) => {
    for (const dark of [false, true]) {
      const coordinator = await stage.member('samordnare', { width, dark });
      await openInbox(coordinator);
      expect(await coordinator.graveFindings()).toEqual([]);
      await coordinator.page.locator('.review-row').filter({ visible: true }).first().click();
      await coordinator.page.locator('.review-detail').waitFor();
      expect(await coordinator.graveFindings()).toEqual([]);
      expect(await coordinator.sideways()).toBeLessThanOrEqual(0);
      expect(coordinator.complaints).toEqual([]);
      await coordinator.leave();
    }
  },
  120_000,
);
