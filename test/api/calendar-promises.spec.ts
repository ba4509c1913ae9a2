import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CalendarActivity, CalendarEntry } from '../../api/src/calendar/calendar.schema.js';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';

/**
 * The recurring work of three real promise documents, as facts: what Österåker, Kungsör and Lund wrote that they do each
 * year, entered as their coordinator would and read again. Wordings are our own.
 */

let api: Api;

beforeAll(async () => {
  api = await startApi();
}, 60_000);

afterAll(() => api.close());

interface Town {
  readonly root: string;
  readonly coordinator: Member;
  readonly municipality: TestMunicipality;
}

async function town(name: string): Promise<Town> {
  const municipality = await api.municipality(name);
  const root = `/api/v1/municipalities/${municipality.code}`;
  return { root, coordinator: await municipality.member('coordinator'), municipality };
}

async function enter({ root, coordinator }: Town, activities: readonly object[]): Promise<void> {
  for (const activity of activities) {
    const answer = await api.as(coordinator).post(`${root}/calendar-activities`).send(activity);
    if (answer.status !== 201) throw new Error(answer.text);
  }
}

const said = async ({ root, coordinator }: Town): Promise<CalendarActivity[]> =>
  (await api.as(coordinator).get(`${root}/calendar-activities`)).body;
const days = async ({ root, coordinator }: Town, from: string, to: string): Promise<CalendarEntry[]> =>
  ((await api.as(coordinator).get(`${root}/calendar?from=${from}&to=${to}`)).body as CalendarEntry[]).filter(
    ({ activityId }) => activityId !== null,
  );

const both = { police: 'Deltar', municipality: 'Ordnar', others: null };
const undated = (when: string) => ({ kind: 'undated', when });

const osteraker = [
  { title: 'Medborgardialoger', kind: 'activity', parts: both, rule: undated('ongoing') },
  { title: 'Arbete i skolorna', kind: 'activity', parts: both, rule: undated('ongoing') },
  { title: 'Kampanj före Valborg', kind: 'activity', parts: both, rule: { kind: 'weeks', week: 17, toWeek: 18, weekday: null } },
  { title: 'Kampanj före skolavslutningen', kind: 'activity', parts: both, rule: { kind: 'weeks', week: 23, toWeek: 24, weekday: null } },
  { title: 'Riskhelger', kind: 'risk-weekend', parts: both, rule: { kind: 'after-day', months: [], day: 25, weekday: 5, pay: true, days: 2 } },
  { title: 'Föreläsning före Valborg', kind: 'activity', parts: both, rule: { kind: 'weekday-by', weekday: 3, side: 'before', feast: 'valborg', month: null, day: null, days: 1 } },
  { title: 'Tryggvedagen', kind: 'activity', parts: both, rule: { kind: 'weekday-by', weekday: 6, side: 'nearest', feast: null, month: 9, day: 25, days: 1 } },
  { title: 'En vecka fri från våld', kind: 'activity', parts: both, rule: { kind: 'weeks', week: 47, toWeek: null, weekday: null } },
  { title: 'Brottsofferdagen', kind: 'activity', parts: both, rule: { kind: 'date', month: 2, day: 22, toMonth: null, toDay: null } },
  { title: 'Grannsamverkan och båtsamverkan', kind: 'activity', parts: { ...both, others: 'Föreningarna' }, rule: undated('ongoing') },
  { title: 'Nyhetsbrev', kind: 'communication', parts: both, rule: { kind: 'times', bound: 'at-least', count: 4, per: 'year', dates: [] } },
  { title: 'Digitala kurser', kind: 'communication', parts: both, rule: undated('not-set') },
  { title: 'Fysiska möten', kind: 'communication', parts: both, rule: undated('not-set') },
  { title: 'Utvärdering, berättad på webben, i sociala medier och lokaltidningen', kind: 'communication', parts: both, rule: undated('ongoing') },
]; // prettier-ignore

