import type { EntityManager } from 'typeorm';
import type { ChangeKind, GroupKind, MeetingKind, MeetingStatus } from './meeting.js';
import type { MeetingQuery } from './meeting.schema.js';

export interface MeetingRow {
  id: string;
  version: number;
  revision: number;
  group_id: string;
  group_name: string;
  group_kind: GroupKind;
  mine: boolean;
  series_id: string | null;
  occasion: string | null;
  kind: MeetingKind;
  title: string;
  at: Date;
  until: Date;
  place: string | null;
  moved_because: string | null;
  status: MeetingStatus;
  opened_at: Date | null;
  closed_at: Date | null;
  registration_number: string | null;
  classification: 'open' | 'may-be-secret';
  decision_count: number;
}

const columns = `m.id, m.version, m.revision, m.group_id, g.name AS group_name, g.kind AS group_kind,
  EXISTS (SELECT 1 FROM meeting_participant p WHERE p.municipality_code = m.municipality_code AND p.meeting_id = m.id AND p.account_id = $2::uuid) AS mine,
  m.series_id, m.occasion::text AS occasion, m.kind, m.title, m.at, m.until, m.place, m.moved_because, m.status, m.opened_at, m.closed_at,
  m.registration_number, m.classification,
  (SELECT count(*)::int FROM meeting_decision d JOIN action a ON a.municipality_code = d.municipality_code AND a.id = d.action_id
    WHERE d.municipality_code = m.municipality_code AND d.meeting_id = m.id AND a.withdrawn_at IS NULL) AS decision_count`;

export async function meetingRows(
  manager: EntityManager,
  code: number,
  accountId: string,
  { from, to, groupId, seriesId, status }: MeetingQuery,
): Promise<MeetingRow[]> {
  return manager.query(
    `SELECT ${columns} FROM meeting m JOIN meeting_group g ON g.municipality_code = m.municipality_code AND g.id = m.group_id
      WHERE m.municipality_code = $1 AND ($3::date IS NULL OR m.at >= ($3::date)::timestamp AT TIME ZONE 'Europe/Stockholm')
        AND ($4::date IS NULL OR m.at < ($4::date + 1)::timestamp AT TIME ZONE 'Europe/Stockholm')
        AND ($5::uuid IS NULL OR m.group_id = $5) AND ($6::uuid IS NULL OR m.series_id = $6) AND ($7::text IS NULL OR m.status = $7)
      ORDER BY m.at DESC, m.id LIMIT 500`,
    [code, accountId, from ?? null, to ?? null, groupId ?? null, seriesId ?? null, status ?? null],
  );
}

export async function meetingRow(
  manager: EntityManager,
  code: number,
  accountId: string,
  id: string,
): Promise<MeetingRow | undefined> {
  const rows: MeetingRow[] = await manager.query(
    `SELECT ${columns} FROM meeting m JOIN meeting_group g ON g.municipality_code = m.municipality_code AND g.id = m.group_id
      WHERE m.municipality_code = $1 AND m.id = $3`,
    [code, accountId, id],
  );
  return rows[0];
}

/** Holds the meeting until the transaction ends: whoever writes to it waits for whoever writes already. */
export async function lockMeeting(manager: EntityManager, code: number, id: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT id FROM meeting WHERE municipality_code = $1 AND id = $2 FOR UPDATE`,
    [code, id],
  );
  return rows.length > 0;
}

export interface StoredMeeting {
  readonly id: string;
  readonly groupId: string;
  readonly seriesId: string | null;
  /** The day that the rhythm says, before a move. */
  readonly occasion: string | null;
  readonly kind: MeetingKind;
  readonly title: string;
  readonly at: string;
  readonly until: string;
  readonly place: string | null;
  readonly movedBecause: string | null;
  readonly accountId: string;
}

/** Whether it was stored: false when there is one with the id, or one of the series on that day. */
export async function insertMeeting(manager: EntityManager, code: number, row: StoredMeeting): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO meeting (municipality_code, id, group_id, series_id, occasion, kind, title, at, until, place, moved_because, account_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING RETURNING id`,
    [code, row.id, row.groupId, row.seriesId, row.occasion, row.kind, row.title, row.at, row.until, row.place, row.movedBecause, row.accountId],
  ); // prettier-ignore
  return rows.length > 0;
}

export interface ChangedMeeting {
  readonly id: string;
  readonly version: number;
  readonly kind: MeetingKind;
  readonly title: string;
  readonly at: string;
  readonly until: string;
  readonly place: string | null;
  readonly registrationNumber: string | null;
  readonly classification: string;
}

