import type { EntityManager } from 'typeorm';
import type { Metres } from '../geo/projection.js';

export interface PresenceRow {
  id: string;
  hotspot_id: string;
  at: Date;
  minutes: number;
  organisation: string;
  account_id: string;
  commitment_id: string | null;
  occasion_id: string | null;
  withdrawn: boolean;
}

const select = `SELECT p.id, p.hotspot_id, p.at, p.minutes, o.name AS organisation, p.account_id, p.commitment_id, p.occasion_id, p.withdrawn_at IS NOT NULL AS withdrawn
       FROM presence p JOIN organisation o ON o.municipality_code = p.municipality_code AND o.id = p.organisation_id`;

/** Stores a presence; false when its id is stored already. */
export async function insertPresence(
  manager: EntityManager,
  code: number,
  row: {
    id: string;
    hotspotId: string;
    organisationId: string;
    accountId: string;
    minutes: number;
    commitmentId: string | null;
    occasionId: string | null;
  },
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO presence (municipality_code, id, hotspot_id, organisation_id, account_id, minutes, commitment_id, occasion_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT ON CONSTRAINT presence_pk DO NOTHING RETURNING id`,
    [code, row.id, row.hotspotId, row.organisationId, row.accountId, row.minutes, row.commitmentId, row.occasionId],
  );
  return rows.length > 0;
}

export async function presenceRow(manager: EntityManager, code: number, id: string): Promise<PresenceRow | undefined> {
  const rows: PresenceRow[] = await manager.query(`${select} WHERE p.municipality_code = $1 AND p.id = $2`, [code, id]);
  return rows[0];
}

/** What was logged at a hot spot and not withdrawn, the latest first. */
export async function presenceRows(
  manager: EntityManager,
  code: number,
  { hotspotId, limit }: { hotspotId: string; limit: number },
): Promise<PresenceRow[]> {
  return manager.query(
    `${select} WHERE p.municipality_code = $1 AND p.hotspot_id = $2 AND p.withdrawn_at IS NULL ORDER BY p.at DESC, p.id DESC LIMIT $3`,
    [code, hotspotId, limit],
  );
}

/** Minutes and times at a hot spot in the days up to now. */
export async function presenceDose(
  manager: EntityManager,
  code: number,
  { hotspotId, days }: { hotspotId: string; days: number },
): Promise<{ minutes: number; times: number }> {
  const rows: { minutes: number; times: number }[] = await manager.query(
    `SELECT COALESCE(sum(minutes), 0)::int AS minutes, count(*)::int AS times FROM presence
      WHERE municipality_code = $1 AND hotspot_id = $2 AND withdrawn_at IS NULL AND at > now() - make_interval(days => $3)`,
    [code, hotspotId, days],
  );
  return rows[0]!;
}

/** What an organisation counted its presence here as the last time; null when as nothing, or never. */
export async function rememberedCommitment(
  manager: EntityManager,
  code: number,
  { hotspotId, organisationId }: { hotspotId: string; organisationId: string },
): Promise<string | null> {
  const rows: { commitment_id: string | null }[] = await manager.query(
    `SELECT commitment_id FROM presence WHERE municipality_code = $1 AND hotspot_id = $2 AND organisation_id = $3 AND withdrawn_at IS NULL
      ORDER BY at DESC, id DESC LIMIT 1`,
    [code, hotspotId, organisationId],
  );
  return rows[0]?.commitment_id ?? null;
}

export async function withdrawPresence(manager: EntityManager, code: number, id: string): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE presence SET withdrawn_at = now() WHERE municipality_code = $1 AND id = $2 AND withdrawn_at IS NULL`,
    [code, id],
  );
  return count;
}

export async function hotspotThere(manager: EntityManager, code: number, id: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(`SELECT 1 FROM hotspot WHERE municipality_code = $1 AND id = $2`, [
    code,
    id,
  ]);
  return rows.length > 0;
}

/** Hot spots near a point, with the metres to their edge; 0 within. */
export async function hotspotsNear(
  manager: EntityManager,
  code: number,
  { point, metres }: { point: Metres; metres: number },
): Promise<{ id: string; metres: number }[]> {
  return manager.query(
    `SELECT h.id, ST_Distance(h.polygon, ST_SetSRID(ST_MakePoint($2, $3), 3006))::float8 AS metres FROM hotspot h
      WHERE h.municipality_code = $1 AND ST_DWithin(h.polygon, ST_SetSRID(ST_MakePoint($2, $3), 3006), $4)`,
    [code, point.x, point.y, metres],
  );
}
