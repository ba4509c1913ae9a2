import { demoCode } from './driver.js';
import type { Visitor } from './visitor.js';

const root = `/api/v1/municipalities/${demoCode}`;

/** Sends reports as somebody who is signed in, a row of them through the town. */
export async function sendReports({ page }: Visitor, count: number): Promise<void> {
  const refused = await page.evaluate(
    async ({ root, count }) => {
      const events = (await (await fetch(`${root}/categories`)).json()) as unknown;
      const map = (await (await fetch(`${root}/base-map`)).json()) as { bounds: [number, number, number, number] };
      if (!Array.isArray(events)) return 'no categories';
      const [west, south, east, north] = map.bounds;
      for (let at = 0; at < count; at++) {
        const now = Date.now().toString(16).padStart(12, '0');
        const id = `${now.slice(0, 8)}-${now.slice(8)}-7${at.toString(16).padStart(3, '0')}-8000-${Math.floor(Math.random() * 2 ** 40).toString(16).padStart(12, '0')}`; // prettier-ignore
        // A row of points through the middle, 300 metres and more from each other.
        const position = [west + (east - west) * (0.4 + (0.2 * at) / count), south + (north - south) * 0.45];
        const body = { id, categoryCode: at % 2 ? 'SKAD' : 'ORDN', subcategoryCode: null, occurredFrom: new Date(Date.now() - 3_600_000).toISOString(), placement: 'tapped', position, description: `Rapport ${at + 1} av ${count}` }; // prettier-ignore
        const answer = await fetch(`${root}/incidents`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': id }, body: JSON.stringify(body) }); // prettier-ignore
        if (!answer.ok) return `${answer.status} ${await answer.text()}`;
      }
      return null;
    },
    { root, count },
  );
  if (refused !== null) throw new Error(`a report was refused: ${refused}`);
}

/** What the API says of a path of the demo municipality, as this visitor. */
export async function asked<Answer>({ page }: Visitor, path: string): Promise<Answer> {
  return page.evaluate(async (address) => (await (await fetch(address)).json()) as Answer, `${root}/${path}`);
}

/** How many rows the list shows. */
export async function listed({ page }: Visitor): Promise<number> {
  return page.locator('.review-row').filter({ visible: true }).count();
}

/** The id of the report that is looked at, as it stands in the address. */
export async function chosenId({ page }: Visitor): Promise<string> {
  await page.waitForFunction(() => new URLSearchParams(location.search).has('valt'));
  return new URL(page.url()).searchParams.get('valt')!;
}

/** Waits until a report is the one that is looked at. */
export async function chosenIs({ page }: Visitor, id: string): Promise<void> {
  await page.waitForFunction((wanted) => new URLSearchParams(location.search).get('valt') === wanted, id);
}

/** Waits until the list has as many rows. */
export async function listHas({ page }: Visitor, count: number): Promise<void> {
  await page.waitForFunction((rows) => document.querySelectorAll('.review-row').length === rows, count);
}

/** Goes on with a key until a possible duplicate is in sight. */
export async function goToTwin(visitor: Visitor): Promise<void> {
  for (let steps = 0; steps < 80; steps++) {
    if (await visitor.page.locator('.review-twin').first().isVisible()) return;
    await visitor.page.keyboard.press('j');
  }
  throw new Error('no report has a possible duplicate');
}

/** Waits until everything that was decided has been sent. */
export async function sent({ page }: Visitor): Promise<void> {
  await page.locator('.review:not([data-sending])').waitFor();
}

/** Opens the inbox and waits for its reports. */
export async function openInbox(visitor: Visitor): Promise<void> {
  await visitor.open(`/${demoCode}/granska`);
  await visitor.page.locator('.review-row').filter({ visible: true }).first().waitFor();
}
