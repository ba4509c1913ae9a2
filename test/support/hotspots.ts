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

/** What the open dialog says. */
export async function dialogText({ page }: Visitor): Promise<string> {
  const dialog = page.getByRole('dialog').filter({ visible: true });
  await dialog.waitFor();
  return (await dialog.innerText()).replaceAll('\u00a0', ' ');
}

/** Waits until no dialog is open. */
export async function dialogGone({ page }: Visitor): Promise<void> {
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}

/** The stage that the steps of the page mark as the present one; null when all are done. */
export async function presentStage({ page }: Visitor): Promise<string | null> {
  const now = page.locator('.steps li[aria-current=step] .steps-name');
  return (await now.count()) === 0 ? null : now.first().innerText();
}

/** The causes of a list, in the order they stand. */
export async function causesIn({ page }: Visitor, list: string): Promise<string[]> {
  const items = page.getByRole('list', { name: list, exact: true }).locator('.cause-item-text');
  return (await items.allInnerTexts()).map((text) => text.trim());
}

/** What the drawing of the causes says to those who do not see it, and the words in it. */
export async function causeDrawing({ page }: Visitor): Promise<{ label: string; words: string }> {
  const drawing = page.locator('svg.cause-drawing');
  await drawing.waitFor();
  const words = (await drawing.locator('tspan').allTextContents()).join(' ');
  return { label: (await drawing.getAttribute('aria-label')) ?? '', words };
}

/** Opens a tab of the demo municipality's first hot spot. */
export async function openTab(visitor: Visitor, tab: string): Promise<void> {
  if (!visitor.address().startsWith('http')) await visitor.open('/9901/hotspots/ny');
  const id = await visitor.page.evaluate(async () => {
    const answer = await fetch('/api/v1/municipalities/9901/hotspots');
    return ((await answer.json()) as { id: string }[])[0]!.id;
  });
  await visitor.open(`/9901/hotspots/${id}?flik=${tab}`);
}
