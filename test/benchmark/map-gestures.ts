import type { Page } from 'playwright-core';

/** Milliseconds between the frames that the page could draw while hands were on the map. */
export interface Frames {
  /** A multiple of the screen's 16.7, so it moves in steps. */
  readonly median: number;
  readonly mean: number;
  /** One frame in twenty took longer. */
  readonly late: number;
  readonly count: number;
}

const canvas = '.maplibregl-canvas';
const wait = { timeout: 60_000 };

/** Opens an address of the map; milliseconds until its canvas is there, its events are counted, and nothing is fetched any more. */
export async function openMap(page: Page, address: string): Promise<readonly [number, number, number]> {
  const started = performance.now();
  const since = () => performance.now() - started;
  await page.goto(address);
  await page.locator(canvas).first().waitFor(wait);
  const drawn = since();
  await page
    .locator('.map-figures', { hasText: /\d händelse/ })
    .first()
    .waitFor(wait);
  const counted = since();
  await page.waitForLoadState('networkidle', wait);
  return [drawn, counted, since()];
}

/** How many events the map says that it holds, by its corner. */
export async function eventsOnMap(page: Page): Promise<number> {
  const words = await page.locator('.map-figures').first().innerText();
  const [, number = ''] = /([\d\u00a0 ]+) händelse/.exec(words) ?? [];
  return Number(number.replaceAll(/\D/g, ''));
}

/** Drags the map back and forth and zooms in and out by the wheel; only frames of these moments count. */
export async function framesOf(page: Page): Promise<Frames> {
  await page.evaluate(() => {
    const watched = { on: false, deltas: [] as number[] };
    let last = performance.now();
    const tick = (now: number) => {
      if (watched.on) watched.deltas.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    (globalThis as unknown as { watched: typeof watched }).watched = watched;
  });
  const hands = (on: boolean) =>
    page.evaluate((now) => {
      (globalThis as unknown as { watched: { on: boolean } }).watched.on = now;
    }, on);
  const box = (await page.locator(canvas).first().boundingBox())!;
  // The upper half: a sheet lies over the lower.
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 3];
  for (const [right, down] of [[120, 60], [-160, -90], [140, 80], [-100, -50]] as const) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await hands(true);
    await page.mouse.move(x + right, y + down, { steps: 25 });
    await hands(false);
    await page.mouse.up();
  } // prettier-ignore
  await page.mouse.move(x, y);
  for (const wheel of [-240, -240, 240, 240]) {
    await hands(true);
    await page.mouse.wheel(0, wheel);
    await page.waitForTimeout(300);
    await hands(false);
  }
  const deltas = await page.evaluate(() => (globalThis as unknown as { watched: { deltas: number[] } }).watched.deltas);
  const sorted = deltas.toSorted((a, b) => a - b);
  return {
    median: sorted[Math.floor(sorted.length / 2)]!,
    mean: sorted.reduce((sum, each) => sum + each, 0) / sorted.length,
    late: sorted[Math.floor(sorted.length * 0.95)]!,
    count: sorted.length,
  };
}
