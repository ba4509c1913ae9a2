import type { EntityManager } from 'typeorm';
import type { Metres } from '../geo/projection.js';
import type { ActionGrade, ActionStatus } from './action.js';
import type { NewAction } from './action.schema.js';

export interface ActionRow {
  id: string;
  version: number;
  what: string;
  cause: string | null;
  goal: string | null;
  scope: 'point-effort' | 'ordinary-work' | null;
  organisation_id: string;
  organisation: string;
  owner_function: string;
  due: string | null;
  follow_up_on: string | null;
  follow_up: string | null;
  status: ActionStatus;
  grade: ActionGrade | null;
  grade_note: string | null;
  hotspot_id: string | null;
  hotspot: string | null;
  meeting_id: string | null;
  view_id: string | null;
  cause_id: string | null;
  x: number | null;
  y: number | null;
  classification: 'open' | 'may-be-secret';
  secrecy_basis: string | null;
  secrecy_by: string | null;
  secrecy_on: string | null;
  registration_number: string | null;
  escalated: boolean;
  created_at: Date;
  withdrawn_at: Date | null;
}

/** Which actions. `secret` says whether the reader sees those that may be secret; nobody reads without saying it. */
export interface ActionChoice {
  readonly secret: boolean;
  readonly id?: string | undefined;
  readonly hotspotId?: string | undefined;
  readonly meetingId?: string | undefined;
  readonly organisationId?: string | undefined;
  readonly open?: boolean | undefined;
  readonly dueBefore?: string | undefined;
  readonly near?: { readonly point: Metres; readonly metres: number } | undefined;
  /** With an id withdrawn ones are found too. */
  readonly withdrawn?: boolean;
}

/** The actions, those that are not done first, by their last day. */
export async function actionRows(manager: EntityManager, code: number, choice: ActionChoice): Promise<ActionRow[]> {
  const { near } = choice;
  return manager.query(
    `SELECT a.id, a.version, a.what, a.cause, a.goal, a.scope, a.organisation_id, o.name AS organisation, a.owner_function,
            a.due::text AS due, a.follow_up_on::text AS follow_up_on, a.follow_up, a.status, a.grade, a.grade_note,
            a.hotspot_id, h.name AS hotspot, a.meeting_id, a.view_id, a.cause_id, ST_X(a.location) AS x, ST_Y(a.location) AS y,
            a.classification, a.secrecy_basis, a.secrecy_by, a.secrecy_on::text AS secrecy_on, a.registration_number, a.escalated,
            a.created_at, a.withdrawn_at
       FROM action a
       JOIN organisation o ON o.municipality_code = a.municipality_code AND o.id = a.organisation_id
       LEFT JOIN hotspot h ON h.municipality_code = a.municipality_code AND h.id = a.hotspot_id
      WHERE a.municipality_code = $1 AND ($2::boolean OR a.classification = 'open')
        AND ($3::uuid IS NULL OR a.id = $3) AND ($4::boolean OR a.withdrawn_at IS NULL)
        AND ($5::uuid IS NULL OR a.hotspot_id = $5) AND ($6::uuid IS NULL OR a.meeting_id = $6)
        AND ($7::uuid IS NULL OR a.organisation_id = $7) AND ($8::boolean IS NULL OR (a.status <> 'done') = $8)
        AND ($9::date IS NULL OR a.due < $9)
        AND ($10::float8 IS NULL OR ST_DWithin(COALESCE(a.location, h.polygon), ST_SetSRID(ST_MakePoint($10, $11), 3006), $12))
      ORDER BY (a.status = 'done'), a.due NULLS LAST, a.created_at, a.id`,
    [
      code,
      choice.secret,
      choice.id ?? null,
      choice.withdrawn ?? false,
      choice.hotspotId ?? null,
      choice.meetingId ?? null,
      choice.organisationId ?? null,
      choice.open ?? null,
      choice.dueBefore ?? null,
      near?.point.x ?? null,
      near?.point.y ?? null,
      near?.metres ?? null,
    ],
  );
}

export interface StoredAction extends Omit<NewAction, 'id' | 'position'> {
  readonly id: string;
  readonly point: Metres | null;
  readonly secrecyOn: string | null;
  readonly accountId: string;
}

/** Stores an action; false when its id is stored already. */
export async function insertAction(manager: EntityManager, code: number, row: StoredAction): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO action (municipality_code, id, account_id, status, grade, ${columns.join(', ')}, location)
     VALUES ($1, $2, $3, $4, $5, ${columns.map((_, index) => `$${index + 6}`).join(', ')}, ${pointSql(columns.length + 6)})
     ON CONFLICT ON CONSTRAINT action_pk DO NOTHING RETURNING id`,
    [code, row.id, row.accountId, row.status, row.grade, ...valuesOf(row), row.point?.x ?? null, row.point?.y ?? null],
  );
  return rows.length > 0;
}

/** Changes an action over the version that was read; 0 when it has another. */
export async function updateAction(
  manager: EntityManager,
  code: number,
  row: Omit<StoredAction, 'status' | 'grade' | 'accountId'> & { readonly version: number },
): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE action SET version = version + 1, ${columns.map((column, index) => `${column} = $${index + 4}`).join(', ')},
            location = ${pointSql(columns.length + 4)}
      WHERE municipality_code = $1 AND id = $2 AND version = $3`,
    [code, row.id, row.version, ...valuesOf(row), row.point?.x ?? null, row.point?.y ?? null],
  );
  return count;
}

