import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { graveFindings } from './axe.js';

const demoPassword = 'exempel-konto-2026';

/** What anybody can do on any page. What belongs to one page is in the driver file of that page. */
export class Visitor {
  constructor(
    /** For driver files only; a test never touches it. */
    readonly page: Page,
    /** What the browser complained about so far: errors, refused content, calls to other machines. */
    readonly complaints: readonly string[],
  ) {}

  /** Goes to an address, waits until the heading is there and nothing is being fetched any more. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.settled();
  }

  /** Waits until the page has its heading and shows no skeleton. */
  async settled(): Promise<void> {
    await this.page.locator('h1').first().waitFor({ state: 'attached' });
    await this.page.waitForFunction(() => document.querySelector('.skeleton, [aria-busy="true"]') === null);
  }

  /** Signs in as one of the demo people: `kommunpolis`, `vaktmastare` … */
  async signInAs(name: string): Promise<void> {
    await this.signIn(`${name}@alvhamn.example`, demoPassword);
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.page.goto('/logga-in');
    await this.page.locator('input[type=email]').fill(email);
    await this.page.locator('input[type=password]').fill(password);
    await this.page.locator('button[type=submit]').click();
    await this.page.waitForURL((url) => url.pathname !== '/logga-in');
    await this.settled();
  }

  /** Signs in by one press on somebody's card. */
  async signInByCard(who: string): Promise<void> {
    await this.page.goto('/logga-in');
    await this.page.getByRole('button', { name: new RegExp(`^${who}`) }).click();
    await this.page.waitForURL((url) => url.pathname !== '/logga-in');
    await this.settled();
  }

  async signOut(): Promise<void> {
    await this.page.context().clearCookies();
  }

  /** Goes to a place by the menu: the rail, or on a phone the bar at the bottom and what is under "Mer". */
  async goTo(place: string): Promise<void> {
    const menu = this.page.getByRole('navigation', { name: 'Huvudmeny' }).filter({ visible: true });
    const link = menu.getByRole('link', { name: place, exact: true });
    await menu.waitFor();
    if (!(await link.isVisible())) await menu.getByRole('button', { name: 'Mer' }).click();
    await this.page.getByRole('link', { name: place, exact: true }).filter({ visible: true }).first().click();
    await this.settled();
  }

  /** The words under the main heading included, as a person reads them. */
  async reads(): Promise<string> {
    return (await this.page.locator('main').innerText()).replaceAll(' ', ' ');
  }

  /** Waits until a text stands somewhere in sight. */
  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor();
  }

  async noLongerSees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor({ state: 'hidden' });
  }

  /** Where the visitor is, as it stands in the address field. */
  address(): string {
    return this.page.url();
  }

  /** Waits until the address is one of these, and its page is there. */
  async arrives(address: RegExp): Promise<void> {
    await this.page.waitForURL(address);
    await this.settled();
  }

  async follows(link: string | RegExp): Promise<void> {
    await this.page.getByRole('link', { name: link }).filter({ visible: true }).first().click();
    await this.settled();
  }

  async presses(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).filter({ visible: true }).first().click();
  }

  /** Does something that saves a file; its name and bytes. */
  async saves(act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), act()]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  /** Waits until a map on the page has drawn all it has; at once when there is none. */
  async drawn(): Promise<void> {
    await this.page.waitForFunction(() => document.fonts.status === 'loaded');
    await this.page.waitForLoadState('networkidle');
    let before: Buffer = Buffer.alloc(0);
    for (let now = await this.page.screenshot(); !now.equals(before); now = await this.page.screenshot()) before = now;
  }

  async picture(file: string): Promise<void> {
    await this.page.screenshot({ path: file });
  }

  /** Serious findings of axe-core. */
  async graveFindings(): Promise<string[]> {
    return graveFindings(this.page);
  }

  /** How many pixels the page is wider than the window. */
  async sideways(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  }

  /** The frame that every page must have. */
  async frame(): Promise<{ headings: number; title: string; language: string }> {
    return this.page.evaluate(() => ({
      headings: document.querySelectorAll('h1').length,
      title: document.title,
      language: document.documentElement.lang,
    }));
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}
