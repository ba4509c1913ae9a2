import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { connection } from '../../api/src/app/database.js';
import { demoCode } from '../support/driver.js';
import { Phone, type PhoneMake } from '../support/phone.js';
import { startRoad, type Road } from '../support/road.js';
import { startSite, type Site } from '../support/site.js';

const endSessions = `DELETE FROM session s USING account a WHERE a.id = s.account_id AND a.email = 'vaktmastare@alvhamn.example'`;

let site: Site;
let road: Road;
let owner: DataSource;
let phone: Phone;
let before: number;

beforeAll(async () => {
  site = await startSite();
  road = await startRoad(site.url);
  owner = await new DataSource(connection(site.databaseUrl, 1)).initialize();
}, 120_000);
afterAll(async () => {
  await road?.stop();
  await owner?.destroy();
  await site?.stop();
});
beforeEach(async () => {
  before = await stored();
});
afterEach(() => phone?.throwAway());

async function stored(): Promise<number> {
  const [row]: { n: number }[] = await owner.query(
    `SELECT count(*)::int AS n FROM incident i JOIN account a ON a.id = i.account_id WHERE a.email = 'vaktmastare@alvhamn.example' AND i.created_at > now() - interval '1 hour'`,
  );
  return row!.n;
}

/** How many reports the server has got in this test. */
const got = async () => (await stored()) - before;

async function caretaker(make: PhoneMake = {}): Promise<Phone> {
  phone = new Phone(road.url, make);
  await phone.wake();
  await phone.signIn('vaktmastare');
  if (make.full !== true) await phone.keepsForm();
  return phone;
}

async function reportFive(): Promise<void> {
  for (const time of ['Nu', 'I går kväll', 'I natt', 'Nu', 'I natt']) {
    await phone.report(time);
    await phone.another();
  }
}

