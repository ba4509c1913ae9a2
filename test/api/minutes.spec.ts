import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { canonical } from '../../api/src/analyses/canonical.js';
import { type Api, type Member, square, startApi, type TestMunicipality } from '../support/api.js';
import { type MeetingAnswer, Meetings } from '../support/meetings.js';

interface Minutes {
  readonly version: number;
  readonly digest: string;
  readonly versions: readonly { readonly version: number; readonly reason: string | null }[];
  readonly items: readonly { readonly id: string; readonly kind: string; readonly note: string; readonly lines: readonly { readonly text: string }[] }[];
  readonly decisions: readonly { readonly what: string; readonly viewId: string | null; readonly organisation: string; readonly due: string | null }[];
  readonly pictures: readonly string[];
  readonly colours: readonly { readonly area: string; readonly level: string }[];
  readonly next: object | null;
  readonly figuresShown: boolean;
} // prettier-ignore

let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let police: Member;
let landlord: Member;
let meetings: Meetings;
let held: MeetingAnswer;
let item: string;

const view = {
  search: 'period=egen',
  from: '2026-01-01',
  to: '2026-01-31',
  bounds: [16, 59, 17, 60],
  layers: ['punkter'],
  filter: {},
};

async function minutes(member: Member, version?: number): Promise<Minutes> {
  const answer = await api
    .as(member)
    .get(meetings.url(`meetings/${held.id}/minutes${version ? `?version=${version}` : ''}`));
  expect([answer.status, answer.status === 200 ? '' : answer.text]).toEqual([200, '']);
  return answer.body as Minutes;
}

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality('Protokollskommunen');
  coordinator = await municipality.member('coordinator');
  police = await municipality.member('police');
  landlord = await municipality.member('analyst', 'housing');
  meetings = new Meetings(api, municipality, coordinator);
  const areas = { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: square(300), properties: { name: 'Centrum' } }] };
  const made = await api.as(await municipality.member('administrator')).post(meetings.url('areas')).send({ areas });
  const areaId = (made.body as { features: { id: string }[] }).features[0]!.id;
  held = await meetings.open();
  item = held.items[3]!.id;
  await meetings.note(held.id, item, { base: 0, text: 'Polisen ser fler mopeder vid skolan.' });
  await meetings.decide(held.id, 'Fler pass i parken', { view, itemId: item });
  await meetings.decide(held.id, 'Spaning vid bron', { classification: 'may-be-secret', secrecyBasis: '18 kap. 1 § OSL', secrecyBy: 'kommunpolis' });
  await meetings.as(police).post(`meetings/${held.id}/pictures`, { text: 'Kända platser följs upp', keep: true }, 201);
  await meetings.as(police).post(`meetings/${held.id}/pictures`, { text: 'Sägs bara här', keep: false }, 201);
  const coloured = await api.as(coordinator).put(meetings.url(`meetings/${held.id}/areas/${areaId}`)).send({ level: 'raised', sentence: 'Oroligt vid torget.' });
  expect(coloured.status).toBe(200);
  await meetings.post(`meetings/${held.id}/closing`, {}, 200);
}, 60_000); // prettier-ignore

afterAll(() => api.close());

describe('the minutes', () => {
  test('hold exactly what was written, decided and set, with the frozen view', async () => {
    const kept = await minutes(coordinator);
    expect(kept.items.filter(({ note }) => note !== '')).toMatchObject([{ id: item, note: 'Polisen ser fler mopeder vid skolan.' }]); // prettier-ignore
    expect(kept.decisions.map(({ what, organisation, due }) => [what, organisation, due])).toEqual([
      ['Fler pass i parken', 'Polisen', '2027-01-15'],
      ['Spaning vid bron', 'Polisen', '2027-01-15'],
    ]);
    expect(kept.decisions[0]!.viewId).not.toBeNull();
    const picture = await api.as(coordinator).get(meetings.url(`views/${kept.decisions[0]!.viewId}/picture`));
    expect(picture.status).toBe(200);
    expect(kept.pictures).toEqual(['Kända platser följs upp']);
    expect(kept.colours).toEqual([{ area: 'Centrum', level: 'raised', sentence: 'Oroligt vid torget.' }]);
    expect(kept.figuresShown).toBe(true);
  });

  test('leave secret decisions, what the police told and figures of others’ rows out for whoever may not see them', async () => {
    const seen = await minutes(landlord);
    expect(seen.decisions.map(({ what }) => what)).toEqual(['Fler pass i parken']);
    expect(seen.pictures).toEqual([]);
    expect(seen.figuresShown).toBe(false);
    expect(seen.items.flatMap(({ lines }) => lines)).toEqual([]);
    expect(JSON.stringify(seen)).not.toMatch(/Spaning|Kända platser|Sägs bara/);
    const agenda = await api.as(landlord).get(meetings.url(`meetings/${held.id}/agenda`));
    expect(agenda.body).toMatchObject({ frozen: true, partial: true });
  });

  test('are put right as a new version with its reason; the old one stays as it was', async () => {
    const before = await minutes(coordinator);
    await meetings.post(`meetings/${held.id}/minutes`, { reason: 'Fel skola', notes: [{ itemId: item, text: 'Polisen ser fler mopeder vid Björkskolan.' }] }, 201); // prettier-ignore
    const after = await minutes(coordinator);
    expect(after.versions).toMatchObject([
      { version: 2, reason: 'Fel skola' },
      { version: 1, reason: null },
    ]);
    expect(after.items.find(({ id }) => id === item)!.note).toContain('Björkskolan');
    const old = await minutes(coordinator, 1);
    expect([old.digest, old.items]).toEqual([before.digest, before.items]);
    expect(after.digest).not.toBe(before.digest);
  });

  test('cannot be changed in the database by the application, and their digest is that of their content', async () => {
    const code = Number(municipality.code);
    for (const statement of [
      'UPDATE minutes SET reason = NULL WHERE municipality_code = $1',
      'DELETE FROM minutes WHERE municipality_code = $1',
      'DELETE FROM meeting_note WHERE municipality_code = $1',
      'UPDATE minutes_figures SET lines = NULL WHERE municipality_code = $1',
    ])
      // prettier-ignore
      await expect(api.sqlAs(coordinator.actor, statement, [code])).rejects.toThrow(/permission denied/);
    const rows: { content: object; content_digest: string }[] = await api.owner.query(
      `SELECT content, content_digest FROM minutes WHERE municipality_code = $1 AND meeting_id = $2`,
      [code, held.id],
    );
    expect(rows).toHaveLength(2);
    for (const row of rows)
      expect(createHash('sha256').update(canonical(row.content)).digest('hex')).toBe(row.content_digest);
  });

  test('are not there before the meeting has closed, in another municipality or to a reporter', async () => {
    const open = await meetings.open();
    const ask = (member: Member, id: string) => api.as(member).get(meetings.url(`meetings/${id}/minutes`));
    expect((await ask(coordinator, open.id)).body.code).toBe('meeting-not-closed');
    const stranger = await (await api.municipality('Granne')).member('coordinator');
    expect((await ask(stranger, held.id)).status).toBe(404);
    expect((await ask(await municipality.member('reporter'), held.id)).status).toBe(403);
    expect(
      (
        await api
          .as(landlord)
          .post(meetings.url(`meetings/${held.id}/closing`))
          .send({})
      ).status,
    ).toBe(403);
  });

  test('a closing that two ask for at once happens once', async () => {
    const open = await meetings.open();
    const both = await Promise.all([coordinator, police].map((member) => api.as(member).post(meetings.url(`meetings/${open.id}/closing`)).send({}))); // prettier-ignore
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
  });
});
