import type { GivenFile } from './imports.js';
import type { Visitor } from './visitor.js';

/** Makes a municipality from a boundary file that names it; ends on its administration. */
export async function makeMunicipality({ page }: Visitor, boundary: GivenFile): Promise<void> {
  await page
    .getByLabel('Kommunens gräns')
    .setInputFiles({ name: boundary.name, mimeType: 'application/geo+json', buffer: boundary.bytes });
  await page.getByText(/Ytan är .+ km²/).waitFor();
  await page.getByRole('button', { name: 'Skapa kommunen' }).click();
  await page.waitForURL(/\/\d{4}\/administration/);
}

export async function addOrganisation({ page }: Visitor, name: string, kind: string): Promise<void> {
  await page.getByRole('button', { name: 'Ny aktör' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ny aktör' });
  await dialog.getByLabel('Namn').fill(name);
  await dialog.getByLabel('Sort').selectOption({ label: kind });
  await dialog.getByRole('button', { name: 'Spara' }).click();
  await page.getByRole('rowheader', { name }).waitFor();
}

export interface NewAccount {
  readonly name: string;
  readonly organisation: string;
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

export async function addAccount({ page }: Visitor, account: NewAccount): Promise<void> {
  await page.getByRole('tab', { name: 'Konton' }).click();
  await page.getByRole('button', { name: 'Nytt konto' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nytt konto' });
  await dialog.getByLabel('Funktion eller namn').fill(account.name);
  await dialog.getByLabel('Aktör').selectOption({ label: account.organisation });
  await dialog.getByLabel('Roll').selectOption({ label: account.role });
  await dialog.getByLabel('E-postadress').fill(account.email);
  await dialog.getByLabel('Första lösenordet').fill(account.password);
  await dialog.getByRole('button', { name: 'Spara' }).click();
  await page.getByRole('rowheader', { name: account.name }).waitFor();
}
