import type { EntityManager } from 'typeorm';
import { metresJson, polygonSql } from '../app/polygon-sql.js';
import type { MetresMultiPolygon } from '../geo/polygon.js';
import type { EscalationTarget } from './meeting.js';

export interface PictureRow {
  id: string;
  text: string;
  polygon: { coordinates: MetresMultiPolygon } | null;
  clipped: boolean;
  kept: boolean;
  at: Date;
}

export async function pictureRows(manager: EntityManager, code: number, meetingId: string): Promise<PictureRow[]> {
  return manager.query(
    `SELECT id, text, ST_AsGeoJSON(polygon, 2)::jsonb AS polygon, clipped, kept, at FROM police_picture
      WHERE municipality_code = $1 AND meeting_id = $2 ORDER BY at, id`,
    [code, meetingId],
  );
}

export interface StoredPicture {
  readonly id: string;
  readonly meetingId: string;
  readonly text: string;
  readonly polygon: MetresMultiPolygon | null;
  readonly clipped: boolean;
  readonly kept: boolean;
  readonly accountId: string;
}

export async function insertPicture(manager: EntityManager, code: number, row: StoredPicture): Promise<void> {
  await manager.query(
    `INSERT INTO police_picture (municipality_code, id, meeting_id, text, polygon, clipped, kept, account_id)
     VALUES ($1, $2, $3, $4, CASE WHEN $5::text IS NULL THEN NULL ELSE ${polygonSql('$5::text')} END, $6, $7, $8)
     ON CONFLICT (municipality_code, id) DO NOTHING`,
    [code, row.id, row.meetingId, row.text, row.polygon && metresJson(row.polygon), row.clipped, row.kept, row.accountId],
  ); // prettier-ignore
}

export async function deletePicture(manager: EntityManager, code: number, meetingId: string, id: string) {
  const [, count]: [unknown, number] = await manager.query(
    `DELETE FROM police_picture WHERE municipality_code = $1 AND meeting_id = $2 AND id = $3`,
    [code, meetingId, id],
  );
  return count;
}

/** Takes away what was not to be kept: of one meeting, or of all from before an instant; how many there were. */
export async function deleteUnkept(
  manager: EntityManager,
  code: number,
  which: { readonly meetingId: string } | { readonly before: Date },
): Promise<number> {
  const meetingId = 'meetingId' in which ? which.meetingId : null;
  const before = 'before' in which ? which.before : null;
  const [, count]: [unknown, number] = await manager.query(
    `DELETE FROM police_picture WHERE municipality_code = $1 AND NOT kept
        AND ($2::uuid IS NULL OR meeting_id = $2) AND ($3::timestamptz IS NULL OR at < $3)`,
    [code, meetingId, before],
  );
  return count;
}

/** The municipalities where something that was not to be kept is older than an instant; asked before there is an actor. */
export async function municipalitiesWithUnkept(manager: EntityManager, before: Date): Promise<number[]> {
  const rows: { code: number }[] = await manager.query(
    `SELECT DISTINCT municipality_code AS code FROM police_picture WHERE NOT kept AND at < $1 ORDER BY 1`,
    [before],
  );
  return rows.map(({ code }) => code);
}

export interface PriorityRow {
  text: string;
  area_id: string | null;
  area: string | null;
  hotspot_id: string | null;
  hotspot: string | null;
}

export async function priorityRows(manager: EntityManager, code: number, meetingId: string): Promise<PriorityRow[]> {
  return manager.query(
    `SELECT p.text, p.area_id, a.name AS area, p.hotspot_id, h.name AS hotspot
       FROM meeting_priority p
       LEFT JOIN area a ON a.municipality_code = p.municipality_code AND a.id = p.area_id
       LEFT JOIN hotspot h ON h.municipality_code = p.municipality_code AND h.id = p.hotspot_id
      WHERE p.municipality_code = $1 AND p.meeting_id = $2 ORDER BY p.position`,
    [code, meetingId],
  );
}

