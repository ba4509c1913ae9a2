import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRandom } from '../../api/src/analysis/random.js';
import { Database } from '../../api/src/app/database.js';
import { MunicipalitiesService } from '../../api/src/municipalities/municipalities.service.js';
import { type Api, startApi } from '../support/api.js';

let api: Api;

beforeAll(async () => {
  api = await startApi();
}, 60_000);

afterAll(() => api.close());

test('many points are called what each alone is called: the nearest place, else the nearest street', async () => {
  const municipality = await api.municipality();
  const { actor } = await municipality.member('coordinator');
  const code = Number(municipality.code);
  const { next } = createRandom(3);
  const drawn = (count: number) => Array.from({ length: count }, () => ({ x: 1500 * next(), y: 1500 * next() }));
  const insert = async (sql: string, points: readonly { x: number; y: number }[]) =>
    api.owner.query(
      `${sql} FROM unnest($2::float8[], $3::float8[]) WITH ORDINALITY AS u(x, y, n), LATERAL (SELECT ST_SetSRID(ST_MakePoint(600000 + x, 6600000 + y), 3006) AS at) here`,
      [code, points.map(({ x }) => x), points.map(({ y }) => y)],
    );
  await insert(
    `INSERT INTO place (municipality_code, id, name, kind, location) SELECT $1::smallint, gen_random_uuid(), 'Plats ' || n, 'other', at`,
    drawn(25),
  );
  await insert(
    `INSERT INTO address (municipality_code, id, street, number, dwelling, location) SELECT $1::smallint, gen_random_uuid(), 'Gata ' || n, '1', false, at`,
    drawn(60),
  );
  const points = drawn(200).map(({ x, y }) => ({ x: 600_000 + 1.4 * x - 300, y: 6_600_000 + 1.4 * y - 300 }));
  const names = await api.application
    .get(Database)
    .withTenant(actor, (manager) => api.application.get(MunicipalitiesService).namesNear(manager, code, points));
  const expected: { name: string | null }[] = await api.owner.query(
    `SELECT coalesce(
        (SELECT name FROM place WHERE municipality_code = $1 AND ST_DWithin(location, at, 200) ORDER BY ST_Distance(location, at) LIMIT 1),
        (SELECT street FROM address WHERE municipality_code = $1 AND ST_DWithin(location, at, 150) ORDER BY ST_Distance(location, at) LIMIT 1)) AS name
       FROM unnest($2::float8[], $3::float8[]) WITH ORDINALITY AS u(x, y, n), LATERAL (SELECT ST_SetSRID(ST_MakePoint(x, y), 3006) AS at) here ORDER BY n`,
    [code, points.map(({ x }) => x), points.map(({ y }) => y)],
  );
  expect(names).toEqual(expected.map(({ name }) => name));
  const kinds = new Set(names.map((name) => name?.split(' ')[0] ?? 'none'));
  expect([...kinds].sort()).toEqual(['Gata', 'Plats', 'none'].sort());
});
