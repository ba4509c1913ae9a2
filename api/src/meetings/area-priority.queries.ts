import type { EntityManager } from 'typeorm';

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

/** The areas of the newest version, of one tertial or of each; every version with `all`. */
export async function areaPriorityRows(
  manager: EntityManager,
  code: number,
  { tertial = null, all = false }: { readonly tertial?: string | null; readonly all?: boolean },
): Promise<AreaPriorityRow[]> {
  return manager.query(
    `SELECT p.tertial, p.version, p.position, p.area_id, a.name AS area, p.reason, p.meeting_id, p.at
       FROM area_priority p JOIN area a ON a.municipality_code = p.municipality_code AND a.id = p.area_id
      WHERE p.municipality_code = $1 AND ($2::text IS NULL OR p.tertial = $2)
        AND ($3::boolean OR p.version = (SELECT max(v.version) FROM area_priority v WHERE v.municipality_code = p.municipality_code AND v.tertial = p.tertial))
      ORDER BY p.tertial DESC, p.version DESC, p.position`,
    [code, tertial, all],
  );
}

export interface NewAreaPriorities {
  readonly tertial: string;
  readonly meetingId: string | null;
  readonly accountId: string;
  readonly areas: readonly { readonly areaId: string; readonly reason: string }[];
}

/** Adds a version after those that the tertial had; two at once come one after the other. */
export async function insertAreaPriorities(
  manager: EntityManager,
  code: number,
  row: NewAreaPriorities,
): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(1501, hashtext($1))`, [`${code} ${row.tertial}`]);
  const [newest]: { version: number }[] = await manager.query(
    `SELECT COALESCE(max(version), 0)::int AS version FROM area_priority WHERE municipality_code = $1 AND tertial = $2`,
    [code, row.tertial],
  );
  for (const [index, { areaId, reason }] of row.areas.entries())
    await manager.query(
      `INSERT INTO area_priority (municipality_code, tertial, version, position, area_id, reason, meeting_id, account_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [code, row.tertial, newest!.version + 1, index + 1, areaId, reason, row.meetingId, row.accountId],
    );
}
