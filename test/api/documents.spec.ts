import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Role } from '../../api/src/access/permission.js';
import { newId } from '../../api/src/app/identifier.js';
import { type Api, type Member, startApi } from '../support/api.js';
import { pdfInfo, pdfText, plain, poppler } from '../support/papers.js';
import { readBack } from '../support/read-back.js';
import { week, type WeekTown, weekTown } from '../support/week-town.js';

let api: Api;
let town: WeekTown;
let coordinator: Member;
let landlord: Member;
let base: string;
let spot: string;

beforeAll(async () => {
  api = await startApi();
  town = await weekTown(api);
  ({ coordinator, landlord, base, spot } = town);
}, 60_000);

afterAll(() => api.close());

function download(member: Member, path: string, language = 'sv', from = base) {
  return api.as(member).get(`${from}${path}`).set('Accept-Language', language).responseType('blob');
}

const printed = (pdf: Buffer) => pdfText(pdf, '-layout');

describe('the documents', () => {
  test('are files of their own kind, never stored on the way', async () => {
    const place = await download(coordinator, `/hotspots/${spot}/document`);
    expect(place.status).toBe(200);
    expect(place.headers['content-type']).toBe('application/pdf');
    expect(place.headers['cache-control']).toBe('no-store');
    expect(place.headers['content-disposition']).toMatch(/^attachment; filename="platsunderlag-\d{4}-\d\d-\d\d\.pdf"$/);
    const weekly = await download(coordinator, `/situations/${week.text}/document`);
    expect(weekly.headers['content-disposition']).toBe(`attachment; filename="veckolagesbild-${week.text}.pdf"`);
    for (const { body } of [place, weekly]) expect((body as Buffer).toString('latin1')).toContain('pdfuaid:part');
  });

  readBack('of a week hold the figures of the API, in both languages', async () => {
    for (const language of ['sv', 'en']) {
      const { body } = await api
        .as(coordinator)
        .get(`${base}/situations/${week.text}`)
        .set('Accept-Language', language);
      const { body: pdf } = await download(coordinator, `/situations/${week.text}/document`, language);
      expect(pdfInfo(pdf)).toMatch(/Tagged:\s+yes/);
      const text = printed(pdf);
      expect(text).toContain(plain(body.sentence));
      expect(text).toContain(`Polisen ${body.sources[0].count}, Kommunens förvaltningar ${body.sources[1].count}.`);
      for (const { name, count } of body.areas) expect(text).toMatch(new RegExp(`${name} ${count} `));
      for (const { name, count } of body.categories) {
        const [first] = name[language].replace(/\s*\([^)]*\)$/, '').split(' ');
        expect(text).toMatch(new RegExp(`${first}[^0-9]*${count} `));
      }
      expect(text).toContain(`${language === 'sv' ? 'Inget område' : 'No area'} ${body.withoutArea}`);
      for (const notice of body.notices) expect(text).toContain(plain(notice));
    }
  });

  readBack('of a place hold the figures of its page, its own Dnr and who owns it', async () => {
    for (const language of ['sv', 'en']) {
      const { body } = await api.as(coordinator).get(`${base}/hotspots/${spot}`).set('Accept-Language', language);
      const { body: pdf } = await download(coordinator, `/hotspots/${spot}/document`, language);
      expect(pdfInfo(pdf)).toMatch(/Tagged:\s+yes/);
      const text = printed(pdf);
      for (const { text: claim } of body.figures.claims) expect(text).toContain(plain(claim));
      expect(text).toMatch(new RegExp(`${body.figures.count} (händelser|incidents)`));
      expect(text).toContain('Dnr KS 2026/00412');
      expect(text).toContain('Torget och gränden bakom det gamla biblioteket');
      expect(text).toContain('Säkerhetssamordnaren');
    }
  });

  readBack('hold no police rows for a landlord, in figures or in points', async () => {
    const { body } = await api.as(landlord).get(`${base}/hotspots/${spot}`);
    const { body: pdf } = await download(landlord, `/hotspots/${spot}/document`);
    const text = printed(pdf);
    expect(text).not.toContain('Polisen');
    expect(text).toContain(`Kommunens förvaltningar ${body.figures.count}.`);
    expect(text).toContain('Bygger på de rapporter som din organisation får se, utan polisens uppgifter.');
    const weekly = printed((await download(landlord, `/situations/${week.text}/document`)).body);
    expect(weekly).not.toContain('Polisen');
    expect(weekly).toMatch(/6 händelser vecka/);
  });

  test('show points only to those who may open the reports behind them', async () => {
    const reader = await town.municipality.member('reader');
    const before = await lengthOf(reader);
    const with_ = await lengthOf(await town.municipality.member('analyst'));
    expect(before).toBeLessThan(with_);
    const rows = await noted(reader);
    expect(rows[0]!.facts).toMatchObject({ points: false, audience: 'internal', kind: 'week', of: week.text });
  });

  readBack('of a municipality with nothing are one calm page', async () => {
    const empty = await api.municipality('En kommun med ett ovanligt långt namn som ingen har hört talas om tidigare');
    const member = await empty.member('coordinator');
    const from = `/api/v1/municipalities/${empty.code}`;
    const { body } = await api.as(member).get(`${from}/situations/${week.text}`);
    expect(body).toMatchObject({ count: 0, hotspots: [], areas: [], usual: { status: 'first-year' } });
    const pdf = await download(member, `/situations/${week.text}/document`, 'sv', from);
    expect(pdf.status).toBe(200);
    expect(pdfInfo(pdf.body)).toMatch(/Pages:\s+1\n/);
    expect(printed(pdf.body)).toContain(`Inga händelser rapporterades vecka ${week.number}.`);
  });

  test('are noted with number, class and audience in the transaction that reads', async () => {
    const analyst = await town.municipality.member('analyst');
    const query = 'registrationNumber=KS%202026%2F00500&classification=may-be-secret';
    const made = await download(analyst, `/situations/${week.text}/document?${query}`);
    expect(made.status).toBe(200);
    if (poppler) {
      expect(printed(made.body)).toContain('Dnr KS 2026/00500');
      expect(printed(made.body)).toContain('Klass: kan omfattas av sekretess');
    }
    const [deed] = await noted(analyst);
    expect(deed).toMatchObject({ action: 'export', subject: 'document', count: 13 });
    const documents = await api.owner.query(
      `SELECT kind, subject_id, audience, registration_number, classification, account_id FROM document WHERE municipality_code = $1 AND id = $2`,
      [Number(town.municipality.code), deed!.subject_id],
    );
    expect(documents).toEqual([
      {
        kind: 'week',
        subject_id: week.text,
        audience: 'internal',
        registration_number: 'KS 2026/00500',
        classification: 'may-be-secret',
        account_id: analyst.actor.accountId,
      },
    ]);
  });

  test('refuse a number that is none, and one that is a person', async () => {
    const wrong = await api.as(coordinator).get(`${base}/situations/${week.text}/document?registrationNumber=%3Cb%3E`);
    expect(wrong.body.errors).toMatchObject([{ pointer: '/registrationNumber', code: 'registration-number-form' }]);
    const person = await api.as(coordinator).get(`${base}/hotspots/${spot}/document?registrationNumber=19121212-1212`);
    expect(person.body).toMatchObject({ code: 'personal-data-found' });
  });

  test('of a place that is not there are not found', async () => {
    expect((await api.as(coordinator).get(`${base}/hotspots/${newId()}/document`)).status).toBe(404);
  });

  test.each<[Role, number, number]>([
    ['coordinator', 200, 200],
    ['police', 200, 200],
    ['analyst', 200, 200],
    ['reader', 200, 200],
    ['administrator', 200, 403],
    ['reporter', 403, 403],
  ])('for a %s: figures %i, documents %i', async (role, figures, documents) => {
    const member = await town.municipality.member(role);
    expect((await api.as(member).get(`${base}/situations/${week.text}`)).status).toBe(figures);
    expect((await api.as(member).get(`${base}/situations/${week.text}/document`)).status).toBe(documents);
    expect((await api.as(member).get(`${base}/hotspots/${spot}/document`)).status).toBe(documents);
  });
});

/** A vector map with a dot for every event takes more bytes than one without. */
async function lengthOf(member: Member): Promise<number> {
  return ((await download(member, `/situations/${week.text}/document`)).body as Buffer).length;
}

async function noted(member: Member): Promise<{ subject_id: string; facts: object; count: number }[]> {
  return api.owner.query(
    `SELECT action, subject, subject_id, count, facts FROM audit
      WHERE municipality_code = $1 AND account_id = $2 AND action = 'export' ORDER BY at`,
    [Number(town.municipality.code), member.actor.accountId],
  );
}