/** A one-time code for the caretaker's phone, as the page with the QR square gets it. */
async function pairingCode(): Promise<string> {
  const login = await fetch(`${site.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
    body: JSON.stringify({ email: 'vaktmastare@alvhamn.example', password: 'exempel-konto-2026' }),
  });
  const made = await fetch(`${site.url}/api/v1/municipalities/${demoCode}/devices`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Sec-Fetch-Site': 'same-origin',
      Cookie: login.headers.getSetCookie()[0]!.split(';')[0]!,
    },
    body: JSON.stringify({ name: 'Provtelefonen' }),
  });
  return ((await made.json()) as { code: string }).code;
}

async function pair(): Promise<void> {
  // The address is the same but for the code: only a real load reads it anew.
  await phone.page.goto('about:blank');
  await phone.page.goto(`/para#${await pairingCode()}`);
  await phone.page.getByRole('button', { name: 'Para telefonen' }).click();
  await phone.page.getByRole('link', { name: 'Rapportera' }).click();
  await phone.atForm();
}

describe('without a network', () => {
  test('five reports are made, the browser is closed and opened, and all five are stored once', async () => {
    await caretaker();
    await phone.flight(true);
    await reportFive();
    await phone.sleep();

    await phone.wake();
    await phone.page.goto('/');
    await phone.atForm();
    await phone.sees('5 rapporter väntar på telefonen');
    expect(await got()).toBe(0);
    await phone.flight(false);
    await phone.emptied();
    expect(await got()).toBe(5);
  }, 180_000);

  test('a report takes four taps, from the icon to saved', async () => {
    await caretaker();
    await phone.sleep();
    await phone.flight(true);
    await phone.wake();
    await phone.page.goto('/'); // The icon on the home screen.
    await phone.atForm();
    expect(1 + (await phone.report())).toBe(4);
    await phone.sees('Sparat på telefonen, skickas när det finns nät.');
  }, 120_000);

  test('a draft with its text is there when the browser has been killed', async () => {
    await caretaker();
    await phone.flight(true);
    await phone.page.getByRole('button', { name: 'Lägg till mer' }).click();
    await phone.page.getByLabel('Beskriv det du såg').fill('Rutan mot gården är krossad');
    await phone.sleep();
    await phone.wake();
    await phone.page.goto(`/${demoCode}/rapportera`);
    await phone.atForm();
    await expect(phone.page.getByLabel('Beskriv det du såg').inputValue()).resolves.toBe('Rutan mot gården är krossad');
  }, 120_000);

  test('a place is found by name among those that the phone keeps', async () => {
    await caretaker();
    await phone.flight(true);
    const search = phone.page.getByLabel('Sök plats, adress, gata eller område');
    if (!(await search.isVisible())) await phone.page.getByRole('button', { name: 'Ändra' }).click();
    await search.fill('bussterm');
    await phone.page.locator('#report-place').getByRole('listitem').getByRole('button').first().click();
    expect(await phone.page.locator('#report-place strong').innerText()).toBe('Bussterminalen');
  }, 120_000);
});

describe('when the server is lost in the middle', () => {
  test('and comes back, what was on its way is stored once', async () => {
    await caretaker();
    road.close();
    await reportFive();
    // The first answer is lost on the way, so that nobody knows whether the report arrived; then the server dies.
    road.loseAnswers(1);
    const passed = road.passed();
    road.open();
    await phone.page.evaluate(() => dispatchEvent(new Event('online')));
    for (let tries = 0; road.passed() === passed && tries < 200; tries++)
      await new Promise((later) => setTimeout(later, 50));
    await site.kill();
    expect(await phone.waiting()).toBeGreaterThanOrEqual(4);
    await site.revive();
    await phone.page.evaluate(() => dispatchEvent(new Event('online')));
    await phone.emptied();
    expect(await got()).toBe(5);
  }, 180_000);

  test('three lost answers are three more tries and one report', async () => {
    await caretaker();
    road.loseAnswers(3);
    await phone.report();
    for (let tries = 0; tries < 4; tries++) {
      await phone.page.evaluate(() => dispatchEvent(new Event('online')));
      await new Promise((later) => setTimeout(later, 400));
    }
    await phone.emptied();
    expect(await got()).toBe(1);
  }, 120_000);
});

describe('when the phone may no longer report', () => {
  test('since its pairing has run out, the queue stays and goes after it is paired again', async () => {
    phone = new Phone(road.url);
    await phone.wake();
    await pair();
    await phone.keepsForm();
    await phone.flight(true);
    await phone.report();
    await owner.query(
      `UPDATE device SET expires_at = now() - interval '1 second' WHERE name = 'Provtelefonen' AND expires_at IS NOT NULL`,
    );
    await phone.flight(false);
    await phone.page.evaluate(() => dispatchEvent(new Event('online')));
    await phone.sees(/Para telefonen igen|väntar på den här telefonen/);
    expect(await phone.waiting()).toBe(1);
    await pair();
    await phone.emptied();
    expect(await got()).toBe(1);
  }, 180_000);

  test('since it was revoked, what waited is removed and it is said', async () => {
    phone = new Phone(road.url);
    await phone.wake();
    await pair();
    await phone.keepsForm();
    await phone.flight(true);
    await phone.report();
    await owner.query(`UPDATE device SET revoked_at = now() WHERE name = 'Provtelefonen'`);
    await phone.flight(false);
    await phone.page.evaluate(() => dispatchEvent(new Event('online')));
    await phone.sees('Telefonens parning är återkallad. Det som väntade på den är borttaget.');
    await phone.emptied();
    expect(await got()).toBe(0);
  }, 180_000);

  test('since the session ended, nothing is lost and signing in sends it', async () => {
    await caretaker();
    await phone.flight(true);
    await phone.report();
    await owner.query(endSessions);
    await phone.flight(false);
    await phone.page.evaluate(() => dispatchEvent(new Event('online')));
    await phone.sees(/Logga in igen|väntar på den här telefonen/);
    expect(await phone.waiting()).toBe(1);
    await phone.signIn('vaktmastare');
    await phone.emptied();
    expect(await got()).toBe(1);
  }, 180_000);
});

describe('when the first answer after a time without a network is that nobody is signed in', () => {
  test('the sign-in is shown, and what waits goes after it', async () => {
    await caretaker();
    await phone.flight(true);
    await phone.report();
    await owner.query(endSessions);
    road.openForFiles(/^\/(health|api\/v1\/session)/);
    await phone.flight(false);
    await phone.page.waitForURL(/\/logga-in/, { timeout: 75_000 });
    await phone.sees(/väntar på den här telefonen/);
    road.open();
    await phone.signIn('vaktmastare');
    await phone.emptied();
    expect(await got()).toBe(1);
  }, 180_000);
});

describe('on an awkward phone', () => {
  test('a new version of the service worker is taken, and a full queue and a draft are still there', async () => {
    await caretaker();
    road.close();
    await reportFive();
    await phone.page.getByRole('button', { name: 'Lägg till mer' }).click();
    await phone.page.getByLabel('Beskriv det du såg').fill('Halvskrivet');
    road.newVersion();
    road.openForFiles();
    await phone.page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await phone.sees('Ny version finns.');
    await Promise.all([phone.page.waitForEvent('load'), phone.page.getByRole('button', { name: 'Hämta' }).click()]);
    await phone.atForm();
    await phone.sees('5 rapporter väntar på telefonen');
    expect(await phone.waiting()).toBe(5);
    expect(await phone.page.getByLabel('Beskriv det du såg').inputValue()).toBe('Halvskrivet');
    road.open();
    await phone.page.evaluate(() => dispatchEvent(new Event('online')));
    await phone.emptied();
    expect(await got()).toBe(5);
  }, 180_000);

  test('that keeps nothing, the page says so, holds the report itself and sends it', async () => {
    await caretaker({ full: true });
    road.close();
    await phone.report();
    await phone.sees(/Telefonen låter oss inte spara/);
    road.open();
    await phone.page.evaluate(() => dispatchEvent(new Event('online')));
    await phone.sees('Skickat. Tack, rapporten finns nu i lägesbilden.');
    expect(await got()).toBe(1);
  }, 120_000);

  test('whose clock is a day slow, the time is corrected and it is said', async () => {
    await caretaker({ slowClock: 24 * 3600_000 });
    await phone.sees('Telefonens klocka går fel.');
    await phone.report('Nu');
    await phone.emptied();
    const [row]: { minutes: number }[] = await owner.query(
      `SELECT abs(extract(epoch FROM now() - occurred_from))::float8 / 60 AS minutes FROM incident WHERE source = 'report' ORDER BY created_at DESC LIMIT 1`,
    );
    expect(row!.minutes).toBeLessThan(10);
  }, 120_000);

  test('with 3 MB of emoji in the text, the form goes on and stores what may be stored', async () => {
    await caretaker();
    await phone.page.getByRole('button', { name: 'Lägg till mer' }).click();
    await phone.page.getByLabel('Beskriv det du såg').fill('😀'.repeat(750_000));
    await phone.sees('Texten får vara högst 2 000 tecken.');
    await phone.report();
    await phone.emptied();
    expect(await got()).toBe(1);
  }, 120_000);

  test('four times slower, a report is made all the same', async () => {
    await caretaker();
    const debug = await phone.page.context().newCDPSession(phone.page);
    await debug.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await phone.page.goto('/');
    await phone.atForm();
    await phone.report();
    await phone.emptied();
    expect(await got()).toBe(1);
  }, 180_000);
});
