import type { EntityManager } from 'typeorm';
import type { DefaultCoordinateChoice, ProfileColumn } from './mapping-profile.js';
import type { DateOrder } from './instants.js';
import { storedJson } from './stored-json.js';

export interface ProfileRow {
  id: string;
  name: string;
  source: 'police' | 'external';
  columns: ProfileColumn[];
  date_order: DateOrder | null;
  default_coordinates: DefaultCoordinateChoice;
  used_at: Date | null;
}

/** The saved profiles, the last used first; of one source or of all. */
export async function profileRows(manager: EntityManager, code: number, source: string | null): Promise<ProfileRow[]> {
  return manager.query(
    `SELECT id, name, source, columns, date_order, default_coordinates, used_at FROM mapping_profile
      WHERE municipality_code = $1 AND ($2::text IS NULL OR source = $2)
      ORDER BY COALESCE(used_at, created_at) DESC, id DESC LIMIT 200`,
    [code, source],
  );
}

/** Saves a profile; one of the same name and source is replaced. Answers with its id. */
export async function saveProfile(
  manager: EntityManager,
  code: number,
  profile: {
    id: string; name: string; source: string; columns: readonly ProfileColumn[]; dateOrder: DateOrder | null;
    defaultCoordinates: DefaultCoordinateChoice; accountId: string;
  }, // prettier-ignore
): Promise<void> {
  await manager.query(
    `INSERT INTO mapping_profile (municipality_code, id, name, source, columns, date_order, default_coordinates, account_id, used_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now())
     ON CONFLICT ON CONSTRAINT mapping_profile_name_unique
     DO UPDATE SET columns = EXCLUDED.columns, date_order = EXCLUDED.date_order, default_coordinates = EXCLUDED.default_coordinates,
                   account_id = EXCLUDED.account_id, version = mapping_profile.version + 1, used_at = now()`,
    [code, profile.id, profile.name, profile.source, storedJson(profile.columns), profile.dateOrder, profile.defaultCoordinates, profile.accountId],
  ); // prettier-ignore
}

export async function markProfileUsed(manager: EntityManager, code: number, id: string): Promise<void> {
  await manager.query(`UPDATE mapping_profile SET used_at = now() WHERE municipality_code = $1 AND id = $2`, [
    code,
    id,
  ]);
}

export async function deleteProfile(manager: EntityManager, code: number, id: string): Promise<boolean> {
  const [, count]: [unknown, number] = await manager.query(
    `DELETE FROM mapping_profile WHERE municipality_code = $1 AND id = $2`,
    [code, id],
  );
  return count === 1;
}
