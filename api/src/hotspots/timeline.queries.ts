import type { EntityManager } from 'typeorm';
import type { Stage } from './hotspot.js';
import { byColumns, byJoins, type ByRow } from './work.queries.js';

export interface TimelineRow extends ByRow {
  at: Date;
  kind: string;
  stage: Stage | null;
  text: string | null;
}

/** Everything that these tables know of one hot spot, the latest first. Rows of actions come from their own service. */
export async function timelineRows(manager: EntityManager, code: number, id: string): Promise<TimelineRow[]> {
  const parts = [
    `SELECT r.created_at AS at, 'found' AS kind, NULL::text AS stage, NULL::text AS text, NULL::uuid AS account_id
       FROM hotspot h JOIN cluster c ON c.municipality_code = h.municipality_code AND c.id = h.cluster_id
       JOIN analysis_run r ON r.municipality_code = c.municipality_code AND r.id = c.run_id
      WHERE h.municipality_code = $1 AND h.id = $2`,
    `SELECT adopted_at, 'taken-up', NULL, name, account_id FROM hotspot WHERE municipality_code = $1 AND id = $2`,
    // The first stage is the taking up itself.
    `SELECT at, 'stage', stage, note, account_id FROM hotspot_stage s WHERE municipality_code = $1 AND hotspot_id = $2
        AND EXISTS (SELECT 1 FROM hotspot_stage e WHERE e.municipality_code = $1 AND e.hotspot_id = $2 AND (e.at, e.id) < (s.at, s.id))`,
    `SELECT at, 'problem', NULL, what, account_id FROM hotspot_problem WHERE municipality_code = $1 AND hotspot_id = $2`,
    `SELECT created_at, 'cause', NULL, text, account_id FROM cause WHERE municipality_code = $1 AND hotspot_id = $2`,
    `SELECT withdrawn_at, 'cause-withdrawn', NULL, text, NULL FROM cause WHERE municipality_code = $1 AND hotspot_id = $2 AND withdrawn_at IS NOT NULL`,
    `SELECT happened_on::timestamp AT TIME ZONE 'Europe/Stockholm', kind, NULL, with_whom, account_id FROM hotspot_contact
      WHERE municipality_code = $1 AND hotspot_id = $2 AND withdrawn_at IS NULL`,
    `SELECT at, 'presence', NULL, minutes::text, account_id FROM presence
      WHERE municipality_code = $1 AND hotspot_id = $2 AND withdrawn_at IS NULL`,
    `SELECT created_at, 'promise', NULL, title, account_id FROM promise WHERE municipality_code = $1 AND hotspot_id = $2`,
    `SELECT created_at, 'document', NULL, registration_number, account_id FROM document
      WHERE municipality_code = $1 AND kind = 'place' AND subject_id = $2::uuid::text`,
    `SELECT at, 'follow-up', NULL, NULL, account_id FROM hotspot_follow_up WHERE municipality_code = $1 AND hotspot_id = $2`,
    `SELECT m.at, 'merged', NULL, CASE WHEN m.kept_id = $2 THEN o.name ELSE k.name END, m.account_id FROM hotspot_merge m
       JOIN hotspot k ON k.municipality_code = m.municipality_code AND k.id = m.kept_id
       JOIN hotspot o ON o.municipality_code = m.municipality_code AND o.id = m.other_id
      WHERE m.municipality_code = $1 AND (m.kept_id = $2 OR m.other_id = $2)`,
    `SELECT m.undone_at, 'merge-undone', NULL, CASE WHEN m.kept_id = $2 THEN o.name ELSE k.name END, NULL FROM hotspot_merge m
       JOIN hotspot k ON k.municipality_code = m.municipality_code AND k.id = m.kept_id
       JOIN hotspot o ON o.municipality_code = m.municipality_code AND o.id = m.other_id
      WHERE m.municipality_code = $1 AND (m.kept_id = $2 OR m.other_id = $2) AND m.undone_at IS NOT NULL`,
    `SELECT n.adopted_at, 'split', NULL, n.name, n.account_id FROM hotspot n WHERE n.municipality_code = $1 AND n.split_from = $2`,
  ];
  return manager.query(
    `SELECT e.at, e.kind, e.stage, e.text, ${byColumns}
       FROM (SELECT $1::smallint AS municipality_code, all_of.* FROM (${parts.join(' UNION ALL ')}) all_of) e ${byJoins('e')}
      ORDER BY e.at DESC`,
    [code, id],
  );
}
