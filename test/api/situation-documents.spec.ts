import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { newId } from '../../api/src/app/identifier.js';
import { type Api, type Member, startApi } from '../support/api.js';
import { codeOf, docxText, docxXml, part, pdfInfo, pdfText, plain, textOf } from '../support/papers.js';
import { readBack } from '../support/read-back.js';
import { week, type WeekTown, weekTown } from '../support/week-town.js';

let api: Api;
let town: WeekTown;
let coordinator: Member;
let landlord: Member;
let reader: Member;
let base: string;
const lastYear = String(new Date().getFullYear() - 1);
const month = week.firstDay.slice(0, 7);
const formats = ['pdf', 'docx'] as const;

jest.setTimeout(30_000);

beforeAll(async () => {
  api = await startApi();
  town = await weekTown(api);
  ({ coordinator, landlord, base } = town);
  reader = await town.municipality.member('reader');
}, 60_000);

afterAll(() => api.close());

function download(member: Member, path: string, language = 'sv', from = base) {
  return api.as(member).get(`${from}/${path}`).set('Accept-Language', language).responseType('blob');
}

async function read(member: Member, path: string, format: (typeof formats)[number], language = 'sv'): Promise<string> {
  const answer = await download(member, `${path}${path.includes('?') ? '&' : '?'}format=${format}`, language);
  expect([path, format, answer.status]).toEqual([path, format, 200]);
  return textOf(format, answer.body);
}

describe('the page of a longer lägesbild', () => {
  readBack(
    'holds the sentence and the figures of the API for a month, a tertial and a year, in both forms',
    async () => {
      for (const period of [month, lastYear]) {
        const { body } = await api.as(coordinator).get(`${base}/situations/${period}`);
        for (const format of formats) {
          const answer = await download(coordinator, `situations/${period}/document?format=${format}`);
          const text = format === 'pdf' ? pdfText(answer.body, '-layout') : docxText(answer.body);
          expect(text).toContain(plain(body.sentence));
          for (const { name, count } of body.areas) expect(text).toMatch(new RegExp(`${name}[^0-9]* ${count} `));
        }
      }
      const tertial = await download(coordinator, `situations/${lastYear}-T2/document`);
      expect(tertial.headers['content-disposition']).toBe(`attachment; filename="lagesbild-${lastYear}-T2.pdf"`);
      expect(pdfInfo(tertial.body)).toMatch(/Title:\s+Lägesbild, tertial 2 \d{4}, /);
      expect(pdfInfo(tertial.body)).toMatch(/Tagged:\s+yes/);
      expect(pdfInfo(tertial.body)).toMatch(/Pages:\s+1\n/);
      expect((tertial.body as Buffer).toString('latin1')).toMatch(/\/Lang\s*\(sv\)/);
    },
  );

  test('has its map in Word as a drawing and, for programs that cannot draw it, as a picture of the same shape', async () => {
    const { body } = await download(coordinator, `situations/${month}/document?format=docx`);
    expect(part(body, /^word\/media\/.*\.svg$/).toString()).toContain('<svg');
    const png = part(body, /^word\/media\/.*\.png$/);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(1100);
    expect(png.readUInt32BE(20)).toBeGreaterThan(500);
    expect(png.length).toBeGreaterThan(10_000);
  });

  test('of an unknown period, one to come and one of another municipality is refused in words', async () => {
    for (const [period, status] of [
      ['2026-13', 400],
      ['2026-T4', 400],
      ['nonsense', 400],
      ['2090', 422],
    ] as const)
      // prettier-ignore
      expect((await download(coordinator, `situations/${period}/document`)).status).toBe(status);
    const stranger = await (await api.municipality()).member('coordinator');
    expect((await download(stranger, `situations/${month}/document`)).status).toBe(404);
  });
});

