import type { EntityManager } from 'typeorm';
import type { Metres } from '../geo/projection.js';

export interface AlertRow {
  id: string;
  category_code: string;
  level: 'alert' | 'review';
  x: number;
  y: number;
  radius_metres: number;
  name: string | null;
  first_day: string;
  last_day: string;
  cases: number;
  expected: number;
  recurrence_days: number;
  parameters: Record<string, unknown>;
  found_at: Date;
  updated_at: Date;
  seen_at: Date | null;
  note: string | null;
}

export interface AlertSettingRow {
  version: number;
  enabled: boolean;
  alert_days: number;
  review_days: number;
  fewest_events: number;
}

const columns = `id, category_code, level, ST_X(centre) AS x, ST_Y(centre) AS y, radius_metres, name, first_day::text, last_day::text,
  cases, expected, recurrence_days, parameters, found_at, updated_at, seen_at, note`;

/** Of exactly these groups: what another set of groups gave is another answer about the same place. */
const ofGroups = `group_codes @> $2::text[] AND group_codes <@ $2::text[]`;

export async function alertRows(
  manager: EntityManager,
  code: number,
  list: { groups: readonly string[]; seen: boolean | null; limit: number },
): Promise<AlertRow[]> {
  return manager.query(
    `SELECT ${columns} FROM alert
      WHERE municipality_code = $1 AND ${ofGroups} AND ($3::boolean IS NULL OR (seen_at IS NOT NULL) = $3)
      ORDER BY (seen_at IS NOT NULL), updated_at DESC, id LIMIT $4`,
    [code, list.groups, list.seen, list.limit],
  );
}

export async function alertRow(
  manager: EntityManager,
  code: number,
  alert: { id: string; groups: readonly string[] },
): Promise<AlertRow | undefined> {
  const rows: AlertRow[] = await manager.query(
    `SELECT ${columns} FROM alert WHERE municipality_code = $1 AND ${ofGroups} AND id = $3`,
    [code, alert.groups, alert.id],
  );
  return rows[0];
}

export interface FoundAlert {
  readonly id: string;
  readonly groups: readonly string[];
  readonly category: string;
  readonly level: 'alert' | 'review';
  readonly centre: Metres;
  readonly radiusMetres: number;
  readonly name: string | null;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly cases: number;
  readonly expected: number;
  readonly recurrenceDays: number;
  readonly parameters: object;
}

/** The alert that already tells of this: same category, overlapping circle, overlapping days. Null when it is new. */
export async function knownAlert(manager: EntityManager, code: number, found: FoundAlert): Promise<string | null> {
  const rows: { id: string }[] = await manager.query(
    `SELECT id FROM alert
      WHERE municipality_code = $1 AND ${ofGroups} AND category_code = $3 AND last_day >= $4::date
        AND ST_DWithin(centre, ST_SetSRID(ST_MakePoint($5, $6), 3006), radius_metres + $7)
      ORDER BY updated_at DESC, id LIMIT 1`,
    [
      code,
      found.groups,
      found.category,
      found.firstDay,
      found.centre.x,
      found.centre.y,
      Math.max(50, found.radiusMetres),
    ],
  );
  return rows[0]?.id ?? null;
}

export async function insertAlert(manager: EntityManager, code: number, found: FoundAlert): Promise<void> {
  await manager.query(
    `INSERT INTO alert (municipality_code, id, group_codes, category_code, level, centre, radius_metres, name, first_day, last_day,
                        cases, expected, recurrence_days, parameters)
     VALUES ($1, $2, $3, $4, $5, ST_SetSRID(ST_MakePoint($6, $7), 3006), $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      code,
      found.id,
      found.groups,
      found.category,
      found.level,
      found.centre.x,
      found.centre.y,
      found.radiusMetres,
      found.name,
      found.firstDay,
      found.lastDay,
      found.cases,
      found.expected,
      found.recurrenceDays,
      JSON.stringify(found.parameters),
    ],
  );
}

/** What goes on is told by the alert that told of it first; one that was seen stays seen unless it has become worse. */
export async function updateAlert(manager: EntityManager, code: number, id: string, found: FoundAlert): Promise<void> {
  await manager.query(
    `UPDATE alert SET level = $3, centre = ST_SetSRID(ST_MakePoint($4, $5), 3006), radius_metres = $6, last_day = $7, cases = $8,
                      expected = $9, recurrence_days = $10, updated_at = now(),
                      seen_at = CASE WHEN level = 'review' AND $3 = 'alert' THEN NULL ELSE seen_at END
      WHERE municipality_code = $1 AND id = $2`,
    [
      code,
      id,
      found.level,
      found.centre.x,
      found.centre.y,
      found.radiusMetres,
      found.lastDay,
      found.cases,
      found.expected,
      found.recurrenceDays,
    ],
  );
}

export async function markSeen(
  manager: EntityManager,
  code: number,
  seen: { id: string; accountId: string; note: string | null },
): Promise<void> {
  await manager.query(
    `UPDATE alert SET seen_at = now(), seen_by = $3, note = $4 WHERE municipality_code = $1 AND id = $2`,
    [code, seen.id, seen.accountId, seen.note],
  );
}

export async function alertSetting(manager: EntityManager, code: number): Promise<AlertSettingRow | undefined> {
  const rows: AlertSettingRow[] = await manager.query(
    `SELECT version, enabled, alert_days, review_days, fewest_events FROM alert_setting WHERE municipality_code = $1`,
    [code],
  );
  return rows[0];
}

/** Saves over the version that was read (0 before there is a row); false when somebody else was first. */
export async function saveAlertSetting(
  manager: EntityManager,
  code: number,
  setting: { version: number; enabled: boolean; alertDays: number; reviewDays: number; fewestEvents: number },
): Promise<boolean> {
  const values = [code, setting.enabled, setting.alertDays, setting.reviewDays, setting.fewestEvents];
  if (setting.version === 0) {
    const rows: unknown[] = await manager.query(
      `INSERT INTO alert_setting (municipality_code, enabled, alert_days, review_days, fewest_events) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING version`,
      values,
    );
    return rows.length === 1;
  }
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE alert_setting SET enabled = $2, alert_days = $3, review_days = $4, fewest_events = $5, version = version + 1
      WHERE municipality_code = $1 AND version = $6`,
    [...values, setting.version],
  );
  return count === 1;
}

/** The municipalities whose night has no job yet. */
export async function municipalitiesWithout(
  manager: EntityManager,
  job: { kind: string; once: string },
): Promise<number[]> {
  const rows: { municipality_code: number }[] = await manager.query(
    `SELECT municipality_code FROM municipality m
      WHERE kind = 'municipality'
        AND NOT EXISTS (SELECT 1 FROM job j WHERE j.municipality_code = m.municipality_code AND j.kind = $1 AND j.once = $2)
      ORDER BY municipality_code`,
    [job.kind, job.once],
  );
  return rows.map((row) => row.municipality_code);
}

/** The different sets of groups that members in these roles may see: each gets an answer of its own. */
export async function groupSets(manager: EntityManager, code: number, roles: readonly string[]): Promise<string[][]> {
  const rows: { groups: string[] }[] = await manager.query(
    `SELECT DISTINCT array_agg(g.group_code ORDER BY g.group_code) AS groups FROM organisation_group g
      WHERE g.municipality_code = $1
        AND EXISTS (SELECT 1 FROM membership m WHERE m.municipality_code = g.municipality_code AND m.organisation_id = g.organisation_id AND m.role = ANY ($2::text[]))
      GROUP BY g.organisation_id`,
    [code, roles],
  );
  return rows.map(({ groups }) => groups);
}
