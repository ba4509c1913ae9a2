import type { EntityManager } from 'typeorm';
import type { ItemKind, TemplateItem } from './agenda.js';
import type { Attendance } from './meeting.js';

export interface ParticipantRow {
  id: string;
  function: string;
  organisation_id: string | null;
  organisation: string | null;
  party: string | null;
  account_id: string | null;
  attendance: Attendance;
}

export async function participantRows(
  manager: EntityManager,
  code: number,
  meetingId: string,
): Promise<ParticipantRow[]> {
  return manager.query(
    `SELECT p.id, p.function, p.organisation_id, o.name AS organisation, p.party, p.account_id, p.attendance
       FROM meeting_participant p
       LEFT JOIN organisation o ON o.municipality_code = p.municipality_code AND o.id = p.organisation_id
      WHERE p.municipality_code = $1 AND p.meeting_id = $2 ORDER BY p.position, p.id`,
    [code, meetingId],
  );
}

export interface StoredParticipant {
  readonly id: string;
  readonly function: string;
  readonly organisationId: string | null;
  readonly party: string | null;
  readonly accountId: string | null;
  readonly attendance: Attendance;
}

export async function insertParticipants(
  manager: EntityManager,
  code: number,
  meetingId: string,
  participants: readonly StoredParticipant[],
): Promise<void> {
  for (const each of participants)
    await manager.query(
      `INSERT INTO meeting_participant (municipality_code, id, meeting_id, position, function, organisation_id, party, account_id, attendance)
       SELECT $1::smallint, $2::uuid, $3::uuid, COALESCE(max(position) + 1, 0), $4::text, $5::uuid, $6::text, $7::uuid, $8::text
         FROM meeting_participant WHERE municipality_code = $1 AND meeting_id = $3`,
      [code, each.id, meetingId, each.function, each.organisationId, each.party, each.accountId, each.attendance],
    );
}

