import type { EntityManager } from 'typeorm';
import type { PeopleClaim } from '../analysis/people-claim.js';
import { only } from '../app/database.js';
import { metresJson, polygonSql as polygon } from '../app/polygon-sql.js';
import type { MetresMultiPolygon } from '../geo/polygon.js';
import type { Stage } from './hotspot.js';

export async function clusterPolygon(
  manager: EntityManager,
  code: number,
  id: string,
): Promise<MetresMultiPolygon | undefined> {
  const rows: { polygon: { coordinates: MetresMultiPolygon } }[] = await manager.query(
    `SELECT ST_AsGeoJSON(polygon, 2)::jsonb AS polygon FROM cluster WHERE municipality_code = $1 AND id = $2`,
    [code, id],
  );
  return rows[0]?.polygon.coordinates;
}

export interface HotspotRow {
  id: string;
  version: number;
  name: string;
  stage: Stage;
  owner_organisation_id: string;
  owner_organisation: string;
  owner_function: string;
  polygon: { coordinates: MetresMultiPolygon };
  x: number;
  y: number;
  cluster_id: string | null;
  registration_number: string | null;
  classification: 'open' | 'may-be-secret';
  adopted_at: Date;
  method: { methodVersion: string; parameters: Record<string, unknown>; createdAt: string } | null;
}

const hotspotColumns = `h.id, h.version, h.name, h.stage, h.owner_organisation_id, o.name AS owner_organisation, h.owner_function,
  ST_AsGeoJSON(h.polygon, 2)::jsonb AS polygon, ST_X(ST_Centroid(h.polygon)) AS x, ST_Y(ST_Centroid(h.polygon)) AS y,
  h.cluster_id, h.registration_number, h.classification, h.adopted_at,
  (SELECT jsonb_build_object('methodVersion', r.method_version, 'parameters', r.parameters, 'createdAt', r.created_at)
     FROM cluster c JOIN analysis_run r ON r.municipality_code = c.municipality_code AND r.id = c.run_id
    WHERE c.municipality_code = h.municipality_code AND c.id = h.cluster_id) AS method`;

export async function hotspotRows(manager: EntityManager, code: number): Promise<HotspotRow[]> {
  return manager.query(
    `SELECT ${hotspotColumns} FROM hotspot h
       JOIN organisation o ON o.municipality_code = h.municipality_code AND o.id = h.owner_organisation_id
      WHERE h.municipality_code = $1 ORDER BY (h.stage = 'closed'), h.adopted_at, h.id`,
    [code],
  );
}

/**
 * What the newest run of places says of each hot spot against where people are: the claim of the cluster it was taken up
 * as, else of one whose middle lies in it. Only runs over about a year until the day they were made, with baselines and
 * without a filter, made with exactly the groups of the reader; null when that run found no place there.
 */
export async function peopleClaims(
  manager: EntityManager,
  code: number,
  groups: readonly string[],
): Promise<Map<string, PeopleClaim | null>> {
  const rows: { id: string; people: PeopleClaim | null }[] = await manager.query(
    `WITH newest AS (
       SELECT r.id FROM analysis_run r
        WHERE r.municipality_code = $1 AND r.kind = 'places' AND r.filters = '{}'::jsonb AND r.result->>'running' = 'true'
          AND jsonb_typeof(r.parameters->'people') = 'object' AND r.group_codes @> $2::text[] AND r.group_codes <@ $2::text[]
          AND (r.result->'period'->>'to')::float8 - (r.result->'period'->>'from')::float8 BETWEEN 360 * 86400000.0 AND 370 * 86400000.0
        ORDER BY r.created_at DESC, r.id DESC LIMIT 1)
     SELECT h.id, (SELECT c.facts->'figures'->'people' FROM cluster c
                    WHERE c.municipality_code = $1 AND c.run_id = newest.id
                      AND (c.id = h.cluster_id OR ST_Intersects(h.polygon, c.centre))
                    ORDER BY (c.id = h.cluster_id) DESC NULLS LAST, c.number LIMIT 1) AS people
       FROM hotspot h, newest WHERE h.municipality_code = $1`,
    [code, groups],
  );
  return new Map(rows.map(({ id, people }) => [id, people]));
}

export async function hotspotRow(manager: EntityManager, code: number, id: string): Promise<HotspotRow | undefined> {
  const rows: HotspotRow[] = await manager.query(
    `SELECT ${hotspotColumns} FROM hotspot h
       JOIN organisation o ON o.municipality_code = h.municipality_code AND o.id = h.owner_organisation_id
      WHERE h.municipality_code = $1 AND h.id = $2`,
    [code, id],
  );
  return rows[0];
}

export async function insertHotspot(
  manager: EntityManager,
  code: number,
  row: {
    id: string;
    name: string;
    ownerOrganisationId: string;
    ownerFunction: string;
    polygon: MetresMultiPolygon;
    clusterId: string | null;
    registrationNumber: string | null;
    classification: string;
    accountId: string;
  },
): Promise<void> {
  only(
    await manager.query(
      `INSERT INTO hotspot (municipality_code, id, name, owner_organisation_id, owner_function, polygon, cluster_id, registration_number, classification, account_id)
       VALUES ($1, $2, $3, $4, $5, ${polygon('$6')}, $7, $8, $9, $10) RETURNING id`,
      [
        code,
        row.id,
        row.name,
        row.ownerOrganisationId,
        row.ownerFunction,
        metresJson(row.polygon),
        row.clusterId,
        row.registrationNumber,
        row.classification,
        row.accountId,
      ],
    ),
  );
}

export async function updateStage(
  manager: EntityManager,
  code: number,
  change: { id: string; version: number; stage: Stage },
): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE hotspot SET stage = $4, version = version + 1 WHERE municipality_code = $1 AND id = $2 AND version = $3`,
    [code, change.id, change.version, change.stage],
  );
  return count;
}

export async function insertStage(
  manager: EntityManager,
  code: number,
  row: { id: string; hotspotId: string; stage: Stage; note: string | null; accountId: string },
): Promise<void> {
  await manager.query(
    `INSERT INTO hotspot_stage (municipality_code, id, hotspot_id, stage, note, account_id) VALUES ($1, $2, $3, $4, $5, $6)`,
    [code, row.id, row.hotspotId, row.stage, row.note, row.accountId],
  );
}

export async function stageRows(
  manager: EntityManager,
  code: number,
  hotspotId: string,
): Promise<{ stage: Stage; note: string | null; at: Date }[]> {
  return manager.query(
    `SELECT stage, note, at FROM hotspot_stage WHERE municipality_code = $1 AND hotspot_id = $2 ORDER BY at, id`,
    [code, hotspotId],
  );
}
