import type { EntityManager } from 'typeorm';
import { only } from '../app/database.js';
import { metresJson, polygonSql as polygon } from '../app/polygon-sql.js';
import type { MetresMultiPolygon } from '../geo/polygon.js';
import { defaultCategories, defaultGroups, defaultSeverities } from './default-category.js';
import { defaultDismissalReasons, defaultDuplicateRules } from './default-review.js';

export interface MunicipalityRow {
  municipality_code: number;
  name: string;
  demo: boolean;
  west: number;
  south: number;
  east: number;
  north: number;
  incident_count: number;
  first_incident_at: Date | null;
  latest_incident_at: Date | null;
}

export async function insertMunicipality(
  manager: EntityManager,
  row: { code: number; name: string; demo: boolean; boundary: MetresMultiPolygon; builtUp: MetresMultiPolygon | null },
): Promise<void> {
  await manager.query(
    `INSERT INTO municipality (municipality_code, name, demo, boundary, built_up)
     VALUES ($1, $2, $3, ${polygon('$4')}, CASE WHEN $5::text IS NULL THEN NULL ELSE ${polygon('$5')} END)`,
    [row.code, row.name, row.demo, metresJson(row.boundary), row.builtUp && metresJson(row.builtUp)],
  );
}

/** Severities, categories and source groups that a new municipality starts with, as rows of its own. */
export async function insertDefaults(manager: EntityManager, code: number): Promise<void> {
  await manager.query(
    `INSERT INTO severity SELECT $1::smallint, * FROM jsonb_to_recordset($2) AS s(level smallint, sv text, en text, weight smallint)`,
    [code, JSON.stringify(defaultSeverities)],
  );
  await manager.query(
    `INSERT INTO category (municipality_code, code, name_sv, name_en, kind, severity, place_bound, reportable, position)
     SELECT $1::smallint, code, sv, en, kind, severity, COALESCE("placeBound", true), COALESCE(reportable, true), position
       FROM jsonb_to_recordset($2) AS c(code text, sv text, en text, kind text, severity smallint, "placeBound" boolean, reportable boolean, position smallint)`,
    [code, JSON.stringify(defaultCategories.map((category, position) => ({ ...category, position })))],
  );
  const subcategories = defaultCategories.flatMap((category) =>
    category.subcategories.map((sub, position) => ({
      category: category.code,
      code: sub.code,
      sv: sub.sv,
      en: sub.en,
      kind: sub.kind ?? category.kind,
      severity: sub.severity ?? category.severity,
      reportable: sub.reportable ?? true,
      position,
    })),
  );
  await manager.query(
    `INSERT INTO subcategory (municipality_code, category_code, code, name_sv, name_en, kind, severity, reportable, position)
     SELECT $1::smallint, category, code, sv, en, kind, severity, reportable, position
       FROM jsonb_to_recordset($2) AS c(category text, code text, sv text, en text, kind text, severity smallint, reportable boolean, position smallint)`,
    [code, JSON.stringify(subcategories)],
  );
  await manager.query(
    `INSERT INTO source_group SELECT $1::smallint, * FROM jsonb_to_recordset($2) AS g(code text, name text)`,
    [code, JSON.stringify(defaultGroups)],
  );
  await insertReviewDefaults(manager, code);
}

/** Why a report may be set aside, and what counts as a possible duplicate. */
async function insertReviewDefaults(manager: EntityManager, code: number): Promise<void> {
  await manager.query(
    `INSERT INTO dismissal_reason (municipality_code, code, name_sv, name_en, position)
     SELECT $1::smallint, code, sv, en, position FROM jsonb_to_recordset($2) AS r(code text, sv text, en text, position smallint)`,
    [code, JSON.stringify(defaultDismissalReasons.map((reason, position) => ({ ...reason, position })))],
  );
  await manager.query(
    `INSERT INTO duplicate_rule (municipality_code, pair, metres, hours, same_category)
     SELECT $1::smallint, pair, metres, hours, "sameCategory"
       FROM jsonb_to_recordset($2) AS r(pair text, metres integer, hours integer, "sameCategory" boolean)`,
    [code, JSON.stringify(defaultDuplicateRules)],
  );
}

