import { demoCode } from './driver.js';
import type { Visitor } from './visitor.js';

const root = `/api/v1/municipalities/${demoCode}`;

/** Sends something to the API as this visitor; its answer. */
export async function send<Answer>({ page }: Visitor, method: string, path: string, body?: object): Promise<Answer> {
  const { status, text } = await page.evaluate(
    async ({ address, method, body }) => {
      const answer = await fetch(address, { method, cache: 'no-store', ...(body === null ? {} : { headers: { 'Content-Type': 'application/json' }, body }) }); // prettier-ignore
      return { status: answer.status, text: await answer.text() };
    },
    { address: `${root}/${path}`, method, body: body === undefined ? null : JSON.stringify(body) },
  );
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text.slice(0, 300)}`);
  return (text === '' ? null : JSON.parse(text)) as Answer;
}

interface Organisation {
  id: string;
  name: string;
  kind: string;
}

interface When {
  /** When it begins, in epoch milliseconds; a minute ago when left out. It takes an hour. */
  readonly from?: number;
}

/** A group with three functions and a planned meeting of it; the meeting's id. */
export async function newMeeting(visitor: Visitor, name: string, { from }: When = {}): Promise<string> {
  const organisations = await send<Organisation[]>(visitor, 'GET', 'organisations');
  const of = (kind: string) => organisations.find((one) => one.kind === kind)?.id ?? null;
  const members = [
    { function: 'Samordnare', organisationId: of('municipality') },
    { function: 'Kommunpolis', organisationId: of('police') },
    { function: 'Bovärd', organisationId: of('housing') },
  ];
  const group = await send<{ id: string }>(visitor, 'POST', 'meeting-groups', { name, kind: 'est', members });
  const began = from ?? Date.now() - 60_000;
  const [at, until] = [new Date(began).toISOString(), new Date(began + 3_600_000).toISOString()];
  const { id } = await send<{ id: string }>(visitor, 'POST', 'meetings', { groupId: group.id, kind: 'weekly-est', title: name, at, until }); // prettier-ignore
  return id;
}

/** The same, and it is open now. */
export async function openedMeeting(visitor: Visitor, name: string, when: When = {}): Promise<string> {
  const id = await newMeeting(visitor, name, when);
  await send(visitor, 'POST', `meetings/${id}/opening`);
  return id;
}

/** Goes to a meeting and waits until its agenda is there. */
export async function enterMeeting(visitor: Visitor, id: string): Promise<void> {
  await visitor.page.goto(`/${demoCode}/moten/${id}`);
  await visitor.page.locator('.meeting-item').first().waitFor();
}

/** Opens an item of the agenda by its heading. */
export async function openItem({ page }: Visitor, title: string): Promise<void> {
  // Its number goes before: "9 Beslut" is not "2 Förra mötets beslut".
  const name = new RegExp(`^\\d+ ?${title}`);
  const item = page.locator('.meeting-item', { has: page.getByRole('button', { name }) });
  const button = item.getByRole('button', { name });
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
  await item.locator('.meeting-item-body').waitFor();
}

/** What the open item says. */
export async function itemReads({ page }: Visitor): Promise<string> {
  const body = page.locator('.meeting-item-body');
  await body.locator('.skeleton').waitFor({ state: 'detached' });
  // What keeps a number and its unit together is not read.
  return (await body.innerText()).replaceAll(/[\u2060\u200b]/g, '').replaceAll(/\s+/g, ' ');
}

/** A decision by the keyboard alone; the milliseconds from the first key until it is read back. */
export async function decideByKeys({ page }: Visitor, what: string, owner: number): Promise<number> {
  const before = Date.now();
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await page.keyboard.type(what);
  await page.keyboard.press('Enter');
  await page.keyboard.press(String(owner));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.locator('.meeting-said', { hasText: what }).waitFor();
  return Date.now() - before;
}

/** The field for the note of the open item. */
export function noteOf({ page }: Visitor) {
  return page.locator('.meeting-note textarea');
}

/** Waits until the note of the open item is at the server. */
export async function noteSaved({ page }: Visitor): Promise<void> {
  await page.locator('.meeting-note-state[data-state="saved"]').waitFor({ timeout: 30_000 });
}
