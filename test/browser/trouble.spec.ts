import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoCode, Stage } from '../support/driver.js';
import type { Visitor } from '../support/visitor.js';
import { fixture } from '../support/files.js';
import { beginMove, finishMove } from '../support/hotspots.js';
import { fileFault, giveFile } from '../support/imports.js';
import { openPlace, rankedPlaces } from '../support/places.js';
import { progress, savePromise, writePromise, writtenPromise } from '../support/promises.js';

let stage: Stage;
let police: Visitor;

beforeAll(async () => {
  stage = await Stage.open();
  police = await stage.member('kommunpolis', { width: 390 });
}, 120_000);
afterAll(() => stage?.close());

describe('when the database is lost', () => {
  test('the page says so, keeps what was typed, and goes on when it is back', async () => {
    const wanted = { title: 'Lugnare kvällar i parken', commitment: 'Gå genom parken', atLeast: 4, unit: 'rundor' };
    await police.open(`/${demoCode}/loften?nytt=true`);
    await writePromise(police, wanted);
    await stage.site.loseDatabase();
    try {
      await savePromise(police);
      await police.sees('Tjänsten svarar inte som den ska just nu. Det du skrivit finns kvar.');
      expect(await writtenPromise(police)).toEqual(wanted);
    } finally {
      await stage.site.findDatabaseAgain();
    }
    await police.presses('Försök nu');
    await police.noLongerSees('Tjänsten svarar inte som den ska just nu.');
    await savePromise(police);
    expect(await progress(police, wanted.commitment, '0 av minst 4 rundor')).toContain('0 av minst 4 rundor');
  }, 90_000);
});

describe('somebody who may not', () => {
  test('is told that another municipality is not here', async () => {
    await police.open('/1281/loften');
    await police.sees('Sidan finns inte');
    expect(await police.reads()).not.toContain('Lund');
  });
});

describe('when two save at once', () => {
  test('the second is told that the first was there, and can go on', async () => {
    const coordinator = await stage.member('samordnare', { width: 1280 });
    const other = await stage.member('kommunpolis', { width: 1280 });
    await coordinator.open(`/${demoCode}/karta`);
    const decided = (await rankedPlaces(coordinator)).find((place) => place.decided)!;
    await openPlace(coordinator, decided.number);
    await coordinator.follows('Öppna hot spot');
    await other.open(coordinator.address());
    await beginMove(coordinator, 'Analys');
    await beginMove(other, 'Analys');
    await finishMove(coordinator);
    await coordinator.sees('Steget är nu Analys.');
    await finishMove(other);
    await other.sees('Någon annan har ändrat under tiden');
    await other.presses('Läs in igen');
    await beginMove(other, 'Åtgärder');
    await finishMove(other);
    await other.sees('Steget är nu Åtgärder.');
  }, 60_000);
});

describe('a file that cannot be read', () => {
  test.each([
    ['empty.csv', /tom/],
    ['image-named-csv.csv', /bild/],
    ['report.pdf', /PDF/],
    ['only-header.csv', /rad/],
  ])('%s gets a sentence at the field', async (name, words) => {
    await police.open(`/${demoCode}/importera`);
    await giveFile(police, fixture(name));
    expect(await fileFault(police)).toMatch(words);
  });
});
