import type { GivenFile } from './imports.js';
import type { Visitor } from './visitor.js';

/** Gives the register page a file of a kind, and waits until it says what the file would become. */
export async function giveRegister({ page }: Visitor, kind: string, { name, bytes }: GivenFile): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`^${kind}`) }).click(); // Waits until the page stands still.
  await page.getByLabel('Välj en fil').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
  await page.getByRole('heading', { name: 'Så här blir filen' }).waitFor();
  await page.getByText('Läser filen').waitFor({ state: 'detached' });
}

/** The figures of the file by their words: `{ Nya: 4, 'Utanför kommunen': 58 }`. */
export async function registerFigures({ page }: Visitor): Promise<Record<string, number>> {
  const pairs = await page
    .locator('.register-figures > div')
    .evaluateAll((all) =>
      all.map((one) => [one.querySelector('dt')!.textContent!, one.querySelector('dd')!.textContent!]),
    );
  return Object.fromEntries(pairs.map(([word, value]) => [word!, Number(value!.replaceAll(/\D/g, ''))]));
}

/** Stores the register that is shown. */
export async function storeRegister({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: /^Läs in \d/ }).click();
  await page.getByRole('heading', { name: 'Registret är inläst' }).waitFor();
}
