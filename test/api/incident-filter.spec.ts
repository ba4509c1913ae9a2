import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hourOfWeekWeights } from '../../api/src/analysis/aoristic.js';
import { newId } from '../../api/src/app/identifier.js';
import { type Api, centre, type Member, positionAt, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let root: string;

interface Row {
  readonly from: string;
  readonly to?: string;
  readonly precision?: string;
  readonly place?: string;
  readonly x?: number;
  readonly severity?: number;
  readonly police?: boolean;
}

async function fill(rows: readonly Row[]): Promise<void> {
  const { code, organisations } = municipality;
  const stored = rows.map(({ from, to, precision, place, x, severity, police }) => ({
    id: newId(),
    from,
    to: to ?? null,
    time: precision ?? 'minute',
    place: place ?? 'point',
    x: centre.x + (x ?? 0),
    severity: severity ?? 1,
    source: police ? 'police' : 'report',
    group: police ? 'polis' : 'kommun',
    organisation: organisations[police ? 'police' : 'municipality'],
  }));
  await api.owner.query('DELETE FROM incident WHERE municipality_code = $1', [Number(code)]);
  await api.owner.query(
    `INSERT INTO incident (municipality_code, id, event_key, source, group_code, organisation_id, category_code, severity, occurred_from, occurred_to, time_precision, location, precision, placement)
     SELECT $1::smallint, id, id::text, source, "group", organisation, 'SKAD', severity, "from", "to", time, ST_SetSRID(ST_MakePoint(x, $3::float8), 3006), place, 'tapped'
       FROM jsonb_to_recordset($2) AS r(id uuid, "from" timestamptz, "to" timestamptz, time text, place text, x float8, severity smallint, source text, "group" text, organisation uuid)`,
    [Number(code), JSON.stringify(stored), centre.y],
  );
}

async function count(query: string): Promise<number> {
  const answer = await api.as(coordinator).get(`${root}/events?${query}`);
  expect({ query, status: answer.status }).toEqual({ query, status: 200 });
  const list = await api.as(coordinator).get(`${root}/incidents?${query}`);
  expect(list.body.total).toBe(answer.body.total);
  // The map counts in memory what the lists count in SQL.
  const filter = Object.fromEntries(new URLSearchParams(query));
  const view = await api.as(coordinator).post(`${root}/tiles/views`).send({ filter });
  expect({ query, events: view.body.events, reports: view.body.reports }).toEqual({
    query,
    events: answer.body.total,
    reports: list.body.total,
  });
  return answer.body.total as number;
}

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  coordinator = await municipality.member('coordinator');
  root = `/api/v1/municipalities/${municipality.code}`;
}, 60_000);

afterAll(() => api.close());

describe('a filter on weekday and hour', () => {
  test('lets through exactly what the matrix of hours gives any weight, over midnight, Sunday and both changes of the clock', async () => {
    const rows: Row[] = [
      { from: '2026-03-29T01:30:00+01:00', to: '2026-03-29T03:30:00+02:00' },
      { from: '2026-03-29T01:59:30+01:00', to: '2026-03-29T03:00:00+02:00' },
      { from: '2026-10-25T02:50:00+02:00', to: '2026-10-25T02:10:00+01:00' },
      { from: '2026-10-25T01:30:00+02:00', to: '2026-10-25T03:30:00+01:00' },
      { from: '2026-11-15T23:30:00+01:00', to: '2026-11-16T01:00:00+01:00' },
      { from: '2026-11-13T22:00:00+01:00', to: '2026-11-13T23:00:00+01:00' },
      { from: '2026-11-13T22:59:30+01:00', to: '2026-11-13T23:00:20+01:00' },
      { from: '2026-11-10T12:34:00+01:00' },
      { from: '2026-11-06T17:00:00+01:00', to: '2026-11-09T07:00:00+01:00' },
      { from: '2026-01-01T00:00:00+01:00', to: '2026-02-01T00:00:00+01:00' },
      { from: '2026-03-23T02:30:00+01:00', to: '2026-03-30T02:20:00+02:00' },
    ];
    const cells = [[7, 1], [7, 2], [7, 3], [7, 23], [1, 0], [1, 1], [5, 21], [5, 22], [5, 23], [2, 12], [6, 15], [4, 4]]; // prettier-ignore
    await fill(rows);
    const matrices = rows.map(({ from, to }) => {
      const span = { from: Date.parse(from), to: to === undefined ? null : Date.parse(to) };
      return hourOfWeekWeights([span]).weights;
    });
    for (const [weekday, hour] of cells) {
      const expected = matrices.filter((weights) => weights[weekday! - 1]![hour!]! > 0).length;
      expect({ weekday, hour, total: await count(`weekday=${weekday}&hour=${hour}`) }).toEqual({
        weekday,
        hour,
        total: expected,
      });
    }
  });

  test('counts a date without an hour in every hour of its day, and on no other', async () => {
    await fill([{ from: '2026-11-10T00:00:00+01:00', precision: 'day' }]);
    expect(await count('hour=0')).toBe(1);
    expect(await count('hour=23&weekday=2')).toBe(1);
    expect(await count('hour=0&weekday=3')).toBe(0);
  });

  test('asks for one hour that is both: a Friday night that ends on Saturday is no Saturday night', async () => {
    await fill([{ from: '2026-11-13T22:00:00+01:00', to: '2026-11-14T01:00:00+01:00' }]);
    expect(await count('weekday=6')).toBe(1);
    expect(await count('weekday=6&hour=22')).toBe(0);
    expect(await count('weekday=5,6&hour=22,23')).toBe(1);
  });
});

