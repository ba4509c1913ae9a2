import { demoCode } from './driver.js';
import type { Visitor } from './visitor.js';

/** Opens a part of the administration. */
export async function openList(visitor: Visitor, part: string): Promise<void> {
  await visitor.open(`/${demoCode}/administration?del=${part}`);
}

/** Opens a row by its name; its dialog is there when this is done. */
export async function openRow({ page }: Visitor, name: string): Promise<void> {
  await page
    .getByRole('table')
    .getByRole('button', { name: `Ändra ${name}`, exact: true })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Spara' }).waitFor();
}

export async function fill({ page }: Visitor, label: string, text: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(label, { exact: true }).fill(text);
}

export async function choose({ page }: Visitor, label: string, choice: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(label, { exact: true }).selectOption({ label: choice });
}

/** Saves, and waits until the dialog is gone. */
export async function save({ page }: Visitor): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Spara' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** Presses save where it is expected to be refused; answers what stands at the first field with a fault. */
export async function refusal({ page }: Visitor): Promise<string> {
  await page.getByRole('dialog').getByRole('button', { name: 'Spara' }).click();
  return page.getByRole('dialog').locator('.field-error').first().innerText();
}

/** The names of the rows, in their order. */
export async function rowNames(visitor: Visitor): Promise<string[]> {
  await visitor.settled();
  return visitor.page.getByRole('table').first().locator('tbody th').allInnerTexts();
}

/** The names of the parts that somebody sees. */
export async function partNames({ page }: Visitor): Promise<string[]> {
  await page.getByRole('tab').first().waitFor();
  return page.getByRole('tab').allInnerTexts();
}
