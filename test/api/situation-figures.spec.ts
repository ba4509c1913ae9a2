import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../api/src/app/identifier.js';
import { localDate } from '../../api/src/analysis/calendar.js';
import { toMetres } from '../../api/src/geo/projection.js';
import { periodAt, readPeriod } from '../../api/src/situation/period.js';
import { type Api, centre, type Member, square, startApi, type TestMunicipality } from '../support/api.js';
import { type Asked, compared, hours, repeated, sources, totals, weeks } from '../support/figure-sql.js';

let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let landlord: Member;
let root: string;

/** A run of numbers that is the same every time. */
function chances(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

const past = ['2020-W53', '2021-W01', '2024-W13', '2026-W13', '2025-W43', '2026-W43', '2026-02', '2026-03', '2025-10', '2026-T1', '2025-T3', '2020', '2025']; // prettier-ignore
const now = Date.now();
const running = (['week', 'month', 'tertial', 'year'] as const).map((kind) => periodAt(kind, now).text);

/**
 * Rows by local wall time, so that the clock changes, the turns of weeks and years and the intervals over midnight are
 * where they should be; several rows of one event, dismissed ones, ones outside, unplaced ones, dwellings and two sources.
 */
function rowsOf() {
  const chance = chances(2026);
  const rows: object[] = [];
  const add = (day: Date, minutes: number, more: object = {}) => {
    const police = chance() < 0.4;
    const at = new Date(day.getTime() + minutes * 60_000).toISOString().slice(0, 16);
    const key = chance() < 0.12 && rows.length > 0 ? (rows.at(-1) as { key: string }).key : newId();
    const precision = ['point', 'point', 'point', 'address', 'street', 'area', 'none'][Math.floor(chance() * 7)]!;
    rows.push({
      id: newId(),
      key,
      at,
      // From no time at all to more than a week, many of them over midnight.
      minutes: [null, 0, 45, 120, 480, 14_400][Math.floor(chance() * 6)],
      precision,
      east: precision === 'none' ? null : Math.floor(chance() * 6) * 40 - 100 + (chance() < 0.3 ? 2400 : 0),
      north: Math.floor(chance() * 4) * 45,
      police,
      category: ['SKAD', 'NARK', 'TRAF'][Math.floor(chance() * 3)],
      status: ['received', 'accepted', 'accepted', 'dismissed', 'asked'][Math.floor(chance() * 5)],
      outside: chance() < 0.06,
      dwelling: chance() < 0.1,
      ...more,
    });
  };
  const days = (from: string, to: string, step: number) => {
    for (let at = Date.parse(from); at <= Date.parse(to); at += step * 86_400_000)
      add(new Date(at), Math.floor(chance() * 96) * 15);
  };
  days('2019-11-04', localDate(now), 2);
  // Thick where the weeks turn: the hour before and after midnight, and the hours that come twice or never.
  for (const text of past.filter((each) => each.includes('W')))
    for (const back of [0, 364, 728]) {
      const { firstDay, lastDay } = readPeriod(text)!;
      const first = Date.parse(firstDay) - back * 86_400_000;
      const last = Date.parse(lastDay) - back * 86_400_000;
      for (const [day, minute] of [
        [first, 0],
        [first, -1],
        [first, -30],
        [last, 1439],
        [last, 150],
        [last, 130],
        [last + 86_400_000, 0],
      ] as const)
        // prettier-ignore
        for (let index = 0; index < 2; index++) add(new Date(day), minute);
    }
  return rows;
}

async function fill(): Promise<void> {
  const features = [['Centrum', 0], ['Hamnen', 2500], ['Skogen', -3500]].map(([name, east]) => ({
    type: 'Feature',
    properties: { name },
    geometry: square(1000, { x: centre.x + Number(east), y: centre.y }),
  })); // prettier-ignore
  const administrator = await municipality.member('administrator');
  const made = await api
    .as(administrator)
    .post(`${root}/areas`)
    .send({ areas: { type: 'FeatureCollection', features } });
  if (made.status !== 201) throw new Error(made.text);
  const { police, municipality: own } = municipality.organisations;
  await api.owner.query(
    `INSERT INTO incident (municipality_code, id, event_key, source, group_code, organisation_id, category_code, occurred_from, occurred_to,
                           location, precision, placement, outside, dwelling, status, area_id)
     SELECT $1::smallint, r.id, r.key, CASE WHEN police THEN 'police' ELSE 'report' END, CASE WHEN police THEN 'polis' ELSE 'kommun' END,
            CASE WHEN police THEN $3::uuid ELSE $4::uuid END, category, w.at, w.at + make_interval(mins => r.minutes), p.location, precision, 'tapped', outside, dwelling, status,
            (SELECT a.id FROM area a WHERE a.municipality_code = $1 AND ST_Intersects(a.geometry, p.location) LIMIT 1)
       FROM jsonb_to_recordset($2) AS r(id uuid, key text, at timestamp, minutes int, precision text, east int, north int, police boolean, category text, status text, outside boolean, dwelling boolean),
            LATERAL (SELECT r.at AT TIME ZONE 'Europe/Stockholm' AS at) w,
            LATERAL (SELECT ST_SetSRID(ST_MakePoint($5::float8 + east, $6::float8 + north), 3006) AS location) p`,
    [Number(municipality.code), JSON.stringify(rowsOf()), police, own, centre.x, centre.y],
  );
}

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  root = `/api/v1/municipalities/${municipality.code}`;
  coordinator = await municipality.member('coordinator');
  landlord = await municipality.member('analyst', 'housing');
  await fill();
}, 60_000);

