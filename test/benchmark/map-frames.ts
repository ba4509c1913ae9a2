import pg from 'pg';
import type { Page } from 'playwright-core';
import { localDate } from '../../api/src/analysis/calendar.js';
import { findChromium } from '../support/chromium.js';
import { findServer, startCluster } from '../support/cluster.js';
import { demoCode, Stage } from '../support/driver.js';
import { addIncidents } from './map-town.js';

/**
 * How smooth is the map on a phone's width with ten years of 200,000 incidents, beside the same map of a month that holds
 * none? Frames while it is dragged and zoomed, by turns, in headless Chromium that draws by software (SwiftShader).
 */
const rows = 200_000;
const turns = 3;
const canvas = '.maplibregl-canvas';
const most = 2;

interface Frames {
  readonly median: number;
  readonly late: number;
  readonly count: number;
}

async function main(): Promise<void> {
  const given = process.env['BENCHMARK_DATABASE_URL'];
  if (!findChromium() || (!given && findServer() === null)) {
    print('\nFrames of the map: NOT MEASURED, there is no Chromium or no PostgreSQL.');
    return;
  }
  const cluster = given ? null : await startCluster();
  try {
    process.env['TEST_DATABASE_URL'] = given ?? cluster!.urlOf('postgres');
    const stage = await Stage.open();
    try {
      await fill();
      await measure(stage);
    } finally {
      await stage.close();
    }
  } finally {
    await cluster?.stop();
  }
}

/** The demo town's incidents give way to these, round the middle of its places. */
async function fill(): Promise<void> {
  const client = new pg.Client({ connectionString: process.env['TEST_DATABASE_URL'] });
  await client.connect();
  const query = async (sql: string, values?: unknown[]) =>
    (await client.query<Record<string, unknown>>(sql, values)).rows;
  const code = Number(demoCode);
  const [middle] = await query(
    `SELECT avg(ST_X(location)) AS x, avg(ST_Y(location)) AS y FROM place WHERE municipality_code = $1`,
    [code],
  );
  const organisations = await query('SELECT kind, id FROM organisation WHERE municipality_code = $1', [code]);
  const owner = { query, transaction: (work: (manager: { query: typeof query }) => Promise<void>) => work({ query }) };
  await addIncidents(
    { owner } as unknown as Parameters<typeof addIncidents>[0],
    { code, rows, x: Number(middle!['x']), y: Number(middle!['y']) },
    Object.fromEntries(organisations.map(({ kind, id }) => [String(kind), String(id)])),
  );
  await client.end();
}

async function measure(stage: Stage): Promise<void> {
  const today = localDate(Date.now());
  const full = `/karta?period=egen&fran=2016-01-01&till=${today}&lager=punkter`;
  const empty = '/karta?period=egen&fran=1999-01-01&till=1999-01-31&lager=punkter';
  const { page } = await stage.member('samordnare', { width: 390 });
  const [withData, without]: [Frames[], Frames[]] = [[], []];
  for (let turn = 0; turn <= turns; turn++) {
    for (const [address, frames] of [
      [full, withData],
      [empty, without],
    ] as const) {
      await page.goto(address);
      await page.locator(canvas).first().waitFor({ timeout: 60_000 });
      await page.waitForLoadState('networkidle');
      const seen = await framesOf(page);
      // The first turn warms both.
      if (turn > 0) frames.push(seen);
    }
  }
  print(
    `\nFrames of the map at 390 px while it is dragged and zoomed, ${turns} turns of each, software drawing (SwiftShader)`,
  );
  const row = (name: string, frames: readonly Frames[]) =>
    print(`  ${name.padEnd(28)} median ${median(frames.map((each) => each.median)).toFixed(1)} ms, one in twenty above ${median(frames.map((each) => each.late)).toFixed(1)} ms, ${median(frames.map(({ count }) => count))} frames`); // prettier-ignore
  row(`${rows.toLocaleString('en')} incidents`, withData);
  row('a month without any', without);
  const ratio = median(withData.map((each) => each.median)) / median(without.map((each) => each.median));
  print(`  ${ratio.toFixed(2)} times as long (promised: at most ${most})`);
  if (ratio > most) process.exitCode = 1;
}

/** Drags the map back and forth and zooms in and out by the wheel; the time between the frames that the page could draw. */
async function framesOf(page: Page): Promise<Frames> {
  await page.evaluate(() => {
    const deltas: number[] = [];
    let last = performance.now();
    const tick = (now: number) => {
      deltas.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    (globalThis as unknown as { frameDeltas: number[] }).frameDeltas = deltas;
  });
  const box = (await page.locator(canvas).first().boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  for (const [right, down] of [[120, 60], [-160, -90], [140, 80], [-100, -50]] as const) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + right, y + down, { steps: 25 });
    await page.mouse.up();
  } // prettier-ignore
  for (const wheel of [-120, -120, 120, 120]) {
    await page.mouse.wheel(0, wheel);
    await page.waitForTimeout(300);
  }
  const deltas = await page.evaluate(() => (globalThis as unknown as { frameDeltas: number[] }).frameDeltas.slice(1));
  const sorted = deltas.toSorted((a, b) => a - b);
  return { median: median(sorted), late: sorted[Math.floor(sorted.length * 0.95)]!, count: sorted.length };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