export async function replacePriorities(
  manager: EntityManager,
  code: number,
  meetingId: string,
  priorities: readonly { readonly text: string; readonly areaId: string | null; readonly hotspotId: string | null }[],
): Promise<void> {
  await manager.query(`DELETE FROM meeting_priority WHERE municipality_code = $1 AND meeting_id = $2`, [
    code,
    meetingId,
  ]);
  for (const [index, each] of priorities.entries())
    await manager.query(
      `INSERT INTO meeting_priority (municipality_code, meeting_id, position, text, area_id, hotspot_id) VALUES ($1, $2, $3, $4, $5, $6)`,
      [code, meetingId, index + 1, each.text, each.areaId, each.hotspotId],
    );
}

export interface EscalationRow {
  id: string;
  target: EscalationTarget;
  text: string;
  hotspot_id: string | null;
  action_id: string | null;
  at: Date;
  taken_up_in: string | null;
  /** The group whose meeting lifted it. */
  group_name: string;
}

const escalationColumns = `e.id, e.target, e.text, e.hotspot_id, e.action_id, e.at, e.taken_up_in, g.name AS group_name`;
const escalationTables = `meeting_escalation e
  JOIN meeting m ON m.municipality_code = e.municipality_code AND m.id = e.meeting_id
  JOIN meeting_group g ON g.municipality_code = m.municipality_code AND g.id = m.group_id`;

export async function escalationRows(
  manager: EntityManager,
  code: number,
  meetingId: string,
): Promise<EscalationRow[]> {
  return manager.query(
    `SELECT ${escalationColumns} FROM ${escalationTables} WHERE e.municipality_code = $1 AND e.meeting_id = $2 ORDER BY e.at, e.id`,
    [code, meetingId],
  );
}

/** What others have lifted to such a meeting and nobody has taken up yet, or this one has. */
export async function liftedTo(
  manager: EntityManager,
  code: number,
  target: EscalationTarget,
  meetingId: string,
): Promise<EscalationRow[]> {
  return manager.query(
    `SELECT ${escalationColumns} FROM ${escalationTables}
      WHERE e.municipality_code = $1 AND e.target = $2 AND e.meeting_id <> $3 AND (e.taken_up_in IS NULL OR e.taken_up_in = $3)
      ORDER BY e.at, e.id`,
    [code, target, meetingId],
  );
}

export async function insertEscalation(
  manager: EntityManager,
  code: number,
  row: {
    id: string;
    meetingId: string;
    target: EscalationTarget;
    text: string;
    hotspotId: string | null;
    actionId: string | null;
  },
): Promise<void> {
  await manager.query(
    `INSERT INTO meeting_escalation (municipality_code, id, meeting_id, target, text, hotspot_id, action_id) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [code, row.id, row.meetingId, row.target, row.text, row.hotspotId, row.actionId],
  );
}

/** What was lifted to a meeting of this kind is taken up when it closes. */
export async function takeUp(manager: EntityManager, code: number, target: EscalationTarget, meetingId: string) {
  await manager.query(
    `UPDATE meeting_escalation SET taken_up_in = $3 WHERE municipality_code = $1 AND target = $2 AND taken_up_in IS NULL AND meeting_id <> $3`,
    [code, target, meetingId],
  );
}

/** Which of some rows of the municipality there are: areas and hot spots that a priority or a decision names. */
export async function knownSubjects(
  manager: EntityManager,
  code: number,
  ids: { readonly areas: readonly string[]; readonly hotspots: readonly string[] },
): Promise<{ areas: Set<string>; hotspots: Set<string> }> {
  const areas: { id: string }[] = await manager.query(
    `SELECT id FROM area WHERE municipality_code = $1 AND id = ANY ($2::uuid[])`,
    [code, ids.areas],
  );
  const hotspots: { id: string }[] = await manager.query(
    `SELECT id FROM hotspot WHERE municipality_code = $1 AND id = ANY ($2::uuid[])`,
    [code, ids.hotspots],
  );
  return { areas: new Set(areas.map(({ id }) => id)), hotspots: new Set(hotspots.map(({ id }) => id)) };
}
