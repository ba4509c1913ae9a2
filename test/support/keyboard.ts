import type { Locator, Page } from 'playwright-core';
import type { GivenFile } from './imports.js';
import type { Visitor } from './visitor.js';

type Role = Parameters<Page['getByRole']>[0];
const MOST_STEPS = 150;

/**
 * Walks with Tab until something has the focus. Every stop on the way must show where the focus is.
 * Throws with the stops that were passed when it is not reached.
 */
export async function tabTo({ page }: Visitor, role: Role, name: string | RegExp): Promise<void> {
  const goal = page.getByRole(role, { name, exact: typeof name === 'string' }).filter({ visible: true });
  await walk(page, goal, `${role} "${String(name)}"`);
}

/** Walks to where a file is given, presses Space as for any button, and picks a file in the computer's own window. */
export async function giveFileByKeyboard({ page }: Visitor, label: string, file: GivenFile): Promise<void> {
  await walk(page, page.getByLabel(label), label);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')]);
  await chooser.setFiles({ name: file.name, mimeType: 'text/csv', buffer: file.bytes });
}

async function walk(page: Page, goal: Locator, words: string): Promise<void> {
  const passed: string[] = [];
  await goal.first().waitFor();
  while (passed.length < MOST_STEPS) {
    if (await goal.evaluateAll((elements) => elements.some((element) => element === document.activeElement))) return;
    await page.keyboard.press('Tab');
    passed.push(await stop(page));
  }
  throw new Error(`Tab does not reach ${words}. Passed: ${passed.slice(-30).join(' · ')}`);
}

/** What has the focus now; throws when nothing on the page shows it. */
async function stop(page: Page): Promise<string> {
  const { what, shown } = await page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return { what: 'the page', shown: true };
    const near = [focused, focused.closest('label'), focused.parentElement, focused.nextElementSibling];
    const shown = near.some((element) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    });
    const name = focused.getAttribute('aria-label') ?? focused.textContent?.trim().slice(0, 40);
    return { what: `${focused.tagName.toLowerCase()} ${name || (focused.getAttribute('name') ?? '')}`, shown };
  });
  if (!shown) throw new Error(`The focus is not seen on: ${what}`);
  return what;
}

/** Presses keys one after the other. */
export async function press({ page }: Visitor, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Types where the focus is. */
export async function type({ page }: Visitor, text: string): Promise<void> {
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** Signs in as one of the demo people without touching the mouse. */
export async function signInByKeys(visitor: Visitor, name: string): Promise<void> {
  await visitor.open('/logga-in');
  await tabTo(visitor, 'textbox', 'E-post');
  await type(visitor, `${name}@alvhamn.example`);
  await press(visitor, 'Tab');
  await type(visitor, 'exempel-konto-2026');
  await press(visitor, 'Enter');
  await visitor.arrives(/\/(rapportera|karta)$|\/$|\/start$/);
}

/** Presses a button that is reached with Tab. */
export async function pressButton(visitor: Visitor, name: string | RegExp): Promise<void> {
  await tabTo(visitor, 'button', name);
  await press(visitor, 'Enter');
}

/** Fills a field that is reached with Tab. */
export async function fill(visitor: Visitor, label: string | RegExp, text: string): Promise<void> {
  await tabTo(visitor, 'textbox', label);
  await type(visitor, text);
}
