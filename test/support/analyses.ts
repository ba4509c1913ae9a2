import type { Visitor } from './visitor.js';
import { demoCode } from './driver.js';

/** The questions by their word in the address; the slow ones with as few shuffles as a test can bear. */
export const questionAddresses = [
  ['Var händer det mest?', 'fraga=platser'],
  ['Är det fler än väntat där människor bor och rör sig?', 'fraga=manniskor'],
  ['Är något nytt på gång?', 'fraga=nytt&varden=permutations:99'],
  ['Följer händelserna på varandra?', 'fraga=foljer&varden=permutations:99'],
  ['Ökar eller minskar det på våra platser?', 'fraga=utveckling'],
  ['När händer det?', 'fraga=nar'],
  ['Hur samlat är det?', 'fraga=samlat'],
  ['Vilka rutor är tätare än en jämn fördelning?', 'fraga=rutor'],
] as const;

/** Opens a question of the analysis page and waits for its sentence. */
export async function answerOf(visitor: Visitor, search: string): Promise<string> {
  await visitor.open(`/${demoCode}/analys?${search}`);
  return sentence(visitor);
}

/** The sentence of the answer that is shown, once it is there. */
export async function sentence({ page }: Visitor): Promise<string> {
  const said = page.locator('.analysis-sentence');
  await said.waitFor({ timeout: 120_000 }).catch(async (error: unknown) => {
    throw new Error(`no answer came, the page says: ${await page.locator('main').innerText()}`, { cause: error });
  });
  return (await said.innerText()).replaceAll('\u00a0', ' ');
}

/** The rows of the answer's table, their cells as they are read. */
export async function answerRows({ page }: Visitor): Promise<string[][]> {
  return page
    .getByRole('table', { name: 'Svaret som tabell' })
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')));
}

/** Opens the closed panel for analysts. */
export async function openPanel({ page }: Visitor, name: string): Promise<void> {
  await page.locator('summary', { hasText: name }).click();
}

/** Takes up clusters of the newest run as hot spots, past the dialog; their ids. */
export async function takeUpPlaces({ page }: Visitor, numbers: readonly number[]): Promise<string[]> {
  return page.evaluate(
    async ({ code, wanted }) => {
      const root = `/api/v1/municipalities/${code}`;
      const send = async (path: string, body: object) => {
        const answer = await fetch(`${root}/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
        return (await answer.json()) as { id: string; clusters: { id: string; number: number; name: string | null }[] };
      };
      const people = (await (await fetch(`${root}/hotspots`)).json()) as { owner: { organisationId: string } }[];
      const { clusters } = await send('analyses', { question: 'places' });
      const ids: string[] = [];
      for (const number of wanted) {
        const cluster = clusters.find((one) => one.number === number)!;
        const { organisationId } = people[0]!.owner;
        const body = { clusterId: cluster.id, name: cluster.name ?? 'Platsen', ownerOrganisationId: organisationId, ownerFunction: 'EST-samordnare' }; // prettier-ignore
        ids.push((await send('hotspots', body)).id);
      }
      return ids;
    },
    { code: demoCode, wanted: numbers },
  );
}
