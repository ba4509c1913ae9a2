import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Role } from '../../api/src/access/permission.js';
import { newId } from '../../api/src/app/identifier.js';
import { cardsOfRole } from '../../api/src/start/start.js';
import type { StartBody } from '../../api/src/start/start.schema.js';
import { type Api, type Member, positionAt, startApi, type TestMunicipality } from '../support/api.js';

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
      for (const { id, figure, text, tone, items } of cards.filter((card) => !['setup', 'week'].includes(card.id))) {
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
    expect(cardOf(await start(coordinator, 'en'), 'inbox').text).toBe('The oldest came in today.');
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
      text: '1 beslut har passerat sin dag.',
      items: [{ text: 'Laga belysningen' }],
    });
    expect(cardOf(await start(police), 'own-actions')).toMatchObject({ figure: 1, text: '1 är försenad.' });
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
