import type { Visitor } from './visitor.js';

export interface GivenFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Gives the import page a file, as if it had been picked from the computer. */
export async function giveFile({ page }: Visitor, { name, bytes }: GivenFile): Promise<void> {
  await page
    .getByLabel('Välj en fil med händelser')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
}

/** What is said at the field where the file was given. */
export async function fileFault({ page }: Visitor): Promise<string> {
  return page.locator('.field-error').first().innerText();
}

/** The figures of a preview, whether or not it holds anything new. */
export async function anyPreviewFigures(visitor: Visitor): Promise<Record<string, number>> {
  await visitor.page
    .getByRole('button', { name: /^(Importera \d|Inget nytt att importera)/ })
    .waitFor({ timeout: 60_000 });
  return figures(visitor);
}

/** The figures of the preview by their words: `{ Nya: 115, Avvisade: 3 }`. */
export async function previewFigures(visitor: Visitor): Promise<Record<string, number>> {
  await visitor.page.getByRole('button', { name: /^Importera \d/ }).waitFor();
  return figures(visitor);
}

/** Starts the import; true when its progress was seen on the way to the result. */
export async function startImport({ page }: Visitor): Promise<boolean> {
  const running = page.getByText(/^Importerar /).waitFor();
  await page.getByRole('button', { name: /^Importera \d/ }).click();
  const done = page.getByRole('heading', { name: 'Importen är klar' }).waitFor({ timeout: 60_000 });
  const seen = await Promise.race([running.then(() => true), done.then(() => false)]);
  running.catch(() => undefined);
  await done;
  return seen;
}

/** The figures of the result by their words: `{ Importerade: 115, Avvisade: 3 }`. */
export async function resultFigures(visitor: Visitor): Promise<Record<string, number>> {
  return figures(visitor);
}

async function figures({ page }: Visitor): Promise<Record<string, number>> {
  const pairs = await page
    .locator('.import-figures > div')
    .evaluateAll((all) =>
      all.map((one) => [one.querySelector('dt')!.textContent!, one.querySelector('dd')!.textContent!]),
    );
  return Object.fromEntries(pairs.map(([word, value]) => [word!, Number(value!.replaceAll(/\D/g, ''))]));
}
