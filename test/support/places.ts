import type { Locator } from 'playwright-core';
import type { Visitor } from './visitor.js';

/** A line of the list beside the map. */
export interface ListedPlace {
  readonly number: string;
  readonly name: string;
  readonly decided: boolean;
  readonly count: number;
}

function items({ page }: Visitor): Locator {
  return page.getByRole('region', { name: 'Hot spots och anhopningar' }).locator('.mapview-item');
}

/** The ranked list, once it is there. */
export async function rankedPlaces(visitor: Visitor): Promise<ListedPlace[]> {
  await items(visitor).first().waitFor();
  await visitor.settled();
  return items(visitor).evaluateAll((found) =>
    found.map((item) => {
      const words = (part: string): string => item.querySelector(`.mapview-${part}`)?.textContent?.trim() ?? '';
      return {
        number: words('number'),
        name: words('item-name'),
        decided: item.querySelector('[data-look="decided"]') !== null,
        count: Number(words('figure').replaceAll(/\D/g, '')),
      };
    }),
  );
}

/** Opens a place of the list; answers its sentence. */
export async function openPlace(visitor: Visitor, number: string): Promise<string> {
  const list = items(visitor);
  const position = (await rankedPlaces(visitor)).findIndex((place) => place.number === number);
  await list.nth(position).click();
  const detail = visitor.page.locator('.mapview-detail');
  return (await detail.locator('.lead').innerText()).replaceAll('\u00a0', ' ');
}

/** Takes up the place that is open as a hot spot. */
export async function takeUp({ page }: Visitor, name: string, ownerFunction: string): Promise<void> {
  await page.getByRole('button', { name: 'Ta upp som hot spot' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Ta upp som hot spot' });
  await dialog.getByLabel('Namn').fill(name);
  await dialog.getByLabel('Funktion').fill(ownerFunction);
  await dialog.getByRole('button', { name: 'Ta upp som hot spot' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('heading', { level: 2, name }).waitFor();
}
