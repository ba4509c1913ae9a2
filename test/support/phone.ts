import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from './chromium.js';

/** How a phone is made; everything else is as in a shop. */
export interface PhoneMake {
  readonly width?: number;
  /** How many ms its clock is slow. */
  readonly slowClock?: number;
  /** It keeps nothing in its storage. */
  readonly full?: boolean;
  readonly language?: 'sv' | 'en';
}

/** A phone with a disk of its own: its browser can be closed, killed and opened again. */
export class Phone {
  private readonly folder = mkdtempSync(join(tmpdir(), 'narbild-phone-'));
  private context: BrowserContext | null = null;
  private inFlight = false;

  constructor(
    private readonly url: string,
    private readonly make: PhoneMake = {},
  ) {}

  get page(): Page {
    const page = this.context?.pages()[0];
    if (!page) throw new Error('the browser of the phone is closed');
    return page;
  }

  /** Opens the browser as it was left. */
  async wake(): Promise<Page> {
    const executablePath = findChromium();
    if (!executablePath) throw new Error('There is no Chromium: set CHROMIUM, or Debian: apt install chromium');
    const { width = 390, language = 'sv', slowClock = 0, full = false } = this.make;
    this.context = await chromium.launchPersistentContext(this.folder, {
      executablePath,
      args: [...CHROMIUM_FLAGS],
      env: { ...process.env, LANGUAGE: 'sv_SE' },
      viewport: { width, height: 844 },
      hasTouch: true,
      reducedMotion: 'reduce',
      locale: language === 'sv' ? 'sv-SE' : 'en-GB',
      timezoneId: 'Europe/Stockholm',
      baseURL: this.url,
    });
    this.context.setDefaultTimeout(20_000);
    await this.context.addInitScript((chosen) => localStorage.setItem('narbild.language', chosen), language);
    if (slowClock !== 0) await this.context.addInitScript(slow, slowClock);
    if (full) await this.context.addInitScript(refuse);
    if (this.inFlight) await this.context.setOffline(true);
    return this.context.pages()[0] ?? (await this.context.newPage());
  }

  /** Flight mode on or off. */
  async flight(on: boolean): Promise<void> {
    this.inFlight = on;
    await this.context?.setOffline(on);
  }

  async sleep(): Promise<void> {
    await this.context?.close();
    this.context = null;
  }

  async throwAway(): Promise<void> {
    await this.sleep();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async signIn(name: string): Promise<void> {
    await this.page.goto('/logga-in');
    await this.page.locator('input[type=email]').fill(`${name}@alvhamn.example`);
    await this.page.locator('input[type=password]').fill('exempel-konto-2026');
    await this.page.locator('button[type=submit]').click();
    await this.atForm();
  }

  /** Waits until the form can be filled in. */
  async atForm(): Promise<void> {
    await this.page.getByRole('group', { name: 'Vad har hänt?' }).waitFor();
  }

  /** Waits until the phone keeps the form for times without a network. */
  async keepsForm(): Promise<void> {
    await this.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await this.page.waitForFunction(
      () =>
        new Promise<boolean>((resolve) => {
          const opening = indexedDB.open('narbild-kept');
          opening.onerror = () => resolve(false);
          opening.onsuccess = () => {
            const keys = opening.result.transaction('answers').objectStore('answers').getAllKeys();
            keys.onsuccess = () => resolve(keys.result.length >= 3);
            keys.onerror = () => resolve(false);
            opening.result.close();
          };
        }),
    );
  }

  /** A report in as few taps as there are; answers how many. */
  async report(time = 'Nu', category = 'Skadegörelse och klotter'): Promise<number> {
    const { page } = this;
    const taps = [
      page.getByRole('group', { name: 'Vad har hänt?' }).getByRole('radio', { name: category, exact: true }),
      page.getByRole('group', { name: 'När?' }).getByRole('radio', { name: time, exact: true }),
      page.getByRole('button', { name: 'Spara', exact: true }),
    ];
    for (const tap of taps) await tap.click();
    await this.saved();
    return taps.length;
  }

  async saved(): Promise<void> {
    await this.page.getByRole('heading', { name: 'Sparat. Vill du rapportera en händelse till?' }).waitFor();
  }

  async another(): Promise<void> {
    await this.page.getByRole('button', { name: 'Rapportera en till' }).click();
    await this.atForm();
  }

  /** Waits past the minute after which a phone tries again by itself. */
  async sees(text: string | RegExp): Promise<void> {
    const shown = this.page.getByText(text).filter({ visible: true }).first();
    await shown.waitFor({ timeout: 75_000 }).catch(async (error: unknown) => {
      throw new Error(
        `the phone does not say it, but: ${this.page.url()} ${await this.page.locator('body').innerText()}`,
        { cause: error },
      );
    });
  }

  /** How many reports the phone itself says that it holds, read from its disk. */
  async waiting(): Promise<number> {
    return this.page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('narbild-outbox', 1);
          opening.onerror = () => reject(new Error('the outbox does not open'));
          opening.onsuccess = () => {
            const count = opening.result.transaction('entries').objectStore('entries').count();
            count.onsuccess = () => resolve(count.result);
            opening.result.close();
          };
        }),
    );
  }

  /** Waits until nothing waits on the phone. */
  async emptied(): Promise<void> {
    for (const until = Date.now() + 60_000; Date.now() < until; await new Promise((later) => setTimeout(later, 200)))
      if ((await this.waiting()) === 0) return;
    throw new Error(`still waiting on the phone: ${await this.waiting()}`);
  }
}

/** The phone's clock goes slow: everything on the page that asks for the time gets the wrong one. */
function slow(ms: number): void {
  const Right = Date;
  globalThis.Date = class extends Right {
    constructor(...parts: [] | [number]) {
      if (parts.length === 0) super(Right.now() - ms);
      else super(...parts);
    }

    static override now(): number {
      return Right.now() - ms;
    }
  } as DateConstructor;
}

/** The phone refuses to keep anything: full, or a private window. */
function refuse(): void {
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  const keep = Storage.prototype.setItem.bind(localStorage);
  Storage.prototype.setItem = (key: string, value: string) => {
    if (key !== 'narbild.language') throw new DOMException('full', 'QuotaExceededError');
    keep(key, value);
  };
}
