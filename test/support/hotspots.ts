import type { Visitor } from './visitor.js';

/** The count in the sentence of the hot spot's page. */
export async function countOnPage({ page }: Visitor): Promise<number> {
  const sentence = (await page.locator('.hotspot-sentence').innerText()).replaceAll('\u00a0', '');
  const found = /(\d+) händelse/.exec(sentence);
  if (!found) throw new Error(`There is no count in: ${sentence}`);
  return Number(found[1]);
}

/** Opens the dialog that moves the hot spot to another stage, and leaves it open. */
export async function beginMove({ page }: Visitor, stage: string): Promise<void> {
  await page.getByRole('button', { name: `Gå vidare till ${stage}` }).click();
  await page.getByRole('dialog', { name: `Byt steg till ${stage}` }).waitFor();
}

export async function finishMove({ page }: Visitor): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Byt steg' }).click();
}
