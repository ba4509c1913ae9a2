import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { canonical } from '../../api/src/analyses/canonical.js';
import { periodAt, readPeriod } from '../../api/src/situation/period.js';
import { type Api, type Member, startApi } from '../support/api.js';
import { pdfText, poppler } from '../support/papers.js';
import { week, weekTown } from '../support/week-town.js';

let api: Api;
let coordinator: Member;
let police: Member;
let reader: Member;
let landlord: Member;
let base: string;
let organisation: string;

/** Two years back: over, and a month more. */
const tertial = `${new Date().getFullYear() - 1}-T1`;

beforeAll(async () => {
  api = await startApi();
  const town = await weekTown(api);
  ({ coordinator, landlord, base } = town);
  police = await town.municipality.member('police');
  reader = await town.municipality.member('reader');
  organisation = town.municipality.organisations['municipality']!;
}, 60_000);

afterAll(() => api.close());

interface Section {
  id: string;
  part: string | null;
  text: string;
  generated: string;
  edited: boolean;
  version: number;
}

const at = (period: string, audience: string) => `${base}/situations/${period}/editions/${audience}`;
async function sections(period: string, audience: string): Promise<Section[]> {
  const { status, body } = await api.as(coordinator).get(at(period, audience));
  expect(status).toBe(200);
  return (body as { sections: Section[] }).sections;
}
const write = (text: string | null, { period = week.text, audience = 'internal', section = 'amount', seen = 0, who = coordinator } = {}) =>
  api.as(who).put(`${at(period, audience)}/sections/${section}`).set('If-Match', `"${seen}"`).send({ text }); // prettier-ignore
const approve = (period: string, audience: string, body: object, who = coordinator) =>
  api
    .as(who)
    .post(`${at(period, audience)}/versions`)
    .send(body);

describe('an edition of the lägesbild', () => {
  test('tells insiders everything, the parties less, and everybody what may be published', async () => {
    await api.as(coordinator).post(`${base}/actions`).send({
      what: 'Klipp buskarna vid gångtunneln',
      organisationId: organisation,
      ownerFunction: 'Driftchefen',
    });
    const running = periodAt('week', Date.now()).text;
    const ids = async (audience: string) => (await sections(running, audience)).map(({ id }) => id);
    expect(await ids('internal')).toEqual(['amount', 'areas', 'silence', 'done', 'promises', 'clusters', 'when', 'places', 'decisions', 'coming']); // prettier-ignore
    expect(await ids('cooperation')).toEqual(['amount', 'areas', 'done', 'promises', 'clusters', 'when', 'decisions', 'coming']); // prettier-ignore
    expect(await ids('public')).toEqual(['amount', 'done', 'promises']);
    const decisions = (await sections(running, 'cooperation')).find(({ id }) => id === 'decisions')!;
    expect(decisions.text).toContain('– Klipp buskarna vid gångtunneln (Driftchefen, Kommunens förvaltningar).');
  });

  test('leaves what may be secret to insiders', async () => {
    const secret = { what: 'Hemlig bevakning', organisationId: organisation, ownerFunction: 'Kommunpolisen', classification: 'may-be-secret', secrecyBasis: '18 kap. 1 § OSL' }; // prettier-ignore
    expect((await api.as(police).post(`${base}/actions`).send(secret)).status).toBe(201);
    const running = periodAt('week', Date.now()).text;
    const text = async (audience: string) => (await sections(running, audience)).map((each) => each.text).join(' ');
    expect(await text('internal')).toContain('Hemlig bevakning');
    expect(await text('cooperation')).not.toContain('Hemlig bevakning');
  });

  test('has the statutory headings in a year', async () => {
    const parts = (await sections('2025', 'internal')).map(({ id, part }) => [id, part]);
    expect(parts).toEqual(expect.arrayContaining([['amount', 'survey'], ['consequences', 'survey'], ['silence', 'other'], ['clusters', 'analysis']])); // prettier-ignore
    expect((await sections(week.text, 'internal')).every(({ part }) => part === null)).toBe(true);
  });

  test('is edited by section, restored, and never over what somebody else wrote', async () => {
    const [before] = await sections(week.text, 'internal');
    expect(before).toMatchObject({ id: 'amount', edited: false, version: 0 });
    const edited = (await write('En stökig vecka vid torget.')).body.sections[0] as Section;
    expect(edited).toMatchObject({ text: 'En stökig vecka vid torget.', edited: true, version: 1, generated: before!.generated }); // prettier-ignore
    expect((await write('Jag såg inte det.')).body).toMatchObject({ status: 412, code: 'changed-by-someone-else' });
    const restored = (await write(null, { seen: 1 })).body.sections[0] as Section;
    expect(restored).toMatchObject({ text: before!.generated, edited: false, version: 2 });
    const twice = await Promise.all([write('Ett', { seen: 2 }), write('Två', { seen: 2, who: police })]);
    expect(twice.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412]);
  });

  test('takes no personnummer, no 3 MB, no section of another audience, and no reader’s hand', async () => {
    expect((await write('Ring 19811218-9876')).body).toMatchObject({ code: 'personal-data-found' });
    expect([400, 413]).toContain((await write('x'.repeat(3_000_000))).status);
    expect((await write('Tyst', { audience: 'public', section: 'silence' })).status).toBe(404);
    expect((await write('Hej', { who: reader })).status).toBe(403);
    expect((await api.as(coordinator).get(at('2026-W60', 'internal'))).body).toMatchObject({ code: 'week-unknown' });
  });
});