/** What is written and changed alike; the order of `valuesOf`. */
const columns = [
  'what', 'cause', 'goal', 'scope', 'organisation_id', 'owner_function', 'due', 'follow_up_on', 'follow_up', 'grade_note',
  'hotspot_id', 'meeting_id', 'view_id', 'cause_id', 'classification', 'secrecy_basis', 'secrecy_by', 'secrecy_on',
  'registration_number', 'escalated',
]; // prettier-ignore

function valuesOf(row: Omit<StoredAction, 'status' | 'grade' | 'accountId'>): unknown[] {
  return [
    row.what, row.cause, row.goal, row.scope, row.organisationId, row.ownerFunction, row.due, row.followUpOn, row.followUp, row.gradeNote,
    row.hotspotId, row.meetingId, row.viewId, row.causeId, row.classification, row.secrecyBasis, row.secrecyBy, row.secrecyOn,
    row.registrationNumber, row.escalated,
  ]; // prettier-ignore
}

/** A point of two parameters; null when they are null. */
function pointSql(first: number): string {
  return `ST_SetSRID(ST_MakePoint($${first}::float8, $${first + 1}::float8), 3006)`;
}

/** Says how it goes. A grade of `undefined` stays as it is. */
export async function updateStatus(
  manager: EntityManager,
  code: number,
  change: { readonly id: string; readonly status: ActionStatus; readonly grade: ActionGrade | null | undefined },
): Promise<void> {
  await manager.query(
    `UPDATE action SET version = version + 1, status = $3, grade = CASE WHEN $4::boolean THEN $5::text ELSE grade END
      WHERE municipality_code = $1 AND id = $2`,
    [code, change.id, change.status, change.grade !== undefined, change.grade ?? null],
  );
}

/** Withdraws an action, or takes that back; 0 when it was so already. */
export async function updateWithdrawn(
  manager: EntityManager,
  code: number,
  change: { readonly id: string; readonly withdrawn: boolean },
): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE action SET version = version + 1, withdrawn_at = CASE WHEN $3::boolean THEN now() END
      WHERE municipality_code = $1 AND id = $2 AND (withdrawn_at IS NULL) = $3::boolean`,
    [code, change.id, change.withdrawn],
  );
  return count;
}

export interface EventRow {
  action_id: string;
  deed: 'created' | 'changed' | 'answered' | 'withdrawn' | 'restored';
  status: ActionStatus;
  grade: ActionGrade | null;
  note: string | null;
  told_by: 'account' | 'link';
  organisation: string;
  owner_function: string | null;
  at: Date;
}

export async function eventRows(manager: EntityManager, code: number, ids: readonly string[]): Promise<EventRow[]> {
  return manager.query(
    `SELECT e.action_id, e.deed, e.status, e.grade, e.note, e.told_by, o.name AS organisation, e.owner_function, e.at
       FROM action_event e JOIN organisation o ON o.municipality_code = e.municipality_code AND o.id = e.organisation_id
      WHERE e.municipality_code = $1 AND e.action_id = ANY ($2::uuid[]) ORDER BY e.at, e.id`,
    [code, ids],
  );
}

/** Adds a row of history: how the action stands now, and who said it. */
export async function insertEvent(
  manager: EntityManager,
  code: number,
  event: {
    readonly id: string;
    readonly actionId: string;
    readonly deed: EventRow['deed'];
    readonly note: string | null;
    readonly by: 'account' | 'link';
    readonly organisationId: string;
    readonly accountId: string | null;
  },
): Promise<void> {
  await manager.query(
    `INSERT INTO action_event (municipality_code, id, action_id, deed, status, grade, note, told_by, organisation_id, owner_function, account_id, at)
     SELECT a.municipality_code, $3::uuid, a.id, $4::text, a.status, a.grade, $5::text, $6::text, $7::uuid,
            CASE WHEN $6::text = 'link' THEN a.owner_function END, $8::uuid, clock_timestamp()
       FROM action a WHERE a.municipality_code = $1 AND a.id = $2`,
    [code, event.actionId, event.id, event.deed, event.note, event.by, event.organisationId, event.accountId],
  );
}

export async function hotspotThere(manager: EntityManager, code: number, id: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(`SELECT 1 FROM hotspot WHERE municipality_code = $1 AND id = $2`, [
    code,
    id,
  ]);
  return rows.length > 0;
}
