import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, type Member, startApi } from '../support/api.js';
import { type MeetingAnswer, Meetings } from '../support/meetings.js';
import { docxText, docxXml, part, pdfInfo, pdfText, plain, textOf } from '../support/papers.js';
import { readBack } from '../support/read-back.js';
import { week, type WeekTown, weekTown } from '../support/week-town.js';

let api: Api;
let town: WeekTown;
let coordinator: Member;
let landlord: Member;
let base: string;
let held: MeetingAnswer;

const view = { search: 'period=egen', from: week.firstDay, to: week.lastDay, bounds: [14, 58, 18, 61], layers: ['punkter'], filter: {} }; // prettier-ignore

beforeAll(async () => {
  api = await startApi();
  town = await weekTown(api);
  ({ coordinator, landlord, base } = town);
  const meetings = new Meetings(api, town.municipality, coordinator);
  held = await meetings.open({ title: 'Tisdagsmötet' });
  await meetings.note(held.id, held.items[2]!.id, { base: 0, text: 'Skolgården är orolig.' });
  await meetings.decide(held.id, 'Fler pass i parken', { view });
  await meetings.decide(held.id, 'Belysningen ses över', { registrationNumber: 'KS 2026/12' });
  await meetings.decide(held.id, 'Dolt arbete', { classification: 'may-be-secret', secrecyBasis: '18 kap. 1 § OSL' }); // prettier-ignore
  await meetings.post(`meetings/${held.id}/closing`, {}, 200);
}, 60_000);

afterAll(() => api.close());

function download(member: Member, path: string) {
  return api.as(member).get(`${base}/${path}`).responseType('blob');
}

const address = (format: string, audience: string) =>
  `meetings/${held.id}/document?format=${format}&audience=${audience}`;

describe('minnesanteckningar', () => {
  readBack('hold exactly the decisions that the audience gets, as PDF and as Word', async () => {
    for (const format of ['pdf', 'docx'] as const) {
      const read = async (audience: string) => {
        const answer = await download(coordinator, address(format, audience));
        expect([format, audience, answer.status]).toEqual([format, audience, 200]);
        return textOf(format, answer.body);
      };
      const [internal, cooperation, open] = [await read('internal'), await read('cooperation'), await read('public')];
      for (const text of [internal, cooperation, open]) {
        expect(text).toContain('Fler pass i parken');
        expect(text).toContain('Belysningen ses över. Dnr KS 2026/12.');
      }
      expect(internal).toContain('Dolt arbete. Kan omfattas av sekretess: 18 kap. 1 § OSL');
      expect(internal).toContain('Kartan när beslut 1 togs.');
      for (const text of [cooperation, open]) expect(text).not.toMatch(/Dolt arbete|OSL|Kartan när/);
      expect(cooperation).toContain('Skolgården är orolig.');
      expect(open).not.toContain('Skolgården');
      expect(open).not.toMatch(/händelser/);
    }
  });

  test('are tagged PDF/UA, and Word with its language, header rows and words for its pictures', async () => {
    const pdf = await download(coordinator, address('pdf', 'internal'));
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect((pdf.body as Buffer).toString('latin1')).toContain('pdfuaid:part');
    const docx = await download(coordinator, address('docx', 'internal'));
    expect(docx.headers['content-type']).toBe(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    );
    expect(docx.headers['content-disposition']).toMatch(/filename="minnesanteckningar-\d{4}-\d\d-\d\d\.docx"/);
    const body = docx.body as Buffer;
    expect(part(body, /^word\/styles\.xml$/).toString()).toContain('w:lang w:val="sv-SE"');
    const xml = docxXml(body);
    expect(xml).toContain('<w:tblHeader/>');
    expect(xml).toMatch(/descr="Kartan när beslut 1 togs\. Fler pass i parken"/);
    expect(xml).toMatch(/<w:pStyle w:val="Heading1"\/>/);
    expect(part(body, /^word\/media\/.*\.svg$/).toString()).toContain('<svg');
  });

  test('in the internal version are for those who keep meetings; each that is made is noted with its audience', async () => {
    expect((await download(landlord, address('pdf', 'internal'))).status).toBe(403);
    expect((await download(landlord, address('pdf', 'cooperation'))).status).toBe(200);
    const code = Number(base.split('/').at(-1));
    const rows: { audience: string; classification: string }[] = await api.owner.query(
      `SELECT DISTINCT audience, classification FROM document WHERE municipality_code = $1 AND kind = 'minutes' ORDER BY audience`,
      [code],
    );
    expect(rows).toContainEqual({ audience: 'internal', classification: 'may-be-secret' });
    expect(rows).toContainEqual({ audience: 'cooperation', classification: 'open' });
  });
});

describe('other documents', () => {
  readBack('the veckolägesbild as Word holds the words and figures of its PDF', async () => {
    const pdf = pdfText((await download(coordinator, `situations/${week.text}/document`)).body);
    const docx = docxText((await download(coordinator, `situations/${week.text}/document?format=docx`)).body);
    const { body } = await api.as(coordinator).get(`${base}/situations/${week.text}`);
    const { sentence, notices, areas } = body as { sentence: string; notices: string[]; areas: { name: string }[] };
    for (const wanted of [sentence, ...notices, ...areas.map(({ name }) => name)]) {
      expect(docx).toContain(plain(wanted));
      expect(pdf).toContain(plain(wanted));
    }
  });

  readBack('Inför helgen is one A4 with when, where and what has been decided, without secret decisions', async () => {
    const answer = await download(coordinator, `weekends/${new Date().toISOString().slice(0, 10)}/document`);
    expect(answer.status).toBe(200);
    expect(pdfInfo(answer.body)).toMatch(/Pages:\s+1\n/);
    const text = pdfText(answer.body);
    for (const wanted of ['Inför helgen', 'När', 'Var', 'Det händer i helgen', 'Beslut som gäller nu']) expect(text).toContain(wanted); // prettier-ignore
    expect(text).not.toContain('Dolt arbete');
  });
});
