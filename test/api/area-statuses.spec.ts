import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../api/src/app/identifier.js';
import { weekAround } from '../../api/src/situation/situation.js';
import { type Api, type Member, startApi } from '../support/api.js';
import { week, weekTown } from '../support/week-town.js';

const next = weekAround(week.from, 1);
const tooFar = weekAround(Date.now(), 2);

interface Status {
  areaId: string;
  name: string;
  level: string | null;
  sentence: string | null;
  carried: boolean;
  version: number;
  decidedWeek: string | null;
  count: number | null;
  usual: { status: string; expected: number } | null;
  weeks: { week: string; level: string | null }[];
}

let api: Api;
let coordinator: Member;
let reader: Member;
let landlord: Member;
let base: string;
let centre: string;

beforeAll(async () => {
  api = await startApi();
  const town = await weekTown(api);
  ({ coordinator, base, landlord } = town);
  reader = await town.municipality.member('reader');
  centre = (await statuses(week.text)).find(({ name }) => name === 'Centrum')!.areaId;
}, 60_000);

afterAll(() => api.close());

async function statuses(text: string, who = coordinator): Promise<Status[]> {
  const { status, body } = await api.as(who).get(`${base}/area-statuses?week=${text}`);
  expect(status).toBe(200);
  return (body as { areas: Status[] }).areas;
}

const put = (body: object, { text = week.text, area = centre, who = coordinator } = {}) =>
  api.as(who).put(`${base}/area-statuses/${text}/${area}`).send(body);

describe('the colours of the areas', () => {
  test('begin as nothing: nobody has judged, and the reports of the week stand beside', async () => {
    const areas = await statuses(week.text);
    expect(areas).toMatchObject([
      {
        name: 'Centrum',
        level: null,
        carried: false,
        version: 0,
        count: 8,
        usual: { status: 'as-usual', expected: 6 },
      },
      { name: 'Hamnen', level: null, count: 4 },
    ]);
    expect(areas[0]!.weeks.map((each) => each.week)).toEqual(
      Array.from({ length: 12 }, (_, index) => weekAround(week.from, index - 11).text),
    );
  });

  test('are set with a sentence, carried to the weeks after, and every one that stood before is kept', async () => {
    const first = await put({ level: 'raised', sentence: 'Fler samlas vid torget sedan skolstart.' });
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ level: 'raised', version: 1, carried: false, by: 'Kommunens förvaltningar' });
    const second = await put({ level: 'serious' });
    expect(second.body).toMatchObject({ level: 'serious', sentence: null, version: 2 });
    const after = (await statuses(next.text)).find(({ areaId }) => areaId === centre)!;
    expect(after).toMatchObject({ level: 'serious', carried: true, version: 0, decidedWeek: week.text });
    expect(after.weeks.slice(-3).map(({ level }) => level)).toEqual([null, 'serious', 'serious']);
    const { body } = await api.as(reader).get(`${base}/area-statuses/${centre}/history`);
    expect(body).toMatchObject([
      { level: 'serious', version: 2, week: week.text },
      { level: 'raised', version: 1, sentence: 'Fler samlas vid torget sedan skolstart.' },
    ]);
  });

  test('are given in a meeting that is here, or in none', async () => {
    const answer = await put({ level: 'raised', meetingId: newId() });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ pointer: '/meetingId', code: 'unknown-meeting' }]);
  });

  test('that two set at once are both kept, one after the other', async () => {
    const answers = await Promise.all([put({ level: 'normal' }, { text: next.text }), put({ level: 'raised' }, { text: next.text })]); // prettier-ignore
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { body } = await api.as(coordinator).get(`${base}/area-statuses/${centre}/history`);
    expect(body.filter((one: { week: string }) => one.week === next.text).map((one: { version: number }) => one.version).sort()).toEqual([1, 2]); // prettier-ignore
  });

  test('show a landlord the colour and only the reports that he may see', async () => {
    const [own] = await statuses(week.text, landlord);
    expect(own).toMatchObject({ name: 'Centrum', level: 'serious' });
    expect(own!.count).toBeLessThan(8);
  });

  test('are refused for the next week but one, a week that is none, a foreign area and a personnummer', async () => {
    expect((await put({ level: 'normal' }, { text: tooFar.text })).body).toMatchObject({ code: 'week-to-come' });
    expect((await put({ level: 'normal' }, { text: '2026-W60' })).body).toMatchObject({ code: 'week-unknown' });
    const other = await weekTown(api);
    const foreign = (await api.as(other.coordinator).get(`${other.base}/area-statuses`)).body.areas[0].areaId as string;
    expect((await put({ level: 'normal' }, { area: foreign })).status).toBe(404);
    expect((await put({ level: 'normal' }, { area: 'municipality' })).status).toBe(404);
    const named = await put({ level: 'normal', sentence: 'Prata med 19811218-9876 vid torget' });
    expect(named.body).toMatchObject({ status: 422, code: 'personal-data-found' });
    expect((await put({ level: 'normal' }, { who: reader })).status).toBe(403);
    expect((await put({ level: 'red' })).status).toBe(400);
  });

  test('of a municipality without areas is one, for all of it', async () => {
    const municipality = await api.municipality('Ödebygd');
    const own = await municipality.member('police');
    const root = `/api/v1/municipalities/${municipality.code}`;
    const set = await api.as(own).put(`${root}/area-statuses/${week.text}/municipality`).send({ level: 'normal' });
    expect(set.body).toMatchObject({ areaId: 'municipality', name: 'Ödebygd', level: 'normal', version: 1 });
    const { body } = await api.as(own).get(`${root}/area-statuses?week=${week.text}`);
    expect(body.areas).toMatchObject([{ areaId: 'municipality', level: 'normal', count: 0, usual: { status: 'first-year' } }]); // prettier-ignore
  });
});
