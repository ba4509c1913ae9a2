import type { EntityManager } from 'typeorm';
import type { Grade } from './area-need.js';

export interface AreaPriorityRow {
  tertial: string;
  version: number;
  position: number;
  area_id: string;
  area: string;
  reason: string;
  meeting_id: string | null;
  at: Date;
}

const newest = `SELECT max(v.version) FROM (
  SELECT version FROM area_priority v WHERE v.municipality_code = $1 AND v.tertial = p.tertial
  UNION ALL SELECT version FROM area_rating v WHERE v.municipality_code = $1 AND v.tertial = p.tertial) v`;

/** The areas that come first by the newest version, of one tertial or of each that has any. */
export async function areaPriorityRows(
  manager: EntityManager,
  code: number,
  { tertial = null }: { readonly tertial?: string | null },
): Promise<AreaPriorityRow[]> {
  return manager.query(
    `SELECT p.tertial, p.version, p.position, p.area_id, a.name AS area, p.reason, p.meeting_id, p.at
       FROM area_priority p JOIN area a ON a.municipality_code = p.municipality_code AND a.id = p.area_id
      WHERE p.municipality_code = $1 AND ($2::text IS NULL OR p.tertial = $2) AND p.version = (${newest})
      ORDER BY p.tertial DESC, p.position`,
    [code, tertial],
  );
}

export interface AreaRatingRow {
  area_id: string;
  need: Grade | null;
  influence: Grade | null;
}

/** What the group has said of need and influence in a tertial, by its newest version. */
export async function areaRatingRows(manager: EntityManager, code: number, tertial: string): Promise<AreaRatingRow[]> {
  return manager.query(
    `SELECT p.area_id, p.need, p.influence FROM area_rating p
      WHERE p.municipality_code = $1 AND p.tertial = $2 AND p.version = (${newest})`,
    [code, tertial],
  );
}

/** The newest version of a tertial, 0 where there is none. */
export async function newestVersion(manager: EntityManager, code: number, tertial: string): Promise<number> {
  const [row]: { version: number }[] = await manager.query(
    `SELECT COALESCE((${newest}), 0)::int AS version FROM (SELECT $2::text AS tertial) p`,
    [code, tertial],
  );
  return row!.version;
}

/** Whoever saves a tertial waits for whoever saves it already, until the transaction ends. */
export async function holdTertial(manager: EntityManager, code: number, tertial: string): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(1501, hashtext($1))`, [`${code} ${tertial}`]);
}

export interface NewVersion {
  readonly tertial: string;
  readonly version: number;
  readonly meetingId: string | null;
  readonly accountId: string;
  readonly areas: readonly { readonly areaId: string; readonly reason: string }[];
  readonly ratings: readonly {
    readonly areaId: string;
    readonly need: Grade | null;
    readonly influence: Grade | null;
  }[];
}

/** Adds a version of a tertial; those that it had are kept. */
export async function insertVersion(manager: EntityManager, code: number, row: NewVersion): Promise<void> {
  const { tertial, version, accountId } = row;
  for (const [index, { areaId, reason }] of row.areas.entries())
    await manager.query(
      `INSERT INTO area_priority (municipality_code, tertial, version, position, area_id, reason, meeting_id, account_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [code, tertial, version, index + 1, areaId, reason, row.meetingId, accountId],
    );
  await manager.query(
    `INSERT INTO area_rating (municipality_code, tertial, version, area_id, need, influence, account_id)
     SELECT $1::smallint, $2::text, $3::int, r.area_id, r.need, r.influence, $4::uuid
       FROM unnest($5::uuid[], $6::smallint[], $7::smallint[]) AS r (area_id, need, influence)`,
    [code, tertial, version, accountId, row.ratings.map(({ areaId }) => areaId), row.ratings.map(({ need }) => need), row.ratings.map(({ influence }) => influence)],
  ); // prettier-ignore
}
