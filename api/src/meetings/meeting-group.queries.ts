import type { EntityManager } from 'typeorm';
import type { TemplateItem } from './agenda.js';
import type { GroupKind, MeetingKind } from './meeting.js';
import type { NewMember } from './meeting-group.schema.js';
import type { Rhythm } from './rhythm.js';

export interface GroupRow {
  id: string;
  version: number;
  name: string;
  kind: GroupKind;
  agenda: TemplateItem[];
  ended: boolean;
}

export interface MemberRow {
  id: string;
  group_id: string;
  function: string;
  organisation_id: string | null;
  organisation: string | null;
  party: string | null;
  account_id: string | null;
}

export async function groupRows(manager: EntityManager, code: number, id: string | null = null): Promise<GroupRow[]> {
  return manager.query(
    `SELECT id, version, name, kind, agenda, ended FROM meeting_group
      WHERE municipality_code = $1 AND ($2::uuid IS NULL OR id = $2) ORDER BY ended, name, id`,
    [code, id],
  );
}

export async function memberRows(manager: EntityManager, code: number, groupId: string | null): Promise<MemberRow[]> {
  return manager.query(
    `SELECT m.id, m.group_id, m.function, m.organisation_id, o.name AS organisation, m.party, m.account_id
       FROM meeting_member m
       LEFT JOIN organisation o ON o.municipality_code = m.municipality_code AND o.id = m.organisation_id
      WHERE m.municipality_code = $1 AND ($2::uuid IS NULL OR m.group_id = $2) ORDER BY m.group_id, m.position`,
    [code, groupId],
  );
}

export interface StoredGroup {
  readonly id: string;
  readonly name: string;
  readonly kind: GroupKind;
  readonly agenda: readonly TemplateItem[];
  readonly ended: boolean;
}

export async function insertGroup(manager: EntityManager, code: number, group: StoredGroup, accountId: string) {
  await manager.query(
    `INSERT INTO meeting_group (municipality_code, id, name, kind, agenda, ended, account_id) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [code, group.id, group.name, group.kind, JSON.stringify(group.agenda), group.ended, accountId],
  );
}

/** How many rows it changed: none when somebody else was first. */
export async function updateGroup(manager: EntityManager, code: number, group: StoredGroup, version: number) {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE meeting_group SET name = $4, kind = $5, agenda = $6, ended = $7, version = version + 1
      WHERE municipality_code = $1 AND id = $2 AND version = $3`,
    [code, group.id, version, group.name, group.kind, JSON.stringify(group.agenda), group.ended],
  );
  return count;
}

export async function replaceMembers(
  manager: EntityManager,
  code: number,
  groupId: string,
  members: readonly (NewMember & { readonly id: string })[],
): Promise<void> {
  await manager.query(`DELETE FROM meeting_member WHERE municipality_code = $1 AND group_id = $2`, [code, groupId]);
  await manager.query(
    `INSERT INTO meeting_member (municipality_code, id, group_id, position, function, organisation_id, party, account_id)
     SELECT $1::smallint, m.id, $2::uuid, m.position, m.function, m.organisation_id, m.party, m.account_id
       FROM jsonb_to_recordset($3::jsonb) AS m (id uuid, position smallint, function text, organisation_id uuid, party text, account_id uuid)`,
    [
      code,
      groupId,
      JSON.stringify(
        members.map(({ organisationId, accountId, ...member }, position) => ({
          ...member,
          position,
          organisation_id: organisationId,
          account_id: accountId,
        })),
      ),
    ],
  );
}

/** Those of some accounts that belong to the municipality. */
export async function knownAccounts(
  manager: EntityManager,
  code: number,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows: { account_id: string }[] = await manager.query(
    `SELECT account_id FROM membership WHERE municipality_code = $1 AND account_id = ANY ($2::uuid[])`,
    [code, ids],
  );
  return new Set(rows.map((row) => row.account_id));
}

export interface SeriesRow {
  id: string;
  version: number;
  group_id: string;
  group_name: string;
  name: string;
  kind: MeetingKind;
  rhythm: Rhythm;
  starts_at: string;
  minutes: number;
  place: string | null;
  first_on: string;
  last_on: string | null;
  next_meeting_id: string | null;
}

export async function seriesRows(manager: EntityManager, code: number, id: string | null = null): Promise<SeriesRow[]> {
  return manager.query(
    `SELECT s.id, s.version, s.group_id, g.name AS group_name, s.name, s.kind, s.rhythm, s.starts_at, s.minutes, s.place,
            s.first_on::text AS first_on, s.last_on::text AS last_on,
            (SELECT m.id FROM meeting m WHERE m.municipality_code = s.municipality_code AND m.series_id = s.id AND m.status = 'planned'
              ORDER BY m.at LIMIT 1) AS next_meeting_id
       FROM meeting_series s JOIN meeting_group g ON g.municipality_code = s.municipality_code AND g.id = s.group_id
      WHERE s.municipality_code = $1 AND ($2::uuid IS NULL OR s.id = $2) ORDER BY s.name, s.id`,
    [code, id],
  );
}

export interface StoredSeries {
  readonly id: string;
  readonly groupId: string;
  readonly name: string;
  readonly kind: MeetingKind;
  readonly rhythm: Rhythm;
  readonly startsAt: string;
  readonly minutes: number;
  readonly place: string | null;
  readonly firstOn: string;
  readonly lastOn: string | null;
}

export async function insertSeries(manager: EntityManager, code: number, row: StoredSeries, accountId: string) {
  await manager.query(
    `INSERT INTO meeting_series (municipality_code, id, group_id, name, kind, rhythm, starts_at, minutes, place, first_on, last_on, account_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [code, row.id, row.groupId, row.name, row.kind, JSON.stringify(row.rhythm), row.startsAt, row.minutes, row.place, row.firstOn, row.lastOn, accountId],
  ); // prettier-ignore
}

export async function updateSeries(manager: EntityManager, code: number, row: StoredSeries, version: number) {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE meeting_series SET name = $4, kind = $5, rhythm = $6, starts_at = $7, minutes = $8, place = $9, first_on = $10, last_on = $11,
            version = version + 1
      WHERE municipality_code = $1 AND id = $2 AND version = $3`,
    [code, row.id, version, row.name, row.kind, JSON.stringify(row.rhythm), row.startsAt, row.minutes, row.place, row.firstOn, row.lastOn],
  ); // prettier-ignore
  return count;
}
