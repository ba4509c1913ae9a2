import type { EntityManager } from 'typeorm';

export interface RouteRow {
  id: string;
  categoryCode: string;
  subcategoryCode: string | null;
  way: 'mail' | 'webhook';
  target: string;
  subject: string;
  template: string;
  secret: string | null;
}

export async function routeRows(manager: EntityManager, code: number): Promise<RouteRow[]> {
  return manager.query(
    `SELECT id, category_code AS "categoryCode", NULLIF(subcategory_code, '') AS "subcategoryCode", way, target, subject, template, secret
       FROM fault_route WHERE municipality_code = $1 ORDER BY category_code, subcategory_code`,
    [code],
  );
}

/** One route for a category and sub-category: a second one takes the place of the first, whose secret stays when none is given. */
export async function upsertRoute(manager: EntityManager, code: number, row: RouteRow): Promise<void> {
  await manager.query(
    `INSERT INTO fault_route (municipality_code, id, category_code, subcategory_code, way, target, subject, template, secret)
     VALUES ($1, $2, $3, COALESCE($4, ''), $5, $6, $7, $8, $9)
     ON CONFLICT ON CONSTRAINT fault_route_once DO UPDATE SET way = EXCLUDED.way, target = EXCLUDED.target, subject = EXCLUDED.subject,
       template = EXCLUDED.template, secret = COALESCE(EXCLUDED.secret, fault_route.secret)`,
    [code, row.id, row.categoryCode, row.subcategoryCode, row.way, row.target, row.subject, row.template, row.secret],
  );
}

export async function categoryExists(
  manager: EntityManager,
  code: number,
  category: string,
  sub: string | null,
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT 1 FROM category c WHERE c.municipality_code = $1 AND c.code = $2 AND ($3::text IS NULL OR EXISTS (
       SELECT 1 FROM subcategory s WHERE s.municipality_code = c.municipality_code AND s.category_code = c.code AND s.code = $3))`,
    [code, category, sub],
  );
  return rows.length > 0;
}

export async function deleteRoute(manager: EntityManager, code: number, id: string): Promise<boolean> {
  const [, count]: [unknown, number] = await manager.query(
    `DELETE FROM fault_route WHERE municipality_code = $1 AND id = $2`,
    [code, id],
  );
  return count === 1;
}

export interface FaultedIncident {
  account_id: string | null;
  category_code: string;
  subcategory_code: string | null;
  category: string;
  subcategory: string | null;
  occurred_from: Date;
  place: string | null;
  x: number | null;
  y: number | null;
  /** The text, once nothing in it points at somebody. */
  text: string | null;
  way: 'mail' | 'webhook' | null;
  status: 'sending' | 'sent' | 'failed' | 'drafted' | null;
  at: Date | null;
}

/** A report as felanmälan needs it, and whether it has been passed on. */
export async function faultedIncident(
  manager: EntityManager,
  code: number,
  id: string,
): Promise<FaultedIncident | undefined> {
  const rows: FaultedIncident[] = await manager.query(
    `SELECT i.account_id, i.category_code, i.subcategory_code, c.name_sv AS category, s.name_sv AS subcategory, i.occurred_from,
            COALESCE((SELECT p.name FROM place p WHERE p.municipality_code = i.municipality_code AND p.id = i.place_id), i.address) AS place,
            ST_X(i.location) AS x, ST_Y(i.location) AS y, CASE WHEN i.description_cleared THEN i.description END AS text,
            f.way, f.status, f.at
       FROM incident i
       JOIN category c ON c.municipality_code = i.municipality_code AND c.code = i.category_code
       LEFT JOIN subcategory s ON s.municipality_code = i.municipality_code AND s.category_code = i.category_code AND s.code = i.subcategory_code
       LEFT JOIN fault_report f ON f.municipality_code = i.municipality_code AND f.incident_id = i.id
      WHERE i.municipality_code = $1 AND i.id = $2 AND i.source = 'report'`,
    [code, id],
  );
  return rows[0];
}

/** Takes the report in hand, unless it has been sent or is on its way (a try older than two minutes is given up). */
export async function claimFault(
  manager: EntityManager,
  code: number,
  row: { incidentId: string; accountId: string; way: string; status: string },
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO fault_report (municipality_code, incident_id, account_id, way, status) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT ON CONSTRAINT fault_report_pk DO UPDATE SET account_id = EXCLUDED.account_id, way = EXCLUDED.way, status = EXCLUDED.status, at = now()
      WHERE fault_report.status IN ('failed', 'drafted') OR (fault_report.status = 'sending' AND fault_report.at < now() - interval '2 minutes')
     RETURNING incident_id`,
    [code, row.incidentId, row.accountId, row.way, row.status],
  );
  return rows.length === 1;
}

export async function finishFault(
  manager: EntityManager,
  code: number,
  id: string,
  status: 'sent' | 'failed',
): Promise<void> {
  await manager.query(
    `UPDATE fault_report SET status = $3, at = now() WHERE municipality_code = $1 AND incident_id = $2`,
    [code, id, status],
  );
}
