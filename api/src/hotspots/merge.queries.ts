import type { EntityManager } from 'typeorm';
import { only } from '../app/database.js';
import { metresJson, polygonSql } from '../app/polygon-sql.js';
import type { MetresMultiPolygon } from '../geo/polygon.js';
import type { Stage } from './hotspot.js';

export interface MergeRow {
  id: string;
  kept_id: string;
  other_id: string;
  other_name: string;
  at: Date;
}

/** Merges into a hot spot that can still be taken back: the latest first. */
export async function mergeRows(manager: EntityManager, code: number, keptId: string): Promise<MergeRow[]> {
  return manager.query(
    `SELECT m.id, m.kept_id, m.other_id, o.name AS other_name, m.at FROM hotspot_merge m
       JOIN hotspot o ON o.municipality_code = m.municipality_code AND o.id = m.other_id
      WHERE m.municipality_code = $1 AND m.kept_id = $2 AND m.undone_at IS NULL ORDER BY m.at DESC, m.id DESC`,
    [code, keptId],
  );
}

/** A merge that is not taken back yet, and whether a part has been cut off what it made. */
export async function mergeRow(
  manager: EntityManager,
  code: number,
  id: string,
): Promise<(MergeRow & { cut_since: boolean }) | undefined> {
  const rows: (MergeRow & { cut_since: boolean })[] = await manager.query(
    `SELECT m.id, m.kept_id, m.other_id, o.name AS other_name, m.at,
            EXISTS (SELECT 1 FROM hotspot p WHERE p.municipality_code = m.municipality_code AND p.split_from = m.kept_id AND p.adopted_at > m.at) AS cut_since
       FROM hotspot_merge m JOIN hotspot o ON o.municipality_code = m.municipality_code AND o.id = m.other_id
      WHERE m.municipality_code = $1 AND m.id = $2 AND m.undone_at IS NULL`,
    [code, id],
  );
  return rows[0];
}

/** What follows a hot spot when it becomes part of another. */
const followers = ['cause', 'hotspot_contact', 'action', 'presence', 'promise'] as const;

/** Writes down what the two were like and which rows will follow, so that it can be taken back. */
export async function insertMerge(
  manager: EntityManager,
  code: number,
  row: { id: string; keptId: string; otherId: string; accountId: string },
): Promise<void> {
  const moved = followers.map(
    (table) =>
      `'${table}', (SELECT coalesce(jsonb_agg(r.id), '[]') FROM ${table} r WHERE r.municipality_code = $1 AND r.hotspot_id = $4)`,
  );
  only(
    await manager.query(
      `INSERT INTO hotspot_merge (municipality_code, id, kept_id, other_id, kept_polygon, other_stage, moved, account_id)
       SELECT k.municipality_code, $2::uuid, k.id, o.id, k.polygon, o.stage, jsonb_build_object(${moved.join(', ')}), $5::uuid
         FROM hotspot k JOIN hotspot o ON o.municipality_code = k.municipality_code AND o.id = $4
        WHERE k.municipality_code = $1 AND k.id = $3 RETURNING id`,
      [code, row.id, row.keptId, row.otherId, row.accountId],
    ),
  );
}

/** Joins the areas, lets everything follow, and ends the other. */
export async function carryOver(manager: EntityManager, code: number, mergeId: string): Promise<void> {
  for (const table of followers)
    await manager.query(
      `UPDATE ${table} r SET hotspot_id = m.kept_id FROM hotspot_merge m
        WHERE m.municipality_code = $1 AND m.id = $2 AND r.municipality_code = $1 AND r.hotspot_id = m.other_id`,
      [code, mergeId],
    );
  await manager.query(
    `UPDATE hotspot k SET version = k.version + 1,
            polygon = ST_Multi(ST_CollectionExtract(ST_Union(ST_MakeValid(k.polygon), ST_MakeValid(o.polygon)), 3))
       FROM hotspot_merge m JOIN hotspot o ON o.municipality_code = m.municipality_code AND o.id = m.other_id
      WHERE m.municipality_code = $1 AND m.id = $2 AND k.municipality_code = $1 AND k.id = m.kept_id`,
    [code, mergeId],
  );
  await manager.query(
    `UPDATE hotspot o SET version = o.version + 1, stage = 'closed', merged_into = m.kept_id FROM hotspot_merge m
      WHERE m.municipality_code = $1 AND m.id = $2 AND o.municipality_code = $1 AND o.id = m.other_id`,
    [code, mergeId],
  );
}

