import { chromium, type Browser, type Cookie } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from './chromium.js';
import { startSite, type Site } from './site.js';
import { Visitor } from './visitor.js';
import { watch } from './watch.js';

/** The map draws by software where there is no graphics card. */
const MAP_FLAGS = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/** Code of the demo municipality, Älvhamn. */
export const demoCode = '9901';

/** How somebody sits at the page. */
export interface Seat {
  /** Width of the window in pixels; under 500 it is a telephone with a touch screen. */
  readonly width?: number;
  readonly dark?: boolean;
  readonly language?: 'sv' | 'en';
}

/** The site and one Chromium for a whole spec file. */
export class Stage {
  private readonly signedIn = new Map<string, Cookie[]>();

  private constructor(
    readonly site: Site,
    private readonly browser: Browser,
  ) {}

  /** `settings`: of the application, besides those that every test has, given its own address. */
  static async open(settings?: (url: string) => Record<string, string>): Promise<Stage> {
    const executablePath = findChromium();
    if (!executablePath) throw new Error('There is no Chromium: set CHROMIUM, or Debian: apt install chromium');
    const site = await startSite(settings);
    try {
      const browser = await chromium.launch({
        executablePath,
        args: [...CHROMIUM_FLAGS, ...MAP_FLAGS],
        // Chromium on Linux takes the language of its own fields (dates) from here.
        env: { ...process.env, LANGUAGE: 'sv_SE' },
      });
      return new Stage(site, browser);
    } catch (error) {
      await site.stop();
      throw error;
    }
  }

  /** Somebody with a browser of their own: nothing remembered, nobody signed in. */
  async visitor({ width = 1280, dark = false, language = 'sv' }: Seat = {}): Promise<Visitor> {
    const phone = width < 500;
    const context = await this.browser.newContext({
      viewport: { width, height: phone ? 844 : 1080 },
      hasTouch: phone,
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      locale: language === 'sv' ? 'sv-SE' : 'en-GB',
      timezoneId: 'Europe/Stockholm',
      baseURL: this.site.url,
    });
    context.setDefaultTimeout(15_000);
    await context.addInitScript((chosen) => localStorage.setItem('narbild.language', chosen), language);
    const page = await context.newPage();
    return new Visitor(page, watch(page, this.site.url));
  }

  /** One of the demo people, signed in: in earnest the first time, later with the session from then. */
  async member(name: string, seat: Seat = {}): Promise<Visitor> {
    const visitor = await this.visitor(seat);
    const cookies = this.signedIn.get(name);
    if (cookies) {
      await visitor.page.context().addCookies(cookies);
      return visitor;
    }
    await visitor.signInAs(name);
    this.signedIn.set(name, await visitor.page.context().cookies());
    return visitor;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.site.stop();
  }
}
