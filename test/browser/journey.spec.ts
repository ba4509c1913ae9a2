import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Stage } from '../support/driver.js';
import { openPlace, rankedPlaces, takeUp } from '../support/places.js';
import { logOccasion, progress, savePromise, writePromise } from '../support/promises.js';
import { describeIt, reportQuickly, saved, takeProposal } from '../support/reports.js';
import type { Visitor } from '../support/visitor.js';

const journeys = [
  { width: 390, spot: 'Gågatan vid bion', commitment: 'Gå runt på gågatan fredag kväll' },
  { width: 1920, spot: 'Gästhamnens brygga', commitment: 'Besök vid bryggan lördag kväll' },
];

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
}, 120_000);
afterAll(() => stage?.close());

describe.each(journeys)('from a report to a promise kept, at $width px', (journey) => {
  test('a caretaker reports; the police import, look, decide, promise and hand out', async () => {
    const caretaker = await stage.visitor({ width: journey.width });
    await reports(caretaker);
    expect(caretaker.complaints).toEqual([]);
    await caretaker.leave();

    const police = await stage.visitor({ width: journey.width });
    await police.signInByCard('Kommunpolis');
    await decides(police, journey.spot);
    await promises(police, journey);
    expect(police.complaints).toEqual([]);
    await police.leave();
  }, 180_000);
});

async function reports(caretaker: Visitor): Promise<void> {
  await caretaker.signInByCard('Vaktmästare');
  expect(await reportQuickly(caretaker, 'Skadegörelse och klotter', 'Nu')).toBeLessThanOrEqual(4);
  await saved(caretaker);

  await caretaker.presses('Rapportera en till');
  await describeIt(caretaker, 'Klotter på porten, 850709-9805 stod bredvid.');
  await caretaker.sees('Det här kan peka ut en person');
  await reportQuickly(caretaker, 'Skadegörelse och klotter', 'I natt');
  await caretaker.sees('Ta bort det som är markerat, så går det att spara.');
  await takeProposal(caretaker);
  await caretaker.presses('Spara');
  await saved(caretaker);
}

async function decides(police: Visitor, name: string): Promise<void> {
  await police.goTo('Karta');
  const places = await rankedPlaces(police);
  const found = places.find(({ decided }) => !decided)!;
  expect(found.count).toBeGreaterThan(10);
  const sentence = await openPlace(police, found.number);
  expect(sentence).toMatch(/\d+ händelser/);
  await takeUp(police, name, 'kommunpolis');
  await police.sees(`${name} är nu en hot spot.`);
}

async function promises(police: Visitor, journey: { spot: string; commitment: string }): Promise<void> {
  await police.follows('Gör ett medborgarlöfte');
  await writePromise(police, { commitment: journey.commitment, atLeast: 10, unit: 'kvällar' });
  await savePromise(police);
  expect(await progress(police, journey.commitment, '0 av minst 10 kvällar')).toContain('0 av minst 10');
  await logOccasion(police, journey.commitment);
  expect(await progress(police, journey.commitment, '1 av minst 10 kvällar')).toContain('1 av minst 10');
}
