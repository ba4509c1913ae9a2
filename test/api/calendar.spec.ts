import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { CalendarActivity, CalendarEntry, CalendarSuggestion } from '../../api/src/calendar/calendar.schema.js';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let root: string;

beforeAll(async () => {
  api = await startApi();
}, 60_000);

afterAll(() => api.close());

beforeEach(async () => {
  municipality = await api.municipality();
  coordinator = await municipality.member('coordinator');
  root = `/api/v1/municipalities/${municipality.code}`;
});

const beforeValborg = { kind: 'weekday-by', weekday: 3, side: 'before', feast: 'valborg' };
const once = { kind: 'once', from: '2026-08-21', to: '2026-08-23' };

async function add(body: object, who: Pick<Member, 'cookie'> = coordinator): Promise<CalendarActivity> {
  const answer = await api
    .as(who)
    .post(`${root}/calendar-activities`)
    .send({ kind: 'activity', ...body });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body as CalendarActivity;
}

async function between(from: string, to: string, more = ''): Promise<CalendarEntry[]> {
  const answer = await api.as(coordinator).get(`${root}/calendar?from=${from}&to=${to}${more}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body as CalendarEntry[];
}

const own = (entries: readonly CalendarEntry[]) => entries.filter(({ activityId }) => activityId !== null);
const say = (id: string, day: string, body: object) =>
  api.as(coordinator).put(`${root}/calendar-activities/${id}/occurrences/${day}`).send(body);

describe('the annual wheel', () => {
  test('tells what comes between two days: activities with both parties’ parts, school breaks and national days', async () => {
    const police = municipality.organisations['police']!;
    const parts = { police: 'Föreläser', municipality: 'Bjuder in vårdnadshavare', others: 'Föreningar' };
    await add({ title: 'Föreläsning', rule: beforeValborg, parts, organisationId: police, ownerFunction: 'kommunpolis', leadWeeks: 6, checklist: 'Boka aulan' }); // prettier-ignore
    await add({ title: 'Sportlov', kind: 'school-break', rule: { kind: 'weeks', week: 9 } });
    const entries = await between('2026-02-20', '2026-04-30');
    expect(entries.map(({ date, title, kind }) => `${date} ${title} ${kind}`)).toEqual([
      '2026-02-23 Sportlov school-break',
      '2026-04-03 Långfredagen national-day',
      '2026-04-04 Påskafton national-day',
      '2026-04-05 Påskdagen national-day',
      '2026-04-06 Annandag påsk national-day',
      '2026-04-29 Föreläsning activity',
      '2026-04-30 Valborgsmässoafton national-day',
    ]);
    expect(entries[5]).toMatchObject({
      endDate: '2026-04-29',
      ownerFunction: 'kommunpolis',
      organisationId: police,
      parts,
      recurring: true,
      ring: 'joint',
      prepareFrom: '2026-03-18',
      checklist: 'Boka aulan',
    });
    const reads: unknown[] = await api.owner.query(
      `SELECT count FROM audit WHERE municipality_code = $1 AND subject = 'calendar' AND action = 'read'`,
      [Number(municipality.code)],
    );
    expect(reads).toEqual([{ count: 7 }]);
  });

  test('is changed over the version that was read, taken away and brought back', async () => {
    const { id, version } = await add({ title: 'Nattvandring', rule: once });
    const path = `${root}/calendar-activities/${id}`;
    const put = (etag: string, title: string) =>
      api.as(coordinator).put(path).set('If-Match', etag).send({ title, kind: 'activity', rule: once });
    expect(version).toBe(1);
    expect((await put('"1"', 'Nattvandring i parken')).headers['etag']).toBe('"2"');
    expect((await put('"1"', 'För sent')).body.code).toBe('changed-by-someone-else');
    expect((await api.as(coordinator).delete(path)).status).toBe(204);
    expect(own(await between('2026-08-01', '2026-08-31'))).toEqual([]);
    expect((await api.as(coordinator).get(path)).status).toBe(404);
    for (let times = 0; times < 2; times++) {
      const back = await api.as(coordinator).post(`${path}/restoration`);
      expect(back.body).toMatchObject({ title: 'Nattvandring i parken' });
    }
    expect(own(await between('2026-08-01', '2026-08-31'))).toMatchObject([{ date: '2026-08-21', recurring: false }]);
    const deeds: { action: string }[] = await api.owner.query(
      `SELECT action FROM audit WHERE municipality_code = $1 AND subject = 'calendar_activity' ORDER BY id`,
      [Number(municipality.code)],
    );
    expect(deeds.map(({ action }) => action)).toEqual(['create', 'update', 'delete', 'update']);
  });

  test('moves, skips with a reason, adds and ticks single times, and takes it back', async () => {
    const rule = { kind: 'times', bound: 'at-least', count: 4, per: 'year', dates: [{ month: 3, day: 1 }, { month: 9, day: 1 }] }; // prettier-ignore
    const { id } = await add({ title: 'Nyhetsbrev', kind: 'communication', rule });
    expect((await say(id, '2026-03-01', { movedTo: '2026-03-10', status: 'done', note: 'Skickat till alla hushåll' })).status).toBe(200); // prettier-ignore
    expect((await say(id, '2026-09-01', { status: 'skipped' })).body.errors).toMatchObject([{ pointer: '/note', code: 'skip-reason-missing' }]); // prettier-ignore
    expect((await say(id, '2026-09-01', { status: 'skipped', note: 'Valrörelsen' })).status).toBe(200);
    expect((await say(id, '2026-11-11', { status: 'skipped', note: 'Finns inte' })).body.code).toBe('no-such-occurrence'); // prettier-ignore
    expect((await say(id, '2026-11-20', {})).status).toBe(200);
    const told = (entries: CalendarEntry[]) => own(entries).map(({ date, status, added, movedFrom }) => ({ date, status, added, movedFrom })); // prettier-ignore
    const done = { date: '2026-03-10', status: 'done', added: false, movedFrom: '2026-03-01' };
    const extra = { date: '2026-11-20', status: 'planned', added: true, movedFrom: null };
    const skipped = { date: '2026-09-01', status: 'skipped', added: false, movedFrom: null };
    expect(told(await between('2026-01-01', '2026-12-31'))).toEqual([done, extra]);
    expect(told(await between('2026-01-01', '2026-12-31', '&skipped=true'))).toEqual([done, skipped, extra]);
    for (const day of ['2026-03-01', '2026-09-01', '2026-11-20'])
      expect((await api.as(coordinator).delete(`${root}/calendar-activities/${id}/occurrences/${day}`)).status).toBe(200); // prettier-ignore
    expect(told(await between('2026-01-01', '2026-12-31')).map(({ date }) => date)).toEqual(['2026-03-01', '2026-09-01']); // prettier-ignore
  });

  test('says a rule in words with three years’ days before anything is saved, in the reader’s language', async () => {
    const ask = (language: string) =>
      api
        .as(coordinator)
        .post(`${root}/calendar-previews`)
        .set('Accept-Language', language)
        .send({ rule: beforeValborg, fromYear: 2026 });
    expect((await ask('sv')).body.sentence).toBe(
      'onsdagen före valborgsmässoafton: 29 april 2026, 28 april 2027, 26 april 2028',
    );
    expect((await ask('en')).body.words).toBe('the Wednesday before Walpurgis Night');
    expect((await api.as(coordinator).get(`${root}/calendar-activities`)).body).toEqual([]);
  });

  test('starts with suggestions that are taken or left; school weeks are asked for', async () => {
    const codes = ['valborg', 'tryggvedagen', 'lonehelg'];
    const path = `${root}/calendar-suggestions`;
    const state = (body: CalendarSuggestion[], code: string) => body.find((one) => one.code === code)!.state;
    const asked = await api
      .as(coordinator)
      .post(`${path}/taken`)
      .send({ codes: ['valborg', 'sportlov'] });
    expect(asked.body.errors).toMatchObject([{ pointer: '/codes/1', code: 'suggestion-asks' }]);
    for (let times = 0; times < 2; times++) {
      const taken = await api.as(coordinator).post(`${path}/taken`).send({ codes });
      expect(codes.map((code) => state(taken.body, code))).toEqual(['taken', 'taken', 'taken']);
    }
    await add({ title: 'Sportlov', kind: 'school-break', rule: { kind: 'weeks', week: 8 }, suggestion: 'sportlov' });
    const left = await api.as(coordinator).put(`${path}/midsommar/left`);
    expect(['sportlov', 'midsommar', 'lucia'].map((code) => state(left.body, code))).toEqual(['taken', 'left', 'open']);
    expect(state((await api.as(coordinator).delete(`${path}/midsommar/left`)).body, 'midsommar')).toBe('open');
    const listed: CalendarActivity[] = (await api.as(coordinator).get(`${root}/calendar-activities`)).body;
    expect(listed.map(({ title }) => title)).toEqual(['Riskhelg efter lön', 'Sportlov', 'Tryggvedagen', 'Valborg']);
  });

  test('is read by those who plan and changed by coordinator and police; no neighbour sees it', async () => {
    const { id } = await add({ title: 'Lucia', rule: { kind: 'feast', feast: 'lucia' } });
    const path = `${root}/calendar-activities`;
    const reads = await Promise.all(
      (['coordinator', 'police', 'analyst', 'reader', 'administrator', 'reporter'] as const).map(async (role) => {
        const who = await municipality.member(role);
        return [(await api.as(who).get(path)).status, (await api.as(who).post(path).send({ title: 'Ny', kind: 'activity', rule: once })).status]; // prettier-ignore
      }),
    );
    expect(reads).toEqual([[200, 201], [200, 201], [200, 403], [200, 403], [200, 403], [403, 403]]); // prettier-ignore
    const other = await api.municipality('Grannkommunen');
    const neighbour = await other.member('coordinator');
    expect((await api.as(neighbour).get(`/api/v1/municipalities/${other.code}/calendar-activities/${id}`)).status).toBe(404); // prettier-ignore
  });

  test.each([
    [{ rule: { kind: 'date', month: 2, day: 30 } }, '/rule/day', 'no-such-day'],
    [{ rule: { kind: 'once', from: '2026-05-02', to: '2026-05-01' } }, '/rule/to', 'period-order'],
    [{ rule: { kind: 'once', from: '1989-12-31', to: '1990-01-01' } }, '/rule/from', 'year-outside'],
    [{ rule: { kind: 'weeks', week: 54 } }, '/rule/week', 'too-big'],
    [{ rule: { kind: 'weekday-by', weekday: 3, side: 'before' } }, '/rule/feast', 'missing'],
    [{ rule: { kind: 'times', bound: 'at-least', count: 4, dates: [{ month: 2, day: 31 }] } }, '/rule/dates/0/day', 'no-such-day'], // prettier-ignore
    [{ title: 'Ring 070-174 06 05', rule: once }, '/title', 'personal-data-found'],
    [{ parts: { police: 'mejla a.b@example.org' }, rule: once }, '/parts/police', 'personal-data-found'],
    [{ organisationId: '01890000-0000-7000-8000-000000000000', rule: once }, '/organisationId', 'unknown-organisation'],
    [{ firstYear: 2027, lastYear: 2026, rule: once }, '/lastYear', 'period-order'],
  ])('refuses %j at its field', async (body, pointer, code) => {
    const sent = { title: 'Prov', kind: 'activity', ...body };
    const answer = await api.as(coordinator).post(`${root}/calendar-activities`).send(sent);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body.errors).toMatchObject([{ pointer, code }]);
  });

  test('stands in a subscribed calendar, without the national days that every calendar has', async () => {
    await add({ title: 'Tryggvedagen', rule: { kind: 'feast', feast: 'lucia' } });
    const feed = await api.as(coordinator).post(`${root}/calendar-feed`);
    const path = feed.body.path as string;
    const { text } = await api.as(null).get(path);
    expect(text).toContain('SUMMARY:Tryggvedagen');
    expect(text).not.toContain('Luciadagen');
  });

  test('answers for three years at most, in order, and between 1990 and 2100', async () => {
    const ask = async (from: string, to: string) =>
      (await api.as(coordinator).get(`${root}/calendar?from=${from}&to=${to}`)).body.errors?.[0]?.code as string;
    expect(await ask('2026-01-01', '2029-12-31')).toBe('span-too-long');
    expect(await ask('2026-02-01', '2026-01-01')).toBe('period-order');
    expect(await ask('2101-01-01', '2101-02-01')).toBe('year-outside');
    expect(own(await between('2100-01-01', '2100-12-31'))).toEqual([]);
    expect((await between('2100-12-24', '2100-12-31')).map(({ date }) => date)).toHaveLength(4);
  });
});