export async function insertOrganisation(
  manager: EntityManager,
  row: { code: number; id: string; name: string; kind: string; groupCode: string; sees: readonly string[] },
): Promise<void> {
  await manager.query(
    `INSERT INTO organisation (municipality_code, id, name, kind, group_code) VALUES ($1, $2, $3, $4, $5)`,
    [row.code, row.id, row.name, row.kind, row.groupCode],
  );
  await manager.query(`INSERT INTO organisation_group SELECT $1::smallint, $2::uuid, unnest($3::text[])`, [
    row.code,
    row.id,
    row.sees,
  ]);
}

export async function insertAreas(
  manager: EntityManager,
  code: number,
  areas: readonly { id: string; name: string; population: number | null; geometry: MetresMultiPolygon }[],
): Promise<void> {
  for (const area of areas) {
    await manager.query(
      `INSERT INTO area (municipality_code, id, name, population, geometry) VALUES ($1, $2, $3, $4, ${polygon('$5')})
       ON CONFLICT ON CONSTRAINT area_name_unique
       DO UPDATE SET population = EXCLUDED.population, geometry = EXCLUDED.geometry`,
      [code, area.id, area.name, area.population, metresJson(area.geometry)],
    );
  }
}

export async function insertPlaces(
  manager: EntityManager,
  code: number,
  places: readonly {
    id: string;
    name: string;
    kind: string;
    aliases: readonly string[];
    x: number;
    y: number;
    organisationId?: string | undefined;
  }[],
): Promise<void> {
  await manager.query(
    `INSERT INTO place (municipality_code, id, name, kind, aliases, location, organisation_id)
     SELECT $1::smallint, id, name, kind, aliases, ST_SetSRID(ST_MakePoint(x, y), 3006), "organisationId"
       FROM jsonb_to_recordset($2) AS p(id uuid, name text, kind text, aliases text[], x float8, y float8, "organisationId" uuid)`,
    [code, JSON.stringify(places)],
  );
}

export async function insertAddresses(
  manager: EntityManager,
  code: number,
  addresses: readonly { id: string; street: string; number: string; dwelling: boolean; x: number; y: number }[],
): Promise<void> {
  await manager.query(
    `INSERT INTO address (municipality_code, id, street, number, dwelling, location)
     SELECT $1::smallint, id, street, number, dwelling, ST_SetSRID(ST_MakePoint(x, y), 3006)
       FROM jsonb_to_recordset($2) AS a(id uuid, street text, number text, dwelling boolean, x float8, y float8)
     ON CONFLICT ON CONSTRAINT address_unique DO NOTHING`,
    [code, JSON.stringify(addresses)],
  );
}

export async function insertBaseMapLayer(
  manager: EntityManager,
  code: number,
  layer: string,
  position: number,
  features: object,
): Promise<void> {
  await manager.query(
    `INSERT INTO base_map_layer (municipality_code, layer, position, features) VALUES ($1, $2, $3, $4)`,
    [code, layer, position, JSON.stringify(features)],
  );
}

export async function municipalityRow(manager: EntityManager, code: number): Promise<MunicipalityRow> {
  return only(
    await manager.query(
      `SELECT m.municipality_code, m.name, m.demo,
              ST_XMin(m.boundary) AS west, ST_YMin(m.boundary) AS south, ST_XMax(m.boundary) AS east, ST_YMax(m.boundary) AS north,
              i.incident_count::int, i.first_incident_at, i.latest_incident_at
         FROM municipality m,
              LATERAL (SELECT count(DISTINCT event_key) AS incident_count, min(occurred_from) AS first_incident_at,
                              max(occurred_from) AS latest_incident_at
                         FROM incident WHERE municipality_code = m.municipality_code AND status <> 'dismissed') i
        WHERE m.municipality_code = $1`,
      [code],
    ),
  );
}

