import type { EntityManager } from 'typeorm';
import type { Stage } from './hotspot.js';

export interface ByRow {
  by_organisation: string | null;
  by_role: string | null;
}

/** Which organisation and role an account has here now; with `byJoins` of the table that holds account_id. */
export const byColumns = 'bo.name AS by_organisation, bm.role AS by_role';

export function byJoins(table: string): string {
  return `LEFT JOIN membership bm ON bm.municipality_code = ${table}.municipality_code AND bm.account_id = ${table}.account_id
    LEFT JOIN organisation bo ON bo.municipality_code = bm.municipality_code AND bo.id = bm.organisation_id`;
}

export interface LockedHotspot {
  id: string;
  version: number;
  name: string;
  stage: Stage;
  owner_organisation_id: string;
  owner_function: string;
  stated_source: string | null;
  merged_into: string | null;
  merged_name: string | null;
  split_from: string | null;
  split_name: string | null;
  cluster_id: string | null;
  area: number;
  adopted_at: Date;
}

/** A hot spot as the work with it needs it; `hold` keeps others from writing at it until the transaction ends. */
export async function lockHotspot(
  manager: EntityManager,
  code: number,
  { id, hold }: { id: string; hold: boolean },
): Promise<LockedHotspot | undefined> {
  const nameOf = (column: string) =>
    `(SELECT o.name FROM hotspot o WHERE o.municipality_code = h.municipality_code AND o.id = h.${column})`;
  const rows: LockedHotspot[] = await manager.query(
    `SELECT h.id, h.version, h.name, h.stage, h.owner_organisation_id, h.owner_function, h.stated_source, h.cluster_id, h.adopted_at,
            h.merged_into, ${nameOf('merged_into')} AS merged_name, h.split_from, ${nameOf('split_from')} AS split_name, ST_Area(h.polygon) AS area
       FROM hotspot h WHERE h.municipality_code = $1 AND h.id = $2 ${hold ? 'FOR UPDATE OF h' : ''}`,
    [code, id],
  );
  return rows[0];
}

/** Reports and rows inside that the reader may see, whenever they happened. */
export async function eventsInside(manager: EntityManager, code: number, id: string): Promise<number> {
  const rows: { count: number }[] = await manager.query(
    `SELECT count(*)::int AS count FROM incident i JOIN hotspot h ON h.municipality_code = i.municipality_code AND ST_Intersects(h.polygon, i.location)
      WHERE i.municipality_code = $1 AND h.id = $2 AND i.status <> 'dismissed'`,
    [code, id],
  );
  return rows[0]?.count ?? 0;
}

export async function causeCount(manager: EntityManager, code: number, id: string): Promise<number> {
  const rows: { count: number }[] = await manager.query(
    `SELECT count(*)::int AS count FROM cause WHERE municipality_code = $1 AND hotspot_id = $2 AND withdrawn_at IS NULL`,
    [code, id],
  );
  return rows[0]?.count ?? 0;
}

/** Minutes that somebody was there, as the presence plan notes them. */
export async function presenceMinutes(manager: EntityManager, code: number, id: string): Promise<number> {
  const rows: { minutes: number }[] = await manager.query(
    `SELECT coalesce(sum(minutes), 0)::int AS minutes FROM presence WHERE municipality_code = $1 AND hotspot_id = $2 AND withdrawn_at IS NULL`,
    [code, id],
  );
  return rows[0]?.minutes ?? 0;
}

export interface ProblemRow extends ByRow {
  number: number;
  what: string;
  whereabouts: string | null;
  occasions: string | null;
  harmed: string | null;
  consequences: string | null;
  unknowns: string | null;
  at: Date;
}

/** Every version of the problem description, the newest first. */
export async function problemRows(manager: EntityManager, code: number, id: string): Promise<ProblemRow[]> {
  return manager.query(
    `SELECT p.number, p.what, p.whereabouts, p.occasions, p.harmed, p.consequences, p.unknowns, p.at, ${byColumns}
       FROM hotspot_problem p ${byJoins('p')}
      WHERE p.municipality_code = $1 AND p.hotspot_id = $2 ORDER BY p.number DESC`,
    [code, id],
  );
}

