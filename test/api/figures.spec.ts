import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fillTown, type TownEvent } from '../support/analysed-town.js';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';
import type { FigureSetBody, FiguresBody } from '../../api/src/figures/figure.schema.js';

let api: Api;
let municipality: TestMunicipality;
let root: string;
let coordinator: Member;
let guard: Member;

const day = (daysAgo: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(Date.now() - daysAgo * 86_400_000);

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  root = `/api/v1/municipalities/${municipality.code}`;
  coordinator = await municipality.member('coordinator');
  guard = await municipality.member('analyst', 'guard');
  const events: TownEvent[] = Array.from({ length: 600 }, (_, at) => ({
    daysAgo: 1 + ((at * 37) % 900),
    x: ((at * 7919) % 4000) - 2000,
    y: ((at * 104_729) % 4000) - 2000,
    police: at % 3 === 0,
    category: ['SKAD', 'BRAND', 'TRAF'][at % 3 === 1 ? at % 2 : 2]!,
    precision: at % 50 === 0 ? 'area' : 'point',
  }));
  const busy = Array.from({ length: 25 }, (_, at) => ({ daysAgo: 2 + at, x: 1510 + at, y: 1510, police: false }));
  await fillTown(api, municipality, [...events, ...busy]);
}, 60_000);

afterAll(() => api.close());

async function figures(query: string, as = coordinator): Promise<FiguresBody> {
  const answer = await api.as(as).get(`${root}/figures?${query}`);
  expect({ query, status: answer.status, body: answer.body.code }).toEqual({ query, status: 200, body: undefined });
  return answer.body as FiguresBody;
}

async function listed(query: string, as = coordinator): Promise<{ events: number; reports: number }> {
  const events = await api.as(as).get(`${root}/events?${query}`);
  if (as === guard) return { events: events.body.total, reports: events.body.total };
  const list = await api.as(as).get(`${root}/incidents?${query}`);
  return { events: events.body.total, reports: list.body.total };
}

const sum = (counts: readonly { readonly events: number }[]) => counts.reduce((all, { events }) => all + events, 0);

describe('every figure', () => {
  const queries = () => ['', `from=${day(365)}&to=${day(0)}`, `from=${day(90)}&to=${day(1)}&category=SKAD,TRAF`];

  test('adds up to the events of the list, whatever it is divided by', async () => {
    for (const query of queries()) {
      const set = await figures(query);
      const { events, reports } = await listed(query);
      expect({ events: set.totals.events, reports: set.totals.reports }).toEqual({ events, reports });
      for (const counts of [set.weeks, set.categories, set.sources, set.severities, set.organisations, set.areas])
        expect(sum(counts)).toBe(events);
      if (set.days.length > 0) expect(sum(set.days)).toBe(events);
      expect(set.hours.flat().reduce((all, weight) => all + weight, 0)).toBeCloseTo(events, 0);
    }
  });

  test('opens as a list of exactly as many events', async () => {
    const dates = `from=${day(365)}&to=${day(0)}`;
    const set = await figures(dates);
    const same = async (query: string, events: number) =>
      expect({ query, ...(await listed(`${dates}&${query}`)) }).toMatchObject({ query, events });
    expect(set.places[0]!.events).toBeGreaterThanOrEqual(25);
    for (const { drawn, events } of set.places) await same(`drawn=${drawn}`, events);
    for (const { code, events } of set.categories) await same(`category=${code}`, events);
    for (const { source, events } of set.sources) await same(`source=${source}`, events);
    for (const { organisationId, events } of set.organisations) await same(`organisation=${organisationId}`, events);
    const { date, events: onDay } = set.days.find(({ events }) => events > 0)!;
    expect((await listed(`from=${date}&to=${date}`)).events).toBe(onDay);
    const busiest = set.hours.flatMap((hours, weekday) => hours.map((weight, hour) => ({ weight, weekday, hour })));
    const { weight, weekday, hour } = busiest.toSorted((a, b) => b.weight - a.weight)[0]!;
    await same(`weekday=${weekday + 1}&hour=${hour}`, Math.round(weight));
  });

  test('of whoever may not see police rows holds none of them', async () => {
    const set = await figures('', guard);
    expect(set.totals.events).toBe((await listed('', guard)).events);
    expect(set.sources.map(({ source }) => source)).not.toContain('police');
    expect(set.organisations.map(({ organisationId }) => organisationId)).not.toContain(
      municipality.organisations['police'],
    );
  });
});

describe('two periods', () => {
  test('are compared per day, with an interval, and a small number is said to be too few', async () => {
    const { compared } = await figures(`from=${day(30)}&to=${day(1)}&compareFrom=${day(90)}&compareTo=${day(31)}`);
    const before = (await listed(`from=${day(90)}&to=${day(31)}`)).events;
    const now = (await listed(`from=${day(30)}&to=${day(1)}`)).events;
    expect(compared!.difference).toMatchObject({ now, before, neededMore: 0, status: 'more' });
    expect(compared!.difference.ratio).toBeCloseTo(now / 30 / (before / 60), 6);
    expect(compared!.difference.low).toBeLessThan(compared!.difference.ratio!);
    expect(compared!.difference.high!).toBeGreaterThan(compared!.difference.ratio!);
    expect(compared!.period.totals.events).toBe(before);
    const few = await figures(`from=${day(2)}&to=${day(1)}&compareFrom=${day(4)}&compareTo=${day(3)}`);
    expect(few.compared!.difference.status).toBe('too-few');
    expect(few.compared!.difference.neededMore).toBeGreaterThan(0);
  });

  test('of which one is missing, or ends before it begins, are refused', async () => {
    const faultOf = async (query: string) => {
      const answer = await api.as(coordinator).get(`${root}/figures?${query}`);
      return [answer.status, answer.body.errors?.[0]];
    };
    expect(await faultOf('compareFrom=2026-01-01&from=2026-02-01&to=2026-02-02')).toMatchObject([
      400,
      { pointer: '/compareTo', code: 'missing' },
    ]);
    expect(await faultOf('from=2026-02-01&to=2026-01-02')).toMatchObject([
      400,
      { pointer: '/to', code: 'period-reversed' },
    ]);
  });
});

test('a period with no data is empty in every list, and says so in figures', async () => {
  const set: FigureSetBody = await figures('from=1999-01-01&to=1999-01-31');
  expect(set.totals).toEqual({ events: 0, crimes: 0, reports: 0, outside: 0, withoutPlace: 0, unreviewed: 0 });
  expect([set.categories, set.places, set.hotTimes]).toEqual([[], [], []]);
  expect(set.days).toHaveLength(31);
  expect(set.weeks.every(({ normal }) => normal === null)).toBe(true);
});

test('a municipality without areas has one row, for no area', async () => {
  const { areas } = await figures('');
  expect(areas).toEqual([{ areaId: null, name: null, events: 625, crimes: 625 }]);
});

test('the longest period that can be asked for is answered', async () => {
  const set = await figures('from=0001-01-01&to=9999-12-31');
  expect(set.totals.events).toBe(625);
});
