import type { EntityManager } from 'typeorm';

export interface ExpectedRow {
  id: string;
  name: string;
  expected: boolean;
}

/** Every organisation but the police, whose rows come as files, and whether reports are expected from it. */
export async function organisationRows(manager: EntityManager, code: number): Promise<ExpectedRow[]> {
  return manager.query(
    `SELECT o.id, o.name, e.organisation_id IS NULL AS expected
       FROM organisation o
       LEFT JOIN coverage_exemption e ON e.municipality_code = o.municipality_code AND e.organisation_id = o.id
      WHERE o.municipality_code = $1 AND o.kind <> 'police' ORDER BY o.name, o.id`,
    [code],
  );
}

/** How many rows each organisation sent in each local week, by the Monday of the week; asked for at the door of access. */
export async function sentCounts(
  manager: EntityManager,
  code: number,
  { from, to }: { from: number; to: number },
): Promise<{ organisation_id: string; monday: string; reports: number }[]> {
  return manager.query(
    `SELECT organisation_id, date_trunc('week', created_at AT TIME ZONE 'Europe/Stockholm')::date::text AS monday, count(*)::int AS reports
       FROM incident
      WHERE municipality_code = $1 AND source <> 'police' AND organisation_id IS NOT NULL
        AND created_at >= to_timestamp($2) AND created_at < to_timestamp($3)
      GROUP BY 1, 2`,
    [code, from / 1000, to / 1000],
  );
}

export interface NullReportRow {
  organisation_id: string;
  monday: string;
  late: boolean;
  /** The account that said so; null by a link, or when it is no longer a member. */
  by: string | null;
}

export async function nullReports(
  manager: EntityManager,
  code: number,
  mondays: readonly string[],
): Promise<NullReportRow[]> {
  return manager.query(
    `SELECT n.organisation_id, n.monday::text AS monday, n.late, a.name AS by
       FROM null_report n LEFT JOIN account a ON a.id = n.account_id
      WHERE n.municipality_code = $1 AND n.monday = ANY ($2::date[])`,
    [code, mondays],
  );
}

/** Says that there is nothing to report; false when it has been said. */
export async function insertNullReport(
  manager: EntityManager,
  code: number,
  row: { organisationId: string; monday: string; accountId: string | null; late: boolean },
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO null_report (municipality_code, organisation_id, monday, account_id, late) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT ON CONSTRAINT null_report_pk DO NOTHING RETURNING monday`,
    [code, row.organisationId, row.monday, row.accountId, row.late],
  );
  return rows.length === 1;
}

export async function deleteNullReport(
  manager: EntityManager,
  code: number,
  row: { organisationId: string; monday: string },
): Promise<boolean> {
  const [, count]: [unknown, number] = await manager.query(
    `DELETE FROM null_report WHERE municipality_code = $1 AND organisation_id = $2 AND monday = $3::date`,
    [code, row.organisationId, row.monday],
  );
  return count === 1;
}

/** Says whether reports are expected from an organisation; false when it stood so already. */
export async function setExpected(
  manager: EntityManager,
  code: number,
  row: { organisationId: string; accountId: string; expected: boolean },
): Promise<boolean> {
  if (row.expected) {
    const [, count]: [unknown, number] = await manager.query(
      `DELETE FROM coverage_exemption WHERE municipality_code = $1 AND organisation_id = $2`,
      [code, row.organisationId],
    );
    return count === 1;
  }
  const rows: unknown[] = await manager.query(
    `INSERT INTO coverage_exemption (municipality_code, organisation_id, account_id) VALUES ($1, $2, $3)
     ON CONFLICT ON CONSTRAINT coverage_exemption_pk DO NOTHING RETURNING organisation_id`,
    [code, row.organisationId, row.accountId],
  );
  return rows.length === 1;
}
