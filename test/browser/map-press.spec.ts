import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoCode, Stage } from '../support/driver.js';
import { eventsOnMap, pressMiddle, type Spot } from '../support/map-tools.js';
import type { Visitor } from '../support/visitor.js';

const map = `/${demoCode}/karta`;
let stage: Stage;
let police: Visitor;
let spots: { lonely: Spot; crowd: Spot };

beforeAll(async () => {
  stage = await Stage.open();
  police = await stage.member('kommunpolis', { width: 1920 });
  spots = await eventsOnMap(police, demoCode);
}, 120_000);
afterAll(() => stage?.close());

const at = ({ longitude, latitude }: Spot, zoom: number) => `lage=${zoom}/${latitude}/${longitude}`;

describe('a press on the map', () => {
  test('on a point opens the event, its report, and the review where the report is decided on', async () => {
    await police.open(`${map}?${at(spots.lonely, 17)}&lager=punkter`);
    await pressMiddle(police);
    await police.sees('1 rapport om händelsen');
    expect(await police.reads()).toMatch(/När[\s\S]+Område[\s\S]+Allvar\s+(Låg|Medel|Hög|Inte satt)\s+Källa/);
    expect(await police.graveFindings()).toEqual([]);
    await police.follows('Öppna i granskningen');
    await police.arrives(/\/granska\?.*valt=/);
  }, 90_000);

  test('on a counted square lists what it counts, and the list may be made the filter', async () => {
    await police.open(`${map}?${at(spots.crowd, 14.5)}&lager=rutor`);
    await pressMiddle(police);
    await police.sees(/^\d+ händelser i rutan$/);
    await police.sees(/rapporter och rader i urvalet/);
    const [, events = '', reports = ''] = /(\d+) händelser i rutan[\s\S]+?(\d+) rapporter och rader i urvalet/.exec(await police.reads()) ?? []; // prettier-ignore
    expect(Number(events)).toBeGreaterThan(1);
    // Rows of the same event are one event.
    expect(Number(reports)).toBeGreaterThanOrEqual(Number(events));
    await police.presses('Visa bara rutan på kartan');
    await police.sees('Ritat område');
    expect(decodeURIComponent(police.address())).toMatch(/ritat=16\./);
  }, 90_000);

  test('on points that lie on top of each other lists all of them', async () => {
    await police.open(`${map}?${at(spots.crowd, 13.5)}&lager=punkter`);
    await pressMiddle(police);
    await police.sees(/^\d+ händelser på samma plats$/);
    await police.sees(/rapporter och rader i urvalet/);
    await police.presses('Till listan');
    await police.sees('Platser');
  }, 90_000);

  test('shows a reader the event but not the report', async () => {
    const reader = await stage.member('ledning', { width: 1920 });
    await reader.open(`${map}?${at(spots.lonely, 17)}&lager=punkter`);
    await pressMiddle(reader);
    await reader.sees('Du får se händelsen på kartan, men inte öppna rapporten.');
    expect(await reader.page.getByText('Öppna i granskningen').count()).toBe(0);
    expect(reader.complaints).toEqual([]);
    await reader.leave();
  }, 90_000);
});
