import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { demoCode, Stage } from '../support/driver.js';
import { eventsShown } from '../support/map-tools.js';

const crowd = 10_000;
/** The middle of the demo town, seen from near. */
const near = `/${demoCode}/karta?lage=16.5/59.536/16.061&lager=punkter`;
let stage: Stage;
let before: number;

beforeAll(async () => {
  stage = await Stage.open();
  const police = await stage.member('kommunpolis');
  await police.open(near);
  await police.page.locator('.map-figures', { hasText: /\d händelse/ }).waitFor();
  before = await eventsShown(police);
  await police.leave();
  const client = new pg.Client({ connectionString: stage.site.databaseUrl });
  await client.connect();
  await client
    .query(
      `INSERT INTO incident (municipality_code, id, event_key, source, group_code, organisation_id, category_code, severity, occurred_from, location, precision, placement, status)
       SELECT $1::smallint, id, id::text, 'report', 'kommun', (SELECT id FROM organisation WHERE municipality_code = $1 AND kind = 'municipality' LIMIT 1),
              'SKAD', 1, now() - interval '2 days', ST_Transform(ST_SetSRID(ST_MakePoint(16.061, 59.536), 4326), 3006), 'point', 'tapped', 'accepted'
         FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, $2::int)) drawn`,
      [Number(demoCode), crowd],
    )
    .finally(() => client.end());
}, 120_000);
afterAll(() => stage?.close());

test('ten thousand reports in one building are a square with their number, and the map can be used as before', async () => {
  const police = await stage.member('kommunpolis', { width: 390 });
  const tiles: string[] = [];
  police.page.on('response', (answer) => {
    if (answer.url().includes('/tiles/events/')) tiles.push(`${answer.status()} ${answer.headers()['x-tile-content']}`);
  });
  await police.open(near);
  await police.page.locator('.map-figures', { hasText: /\d händelse/ }).waitFor();
  expect(await eventsShown(police)).toBe(before + crowd);
  const canvas = police.page.locator('.maplibregl-canvas');
  for (const key of ['Minus', 'ArrowRight', 'Equal']) {
    const address = police.address();
    await canvas.press(key);
    await police.page.waitForURL((url) => url.href !== address);
  }
  await police.page.waitForLoadState('networkidle');
  expect(tiles).toContain('200 squares;side=100');
  expect(tiles.filter((tile) => !/^(?:200|304) /.test(tile))).toEqual([]);
  expect(police.complaints).toEqual([]);
}, 120_000);
