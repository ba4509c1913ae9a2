import type { EntityManager } from 'typeorm';
import { newId } from '../api/src/app/identifier.js';

/**
 * Leaves something to review in the demo, so that the inbox teaches: the latest reports are not reviewed yet, two of
 * them tell what another row tells already, one waits for an answer, and an older pair has been merged.
 */
export async function insertDemoReview(manager: EntityManager, code: number): Promise<void> {
  await manager.query(
    `UPDATE incident SET status = 'received' WHERE municipality_code = $1 AND id IN
      (SELECT id FROM incident WHERE municipality_code = $1 AND source = 'report' ORDER BY created_at DESC, id DESC LIMIT 12)`,
    [code],
  );
  const reporter = await accountOf(manager, code, 'vaktmastare@alvhamn.example');
  const coordinator = await accountOf(manager, code, 'samordnare@alvhamn.example');
  await manager.query(
    `UPDATE incident SET account_id = $2 WHERE municipality_code = $1 AND id IN
      (SELECT i.id FROM incident i JOIN membership m ON m.municipality_code = i.municipality_code AND m.organisation_id = i.organisation_id
        WHERE i.municipality_code = $1 AND m.account_id = $2::uuid AND i.source = 'report' ORDER BY i.created_at DESC LIMIT 6)`,
    [code, reporter],
  );
  for (const other of ['report', 'police']) await splitPair(manager, code, other);
  await mergePair(manager, code, coordinator);
  await askOne(manager, code, { reporter, coordinator });
}

async function accountOf(manager: EntityManager, code: number, email: string): Promise<string> {
  const [row]: { id: string }[] = await manager.query(
    `SELECT a.id FROM account a JOIN membership m ON m.account_id = a.id WHERE m.municipality_code = $1 AND a.email = $2`,
    [code, email],
  );
  if (!row) throw new Error(`the demo has no account ${email}`);
  return row.id;
}

interface Pair {
  first: string;
  second: string;
  event_key: string;
}

/** Two rows of one event, close enough in place and time to be suggested as duplicates; the second is the later report. */
async function latestPair(manager: EntityManager, code: number, pair: { other: string; skip: number }): Promise<Pair> {
  const [row]: Pair[] = await manager.query(
    `SELECT a.id AS first, b.id AS second, a.event_key
       FROM incident a
       JOIN incident b ON b.municipality_code = a.municipality_code AND b.event_key = a.event_key AND b.id <> a.id AND b.source = 'report'
        AND ST_DWithin(a.location, b.location, 45) AND (a.source <> 'report' OR (a.category_code = b.category_code AND a.created_at < b.created_at))
        AND b.occurred_from BETWEEN a.occurred_from - interval '1 day' AND COALESCE(a.occurred_to, a.occurred_from) + interval '1 day'
      WHERE a.municipality_code = $1 AND a.source = $2 AND a.precision = 'point' AND b.precision = 'point' AND a.status = 'accepted'
        AND 2 = (SELECT count(*) FROM incident o WHERE o.municipality_code = a.municipality_code AND o.event_key = a.event_key)
      ORDER BY b.created_at DESC, b.id DESC OFFSET $3 LIMIT 1`,
    [code, pair.other, pair.skip],
  );
  if (!row) throw new Error(`the demo draws no two rows of one event (${pair.other})`);
  return row;
}

/** A report that nobody has seen yet to be the event of another row. */
async function splitPair(manager: EntityManager, code: number, other: string): Promise<void> {
  const { second } = await latestPair(manager, code, { other, skip: 0 });
  await manager.query(
    `UPDATE incident SET event_key = id::text, status = 'received' WHERE municipality_code = $1 AND id = $2`,
    [code, second],
  );
}

/** Two reports of one event, as a reviewer has merged them. */
async function mergePair(manager: EntityManager, code: number, coordinator: string): Promise<void> {
  const { first, second, event_key: key } = await latestPair(manager, code, { other: 'report', skip: 0 });
  const mergeId = newId();
  for (const id of [first, second]) {
    await manager.query(
      `INSERT INTO incident_change (municipality_code, id, incident_id, version, account_id, changed_at, what, batch_id, before)
       SELECT municipality_code, $3::uuid, id, version, $4::uuid, created_at + interval '1 day', 'merged', $5::uuid, jsonb_build_object('status', 'received')
         FROM incident WHERE municipality_code = $1 AND id = $2`,
      [code, id, newId(), coordinator, mergeId],
    );
    await manager.query(
      `INSERT INTO incident_merge (municipality_code, merge_id, incident_id, row_count, key_before, key_after, status_before)
       VALUES ($1, $2, $3, 2, $4, $5, 'received')`,
      [code, mergeId, id, id === first ? key : id, key],
    );
  }
  await manager.query(
    `UPDATE incident SET version = version + 1, status = CASE WHEN id = $3::uuid THEN 'merged' ELSE 'accepted' END,
                         reviewed_by = $4::uuid, reviewed_at = created_at + interval '1 day'
      WHERE municipality_code = $1 AND id IN ($2::uuid, $3::uuid)`,
    [code, first, second, coordinator],
  );
}

/** A question to the caretaker about the latest report. */
async function askOne(
  manager: EntityManager,
  code: number,
  who: { reporter: string; coordinator: string },
): Promise<void> {
  const [row]: { id: string }[] = await manager
    .query(
      `UPDATE incident SET status = 'asked', version = version + 1 WHERE municipality_code = $1 AND id =
      (SELECT id FROM incident WHERE municipality_code = $1 AND account_id = $2::uuid ORDER BY created_at DESC, id DESC LIMIT 1) RETURNING id`,
      [code, who.reporter],
    )
    .then(([rows]: [{ id: string }[]]) => rows);
  if (!row) throw new Error('the demo’s caretaker has reported nothing');
  await manager.query(
    `INSERT INTO incident_message (municipality_code, id, incident_id, account_id, kind, text) VALUES ($1, $2, $3, $4, 'question', $5)`,
    [code, newId(), row.id, who.coordinator, 'Var det på gårdssidan eller mot gatan?'],
  );
  await manager.query(
    `INSERT INTO incident_change (municipality_code, id, incident_id, version, account_id, what, before)
     VALUES ($1, $2, $3, 1, $4, 'asked', jsonb_build_object('status', 'received'))`,
    [code, newId(), row.id, who.coordinator],
  );
}
