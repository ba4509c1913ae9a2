import type { EntityManager } from 'typeorm';

export interface EvidenceRow {
  readonly point: string;
  readonly met: boolean;
  readonly on_date: string | null;
  readonly note: string | null;
  readonly link: string | null;
  readonly organisation: string | null;
}

/** The latest that was recorded of each point. */
export async function evidenceRows(manager: EntityManager, code: number): Promise<EvidenceRow[]> {
  return manager.query(
    `SELECT DISTINCT ON (e.point) e.point, e.met, e.on_date::text AS on_date, e.note, e.link, o.name AS organisation
       FROM law_evidence e LEFT JOIN organisation o ON o.municipality_code = e.municipality_code AND o.id = e.organisation_id
      WHERE e.municipality_code = $1 ORDER BY e.point, e.at DESC, e.id DESC`,
    [code],
  );
}

export async function insertEvidence(
  manager: EntityManager,
  code: number,
  row: Omit<EvidenceRow, 'organisation'> & {
    readonly id: string;
    readonly organisationId: string;
    readonly accountId: string;
  },
): Promise<void> {
  await manager.query(
    `INSERT INTO law_evidence (municipality_code, id, point, met, on_date, note, link, organisation_id, account_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [code, row.id, row.point, row.met, row.on_date, row.note, row.link, row.organisationId, row.accountId],
  );
}

export interface YearlyRow {
  readonly id: string;
  readonly period: string;
  readonly number: number;
  readonly sections: readonly { readonly part: string | null; readonly text: string }[];
  readonly approved_on: string;
  readonly organisation: string | null;
}

/** The latest approved lägesbild of a year that the actor may see, whoever it is for but everybody. */
export async function latestYearly(manager: EntityManager, code: number): Promise<YearlyRow | undefined> {
  const rows: YearlyRow[] = await manager.query(
    `SELECT v.id, v.period, v.number, v.content->'sections' AS sections, o.name AS organisation,
            (v.approved_at AT TIME ZONE 'Europe/Stockholm')::date::text AS approved_on
       FROM situation_version v LEFT JOIN organisation o ON o.municipality_code = v.municipality_code AND o.id = v.organisation_id
      WHERE v.municipality_code = $1 AND v.period ~ '^[0-9]{4}$' AND v.audience <> 'public'
      ORDER BY v.approved_at DESC LIMIT 1`,
    [code],
  );
  return rows[0];
}