const kungsor = [
  { title: 'Samverkan om skolmiljön', kind: 'activity', parts: both, rule: undated('ongoing'), firstYear: 2020, lastYear: 2020 },
  { title: 'Aktiviteter i skolan', kind: 'activity', parts: both, rule: undated('when-needed'), firstYear: 2020, lastYear: 2020 },
  { title: 'Strategiskt möte på ledningsnivå', kind: 'activity', parts: both, rule: { kind: 'times', bound: 'at-least', count: 1, per: 'year', dates: [] }, firstYear: 2020, lastYear: 2020 },
]; // prettier-ignore

const lund = [
  { title: 'Samverkansmöte om stationen', kind: 'activity', parts: { ...both, others: 'Stationens ägare' }, rule: { kind: 'times', bound: 'about', count: 1, per: 'month', dates: [] }, firstYear: 2015, lastYear: 2015 },
  { title: 'Höstkampanj om att synas i mörkret', kind: 'communication', parts: both, rule: { kind: 'times', bound: 'exactly', count: 1, per: 'year', dates: [{ month: 10, day: 15 }] }, firstYear: 2015, lastYear: 2015 },
]; // prettier-ignore

describe.each([
  ['Österåker', osteraker],
  ['Kungsör', kungsor],
  ['Lund', lund],
])('what %s does every year', (name, activities) => {
  test('is entered and comes out again without loss', async () => {
    const place = await town(name);
    await enter(place, activities);
    const found = await said(place);
    expect(found).toHaveLength(activities.length);
    for (const activity of activities)
      expect(found.find(({ title }) => title === activity.title)).toMatchObject(activity);
  });
});

test('Österåker’s days fall where a person would put them, in any year', async () => {
  const place = await town('Österåker');
  await enter(place, osteraker);
  const of2026 = await days(place, '2026-01-01', '2026-12-31');
  const named = (title: string) => of2026.filter((one) => one.title === title).map(({ date, endDate }) => (date === endDate ? date : `${date}/${endDate}`)); // prettier-ignore
  expect(named('Föreläsning före Valborg')).toEqual(['2026-04-29']);
  expect(named('Tryggvedagen')).toEqual(['2026-09-26']);
  expect(named('Brottsofferdagen')).toEqual(['2026-02-22']);
  expect(named('En vecka fri från våld')).toEqual(['2026-11-16/2026-11-22']);
  expect(named('Kampanj före Valborg')).toEqual(['2026-04-20/2026-05-03']);
  expect(named('Riskhelger')).toHaveLength(12);
  const words = new Map((await said(place)).map(({ title, words: rule }) => [title, rule]));
  expect(words.get('Nyhetsbrev')).toBe('minst 4 gånger om året');
  expect(words.get('Medborgardialoger')).toBe('löpande under året');
});

test('Österåker’s newsletters are counted as they are sent, against four a year', async () => {
  const place = await town('Österåker');
  await enter(place, osteraker);
  const letter = (await said(place)).find(({ title }) => title === 'Nyhetsbrev')!;
  const year = new Date().getFullYear();
  const path = `${place.root}/calendar-activities/${letter.id}/occurrences`;
  for (const day of [`${year}-02-15`, `${year}-05-15`])
    expect((await api.as(place.coordinator).put(`${path}/${day}`).send({ status: 'done' })).status).toBe(200);
  const planned = await api.as(place.coordinator).put(`${path}/${year}-12-28`).send({});
  expect(planned.body.times).toEqual({ year, done: 2, planned: 1, wanted: 4 });
});

test('Lund’s monthly meeting with the station’s owner is about twelve a year, and ends with the agreement', async () => {
  const place = await town('Lund');
  await enter(place, lund);
  expect((await days(place, '2015-01-01', '2015-12-31')).map(({ date }) => date)).toEqual(['2015-10-15']);
  expect(await days(place, '2016-01-01', '2016-12-31')).toEqual([]);
  const meeting = (await said(place)).find(({ title }) => title.startsWith('Samverkansmöte'))!;
  expect(meeting).toMatchObject({ words: 'ungefär 1 gång i månaden', ring: 'joint', times: { wanted: 12 } });
});
