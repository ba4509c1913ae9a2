import type { Visitor } from './visitor.js';

/** The field where a reporter describes what was seen, opened. */
export async function openText({ page }: Visitor): Promise<void> {
  const more = page.getByRole('button', { name: 'Lägg till mer' });
  await more.or(page.getByLabel('Beskriv det du såg')).first().waitFor();
  if (await more.isVisible()) await more.click();
  await page.getByLabel('Beskriv det du såg').waitFor();
}

/** Types key by key; answers how often a screen reader was given something new to say meanwhile. */
export async function typeSlowly({ page }: Visitor, text: string): Promise<number> {
  await page.evaluate(() => {
    const counter = window as unknown as { spoken: number };
    counter.spoken = 0;
    new MutationObserver(() => (counter.spoken += 1)).observe(document.querySelector('.checked-text output')!, {
      characterData: true,
      childList: true,
      subtree: true,
    });
  });
  await page.getByLabel('Beskriv det du såg').pressSequentially(text, { delay: 20 });
  return page.evaluate(() => (window as unknown as { spoken: number }).spoken);
}

/** The words that are drawn as marked behind the field, waited for. */
export async function markedWords({ page }: Visitor, least: number): Promise<string[]> {
  const marks = page.locator('.checked-text-marks mark');
  if (least > 0) await marks.nth(least - 1).waitFor({ state: 'attached' });
  else await page.waitForFunction(() => document.querySelector('.checked-text-marks mark') === null);
  return marks.allInnerTexts();
}

/** How many pixels the marks lie beside the words: the backdrop against the field, in width and height of the text. */
export async function driftOfMarks({ page }: Visitor): Promise<number> {
  return page.evaluate(() => {
    const [field, marks] = ['.checked-text-field textarea', '.checked-text-marks'].map((at) => document.querySelector(at)!);
    const [a, b] = [field!.getBoundingClientRect(), marks!.getBoundingClientRect()];
    const style = (of: Element) => getComputedStyle(of);
    const fonts = style(field!).font === style(marks!).font && style(field!).lineHeight === style(marks!).lineHeight ? 0 : 99;
    return Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y), Math.abs(field!.clientWidth - marks!.clientWidth), Math.abs(field!.scrollHeight - marks!.scrollHeight)) + fonts;
  });
} // prettier-ignore

/** What is said politely after a pause. */
export async function said({ page }: Visitor, words: RegExp): Promise<string> {
  const status = page.locator('.checked-text output').filter({ hasText: words });
  await status.waitFor({ state: 'attached' });
  return (await status.textContent())!;
}

/** Goes by the tabulator until a button of this name has the focus, and presses it. */
export async function pressByKeys({ page }: Visitor, name: RegExp): Promise<void> {
  for (let step = 0; step < 15; step += 1) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => document.activeElement?.textContent ?? '');
    if (name.test(text)) return page.keyboard.press('Enter');
  }
  throw new Error(`No button ${name.source} within 15 steps`);
}

/** What stands in the field, and the words selected there. */
export async function fieldState({ page }: Visitor): Promise<{ text: string; focused: boolean; selected: string }> {
  return page.getByLabel('Beskriv det du såg').evaluate((element) => {
    const area = element as HTMLTextAreaElement;
    const { value, selectionStart, selectionEnd } = area;
    return {
      text: value,
      focused: document.activeElement === area,
      selected: value.slice(selectionStart, selectionEnd),
    };
  });
}
