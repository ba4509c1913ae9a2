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
