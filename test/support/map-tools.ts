import type { Visitor } from './visitor.js';

/** How many events the map says that it shows, by its corner. */
export async function eventsShown({ page }: Visitor): Promise<number> {
  const words = await page.locator('.map-figures').first().innerText();
  const [, number = ''] = /([\d\u00a0 ]+) händelse/.exec(words) ?? [];
  return Number(number.replaceAll(/\D/g, ''));
}

/** Waits until the corner shows another number than before; that number. */
export async function otherThan(visitor: Visitor, before: number): Promise<number> {
  for (const until = Date.now() + 15_000; Date.now() < until;) {
    const now = await eventsShown(visitor);
    if (now !== before) return now;
    await new Promise((later) => setTimeout(later, 100));
  }
  return before;
}

/** Chooses one of the tools over the map. */
export async function chooseTool({ page }: Visitor, name: string): Promise<void> {
  await page.locator('summary', { hasText: 'Verktyg' }).click();
  await page.getByRole('button', { name, exact: true }).filter({ visible: true }).click();
}

/** Saves what the map shows as a view that others find, and comes back to the map. */
export async function shareView({ page }: Visitor, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Sparade vyer' });
  await dialog.getByLabel('Namn').fill(name);
  await dialog.getByLabel('Dela med alla som får se kommunens karta').check();
  await dialog.getByRole('button', { name: 'Spara vyn' }).click();
  await dialog.getByRole('button', { name: new RegExp(`^${name}`) }).waitFor();
  await page.keyboard.press('Escape');
}

/** Presses the middle of the map once it has drawn all it has. */
export async function pressMiddle(visitor: Visitor): Promise<void> {
  await visitor.drawn();
  const box = await visitor.page.locator('.maplibregl-canvas').first().boundingBox();
  if (box === null) throw new Error('There is no map.');
  await visitor.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** An event as the map gets it, that no other lies within about twenty metres of; and where many lie. */
export async function eventsOnMap({ page }: Visitor, code: string): Promise<{ lonely: Spot; crowd: Spot }> {
  const answer = await page.request.get(`/api/v1/municipalities/${code}/events?from=${yearAgo()}`);
  const { features } = (await answer.json()) as { features: { geometry: { coordinates: [number, number] } }[] };
  const spots = features.map(({ geometry: { coordinates } }) => coordinates);
  const counted = spots.map(([longitude, latitude]) => ({
    longitude,
    latitude,
    near: spots.filter(([x, y]) => Math.hypot((x - longitude) * 0.507, y - latitude) < 0.0002).length,
  }));
  const sorted = counted.toSorted((a, b) => a.near - b.near);
  return { lonely: sorted[0]!, crowd: sorted.at(-1)! };
}

export interface Spot {
  longitude: number;
  latitude: number;
  near: number;
}

function yearAgo(): string {
  return new Date(Date.now() - 364 * 86_400_000).toISOString().slice(0, 10);
}