export async function updateMeeting(manager: EntityManager, code: number, row: ChangedMeeting): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE meeting SET kind = $4, title = $5, at = $6, until = $7, place = $8, registration_number = $9, classification = $10,
            moved_because = CASE WHEN at = $6 THEN moved_because END, version = version + 1
      WHERE municipality_code = $1 AND id = $2 AND version = $3`,
    [code, row.id, row.version, row.kind, row.title, row.at, row.until, row.place, row.registrationNumber, row.classification],
  ); // prettier-ignore
  return count;
}

/** A meeting that began before its time keeps when it began. */
export async function setStatus(
  manager: EntityManager,
  code: number,
  change: { id: string; status: MeetingStatus; until?: string },
): Promise<void> {
  await manager.query(
    `UPDATE meeting SET status = $3, version = version + 1, until = COALESCE($4::timestamptz, until),
            opened_at = CASE WHEN $3 = 'open' THEN COALESCE(opened_at, now()) ELSE opened_at END,
            closed_at = CASE WHEN $3 = 'closed' THEN now() ELSE closed_at END,
            at = CASE WHEN $3 = 'closed' THEN LEAST(at, opened_at) ELSE at END
      WHERE municipality_code = $1 AND id = $2`,
    [code, change.id, change.status, change.until ?? null],
  );
}

/** Counts a change of the meeting and notes what it was; the new revision. */
export async function addChange(
  manager: EntityManager,
  code: number,
  change: { meetingId: string; what: ChangeKind; subjectId: string | null; accountId: string },
): Promise<number> {
  const [rows]: [{ revision: number }[], number] = await manager.query(
    `UPDATE meeting SET revision = revision + 1 WHERE municipality_code = $1 AND id = $2 RETURNING revision`,
    [code, change.meetingId],
  );
  const { revision } = rows[0]!;
  await manager.query(
    `INSERT INTO meeting_change (municipality_code, meeting_id, revision, what, subject_id, account_id) VALUES ($1, $2, $3, $4, $5, $6)`,
    [code, change.meetingId, revision, change.what, change.subjectId, change.accountId],
  );
  return revision;
}

export interface ChangeRow {
  meeting_id: string;
  revision: number;
  what: ChangeKind;
  subject_id: string | null;
}

/** What has changed in some meetings after the revisions that are known, oldest first. */
export async function changesAfter(
  manager: EntityManager,
  code: number,
  known: ReadonlyMap<string, number>,
): Promise<ChangeRow[]> {
  return manager.query(
    `SELECT c.meeting_id, c.revision, c.what, c.subject_id FROM meeting_change c
       JOIN unnest($2::uuid[], $3::int[]) AS k (meeting_id, revision) ON k.meeting_id = c.meeting_id AND c.revision > k.revision
      WHERE c.municipality_code = $1 ORDER BY c.meeting_id, c.revision LIMIT 1000`,
    [code, [...known.keys()], [...known.values()]],
  );
}

/** The meetings of a group beside one: the one before it that was held, and the planned one after it. */
export async function neighbours(
  manager: EntityManager,
  code: number,
  meeting: Pick<MeetingRow, 'id' | 'group_id' | 'series_id' | 'at'>,
): Promise<{ previous: string | null; next: string | null }> {
  const [row]: { previous: string | null; next: string | null }[] = await manager.query(
    `SELECT (SELECT id FROM meeting WHERE municipality_code = $1 AND group_id = $2 AND id <> $3 AND at < $4 AND status = 'closed'
              AND series_id IS NOT DISTINCT FROM $5::uuid ORDER BY at DESC LIMIT 1) AS previous,
            (SELECT id FROM meeting WHERE municipality_code = $1 AND group_id = $2 AND id <> $3 AND at > $4 AND status IN ('planned', 'open')
              AND series_id IS NOT DISTINCT FROM $5::uuid ORDER BY at LIMIT 1) AS next`,
    [code, meeting.group_id, meeting.id, meeting.at, meeting.series_id],
  );
  return row ?? { previous: null, next: null };
}

export async function meetingCounts(
  manager: EntityManager,
  code: number,
  year: number,
): Promise<{ kind: MeetingKind; planned: number; held: number; last_held_on: string | null }[]> {
  return manager.query(
    `SELECT kind, count(*) FILTER (WHERE status IN ('planned', 'open'))::int AS planned, count(*) FILTER (WHERE status = 'closed')::int AS held,
            (max(at) FILTER (WHERE status = 'closed') AT TIME ZONE 'Europe/Stockholm')::date::text AS last_held_on
       FROM meeting WHERE municipality_code = $1 AND status <> 'cancelled'
        AND extract(year FROM at AT TIME ZONE 'Europe/Stockholm') = $2 GROUP BY kind ORDER BY kind`,
    [code, year],
  );
}

/** The closed meetings of the same group before one, the latest first. */
export async function earlierMeetings(
  manager: EntityManager,
  code: number,
  meeting: Pick<MeetingRow, 'id' | 'group_id' | 'at'>,
): Promise<{ id: string; at: Date }[]> {
  return manager.query(
    `SELECT id, at FROM meeting WHERE municipality_code = $1 AND group_id = $2 AND id <> $3 AND status = 'closed' AND at <= $4
      ORDER BY at DESC, id LIMIT 1000`,
    [code, meeting.group_id, meeting.id, meeting.at],
  );
}

/** When the series' last closed meeting before one was; of a meeting outside any series, the group's last one of its kind. */
export async function lastOfSeries(
  manager: EntityManager,
  code: number,
  meeting: Pick<MeetingRow, 'id' | 'group_id' | 'series_id' | 'kind' | 'at'>,
): Promise<Date | null> {
  const [row]: { at: Date | null }[] = await manager.query(
    `SELECT max(at) AS at FROM meeting WHERE municipality_code = $1 AND group_id = $2 AND id <> $3 AND at < $4 AND status = 'closed'
        AND kind = $6 AND series_id IS NOT DISTINCT FROM $5::uuid`,
    [code, meeting.group_id, meeting.id, meeting.at, meeting.series_id, meeting.kind],
  );
  return row?.at ?? null;
}
