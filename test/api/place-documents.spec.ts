import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { newId } from '../../api/src/app/identifier.js';
import { type Api, type Member, startApi } from '../support/api.js';
import { codeOf, parts, pdfInfo, pdfText, textOf } from '../support/papers.js';
import { readBack } from '../support/read-back.js';
import { type WeekTown, weekTown } from '../support/week-town.js';

let api: Api;
let town: WeekTown;
let coordinator: Member;
let landlord: Member;
let base: string;
let spot: string;
let organisation: string;

jest.setTimeout(30_000);

beforeAll(async () => {
  api = await startApi();
  town = await weekTown(api);
  ({ coordinator, landlord, base, spot } = town);
  organisation = ((await api.as(coordinator).get(`${base}/organisations`)).body as { id: string }[])[0]!.id;
  await post('causes', { kind: 'bone', bone: 'place', text: 'Mörkt under skärmtaket' });
  await post('causes', { kind: 'tree', text: 'Ingen öppen lokal på kvällen' });
  await put('problem', {
    what: 'Skadegörelse efter stängning.',
    where: 'Under skärmtaket',
    harmed: 'Butikens personal',
  });
  await post('contacts', { kind: 'talk', on: '2026-11-02', withWhom: 'Butikens ledning', groupSize: 2, said: 'Portarna går inte i lås.' }); // prettier-ignore
  await action('Lampor byts ut', { status: 'doing', grade: 'green', due: '2027-01-15' });
  await action('Dold insats mot handel', { classification: 'may-be-secret', secrecyBasis: '18 kap. 1 § OSL' });
  await put('follow-up', { production: 'Lamporna är bytta.', process: null, helped: null, hindered: null, effectRunId: null, effectNote: 'För tidigt att säga.' }); // prettier-ignore
}, 60_000);

afterAll(() => api.close());

async function post(path: string, body: object, from = `hotspots/${spot}/`): Promise<void> {
  const answer = await api.as(coordinator).post(`${base}/${from}${path}`).send(body);
  expect([path, answer.status, answer.body]).toEqual([path, 201, expect.anything()]);
}

async function put(path: string, body: object): Promise<void> {
  const answer = await api.as(coordinator).put(`${base}/hotspots/${spot}/${path}`).set('If-Match', '"0"').send(body);
  expect([path, answer.status, answer.body]).toEqual([path, 200, expect.anything()]);
}

const action = (what: string, more: object) =>
  post('actions', { what, organisationId: organisation, ownerFunction: 'driftchef', hotspotId: spot, ...more }, '');

function download(member: Member, query = '', language = 'sv', id = spot) {
  return api
    .as(member)
    .get(`${base}/hotspots/${id}/document${query}`)
    .set('Accept-Language', language)
    .responseType('blob');
}

async function read(member: Member, audience: string, format: 'pdf' | 'docx', language = 'sv'): Promise<string> {
  const answer = await download(member, `?audience=${audience}&format=${format}`, language);
  expect([audience, format, answer.status]).toEqual([audience, format, 200]);
  return textOf(format, answer.body);
}

describe('a platsunderlag', () => {
  readBack('tells causes, problem, actions, talks and what came of it, on two pages and in Word', async () => {
    for (const format of ['pdf', 'docx'] as const) {
      const text = await read(coordinator, 'internal', format);
      for (const words of [
        'Objekt eller plats: Mörkt under skärmtaket',
        'Ingen öppen lokal på kvällen',
        'Skadegörelse efter stängning.',
        'Vem som drabbas: Butikens personal',
        'Lampor byts ut',
        'Pågår, grön',
        '2 november',
        'Butikens ledning (2 personer). Portarna går inte i lås.',
        'För tidigt att säga.',
        'Dold insats mot handel',
        'kan omfattas av sekretess',
      ])
        // prettier-ignore
        expect(text).toContain(words);
      expect(await read(coordinator, 'internal', format, 'en')).toContain('Visits and talks');
    }
    const { body } = await download(coordinator);
    expect(pdfInfo(body)).toMatch(/Pages:\s+2\n/);
    expect(pdfInfo(body)).toMatch(/Tagged:\s+yes/);
    expect(pdfInfo(body)).toMatch(/Title:\s+Platsunderlag: /);
  });

  readBack('leaves out what may be secret and what was said for the parties of the cooperation', async () => {
    for (const format of ['pdf', 'docx'] as const) {
      const text = await read(coordinator, 'cooperation', format);
      expect(text).toContain('Lampor byts ut');
      expect(text).toContain('Butikens ledning (2 personer).');
      expect(text).not.toMatch(/Dold insats|Portarna går inte|OSL/);
      expect(text).toContain('Klass: öppen');
    }
    expect(await read(landlord, 'internal', 'pdf')).not.toContain('Dold insats');
  });

  readBack('for everybody is the actions and promises alone: no figure, no map, no cause', async () => {
    for (const format of ['pdf', 'docx'] as const) {
      const text = await read(coordinator, 'public', format);
      expect(text).toContain('Prioriterad plats');
      expect(text).toContain('Lampor byts ut');
      expect(text).not.toMatch(/Dold insats|händelser|Mörkt under|Butikens|hot spot|Underlag/i);
    }
    const { body } = await download(coordinator, '?audience=public&format=docx');
    expect(parts(body, /^word\/media\//)).toEqual([]);
  });

  test('of a place that may be secret is for those inside alone', async () => {
    await api.owner.query(`UPDATE hotspot SET classification = 'may-be-secret' WHERE id = $1`, [spot]);
    try {
      for (const audience of ['cooperation', 'public']) {
        const answer = await download(coordinator, `?audience=${audience}`);
        expect([answer.status, codeOf(answer.body)]).toEqual([422, 'place-secret']);
      }
      expect((await download(coordinator)).status).toBe(200);
    } finally {
      await api.owner.query(`UPDATE hotspot SET classification = 'open' WHERE id = $1`, [spot]);
    }
  });

  readBack('stays two pages however much was written, and says what it leaves out', async () => {
    const long = 'Ett mycket långt stycke om det som händer på platsen varje kväll. '.repeat(10);
    for (let at = 0; at < 20; at++) {
      await post('causes', { kind: 'chain', text: `${at} ${long}`.slice(0, 199) });
      await action(`${at} ${long}`.slice(0, 590), { due: '2027-02-01' });
      await post('contacts', { kind: 'visit', on: '2026-11-03', withWhom: long.slice(0, 110), said: long.slice(0, 600) }); // prettier-ignore
    }
    const { body, status } = await download(coordinator);
    expect(status).toBe(200);
    expect(pdfInfo(body)).toMatch(/Pages:\s+2\n/);
    expect(pdfText(body)).toMatch(/\d+ på nästa sida\./);
    expect(pdfText(body)).toMatch(/\d+ till finns i Närbild\./);
  });

  test('that is not there, or is asked for in a form that does not exist, is refused', async () => {
    expect((await download(coordinator, '', 'sv', newId())).status).toBe(404);
    expect((await download(coordinator, '?audience=all')).status).toBe(400);
    expect((await download(coordinator, '?format=odt')).status).toBe(400);
  });
});
