import { newId } from '../../api/src/app/identifier.js';
import { weekAround } from '../../api/src/situation/situation.js';
import { type Api, centre, type Member, square, type TestMunicipality } from './api.js';

/** The last whole week, in which things happen. */
export const week = weekAround(Date.now(), -1);
const hour = 3_600_000;

export interface WeekTown {
  readonly municipality: TestMunicipality;
  readonly coordinator: Member;
  /** An analyst of a housing company, who may not see police rows. */
  readonly landlord: Member;
  /** Where its addresses begin. */
  readonly base: string;
  /** Id of the hot spot in the middle. */
  readonly spot: string;
}

interface Row {
  readonly at: number;
  readonly east?: number;
  readonly police?: boolean;
  readonly category?: string;
  readonly outside?: boolean;
  readonly unplaced?: boolean;
}

async function insertEvents(api: Api, { code, organisations }: TestMunicipality, rows: readonly Row[]) {
  const values = rows.map(({ at, east = 0, police = false, category = 'SKAD', outside = false, unplaced = false }) => ({
    id: newId(),
    at: new Date(at).toISOString(),
    x: unplaced ? null : centre.x + east,
    y: unplaced ? null : centre.y,
    precision: unplaced ? 'none' : 'point',
    source: police ? 'police' : 'report',
    group: police ? 'polis' : 'kommun',
    organisation: organisations[police ? 'police' : 'municipality'],
    category,
    outside,
  }));
  await api.owner.query(
    `INSERT INTO incident (municipality_code, id, event_key, source, group_code, organisation_id, category_code, occurred_from, location, precision, placement, outside, area_id)
     SELECT $1::smallint, r.id, r.id::text, source, "group", organisation, category, at, p.location, precision, 'tapped', outside,
            (SELECT a.id FROM area a WHERE a.municipality_code = $1 AND ST_Intersects(a.geometry, p.location) LIMIT 1)
       FROM jsonb_to_recordset($2) AS r(id uuid, at timestamptz, x float8, y float8, precision text, source text, "group" text, organisation uuid, category text, outside boolean),
            LATERAL (SELECT CASE WHEN x IS NULL THEN NULL ELSE ST_SetSRID(ST_MakePoint(x, y), 3006) END AS location) p`,
    [Number(code), JSON.stringify(values)],
  );
}

/** Six events in an ordinary week of three years, and a last week of twelve: seven from the police, five from staff. */
function lastWeekAndBefore(): Row[] {
  const ordinary = Array.from({ length: 3 * 52 }, (_, back) =>
    Array.from({ length: 6 }, (_unused, index) => ({
      at: week.from - (back + 1) * 7 * 24 * hour + (index + 1) * 20 * hour,
      east: index * 300 - 600,
      police: index % 2 === 0,
    })),
  ).flat();
  const at = (index: number) => week.from + 12 * hour + index * 13 * hour;
  const latest = Array.from({ length: 12 }, (_, index) => ({
    at: at(index),
    east: index < 8 ? index : 2500,
    police: index < 7,
    category: index < 9 ? 'SKAD' : 'NARK',
  }));
  return [...ordinary, ...latest, { at: at(3), outside: true, police: true }, { at: at(4), unplaced: true }];
}

/** A municipality with two areas, one hot spot, three ordinary years and a last week of more than usual. */
export async function weekTown(api: Api): Promise<WeekTown> {
  const municipality = await api.municipality();
  const base = `/api/v1/municipalities/${municipality.code}`;
  const coordinator = await municipality.member('coordinator');
  const landlord = await municipality.member('analyst', 'housing');
  const area = (name: string, half: number, east: number) => ({
    type: 'Feature',
    properties: { name },
    geometry: square(half, { x: centre.x + east, y: centre.y }),
  });
  const areas = { type: 'FeatureCollection', features: [area('Centrum', 1000, 0), area('Hamnen', 1000, 2000)] };
  const administrator = await municipality.member('administrator');
  const added = await api.as(administrator).post(`${base}/areas`).send({ areas });
  if (added.status !== 201) throw new Error(`areas: ${added.status} ${added.text}`);
  await insertEvents(api, municipality, lastWeekAndBefore());
  const adopted = await api
    .as(coordinator)
    .post(`${base}/hotspots`)
    .send({
      name: 'Torget och gränden bakom det gamla biblioteket',
      polygon: square(120),
      ownerOrganisationId: municipality.organisations['municipality'],
      ownerFunction: 'Säkerhetssamordnaren',
      registrationNumber: 'KS 2026/00412',
    });
  if (adopted.status !== 201) throw new Error(`hot spot: ${adopted.status} ${adopted.text}`);
  return { municipality, coordinator, landlord, base, spot: adopted.body.id as string };
}
