import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoCode, Stage } from '../support/driver.js';
import { press } from '../support/keyboard.js';
import type { Visitor } from '../support/visitor.js';

const map = `/${demoCode}/karta`;
let stage: Stage;
let police: Visitor;

beforeAll(async () => {
  stage = await Stage.open();
  police = await stage.member('kommunpolis', { width: 1920 });
}, 120_000);
afterAll(() => stage?.close());

/** Types single keys, and lets the page follow each. */
async function types(...keys: string[]): Promise<void> {
  for (const key of keys) {
    await press(police, key);
    await police.page.waitForTimeout(150);
  }
}

describe('single keys of the map', () => {
  test('switch layers, step through the weeks, compare, show the tables and the whole municipality', async () => {
    await police.open(`${map}?lage=17/59.538/16.058`);
    await police.page.locator('.timebar').waitFor();
    await types('2', '4');
    expect(police.address()).toMatch(/lager=punkter,varme,rutor100,platser/);
    await types('3');
    expect(police.address()).toMatch(/lager=punkter,varme,rutor,platser/);
    await types('j', 'j');
    expect(police.address()).toMatch(/stund=/);
    await types('p');
    await police.page.getByRole('button', { name: 'Pausa' }).waitFor();
    await types('p', 'v');
    expect(police.address()).not.toMatch(/stund=/);
    await types('t');
    await police.page.getByRole('table', { name: 'Hot spots och anhopningar' }).waitFor();
    await types('n');
    await police.page.getByRole('grid', { name: 'Händelser efter veckodag och timme' }).waitFor();
    await types('o');
    await police.page.waitForURL(/lage=(9|1[0-3])(\.|\/|%2F)/);
    await types('d');
    await police.sees('Dra mellan dem');
    expect(police.complaints).toEqual([]);
  }, 90_000);

  test('work with the focus on the map, but not in a field, over a dialog or with Ctrl', async () => {
    await police.open(map);
    await police.page.locator('.maplibregl-canvas').focus();
    await types('f');
    const dialog = police.page.getByRole('dialog');
    await dialog.waitFor();
    await types('2');
    expect(police.address()).not.toMatch(/lager=/);
    await types('Escape', 'Control+2', 'Alt+2', 'Meta+2');
    expect(police.address()).not.toMatch(/lager=/);
    await types('s');
    await dialog.getByLabel('Namn').fill('2 t ?');
    await types('Escape');
    expect(police.address()).not.toMatch(/lager=|flik=/);
  }, 90_000);

  test('are listed by ?, and can be turned off for good', async () => {
    await police.open(map);
    await types('?');
    const dialog = police.page.getByRole('dialog', { name: 'Tangenter på kartan' });
    await dialog.waitFor();
    expect(await dialog.getByRole('term').count()).toBe(21);
    expect(await police.graveFindings()).toEqual([]);
    await dialog.getByLabel('Använd tangenter').uncheck();
    await types('Escape', '2', '?');
    expect(await dialog.isVisible()).toBe(false);
    await police.open(map);
    await types('2');
    expect(police.address()).not.toMatch(/lager=/);
    await police.page.locator('summary', { hasText: 'Verktyg' }).click();
    await police.presses(/^Tangenter/);
    await dialog.getByLabel('Använd tangenter').check();
    await types('Escape', '2');
    expect(police.address()).toMatch(/lager=punkter,varme,platser/);
  }, 90_000);
});

describe('the period since the last meeting', () => {
  test('begins on the day of the latest closed meeting, and the address holds that day', async () => {
    const answer = await police.page.request.get(`/api/v1/municipalities/${demoCode}/meetings?status=closed`);
    const meetings = (await answer.json()) as { at: string }[];
    await police.open(map);
    await police.presses(/^Filter/);
    const tile = police.page.getByRole('dialog').getByRole('radio', { name: /^Sedan förra mötet/ });
    if (meetings.length === 0) {
      await police.page.getByRole('radio', { name: 'I fjol' }).waitFor();
      expect(await tile.count()).toBe(0);
      return;
    }
    await tile.check();
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });
    const latest = meetings.map(({ at }) => day.format(new Date(at))).toSorted().at(-1)!; // prettier-ignore
    await police.page.waitForURL(new RegExp(`period=egen&fran=${latest}`));
    expect(await tile.isChecked()).toBe(true);
  }, 90_000);
});