describe('approving an edition', () => {
  test('freezes it with its digest; what is edited later is a later version', async () => {
    const text = 'Fler än vanligt vid torget, mest på fredagar.';
    const { version } = (await sections(week.text, 'cooperation'))[0]!;
    await write(text, { audience: 'cooperation', seen: version });
    const first = await approve(week.text, 'cooperation', { after: 0, registrationNumber: 'KS 2026/00412' });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ number: 1, audience: 'cooperation', registrationNumber: 'KS 2026/00412', by: 'Kommunens förvaltningar' }); // prettier-ignore
    const content = first.body.content as { sections: Section[] };
    expect(content.sections[0]).toMatchObject({ text, edited: true });
    expect(createHash('sha256').update(canonical(content)).digest('hex')).toBe(first.body.digest);
    await write('Något annat.', { audience: 'cooperation', seen: version + 1 });
    const kept = await api.as(reader).get(`${base}/situation-versions/${first.body.id}`);
    expect(kept.body.content.sections[0].text).toBe(text);
    const second = await approve(week.text, 'cooperation', { after: 1 });
    expect(second.body).toMatchObject({ number: 2 });
    const pdf = await api.as(reader).get(`${base}/situation-versions/${first.body.id}/document`).responseType('blob');
    expect(pdf.status).toBe(200);
    expect(pdf.headers['content-disposition']).toBe(`attachment; filename="lagesbild-${week.text}.pdf"`);
    expect((pdf.body as Buffer).toString('latin1')).toContain('pdfuaid:part');
    if (poppler) {
      const printed = pdfText(pdf.body);
      expect(printed).toContain(text);
      expect(printed).toContain('KS 2026/00412');
    }
    const { body } = await api.as(reader).get(`${base}/situations/${week.text}/versions`);
    expect(body.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
  });

  test('of two at once is one', async () => {
    const answers = await Promise.all([approve('2025-03', 'internal', { after: 0 }), approve('2025-03', 'internal', { after: 0 })]); // prettier-ignore
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 412]);
  });

  test('is the coordinator’s, and what was made of police rows is not for a landlord', async () => {
    expect((await approve(week.text, 'internal', { after: 0 }, police)).status).toBe(403);
    const made = await approve(week.text, 'internal', { after: 0 });
    expect(made.status).toBe(201);
    expect((await api.as(landlord).get(`${base}/situation-versions/${made.body.id}`)).status).toBe(404);
  });

  test('asks for what no figure tells, and for the section of law', async () => {
    const missing = await approve(tertial, 'internal', { after: 0 });
    expect(missing.body).toMatchObject({ status: 422, code: 'section-missing' });
    expect(missing.body.detail).toContain('Konsekvenser');
    await write('Butikerna stänger tidigare.', { period: tertial, section: 'consequences' });
    const secret = await approve(tertial, 'internal', { after: 0, classification: 'may-be-secret' });
    expect(secret.body.errors).toMatchObject([{ pointer: '/secrecyBasis', code: 'missing' }]);
    expect((await approve(tertial, 'internal', { after: 0, classification: 'may-be-secret', secrecyBasis: '18 kap. 1 § OSL' })).status).toBe(201); // prettier-ignore
  });
});

describe('what everybody may read', () => {
  test('is approved a month after the period at the earliest, and is always open', async () => {
    const early = await approve(week.text, 'public', { after: 0 });
    expect(early.body).toMatchObject({ status: 422, code: 'public-too-early' });
    expect((await approve(tertial, 'public', { after: 0, classification: 'may-be-secret', secrecyBasis: 'x' })).body).toMatchObject({ code: 'public-is-open' }); // prettier-ignore
    const made = await approve(tertial, 'public', { after: 0 });
    expect(made.status).toBe(201);
    expect((await api.as(landlord).get(`${base}/situation-versions/${made.body.id}`)).status).toBe(200);
  });

  test('has figures below the municipality only after its decision, with date, body and number', async () => {
    const amount = async () => (await sections(tertial, 'public'))[0]!.generated.replaceAll('\u00a0', ' ');
    expect(await amount()).toMatch(/^\d+ händelser rapporterades under tertial 1 \d{4}\.$/);
    const decide = (body: object) => api.as(coordinator).put(`${base}/publishing-decision`).send(body);
    const decision = { decidedOn: '2026-03-02', decidedBy: 'Kommunstyrelsen', registrationNumber: 'KS 2026/00077' };
    expect((await decide({ ...decision, registrationNumber: '' })).body.errors).toMatchObject([{ code: 'registration-number-form' }]); // prettier-ignore
    expect((await decide({ ...decision, decidedOn: '2099-01-01' })).body.errors).toMatchObject([{ code: 'date-to-come' }]); // prettier-ignore
    expect((await decide(decision)).body).toEqual({ decision });
    // Nobody knows how many live in the areas: they have no row, but the categories have.
    expect(await amount()).toMatch(/^\d+ händelser rapporterades under tertial 1 \d{4}\. Vad som rapporterades: Skadegörelse och klotter \d+\.$/); // prettier-ignore
    await api.owner.query(`UPDATE area SET population = 900 WHERE municipality_code = $1`, [coordinator.actor.municipalityCode]); // prettier-ignore
    expect(await amount()).toMatch(/Var det hände: (Centrum \d+|Hamnen \d+)/);
    expect((await api.as(coordinator).delete(`${base}/publishing-decision`)).body).toEqual({ decision: null });
    expect(await amount()).not.toContain('Vad som rapporterades');
  });

  test('holds no coordinate and no hot spot’s name', async () => {
    const text = JSON.stringify((await api.as(coordinator).get(at(tertial, 'public'))).body);
    expect(text).not.toMatch(/\d{2}\.\d{4,}/);
    expect(text).not.toContain('gränden bakom');
    expect(readPeriod(tertial)).not.toBeNull();
  });
});
