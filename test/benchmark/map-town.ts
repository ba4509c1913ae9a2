import type { Api, Member, TestMunicipality } from '../support/api.js';
import { centre, square } from '../support/api.js';

/** A municipality with so many incidents over ten years, and somebody who may see all of them. */
export interface MapTown {
  readonly api: Api;
  readonly municipality: TestMunicipality;
  readonly member: Member;
  /** `http://127.0.0.1:port/api/v1/municipalities/code` */
  readonly address: string;
}

/** A third anywhere in 9 x 9 km, a third in a town of two kilometres, a third in forty places of 60 m; seeded in the database. */
export async function mapTown(api: Api, port: number, rows: number): Promise<MapTown> {
  const municipality = await api.municipality();
  const member = await municipality.member('coordinator');
  await addIncidents(api, { code: Number(municipality.code), rows, ...centre }, municipality.organisations);
  return { api, municipality, member, address: `http://127.0.0.1:${port}/api/v1/municipalities/${municipality.code}` };
}

/** The same rows round another middle. */
export async function addIncidents(
  api: Pick<Api, 'owner'>,
  { code, rows, x, y }: { code: number; rows: number; x: number; y: number },
  organisations: Readonly<Record<string, string>>,
): Promise<void> {
  await api.owner.transaction(async (manager) => {
    await manager.query('SELECT setseed(0.25)');
    await manager.query(
      `INSERT INTO incident (municipality_code, id, event_key, source, group_code, organisation_id, category_code, severity, occurred_from, occurred_to, location, precision, placement, status)
       SELECT $1::smallint, id, id::text, CASE WHEN n % 2 = 0 THEN 'report' ELSE 'police' END, CASE WHEN n % 2 = 0 THEN 'kommun' ELSE 'polis' END,
              CASE WHEN n % 2 = 0 THEN $2::uuid ELSE $3::uuid END, (ARRAY['SKAD', 'BRAND', 'TRAF'])[1 + n % 3], 1 + n % 3,
              at, CASE WHEN n % 5 = 0 THEN at + interval '6 hours' END,
              ST_SetSRID(ST_MakePoint($5::float8 + CASE n % 3 WHEN 0 THEN (a - 0.5) * 9000 WHEN 1 THEN (a + b - 1) * 1000 ELSE (n / 3 % 8 - 4) * 900 + (a + b - 1) * 60 END,
                                      $6::float8 + CASE n % 3 WHEN 0 THEN (b - 0.5) * 9000 WHEN 1 THEN (c + a - 1) * 1000 ELSE (n / 24 % 5 - 2) * 1400 + (c + a - 1) * 60 END), 3006),
              'point', 'tapped', 'accepted'
         FROM (SELECT n, gen_random_uuid() AS id, random() AS a, random() AS b, random() AS c, now() - interval '1 day' - (random() * 3650) * interval '1 day' AS at
                 FROM generate_series(1, $4::int) n) drawn`,
      [code, organisations['municipality'], organisations['police'], rows, x, y],
    );
  });
  await api.owner.query('ANALYZE incident');
}

/** Four areas of 4.5 km, and every incident in its own. */
export async function addAreas({ api, municipality }: MapTown): Promise<void> {
  const features = ['Norr', 'Söder', 'Öster', 'Väster'].map((name, at) => ({
    type: 'Feature',
    properties: { name },
    geometry: square(2250, { x: centre.x + (at % 2 ? 2250 : -2250), y: centre.y + (at < 2 ? 2250 : -2250) }),
  }));
  const administrator = await municipality.member('administrator');
  await created(api, administrator, `${root(municipality)}/areas`, { areas: { type: 'FeatureCollection', features } });
  await api.owner.query(
    `UPDATE incident i SET area_id = a.id FROM area a
      WHERE i.municipality_code = $1 AND a.municipality_code = $1 AND ST_Covers(a.geometry, i.location)`,
    [Number(municipality.code)],
  );
}

/** Ten hot spots, each round one of the forty places. */
export async function addHotspots({ api, municipality, member }: MapTown): Promise<void> {
  for (let at = 0; at < 10; at++) {
    const { coordinates } = square(150, {
      x: centre.x + ((at % 8) - 4) * 900,
      y: centre.y + (Math.floor(at / 8) - 2) * 1400,
    });
    await created(api, member, `${root(municipality)}/hotspots`, {
      name: `Plats ${at + 1}`,
      polygon: { type: 'Polygon', coordinates },
      ownerOrganisationId: municipality.organisations['municipality'],
      ownerFunction: 'Samordnaren',
    });
  }
}

/** Opens a map on a filter; the key of its tiles. */
export async function open({ address, member }: MapTown, filter: object): Promise<{ view: string }> {
  const headers = { cookie: member.cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  const answer = await fetch(`${address}/tiles/views`, { method: 'POST', headers, body: JSON.stringify({ filter }) });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { view: string };
}

/** Fetches something below the municipality's address, whole. */
export async function get({ address, member }: MapTown, path: string): Promise<void> {
  const answer = await fetch(`${address}/${path}`, { headers: { cookie: member.cookie } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}

function root({ code }: TestMunicipality): string {
  return `/api/v1/municipalities/${code}`;
}

async function created(api: Api, who: Pick<Member, 'cookie'>, path: string, body: object): Promise<void> {
  const { status, text } = await api.as(who).post(path).send(body);
  if (status !== 201) throw new Error(`${path}: ${status} ${text}`);
}