describe('a filter on severity, organisation and place', () => {
  beforeAll(() =>
    fill([
      { from: '2026-11-10T12:00:00+01:00', severity: 1 },
      { from: '2026-11-10T12:00:00+01:00', severity: 2, x: 300, police: true },
      { from: '2026-11-10T12:00:00+01:00', severity: 3, x: 1200 },
      { from: '2026-11-10T12:00:00+01:00', place: 'area' },
    ]),
  );

  test('takes each of them', async () => {
    const [longitude, latitude] = positionAt(0, 0);
    expect(await count('severity=2,3')).toBe(2);
    expect(await count(`organisation=${municipality.organisations['police']}`)).toBe(1);
    expect(await count(`near=${longitude},${latitude},299`)).toBe(1);
    expect(await count(`near=${longitude},${latitude},301`)).toBe(2);
    expect(await count(`drawn=${drawn([-50, -50], [400, -50], [400, 50], [-50, 50])}`)).toBe(2);
  });

  test('takes an area that reaches over the border', async () => {
    expect(await count(`drawn=${drawn([-50, -50], [9000, -50], [9000, 50], [-50, 50])}`)).toBe(3);
  });

  test('refuses an area that crosses itself, in words', async () => {
    const address = `${root}/events?drawn=${drawn([0, 0], [100, 100], [100, 0], [0, 100])}`;
    const answer = await api.as(coordinator).get(address).set('Accept-Language', 'sv');
    expect([answer.status, answer.body.code]).toEqual([422, 'drawn-area-crosses']);
    expect(answer.body.title).toBe('Det ritade området korsar sig självt');
  });

  test('names what is wrong with a circle or a corner', async () => {
    const codeFor = async (query: string) => {
      const answer = await api.as(coordinator).get(`${root}/events?${query}`);
      return [answer.status, answer.body.errors[0].code];
    };
    expect(await codeFor('near=59.5,16.1,100')).toEqual([400, 'swapped-position']);
    expect(await codeFor('near=16.1,59.5,99999')).toEqual([400, 'radius-out-of-range']);
    expect(await codeFor('near=here')).toEqual([400, 'wrong-form']);
    expect(await codeFor('drawn=16.1 59.5,16.2 59.5')).toEqual([400, 'drawn-corners']);
    expect(await codeFor(`drawn=${'16.1 59.5,'.repeat(300)}`)).toEqual([400, 'wrong-form']);
    expect(await codeFor('weekday=0')).toEqual([400, 'too-small']);
    expect(await codeFor('hour=24')).toEqual([400, 'too-big']);
  });

  test('is audited without the positions', async () => {
    const [longitude, latitude] = positionAt(0, 0);
    await count(`near=${longitude},${latitude},300`);
    const [row]: { facts: object }[] = await api.owner.query(
      `SELECT facts FROM audit WHERE municipality_code = $1 AND subject = 'event' ORDER BY id DESC LIMIT 1`,
      [Number(municipality.code)],
    );
    expect(row!.facts).toEqual({ filter: { nearMetres: 300 }, tiles: true });
  });

  test('narrows an analysis too', async () => {
    const inputOf = async (filter: object) => {
      const answer = await api
        .as(coordinator)
        .post(`${root}/analyses`)
        .send({ question: 'windows', ...filter });
      return [answer.status, answer.body.inputCount];
    };
    expect(await inputOf({})).toEqual([201, 4]);
    expect(await inputOf({ severity: [2, 3] })).toEqual([201, 2]);
    expect((await inputOf({ drawn: drawn([0, 0], [100, 100], [100, 0], [0, 100]) }))[0]).toBe(422);
  });
});

function drawn(...corners: (readonly [number, number])[]): string {
  return corners.map(([east, north]) => positionAt(east, north).join(' ')).join(',');
}
