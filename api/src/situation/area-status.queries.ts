import type { EntityManager } from 'typeorm';
import { only } from '../app/database.js';
import type { DecidedColour, Level } from './area-status.js';

export interface ColourRow extends DecidedColour {
  sentence: string | null;
  meeting_id: string | null;
  organisation: string | null;
  decided_at: Date;
}

const columns = `s.area_id, s.monday::text AS monday, s.version, s.level, s.sentence, s.meeting_id, o.name AS organisation, s.decided_at`;
const withOrganisation = `LEFT JOIN organisation o ON o.municipality_code = s.municipality_code AND o.id = s.organisation_id`;

/** The newest version of each area's week, to and with the week that begins on `monday`. */
export async function colourRows(manager: EntityManager, code: number, monday: string): Promise<ColourRow[]> {
  return manager.query(
    `SELECT DISTINCT ON (s.area_id, s.monday) ${columns}
       FROM area_status s ${withOrganisation}
      WHERE s.municipality_code = $1 AND s.monday <= $2::date
      ORDER BY s.area_id, s.monday, s.version DESC`,
    [code, monday],
  );
}

/** Every colour that an area was ever given, the latest first. */
export async function colourHistory(manager: EntityManager, code: number, areaId: string | null): Promise<ColourRow[]> {
  return manager.query(
    `SELECT ${columns} FROM area_status s ${withOrganisation}
      WHERE s.municipality_code = $1 AND s.area_id IS NOT DISTINCT FROM $2::uuid
      ORDER BY s.decided_at DESC, s.monday DESC, s.version DESC LIMIT 500`,
    [code, areaId],
  );
}

export interface NewColourRow {
  readonly id: string;
  readonly areaId: string | null;
  readonly monday: string;
  readonly level: Level;
  readonly sentence: string | null;
  readonly meetingId: string | null;
  readonly organisationId: string;
  readonly accountId: string;
}

/** Adds a colour after those that the week had; two at once come one after the other. */
export async function insertColour(manager: EntityManager, code: number, row: NewColourRow): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(1601, hashtext($1))`, [`${code} ${row.areaId} ${row.monday}`]);
  await manager.query(
    `INSERT INTO area_status (municipality_code, id, area_id, monday, version, level, sentence, meeting_id, organisation_id, account_id)
     SELECT $1::smallint, $2::uuid, $3::uuid, $4::date,
            1 + COALESCE((SELECT max(s.version) FROM area_status s
                           WHERE s.municipality_code = $1::smallint AND s.area_id IS NOT DISTINCT FROM $3::uuid AND s.monday = $4::date), 0),
            $5::text, $6::text, $7::uuid, $8::uuid, $9::uuid`,
    [code, row.id, row.areaId, row.monday, row.level, row.sentence, row.meetingId, row.organisationId, row.accountId],
  );
}

export async function meetingThere(manager: EntityManager, code: number, id: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(`SELECT FROM meeting WHERE municipality_code = $1 AND id = $2`, [
    code,
    id,
  ]);
  return rows.length > 0;
}

export async function statusAreas(manager: EntityManager, code: number): Promise<{ id: string; name: string }[]> {
  return manager.query(`SELECT id, name FROM area WHERE municipality_code = $1 ORDER BY name, id`, [code]);
}

export async function municipalityName(manager: EntityManager, code: number): Promise<string> {
  const rows: { name: string }[] = await manager.query(`SELECT name FROM municipality WHERE municipality_code = $1`, [
    code,
  ]);
  return only(rows).name;
}