export interface CategoryRow {
  code: string;
  name_sv: string;
  name_en: string;
  kind: string;
  severity: number | null;
  place_bound: boolean;
  reportable: boolean;
  hidden: boolean;
  subcategories: {
    code: string;
    sv: string;
    en: string;
    severity: number | null;
    reportable: boolean;
    hidden: boolean;
  }[];
}

export async function categoryRows(manager: EntityManager, code: number): Promise<CategoryRow[]> {
  return manager.query(
    `SELECT c.code, c.name_sv, c.name_en, c.kind, c.severity, c.place_bound, c.reportable AND NOT c.hidden AS reportable, c.hidden,
            COALESCE((SELECT jsonb_agg(jsonb_build_object('code', s.code, 'sv', s.name_sv, 'en', s.name_en,
                                                          'severity', s.severity, 'reportable', s.reportable AND NOT s.hidden, 'hidden', s.hidden) ORDER BY s.position)
                        FROM subcategory s WHERE s.municipality_code = c.municipality_code AND s.category_code = c.code), '[]') AS subcategories
       FROM category c WHERE c.municipality_code = $1 ORDER BY c.position`,
    [code],
  );
}

export async function organisationRows(manager: EntityManager, code: number) {
  return manager.query(
    `SELECT id, name, kind, group_code AS "groupCode" FROM organisation WHERE municipality_code = $1 ORDER BY name`,
    [code],
  );
}

/** Areas with their geometry in metres as GeoJSON. */
export async function areaRows(
  manager: EntityManager,
  code: number,
): Promise<{ id: string; name: string; population: number | null; geometry: { coordinates: MetresMultiPolygon } }[]> {
  return manager.query(
    `SELECT id, name, population, ST_AsGeoJSON(geometry, 2)::jsonb AS geometry
       FROM area WHERE municipality_code = $1 ORDER BY name`,
    [code],
  );
}

export interface PlaceRow {
  id: string;
  name: string;
  kind: string;
  aliases: string[];
  x: number;
  y: number;
}

/** The places that are used, each with the names of those that were merged with it. */
export async function placeRows(manager: EntityManager, code: number): Promise<PlaceRow[]> {
  return manager.query(
    `SELECT id, name, kind, ST_X(location) AS x, ST_Y(location) AS y,
            aliases || ARRAY(SELECT unnest(m.name || m.aliases) FROM place m WHERE m.municipality_code = p.municipality_code AND m.merged_into = p.id) AS aliases
       FROM place p WHERE municipality_code = $1 AND merged_into IS NULL ORDER BY name`,
    [code],
  );
}

/** The whole address register, for the geocoder of an import. */
export async function addressRows(
  manager: EntityManager,
  code: number,
): Promise<{ street: string; number: string; locality: string; dwelling: boolean; x: number; y: number }[]> {
  return manager.query(
    `SELECT street, number, locality, dwelling, ST_X(location) AS x, ST_Y(location) AS y FROM address WHERE municipality_code = $1`,
    [code],
  );
}

/** The streets that have a place of their own in the register. */
export async function streetRows(
  manager: EntityManager,
  code: number,
): Promise<{ street: string; locality: string; x: number; y: number }[]> {
  return manager.query(
    `SELECT name AS street, locality, ST_X(location) AS x, ST_Y(location) AS y FROM street WHERE municipality_code = $1`,
    [code],
  );
}

/** Boundary and built-up area in metres. */
export async function outlineRow(
  manager: EntityManager,
  code: number,
): Promise<{
  boundary: { coordinates: MetresMultiPolygon } | null;
  built_up: { coordinates: MetresMultiPolygon } | null;
}> {
  return only(
    await manager.query(
      `SELECT ST_AsGeoJSON(boundary, 1)::jsonb AS boundary, ST_AsGeoJSON(built_up, 1)::jsonb AS built_up
         FROM municipality WHERE municipality_code = $1`,
      [code],
    ),
  );
}

export async function baseMapLayers(
  manager: EntityManager,
  code: number,
): Promise<{ layer: string; features: { type: 'FeatureCollection'; features: unknown[] } }[]> {
  return manager.query(`SELECT layer, features FROM base_map_layer WHERE municipality_code = $1 ORDER BY position`, [
    code,
  ]);
}
