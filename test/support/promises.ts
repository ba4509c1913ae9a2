import type { Locator } from 'playwright-core';
import type { Visitor } from './visitor.js';

export interface WantedPromise {
  /** Left as the page proposes it when it is not given. */
  readonly title?: string;
  readonly commitment: string;
  readonly atLeast: number;
  /** In the plural: `kontroller`. */
  readonly unit: string;
}

/** Writes a promise with one commitment into the form and leaves it there. */
export async function writePromise({ page }: Visitor, wanted: WantedPromise): Promise<void> {
  const title = page.getByLabel('Vad lovar ni?');
  if (wanted.title) await title.fill(wanted.title);
  else await page.waitForFunction((field) => (field as HTMLInputElement).value !== '', await title.elementHandle());
  await page.getByLabel('Vad ska göras?').fill(wanted.commitment);
  await page.getByLabel('Minst', { exact: true }).fill(String(wanted.atLeast));
  await page.getByLabel('Vad räknas?').fill(wanted.unit);
}

/** What stands in the form now. */
export async function writtenPromise({ page }: Visitor): Promise<WantedPromise> {
  return {
    title: await page.getByLabel('Vad lovar ni?').inputValue(),
    commitment: await page.getByLabel('Vad ska göras?').inputValue(),
    atLeast: Number(await page.getByLabel('Minst', { exact: true }).inputValue()),
    unit: await page.getByLabel('Vad räknas?').inputValue(),
  };
}

export async function savePromise({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: 'Spara' }).click();
}

/** Logs one time today for a commitment. */
export async function logOccasion({ page }: Visitor, commitment: string): Promise<void> {
  await page.getByRole('button', { name: `Logga tillfälle: ${commitment}` }).click();
  const dialog = page.getByRole('dialog', { name: 'Logga tillfälle' });
  await dialog.getByRole('button', { name: 'Spara' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The sentence of how far a commitment has come, once it holds some words: "0 av minst 10 …". */
export async function progress({ page }: Visitor, commitment: string, words: string): Promise<string> {
  const row: Locator = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: commitment }) });
  const sentence = row.getByText(words);
  await sentence.waitFor();
  return (await sentence.innerText()).replaceAll(' ', ' ');
}