export async function setAttendance(
  manager: EntityManager,
  code: number,
  change: { meetingId: string; id: string; attendance: Attendance },
): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE meeting_participant SET attendance = $4 WHERE municipality_code = $1 AND meeting_id = $2 AND id = $3`,
    [code, change.meetingId, change.id, change.attendance],
  );
  return count;
}

export async function deleteParticipant(manager: EntityManager, code: number, meetingId: string, id: string) {
  const [, count]: [unknown, number] = await manager.query(
    `DELETE FROM meeting_participant WHERE municipality_code = $1 AND meeting_id = $2 AND id = $3`,
    [code, meetingId, id],
  );
  return count;
}

export interface ItemRow {
  id: string;
  kind: ItemKind;
  title: string | null;
  revision: number | null;
  text: string | null;
  at: Date | null;
}

/** The agenda in its order, each item with its newest note. */
export async function itemRows(manager: EntityManager, code: number, meetingId: string): Promise<ItemRow[]> {
  return manager.query(
    `SELECT i.id, i.kind, i.title, n.revision, n.text, n.at
       FROM meeting_item i
       LEFT JOIN LATERAL (SELECT revision, text, at FROM meeting_note
                           WHERE municipality_code = i.municipality_code AND item_id = i.id ORDER BY revision DESC LIMIT 1) n ON true
      WHERE i.municipality_code = $1 AND i.meeting_id = $2 ORDER BY i.position, i.id`,
    [code, meetingId],
  );
}

export async function insertItems(
  manager: EntityManager,
  code: number,
  meetingId: string,
  items: readonly (TemplateItem & { readonly id: string })[],
): Promise<void> {
  for (const [position, item] of items.entries())
    await manager.query(
      `INSERT INTO meeting_item (municipality_code, id, meeting_id, position, kind, title) VALUES ($1, $2, $3, $4, $5, $6)`,
      [code, item.id, meetingId, position, item.kind, item.title],
    );
}

/** Puts the items in this order. */
export async function orderItems(manager: EntityManager, code: number, ids: readonly string[]): Promise<void> {
  await manager.query(
    `UPDATE meeting_item i SET position = w.position - 1
       FROM unnest($2::uuid[]) WITH ORDINALITY AS w (id, position) WHERE i.municipality_code = $1 AND i.id = w.id`,
    [code, ids],
  );
}

export async function setItemTitle(manager: EntityManager, code: number, id: string, title: string | null) {
  await manager.query(`UPDATE meeting_item SET title = $3 WHERE municipality_code = $1 AND id = $2`, [code, id, title]);
}

export async function deleteItem(manager: EntityManager, code: number, id: string): Promise<void> {
  await manager.query(`DELETE FROM meeting_item WHERE municipality_code = $1 AND id = $2`, [code, id]);
}

export interface NoteRow {
  revision: number;
  text: string;
  at: Date;
  mine: boolean;
}

/** Every text that an item's note has had, newest first. */
export async function noteRows(
  manager: EntityManager,
  code: number,
  itemId: string,
  accountId: string,
): Promise<NoteRow[]> {
  return manager.query(
    `SELECT revision, text, at, account_id = $3::uuid AS mine FROM meeting_note
      WHERE municipality_code = $1 AND item_id = $2 ORDER BY revision DESC LIMIT 500`,
    [code, itemId, accountId],
  );
}

/** The newest text of a note and the one of a revision, where there are such. */
export async function noteTexts(manager: EntityManager, code: number, itemId: string, base: number) {
  const rows: { revision: number; text: string; at: Date }[] = await manager.query(
    `SELECT revision, text, at FROM meeting_note WHERE municipality_code = $1 AND item_id = $2
        AND (revision = $3 OR revision = (SELECT max(revision) FROM meeting_note WHERE municipality_code = $1 AND item_id = $2))
      ORDER BY revision DESC`,
    [code, itemId, base],
  );
  return { newest: rows[0], base: rows.find((row) => row.revision === base) };
}

export async function insertNote(
  manager: EntityManager,
  code: number,
  row: { itemId: string; revision: number; text: string; accountId: string },
): Promise<Date> {
  const rows: { at: Date }[] = await manager.query(
    `INSERT INTO meeting_note (municipality_code, item_id, revision, text, account_id) VALUES ($1, $2, $3, $4, $5) RETURNING at`,
    [code, row.itemId, row.revision, row.text, row.accountId],
  );
  return rows[0]!.at;
}

export interface DecisionRow {
  action_id: string;
  item_id: string | null;
  position: number;
  at: Date;
}

export async function decisionRows(manager: EntityManager, code: number, meetingId: string): Promise<DecisionRow[]> {
  return manager.query(
    `SELECT action_id, item_id, position, at FROM meeting_decision WHERE municipality_code = $1 AND meeting_id = $2 ORDER BY position`,
    [code, meetingId],
  );
}

/** Notes the action as the meeting's next decision, once. */
export async function insertDecision(
  manager: EntityManager,
  code: number,
  row: { actionId: string; meetingId: string; itemId: string | null },
): Promise<void> {
  await manager.query(
    `INSERT INTO meeting_decision (municipality_code, action_id, meeting_id, item_id, position)
     SELECT $1::smallint, $2::uuid, $3::uuid, $4::uuid, COALESCE(max(position) + 1, 1) FROM meeting_decision
      WHERE municipality_code = $1 AND meeting_id = $3
     ON CONFLICT (municipality_code, action_id) DO NOTHING`,
    [code, row.actionId, row.meetingId, row.itemId],
  );
}

/** The meetings not yet closed that show a decision: its own, and those of the same group, which ask how it goes. */
export async function meetingsShowing(manager: EntityManager, code: number, actionId: string): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `SELECT id FROM meeting WHERE municipality_code = $1 AND status IN ('planned', 'open') AND group_id = (
        SELECT m.group_id FROM meeting_decision d JOIN meeting m ON m.municipality_code = d.municipality_code AND m.id = d.meeting_id
         WHERE d.municipality_code = $1 AND d.action_id = $2)
      ORDER BY id FOR UPDATE`,
    [code, actionId],
  );
  return rows.map(({ id }) => id);
}
