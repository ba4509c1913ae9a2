import type { Visitor } from './visitor.js';

/** Reports with as few taps as there are, from the open form; answers how many taps it took. The place is the proposed one. */
export async function reportQuickly({ page }: Visitor, category: string, time: string): Promise<number> {
  const taps = [
    page.getByRole('group', { name: 'Vad har hänt?' }).getByRole('radio', { name: category, exact: true }),
    page.getByRole('group', { name: 'När?' }).getByRole('radio', { name: time, exact: true }),
    page.getByRole('button', { name: 'Spara', exact: true }),
  ];
  for (const tap of taps) await tap.click();
  return taps.length;
}

/** The place that stands in the form, as the form says it. */
export async function proposedPlace({ page }: Visitor): Promise<string> {
  return page.locator('#report-place strong').innerText();
}

/** Searches a place by name and takes the first hit. */
export async function choosePlace({ page }: Visitor, name: string): Promise<void> {
  const search = page.getByLabel('Sök plats, adress, gata eller område');
  if (!(await search.isVisible())) await page.getByRole('button', { name: 'Ändra' }).click();
  await search.fill(name);
  await page.locator('#report-place').getByRole('listitem').getByRole('button', { name }).first().click();
}

/** Opens what is not needed and writes what was seen. */
export async function describeIt({ page }: Visitor, text: string): Promise<void> {
  const more = page.getByRole('button', { name: 'Lägg till mer' });
  if (await more.isVisible()) await more.click();
  await page.getByLabel('Beskriv det du såg').fill(text);
}

export async function writtenText({ page }: Visitor): Promise<string> {
  return page.getByLabel('Beskriv det du såg').inputValue();
}

/** Takes the proposal of the personuppgiftskontroll. */
export async function takeProposal({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: /^Skriv ”.+” i stället$/ }).click();
}

export async function saved({ page }: Visitor): Promise<void> {
  await page.getByRole('heading', { name: 'Sparat. Vill du rapportera en händelse till?' }).waitFor();
}