afterAll(() => api.close());

function askedOf(text: string, who: Member): Asked {
  const { kind, firstDay, lastDay, to } = readPeriod(text)!;
  const isRunning = Date.now() < to;
  const last = isRunning ? localDate(Date.now()) : lastDay;
  return { code: Number(municipality.code), groups: who.actor.groups, kind, first: firstDay, last, running: isRunning };
}

interface Row {
  id?: string;
  code?: string;
  count: number;
  usual: { status: string; expected: number; low: number; high: number };
}

const flat = (key: string, { count, usual: { status, expected, low, high } }: Row) => ({ key, count, status, expected: Math.round(expected * 1e9), low, high }); // prettier-ignore
const byKey = (rows: { key: string }[]) => [...rows].sort((a, b) => (a.key < b.key ? -1 : 1));
const rounded = (rows: Awaited<ReturnType<typeof compared>>) => byKey(rows.map((row) => ({ ...row, expected: Math.round(row.expected * 1e9) }))); // prettier-ignore

async function agrees(text: string, who: Member): Promise<void> {
  const { status, body } = await api.as(who).get(`${root}/situations/${text}`);
  expect(status).toBe(200);
  const asked = askedOf(text, who);
  const { count, outside, withoutPlace, unreviewed, withoutArea } = body;
  expect({ count, outside, withoutPlace, unreviewed, withoutArea }).toEqual(await totals(api, asked));
  expect([flat('', body)]).toEqual(rounded(await compared(api, asked, null)));
  const areas = rounded(await compared(api, asked, 'area_id'));
  const shown = (body.areas as Row[]).map((row) => flat(row.id!, row));
  expect(byKey(shown.filter(({ key }) => areas.some((area) => area.key === key)))).toEqual(areas);
  expect(shown.filter(({ key }) => !areas.some((area) => area.key === key)).every((row) => row.count === 0)).toBe(true);
  const categories = rounded(await compared(api, asked, 'category_code')) as {
    count: number;
    status: string;
    key: string;
  }[];
  expect(byKey((body.categories as Row[]).map((row) => flat(row.code!, row)))).toEqual(
    categories.filter((row) => row.count > 0 || row.status === 'fewer'),
  );
  const named = [...(body.sources as { name: string; count: number }[])].sort((a, b) => (a.name < b.name ? -1 : 1));
  expect(named).toEqual(await sources(api, asked));
  const spread = await hours(api, asked);
  const gaps = spread.flatMap((day, at) => day.map((weight, hour) => Math.abs(weight - body.hours[at][hour])));
  // Told with two decimals.
  expect(gaps).toHaveLength(168);
  expect(Math.max(...gaps)).toBeLessThan(0.0051);
  expect((body.weeks as { monday: string; count: number }[]).map((week) => ({ monday: week.monday, count: week.count }))).toEqual(await weeks(api, asked)); // prettier-ignore
  const places = (body.repeatPlaces as { position: [number, number]; count: number; dates: number }[]).map(
    ({ position, count: events, dates }) => ({
      count: events,
      dates,
      x: Math.round(toMetres(position).x),
      y: Math.round(toMetres(position).y),
    }),
  );
  expect(places).toEqual(await repeated(api, asked));
}

describe('every figure of the lägesbild, counted again in SQL', () => {
  test.each(past)('is the same in %s', (text) => agrees(text, coordinator), 60_000);

  test.each(running)('is the same in %s, which is not over', (text) => agrees(text, coordinator), 60_000);

  test('is the same for a landlord, who may not see the police’s rows', () => agrees('2026-T1', landlord), 60_000);

  test('is nothing in a period without a report, and no period without its words', async () => {
    const { body } = await api.as(coordinator).get(`${root}/situations/2012-05`);
    expect(body).toMatchObject({ count: 0, usual: { status: 'first-year' }, repeatPlaces: [], clusters: null });
    expect(body.sentence).toMatch(/^Inga händelser rapporterades i maj 2012\./);
  });

  test('is asked for in vain of a period that is none or has not begun', async () => {
    const answer = async (text: string) => (await api.as(coordinator).get(`${root}/situations/${text}`)).body;
    expect(await answer('2026-W60')).toMatchObject({ status: 400, code: 'week-unknown' });
    expect(await answer('2026-13')).toMatchObject({ status: 400, code: 'period-unknown' });
    const next = await answer(String(new Date(now).getFullYear() + 1));
    expect(next).toMatchObject({ status: 422, code: 'period-to-come', title: 'Perioden har inte börjat' });
  });
});