describe('the working copy of a lägesbild', () => {
  readBack(
    'is marked as a draft on every page, with the text as it stands, in both forms and both languages',
    async () => {
      const address = `situations/${month}/editions/internal`;
      const text = 'Kvällarna har varit oroliga vid torget.\n– Ungdomar samlas vid bron\n– Ljuset är trasigt';
      const saved = await api.as(coordinator).put(`${base}/${address}/sections/amount`).set('If-Match', '"0"').send({ text }); // prettier-ignore
      expect(saved.status).toBe(200);
      for (const format of formats) {
        const copy = await read(coordinator, `${address}/document`, format);
        expect(copy).toMatch(/UTKAST \d+ \w+ \d{4}\. Inte godkänt/);
        expect(copy).toContain('Kvällarna har varit oroliga vid torget.');
        expect(copy).toContain('Ljuset är trasigt');
        expect(await read(coordinator, `${address}/document`, format, 'en')).toMatch(/DRAFT .* Not approved/);
      }
      const { body } = await download(coordinator, `${address}/document`);
      const pages = Number(/Pages:\s+(\d+)/.exec(pdfInfo(body))![1]);
      for (let page = 1; page <= pages; page++) expect(pdfText(body, '-f', `${page}`, '-l', `${page}`)).toContain('UTKAST'); // prettier-ignore
      expect(pdfInfo(body)).toMatch(/Tagged:\s+yes/);
      const xml = docxXml((await download(coordinator, `${address}/document?format=docx`)).body);
      expect(xml).toContain('<w:pStyle w:val="Heading2"/>');
      expect(xml).toContain('<w:numPr>');
    },
  );

  readBack(
    'of a year stands under the headings of the law; for the cooperation without places and silence',
    async () => {
      const internal = await read(coordinator, `situations/${lastYear}/editions/internal/document`, 'pdf');
      const cooperation = await read(coordinator, `situations/${lastYear}/editions/cooperation/document`, 'pdf');
      for (const text of [internal, cooperation])
        for (const heading of [
          'Kartläggning av brottsligheten, dess omfattning och konsekvenser',
          'Annan information av betydelse',
          'Analys',
        ])
          // prettier-ignore
          expect(text).toContain(heading);
      expect(internal).toContain('Platser där det upprepas');
      expect(cooperation).not.toMatch(/Platser där det upprepas|Vem som har rapporterat/);
    },
  );

  readBack(
    'for everybody is made of a tertial and a year alone, a month after, and holds what may be published',
    async () => {
      for (const period of [week.text, month]) {
        const answer = await download(coordinator, `situations/${period}/editions/public/document`);
        expect([answer.status, codeOf(answer.body)]).toEqual([422, 'public-period']);
      }
      const year = new Date().getFullYear();
      const early = await download(coordinator, `situations/${year}/editions/public/document`);
      expect([early.status, codeOf(early.body)]).toEqual([422, 'public-too-early']);
      for (const format of formats) {
        const text = await read(coordinator, `situations/${lastYear}/editions/public/document`, format);
        expect(text).toContain('publik');
        expect(text).not.toMatch(/Områdenas färg|Platser där det upprepas|När det händer|Metod/);
      }
      const secret = await download(coordinator, `situations/${lastYear}/editions/public/document?classification=may-be-secret`); // prettier-ignore
      expect(codeOf(secret.body)).toBe('public-is-open');
    },
  );

  test('is for those who write it, and each is noted with its audience', async () => {
    const address = `situations/${month}/editions/cooperation/document`;
    expect((await download(reader, address)).status).toBe(403);
    expect((await download(coordinator, address)).status).toBe(200);
    expect((await download(coordinator, `situations/${month}/editions/everybody/document`)).status).toBe(400);
    const rows: unknown[] = await api.owner.query(
      `SELECT 1 FROM document WHERE municipality_code = $1 AND kind = 'situation-draft' AND audience = 'cooperation' AND subject_id = $2`,
      [Number(town.municipality.code), month],
    );
    expect(rows).toHaveLength(1);
  });

  readBack('becomes an approved version as PDF and Word, with its number and no draft mark', async () => {
    const made = await api.as(coordinator).post(`${base}/situations/${month}/editions/cooperation/versions`).send({ after: 0, registrationNumber: 'KS 2026/77' }); // prettier-ignore
    expect(made.status).toBe(201);
    const id = (made.body as { id: string }).id;
    for (const format of formats) {
      const text = await read(reader, `situation-versions/${id}/document`, format);
      expect(text).toContain('version 1');
      expect(text).toContain('Dnr KS 2026/77');
      expect(text).toContain((made.body as { digest: string }).digest.slice(0, 20));
      expect(text).not.toContain('UTKAST');
    }
    expect((await download(reader, `situation-versions/${newId()}/document?format=docx`)).status).toBe(404);
  });
});