/** Gives the other back its stage and what followed, and the kept its area. */
export async function carryBack(manager: EntityManager, code: number, mergeId: string): Promise<void> {
  for (const table of followers)
    await manager.query(
      `UPDATE ${table} r SET hotspot_id = m.other_id FROM hotspot_merge m
        WHERE m.municipality_code = $1 AND m.id = $2 AND r.municipality_code = $1 AND r.hotspot_id = m.kept_id
          AND m.moved->'${table}' ? r.id::text`,
      [code, mergeId],
    );
  await manager.query(
    `UPDATE hotspot k SET version = k.version + 1, polygon = m.kept_polygon FROM hotspot_merge m
      WHERE m.municipality_code = $1 AND m.id = $2 AND k.municipality_code = $1 AND k.id = m.kept_id`,
    [code, mergeId],
  );
  await manager.query(
    `UPDATE hotspot o SET version = o.version + 1, stage = m.other_stage, merged_into = NULL FROM hotspot_merge m
      WHERE m.municipality_code = $1 AND m.id = $2 AND o.municipality_code = $1 AND o.id = m.other_id`,
    [code, mergeId],
  );
  await manager.query(`UPDATE hotspot_merge SET undone_at = now() WHERE municipality_code = $1 AND id = $2`, [
    code,
    mergeId,
  ]);
}

/** The areas in square metres that a cut would give: inside the other ground, and what stays. */
export async function cutAreas(
  manager: EntityManager,
  code: number,
  cut: { id: string; ground: MetresMultiPolygon },
): Promise<{ left: number; right: number }> {
  return only(
    await manager.query(
      `SELECT ST_Area(ST_Intersection(ST_MakeValid(polygon), ST_MakeValid(${polygonSql('$3')}))) AS left,
              ST_Area(ST_Difference(ST_MakeValid(polygon), ST_MakeValid(${polygonSql('$3')}))) AS right
         FROM hotspot WHERE municipality_code = $1 AND id = $2`,
      [code, cut.id, metresJson(cut.ground)],
    ),
  );
}

/** Makes a new hot spot of what lies on the ground; the first keeps the rest. */
export async function cutOff(
  manager: EntityManager,
  code: number,
  cut: { id: string; newId: string; name: string; ground: MetresMultiPolygon; accountId: string; stage: Stage },
): Promise<void> {
  const part = (overlay: string) =>
    `ST_Multi(ST_CollectionExtract(${overlay}(ST_MakeValid(polygon), ST_MakeValid(${polygonSql('$3')})), 3))`;
  await manager.query(
    `INSERT INTO hotspot (municipality_code, id, name, owner_organisation_id, owner_function, stage, polygon, classification, split_from, account_id)
     SELECT municipality_code, $4::uuid, $5::text, owner_organisation_id, owner_function, $7::text, ${part('ST_Intersection')}, classification, id, $6::uuid
       FROM hotspot WHERE municipality_code = $1 AND id = $2`,
    [code, cut.id, metresJson(cut.ground), cut.newId, cut.name, cut.accountId, cut.stage],
  );
  await manager.query(
    `UPDATE hotspot SET version = version + 1, polygon = ${part('ST_Difference')} WHERE municipality_code = $1 AND id = $2`,
    [code, cut.id, metresJson(cut.ground)],
  );
}
