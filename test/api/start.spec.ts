import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Role } from '../../api/src/access/permission.js';
import { localTime, startOfDay } from '../../api/src/analysis/calendar.js';
import { newId } from '../../api/src/app/identifier.js';
import { weekAround } from '../../api/src/situation/situation.js';
import { cardsOfRole } from '../../api/src/start/start.js';
import type { StartBody } from '../../api/src/start/start.schema.js';
import { type Api, centre, type Member, positionAt, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let root: string;

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  root = `/api/v1/municipalities/${municipality.code}`;
}, 60_000);

afterAll(() => api.close());

async function start(who: Pick<Member, 'cookie'>, language = 'sv'): Promise<StartBody> {
  const answer = await api.as(who).get(`${root}/start`).set('Accept-Language', language);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body as StartBody;
}

const cardOf = (body: StartBody, id: string) => body.cards.find((card) => card.id === id)!;

describe('the start page', () => {
  test.each(Object.keys(cardsOfRole) as Role[])(
    'of a new municipality has every card that a %s needs, and none of them shouts for nothing',
    async (role) => {
      const { cards } = await start(await municipality.member(role));
      expect(cards.map(({ id }) => id)).toEqual(cardsOfRole[role]);
      for (const { id, figure, text, tone, items } of cards.filter(
        (card) => !['setup', 'week', 'law'].includes(card.id),
      )) {
        expect({ id, figure: figure ?? 0, items }).toEqual({ id, figure: 0, items: [] });
        expect({ id, tone }).toEqual({ id, tone: 'quiet' });
        expect(text).not.toBe('');
      }
    },
  );

  test('tells the reviewer how many reports wait and since when, and the reporter what became of them', async () => {
    const reporter = await municipality.member('reporter', 'housing');
    const coordinator = await municipality.member('coordinator');
    const report = { id: newId(), categoryCode: 'SKAD', occurredFrom: new Date().toISOString(), placement: 'workplace', position: positionAt(10, 10) }; // prettier-ignore
    const sent = await api.as(reporter).post(`${root}/incidents`).send(report);
    expect(sent.status).toBe(201);
    const inbox = cardOf(await start(coordinator), 'inbox');
    expect(inbox).toMatchObject({ figure: 1, tone: 'attention', page: 'review', text: 'Det äldsta kom in i dag.' });
    expect(cardOf(await start(coordinator, 'en'), 'inbox').text).toBe('The oldest is from today.');
    const mine = cardOf(await start(reporter), 'mine');
    expect(mine).toMatchObject({ figure: 1, tone: 'plain', page: 'mine' });
    expect(mine.items[0]!.text).toContain('granskas');
    expect(cardOf(await start(reporter), 'week').text).toBe('1 rapport från er den här veckan.');
  });

  test('tells whose day has passed, to the group and to the organisation that owns it', async () => {
    const coordinator = await municipality.member('coordinator');
    const police = await municipality.member('police');
    const body = { what: 'Laga belysningen', organisationId: municipality.organisations['police'], ownerFunction: 'kommunpolis', due: '2026-01-15' }; // prettier-ignore
    expect((await api.as(coordinator).post(`${root}/actions`).send(body)).status).toBe(201);
    expect(cardOf(await start(coordinator), 'overdue')).toMatchObject({
      figure: 1,
      tone: 'attention',
      page: 'actions',
      text: '1 beslut har passerat sin dag.',
      items: [{ text: 'Laga belysningen' }],
    });
    expect(cardOf(await start(police), 'own-actions')).toMatchObject({
      figure: 1,
      text: '1 är försenad.',
      page: 'actions',
      search: 'visa=mina',
    });
  });

  test('tells what the annual wheel asks to prepare, nearest first', async () => {
    const coordinator = await municipality.member('coordinator');
    const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    const add = (title: string, leadWeeks: number) =>
      api
        .as(coordinator)
        .post(`${root}/calendar-activities`)
        .send({ title, kind: 'activity', rule: { kind: 'once', from: soon, to: soon }, leadWeeks });
    expect((await add('Nattvandring', 3)).status).toBe(201);
    expect((await add('Sedan', 1)).status).toBe(201);
    const prepare = cardOf(await start(coordinator), 'prepare');
    expect(prepare).toMatchObject({ figure: 1, page: 'wheel' });
    expect(prepare.items).toMatchObject([{ text: 'Nattvandring', note: 'Om tio dagar' }]);
  });

  test('tells the organisation of a hot spot what is new in it, and when to be there today', async () => {
    const [coordinator, analyst] = [await municipality.member('coordinator'), await municipality.member('police')];
    const corners = [[0, 0], [200, 0], [200, 200], [0, 200], [0, 0]].map(([x, y]) => positionAt(3000 + x!, 3000 + y!)); // prettier-ignore
    const spot = await api.as(coordinator).post(`${root}/hotspots`).send({
      name: 'Parken',
      ownerOrganisationId: municipality.organisations['municipality'],
      ownerFunction: 'samordnare',
      polygon: { type: 'Polygon', coordinates: [corners] },
    }); // prettier-ignore
    expect(spot.status).toBe(201);
    const { id } = spot.body as { id: string };
    expect(cardOf(await start(coordinator), 'news')).toMatchObject({ figure: 0, tone: 'quiet' });
    const today = localTime(Date.now()).day;
    const rows = Array.from({ length: 24 }, (_, week) => ({
      id: newId(),
      at: new Date(startOfDay(today - 7 * (week + 1)) + 23 * 3_600_000 + 600_000).toISOString(),
    }));
    await api.owner.query(
      `INSERT INTO incident (municipality_code, id, event_key, source, group_code, organisation_id, category_code, occurred_from, location, precision, placement)
       SELECT $1::smallint, id, id::text, 'report', 'kommun', $3::uuid, 'SKAD', at, ST_SetSRID(ST_MakePoint($4, $5), 3006), 'point', 'tapped'
         FROM jsonb_to_recordset($2) AS r(id uuid, at timestamptz)`,
      [Number(municipality.code), JSON.stringify(rows), municipality.organisations['municipality'], centre.x + 3100, centre.y + 3100],
    ); // prettier-ignore
    const cards = await start(coordinator);
    expect(cardOf(cards, 'news')).toMatchObject({
      figure: 24,
      tone: 'attention',
      page: 'hotspot',
      subject: id,
      items: [{ text: 'Parken', note: '24 nya rapporter', page: 'hotspot', subject: id }],
    });
    const tonight = cardOf(cards, 'tonight');
    expect(tonight).toMatchObject({ figure: 1, tone: 'plain', page: 'hotspot', subject: id, search: 'flik=samtal' });
    expect(tonight.items).toMatchObject([
      { text: 'Parken', note: expect.stringMatching(/^\p{Lu}\p{Ll}+dag kl\. 2[0-3]–/u) },
    ]);
    // It is not theirs, so nothing is new to them; but they may go there.
    expect(cardOf(await start(analyst), 'news')).toMatchObject({ figure: 0 });
    expect(cardOf(await start(analyst), 'tonight')).toMatchObject({ figure: 1 });
  });

  test('tells how far the lägesbild of the last week has come, and what the law asks for and is missing', async () => {
    const coordinator = await municipality.member('coordinator');
    const reader = await municipality.member('reader');
    const { text: week, number } = weekAround(Date.now(), -1);
    const edition = `${root}/situations/${week}/editions/internal`;
    expect(cardOf(await start(coordinator), 'draft').tone).toBe('quiet');
    const written = await api.as(coordinator).put(`${edition}/sections/amount`).set('If-Match', '"0"').send({ text: 'Det var lugnt.' }); // prettier-ignore
    expect(written.status).toBe(200);
    expect(cardOf(await start(coordinator), 'draft')).toMatchObject({
      tone: 'attention',
      text: `Utkastet för vecka ${number} är redigerat men inte godkänt.`,
      page: 'situation',
      search: `period=${week}&visa=text`,
    });
    const approved = await api.as(coordinator).post(`${edition}/versions`).send({ after: 0, classification: 'open' });
    expect({ status: approved.status, text: approved.status === 201 ? '' : approved.text }).toEqual({ status: 201, text: '' }); // prettier-ignore
    expect(cardOf(await start(coordinator), 'draft')).toMatchObject({ tone: 'good', text: `Vecka ${number} är godkänd, version 1.` }); // prettier-ignore
    const before = cardOf(await start(reader), 'law');
    expect(before).toMatchObject({ page: 'law', items: { length: 4 } });
    expect((await api.as(coordinator).put(`${root}/law-check/coordinator`).send({ met: true })).status).toBe(200);
    expect(cardOf(await start(reader), 'law').figure).toBe(before.figure! - 1);
  });

  test('is one audited reading, and shows no neighbour anything', async () => {
    const coordinator = await municipality.member('coordinator');
    await start(coordinator);
    const [row]: { count: number }[] = await api.owner.query(
      `SELECT count FROM audit WHERE municipality_code = $1 AND subject = 'start' AND account_id = $2`,
      [Number(municipality.code), coordinator.actor.accountId],
    );
    expect(row).toEqual({ count: cardsOfRole.coordinator.length });
    const neighbour = await (await api.municipality('Grannkommunen')).member('coordinator');
    expect((await api.as(neighbour).get(`${root}/start`)).status).toBe(404);
  });
});
