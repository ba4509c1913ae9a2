import { existsSync } from 'node:fs';
import pg from 'pg';
import { localDate } from '../../api/src/analysis/calendar.js';
import { toPosition } from '../../api/src/geo/projection.js';
import { findChromium } from '../support/chromium.js';
import { demoCode, Stage } from '../support/driver.js';
import { withServer } from './benchmark-api.js';
import { eventsOnMap, type Frames, framesOf, openMap } from './map-gestures.js';
import { addIncidents } from './map-town.js';
import { median, print } from './measures.js';

/**
 * How smooth is the map on a telephone's width with ten years of 200,000 incidents, beside the same map of a month that holds
 * none? Frames while it is dragged and zoomed, by turns, in headless Chromium that draws by software (SwiftShader).
 */
const rows = 200_000;
const turns = 3;
const most = 2;
/** Near enough for squares of the whole town, and for points of their own. */
const zooms = [12, 16.5];

async function main(): Promise<void> {
  const isBuilt = existsSync(new URL('../../site/index.html', import.meta.url));
  if (!findChromium() || !isBuilt) {
    print('\nFrames of the map: NOT MEASURED, there is no Chromium or no built page (npx nx run web:build).');
    return;
  }
  await withServer('\nFrames of the map', async () => {
    const stage = await Stage.open();
    try {
      // Signing in leads to the start page, which would count all of them first.
      await (await stage.member('samordnare', { width: 390 })).leave();
      const middle = await fill(stage.site.databaseUrl);
      print(`\nFrames of the map at 390 px while it is dragged and zoomed, by software (SwiftShader); medians of ${turns} turns`); // prettier-ignore
      for (const zoom of zooms) await measure(stage, `${zoom}/${middle}`);
    } finally {
      await stage.close();
    }
  });
}

/** Adds them to the demo town, round the middle of its places; latitude and longitude of it. */
async function fill(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const query = async (sql: string, values?: unknown[]) =>
      (await client.query<Record<string, unknown>>(sql, values)).rows;
    const code = Number(demoCode);
    const [found] = await query(
      `SELECT avg(ST_X(location)) AS x, avg(ST_Y(location)) AS y FROM place WHERE municipality_code = $1`,
      [code],
    );
    const [x, y] = [Number(found!['x']), Number(found!['y'])];
    const organisations = await query('SELECT kind, id FROM organisation WHERE municipality_code = $1', [code]);
    const owner = {
      query,
      transaction: (work: (manager: { query: typeof query }) => Promise<void>) => work({ query }),
    };
    await addIncidents(
      { owner } as unknown as Parameters<typeof addIncidents>[0],
      { code, rows, x, y },
      Object.fromEntries(organisations.map(({ kind, id }) => [String(kind), String(id)])),
    );
    const [longitude, latitude] = toPosition({ x, y });
    return `${latitude.toFixed(5)}/${longitude.toFixed(5)}`;
  } finally {
    await client.end();
  }
}

async function measure(stage: Stage, place: string): Promise<void> {
  const address = (period: string) => `/${demoCode}/karta?period=egen&${period}&lager=punkter&lage=${place}`;
  const full = address(`fran=2016-01-01&till=${localDate(Date.now())}`);
  const empty = address('fran=1999-01-01&till=1999-01-31');
  const { page } = await stage.member('samordnare', { width: 390 });
  const [withData, without]: [Frames[], Frames[]] = [[], []];
  const opened: string[] = [];
  for (let turn = 0; turn <= turns; turn++) {
    for (const frames of [withData, without]) {
      const milliseconds = await openMap(page, frames === withData ? full : empty);
      const events = await eventsOnMap(page);
      if (frames === withData ? events < rows : events !== 0) throw new Error(`the map says ${events} events`);
      const seen = await framesOf(page);
      if (frames === withData) opened.push(milliseconds.map((each) => (each / 1000).toFixed(1)).join(' / '));
      // The first turn warms both.
      if (turn > 0) frames.push(seen);
    }
  }
  await page.context().close();
  print(`  zoom ${place.split('/')[0]}; seconds to canvas / count / all of it, with data: ${opened.join(', ')}`);
  const row = (name: string, frames: readonly Frames[]) => {
    const of = (part: keyof Frames) => median(frames.map((each) => each[part]));
    const [middle, mean, late] = [of('median'), of('mean'), of('late')];
    print(`    ${name.padEnd(20)} median ${middle.toFixed(1)} ms, mean ${mean.toFixed(1)} ms, one in twenty above ${late.toFixed(1)} ms, ${of('count')} frames`); // prettier-ignore
    return { middle, mean, late };
  };
  const [a, b] = [row(`${rows.toLocaleString('en')} incidents`, withData), row('none', without)];
  const ratio = a.middle / b.middle;
  const spread = (part: 'median' | 'mean') => {
    const each = withData.map((frames, turn) => frames[part] / without[turn]![part]);
    return `${Math.min(...each).toFixed(2)} to ${Math.max(...each).toFixed(2)}`;
  };
  print(`    turn by turn: median ${spread('median')}, mean ${spread('mean')} times as long`);
  print(`    ${ratio.toFixed(2)} times as long, the mean ${(a.mean / b.mean).toFixed(2)}, the late ones ${(a.late / b.late).toFixed(2)} (promised: at most ${most})`); // prettier-ignore
  if (ratio > most) process.exitCode = 1;
}

await main();