export async function insertProblem(
  manager: EntityManager,
  code: number,
  row: Omit<ProblemRow, 'at' | keyof ByRow> & { id: string; hotspotId: string; accountId: string },
): Promise<void> {
  await manager.query(
    `INSERT INTO hotspot_problem (municipality_code, id, hotspot_id, number, what, whereabouts, occasions, harmed, consequences, unknowns, account_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      code,
      row.id,
      row.hotspotId,
      row.number,
      row.what,
      row.whereabouts,
      row.occasions,
      row.harmed,
      row.consequences,
      row.unknowns,
      row.accountId,
    ],
  );
}

export interface FollowUpRow extends ByRow {
  number: number;
  production: string | null;
  process: string | null;
  helped: string | null;
  hindered: string | null;
  effect_run_id: string | null;
  effect_note: string | null;
  /** An answer without a sentence has none: nothing could be counted. */
  effect: { status?: string; sentence?: { sv: string; en: string } | null } | null;
  at: Date;
}

/** Every version of the follow-up, the newest first, with the answer that it stands on where the reader may see it. */
export async function followUpRows(manager: EntityManager, code: number, id: string): Promise<FollowUpRow[]> {
  return manager.query(
    `SELECT f.number, f.production, f.process, f.helped, f.hindered, f.effect_run_id, f.effect_note, f.at, ${byColumns},
            CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('status', r.result->'answer'->'status', 'sentence', r.result->'answer'->'sentence') END AS effect
       FROM hotspot_follow_up f ${byJoins('f')}
       LEFT JOIN analysis_run r ON r.municipality_code = f.municipality_code AND r.id = f.effect_run_id
      WHERE f.municipality_code = $1 AND f.hotspot_id = $2 ORDER BY f.number DESC`,
    [code, id],
  );
}

export async function insertFollowUp(
  manager: EntityManager,
  code: number,
  row: Omit<FollowUpRow, 'at' | 'effect' | keyof ByRow> & { id: string; hotspotId: string; accountId: string },
): Promise<void> {
  await manager.query(
    `INSERT INTO hotspot_follow_up (municipality_code, id, hotspot_id, number, production, process, helped, hindered, effect_run_id, effect_note, account_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      code,
      row.id,
      row.hotspotId,
      row.number,
      row.production,
      row.process,
      row.helped,
      row.hindered,
      row.effect_run_id,
      row.effect_note,
      row.accountId,
    ],
  );
}

/** How an answer about an effect turned out; undefined when there is none that the reader may see. */
export async function effectStatus(manager: EntityManager, code: number, runId: string): Promise<string | undefined> {
  const rows: { status: string }[] = await manager.query(
    `SELECT result->'answer'->>'status' AS status FROM analysis_run WHERE municipality_code = $1 AND id = $2 AND kind = 'effect'`,
    [code, runId],
  );
  return rows[0]?.status;
}

export async function updateHotspot(
  manager: EntityManager,
  code: number,
  row: { id: string; ownerOrganisationId: string; ownerFunction: string; statedSource: string | null },
): Promise<void> {
  await manager.query(
    `UPDATE hotspot SET version = version + 1, owner_organisation_id = $3, owner_function = $4, stated_source = $5
      WHERE municipality_code = $1 AND id = $2`,
    [code, row.id, row.ownerOrganisationId, row.ownerFunction, row.statedSource],
  );
}

export interface NewsRow {
  id: string;
  name: string;
  count: number;
  since: Date;
  latest: Date | null;
}

/**
 * What has come in inside open hot spots since their owner last saw them (or since they were taken up), as far as the
 * reader may see it. Counted from the reports themselves, so that a corrected place or a dismissal is followed.
 */
export async function newsRows(
  manager: EntityManager,
  code: number,
  choice: { organisationId?: string; id?: string },
): Promise<NewsRow[]> {
  return manager.query(
    `SELECT h.id, h.name, count(i.id)::int AS count, coalesce(s.seen_at, h.adopted_at) AS since, max(i.created_at) AS latest
       FROM hotspot h
       LEFT JOIN hotspot_seen s ON s.municipality_code = h.municipality_code AND s.hotspot_id = h.id AND s.organisation_id = h.owner_organisation_id
       LEFT JOIN incident i ON i.municipality_code = h.municipality_code AND i.created_at > coalesce(s.seen_at, h.adopted_at)
             AND i.status <> 'dismissed' AND ST_Intersects(h.polygon, i.location)
      WHERE h.municipality_code = $1 AND h.stage <> 'closed' AND ($2::uuid IS NULL OR h.owner_organisation_id = $2) AND ($3::uuid IS NULL OR h.id = $3)
      GROUP BY h.id, h.name, s.seen_at, h.adopted_at ORDER BY count(i.id) DESC, h.name`,
    [code, choice.organisationId ?? null, choice.id ?? null],
  );
}

export async function markSeen(
  manager: EntityManager,
  code: number,
  row: { hotspotId: string; organisationId: string; accountId: string },
): Promise<void> {
  await manager.query(
    `INSERT INTO hotspot_seen (municipality_code, hotspot_id, organisation_id, account_id) VALUES ($1, $2, $3, $4)
     ON CONFLICT (municipality_code, hotspot_id, organisation_id) DO UPDATE SET seen_at = now(), account_id = EXCLUDED.account_id`,
    [code, row.hotspotId, row.organisationId, row.accountId],
  );
}
