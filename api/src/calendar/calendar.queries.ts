import type { EntityManager } from 'typeorm';
import type { ActivityKind, OccurrenceStatus } from './calendar.js';
import type { NewCalendarActivity, NewCalendarOccurrence } from './calendar.schema.js';
import type { Rule } from './recurrence.js';

export interface ActivityRow {
  id: string;
  version: number;
  title: string;
  kind: ActivityKind;
  rule: Rule;
  first_year: number | null;
  last_year: number | null;
  lead_weeks: number;
  organisation_id: string | null;
  organisation_name: string | null;
  organisation_kind: string | null;
  owner_function: string | null;
  police_part: string | null;
  municipality_part: string | null;
  others_part: string | null;
  checklist: string | null;
  suggestion: string | null;
}

export interface OccurrenceRow {
  activity_id: string;
  planned_on: string;
  status: OccurrenceStatus;
  moved_to: string | null;
  note: string | null;
  added: boolean;
}

interface Key {
  readonly municipalityCode: number;
  readonly id: string;
}

/** The activities of a municipality that are not removed, or one of them. */
export async function activityRows(manager: EntityManager, code: number, id?: string): Promise<ActivityRow[]> {
  return manager.query(
    `SELECT a.id, a.version, a.title, a.kind, a.rule, a.first_year, a.last_year, a.lead_weeks, a.organisation_id,
            o.name AS organisation_name, o.kind AS organisation_kind, a.owner_function, a.police_part, a.municipality_part,
            a.others_part, a.checklist, a.suggestion
       FROM calendar_activity a
       LEFT JOIN organisation o ON o.municipality_code = a.municipality_code AND o.id = a.organisation_id
      WHERE a.municipality_code = $1 AND a.removed_at IS NULL AND ($2::uuid IS NULL OR a.id = $2)
      ORDER BY lower(a.title), a.id`,
    [code, id ?? null],
  );
}

export async function occurrenceRows(manager: EntityManager, code: number, id?: string): Promise<OccurrenceRow[]> {
  return manager.query(
    `SELECT activity_id, planned_on::text, status, moved_to::text, note, added FROM calendar_occurrence
      WHERE municipality_code = $1 AND ($2::uuid IS NULL OR activity_id = $2) ORDER BY activity_id, planned_on`,
    [code, id ?? null],
  );
}

function values(input: NewCalendarActivity): unknown[] {
  const { title, kind, rule, firstYear, lastYear, leadWeeks, organisationId, ownerFunction, parts, checklist } = input;
  return [title, kind, JSON.stringify(rule), firstYear, lastYear, leadWeeks, organisationId, ownerFunction, parts.police, parts.municipality, parts.others, checklist, input.suggestion]; // prettier-ignore
}

/** False when the suggestion that it was taken from is taken already, by somebody who was quicker. */
export async function insertActivity(
  manager: EntityManager,
  { municipalityCode, id }: Key,
  input: NewCalendarActivity & { readonly accountId: string },
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO calendar_activity (municipality_code, id, account_id, title, kind, rule, first_year, last_year, lead_weeks,
       organisation_id, owner_function, police_part, municipality_part, others_part, checklist, suggestion)
     VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     ON CONFLICT (municipality_code, suggestion) WHERE suggestion IS NOT NULL AND removed_at IS NULL DO NOTHING
     RETURNING id`,
    [municipalityCode, id, input.accountId, ...values(input)],
  );
  return rows.length > 0;
}

/** How many changed: 0 when the version is another. */
export async function updateActivity(
  manager: EntityManager,
  { municipalityCode, id, version }: Key & { readonly version: number },
  input: NewCalendarActivity,
): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE calendar_activity SET version = version + 1, title = $4, kind = $5, rule = $6::jsonb, first_year = $7, last_year = $8,
       lead_weeks = $9, organisation_id = $10, owner_function = $11, police_part = $12, municipality_part = $13, others_part = $14,
       checklist = $15, suggestion = COALESCE($16::text, suggestion)
      WHERE municipality_code = $1 AND id = $2 AND version = $3 AND removed_at IS NULL`,
    [municipalityCode, id, version, ...values(input)],
  );
  return count;
}

/** Takes an activity away, or brings it back; how many changed. */
export async function setRemoved(manager: EntityManager, { municipalityCode, id }: Key, removed: boolean) {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE calendar_activity SET version = version + 1, removed_at = CASE WHEN $3::boolean THEN now() END
      WHERE municipality_code = $1 AND id = $2 AND (removed_at IS NULL) = $3::boolean`,
    [municipalityCode, id, removed],
  );
  return count;
}

/** Whether somebody removed it: it is there, and out of the wheel. */
export async function isKnown(manager: EntityManager, { municipalityCode, id }: Key): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT 1 FROM calendar_activity WHERE municipality_code = $1 AND id = $2`,
    [municipalityCode, id],
  );
  return rows.length > 0;
}

export async function saveOccurrence(
  manager: EntityManager,
  { municipalityCode, id }: Key,
  said: NewCalendarOccurrence & { readonly plannedOn: string; readonly added: boolean; readonly accountId: string },
): Promise<void> {
  await manager.query(
    `INSERT INTO calendar_occurrence (municipality_code, activity_id, planned_on, status, moved_to, note, added, account_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT ON CONSTRAINT calendar_occurrence_pk DO UPDATE SET status = EXCLUDED.status, moved_to = EXCLUDED.moved_to,
       note = EXCLUDED.note, account_id = EXCLUDED.account_id, at = now()`,
    [municipalityCode, id, said.plannedOn, said.status, said.movedTo, said.note, said.added, said.accountId],
  );
}

/** How many went. */
export async function deleteOccurrence(manager: EntityManager, { municipalityCode, id }: Key, plannedOn: string) {
  const [, count]: [unknown, number] = await manager.query(
    `DELETE FROM calendar_occurrence WHERE municipality_code = $1 AND activity_id = $2 AND planned_on = $3::date`,
    [municipalityCode, id, plannedOn],
  );
  return count;
}

export async function leftSuggestions(manager: EntityManager, code: number): Promise<string[]> {
  const rows: { code: string }[] = await manager.query(
    `SELECT code FROM calendar_suggestion_left WHERE municipality_code = $1`,
    [code],
  );
  return rows.map((row) => row.code);
}

export async function leaveSuggestion(manager: EntityManager, code: number, suggestion: string): Promise<void> {
  await manager.query(
    `INSERT INTO calendar_suggestion_left (municipality_code, code) VALUES ($1, $2) ON CONFLICT ON CONSTRAINT calendar_suggestion_left_pk DO NOTHING`,
    [code, suggestion],
  );
}

export async function wantSuggestion(manager: EntityManager, code: number, suggestion: string): Promise<void> {
  await manager.query(`DELETE FROM calendar_suggestion_left WHERE municipality_code = $1 AND code = $2`, [
    code,
    suggestion,
  ]);
}

export async function knowsOrganisation(manager: EntityManager, code: number, id: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(`SELECT 1 FROM organisation WHERE municipality_code = $1 AND id = $2`, [
    code,
    id,
  ]);
  return rows.length > 0;
}
