import type { EntityManager } from 'typeorm';
import { seenStatus } from './review.queries.js';

export interface MessageRow {
  id: string;
  incident_id: string;
  kind: 'question' | 'answer';
  text: string;
  created_at: Date;
  who: string | null;
}

/** Questions and answers of some rows, the oldest first. */
export async function messageRows(manager: EntityManager, code: number, ids: readonly string[]): Promise<MessageRow[]> {
  return manager.query(
    `SELECT m.id, m.incident_id, m.kind, m.text, m.created_at, (SELECT a.name FROM account a WHERE a.id = m.account_id) AS who
       FROM incident_message m WHERE m.municipality_code = $1 AND m.incident_id = ANY ($2::uuid[]) ORDER BY m.created_at, m.id`,
    [code, ids],
  );
}

export interface ChangeRow {
  id: string;
  version: number;
  account_id: string | null;
  who: string | null;
  changed_at: Date;
  what: string;
  reason: string | null;
  note: string | null;
  batch_id: string | null;
  before: Record<string, unknown>;
}

/**
 * What happened to a row, the oldest first. A merge of which the actor sees no other row than this is left out with its
 * undoing: it would tell that there is one.
 */
export async function changeRows(manager: EntityManager, code: number, id: string): Promise<ChangeRow[]> {
  return manager.query(
    `SELECT c.id, c.version, c.account_id, (SELECT a.name FROM account a WHERE a.id = c.account_id) AS who, c.changed_at, c.what, c.reason, c.note,
            c.batch_id, c.before
       FROM incident_change c
      WHERE c.municipality_code = $1 AND c.incident_id = $2
        AND (c.what NOT IN ('merged', 'separated') OR
             (SELECT count(*) > 1 FROM incident_merge m WHERE m.municipality_code = c.municipality_code AND m.merge_id = c.batch_id))
      ORDER BY c.version, c.changed_at, c.id`,
    [code, id],
  );
}

/** The row as its history compares it. */
export async function currentVersion(
  manager: EntityManager,
  code: number,
  id: string,
): Promise<Record<string, unknown>> {
  const [row]: Record<string, unknown>[] = await manager.query(
    `SELECT i.category_code, i.subcategory_code, i.severity, i.description, ${seenStatus}, i.occurred_from, i.occurred_to, i.address,
            i.precision, ST_X(i.location) AS x, ST_Y(i.location) AS y
       FROM incident i WHERE i.municipality_code = $1 AND i.id = $2`,
    [code, id],
  );
  return row ?? {};
}

export interface OwnRow {
  id: string;
  category_code: string;
  subcategory_code: string | null;
  occurred_from: Date;
  created_at: Date;
  place: string | null;
  description: string | null;
  status: string;
  reason_sv: string | null;
  reason_en: string | null;
  prioritised: boolean;
}

/** What somebody has reported, the latest first, and whether its place is worked with as a hot spot. */
export async function ownRows(manager: EntityManager, code: number, accountId: string): Promise<OwnRow[]> {
  return manager.query(
    `SELECT i.id, i.category_code, i.subcategory_code, i.occurred_from, i.created_at, i.description,
            COALESCE(p.name, i.address) AS place, r.name_sv AS reason_sv, r.name_en AS reason_en,
            ${seenStatus},
            i.precision IN ('point', 'address') AND EXISTS
              (SELECT 1 FROM hotspot h WHERE h.municipality_code = i.municipality_code AND ST_Intersects(h.polygon, i.location)
                  AND (h.stage <> 'closed' OR h.adopted_at >= i.created_at)) AS prioritised
       FROM incident i
       LEFT JOIN place p ON p.municipality_code = i.municipality_code AND p.id = i.place_id
       LEFT JOIN dismissal_reason r ON r.municipality_code = i.municipality_code AND r.code = i.dismissal
      WHERE i.municipality_code = $1 AND i.account_id = $2::uuid AND i.source = 'report'
      ORDER BY i.created_at DESC, i.id DESC LIMIT 100`,
    [code, accountId],
  );
}