describe('the document of an åtgärdsplan', () => {
  const long = 'En mycket lång orsak som fortsätter länge, länge. '.repeat(5).slice(0, 290);

  async function plan(): Promise<string> {
    const organisations = (await api.as(coordinator).get(`${base}/organisations`)).body as { id: string; name: string }[]; // prettier-ignore
    const police = organisations.find(({ name }) => name === 'Polisen')!.id;
    const action = async (what: string, more: object = {}) => {
      const made = await api.as(coordinator).post(`${base}/actions`).send({ what, organisationId: police, ownerFunction: 'kommunpolis', due: '2027-03-15', ...more }); // prettier-ignore
      expect(made.status).toBe(201);
      return (made.body as { id: string }).id;
    };
    const open = await action('Fler pass i parken', { status: 'doing', grade: 'yellow', followUp: 'Antal kvällar' });
    const secret = await action('Dolt arbete mot nätverk', { classification: 'may-be-secret', secrecyBasis: '18 kap. 1 § OSL' }); // prettier-ignore
    const rows = [
      { problem: 'Mörkt vid bron', goal: 'Hälften så många händelser', actionId: open },
      { problem: 'Hemligt problem', goal: null, actionId: secret },
      { problem: long, goal: null, actionId: null },
    ];
    const made = await api.as(coordinator).post(`${base}/action-plans`).send({ title: 'Planen <b>2026</b> #let', periodFrom: '2026-01-01', periodTo: '2026-12-31', situationVersionId: null, rows }); // prettier-ignore
    expect(made.status).toBe(201);
    return (made.body as { id: string }).id;
  }

  readBack(
    'has the six columns, who and when, and lines to sign on; what may be secret falls out for others',
    async () => {
      const id = await plan();
      for (const format of formats) {
        const internal = await read(coordinator, `action-plans/${id}/document`, format);
        for (const words of [
          'Orsak',
          'Åtgärd',
          'Operativt mål',
          'När',
          'Vem',
          'Uppföljning',
          'Fler pass i parken',
          'Hälften så många händelser',
          'Polisen, kommunpolis',
          '15 mars 2027',
          'Pågår. Gul, delvis. Antal kvällar.',
          'Dolt arbete mot nätverk',
          'Ort och datum',
          'Underskrift',
          'Planen <b>2026</b> #let',
          'UTKAST',
          'Klass: kan omfattas av sekretess',
        ])
          // prettier-ignore
          expect(internal).toContain(words);
        for (const audience of ['cooperation', 'public']) {
          const text = await read(coordinator, `action-plans/${id}/document?audience=${audience}`, format);
          expect(text).toContain('Fler pass i parken');
          expect(text).not.toMatch(/Dolt arbete|Hemligt problem|OSL/);
          expect(text).toContain('En åtgärd som kan omfattas av sekretess visas inte här.');
          expect(text).toContain('Klass: öppen');
        }
        expect(await read(landlord, `action-plans/${id}/document`, format)).not.toMatch(/Dolt arbete|Hemligt problem/);
        expect(await read(coordinator, `action-plans/${id}/document`, format, 'en')).toContain('Operative goal');
      }
      const { body, headers } = await download(coordinator, `action-plans/${id}/document`);
      expect(pdfInfo(body)).toMatch(/Tagged:\s+yes/);
      expect(pdfInfo(body)).toMatch(/Page size:\s+841\.\d+ x 595/);
      expect(headers['content-disposition']).toMatch(/^attachment; filename="atgardsplan-\d{4}-\d\d-\d\d\.pdf"$/);
      expect(docxXml((await download(coordinator, `action-plans/${id}/document?format=docx`)).body)).toMatch(/w:orient="landscape"/); // prettier-ignore
    },
  );

  readBack('says who decided, when and with what number; and is not there for another municipality', async () => {
    const id = await plan();
    const decided = await api.as(coordinator).put(`${base}/action-plans/${id}/decision`).set('If-Match', '"1"').send({ decidedOn: '2026-03-03', decidedBy: 'Kommunstyrelsen', registrationNumber: 'KS 2026/9' }); // prettier-ignore
    expect(decided.status).toBe(200);
    const text = await read(coordinator, `action-plans/${id}/document`, 'pdf');
    expect(text).toContain('Beslutad av Kommunstyrelsen den 3 mars 2026, Dnr KS 2026/9.');
    expect(text).toContain('Dnr KS 2026/9');
    expect(text).not.toContain('UTKAST');
    expect((await download(coordinator, `action-plans/${newId()}/document`)).status).toBe(404);
    const other = await api.municipality();
    const stranger = await other.member('coordinator');
    const from = `/api/v1/municipalities/${other.code}`;
    expect((await download(stranger, `action-plans/${id}/document`, 'sv', from)).status).toBe(404);
    expect((await download(coordinator, `action-plans/${id}/document?audience=all`)).status).toBe(400);
    expect(codeOf((await download(coordinator, `action-plans/${id}/document?registrationNumber=19121212-1212`)).body)).toBe('personal-data-found'); // prettier-ignore
  });
});
