import type { EntityManager } from 'typeorm';

export interface PublicEventRow {
  readonly category: string;
  readonly area: string | null;
  readonly address: string | null;
  readonly organisations: string[];
  readonly withheld: boolean;
  readonly month: number;
}

/**
 * The events of a span of instants in the municipality with what publishing asks of them. Withheld: against staff, a
 * rumour, violence in a close relation or of a sexual kind, or marked as sensitive in any of its rows.
 */
export async function publicEventRows(
  manager: EntityManager,
  code: number,
  span: { readonly from: Date; readonly to: Date },
): Promise<PublicEventRow[]> {
  return manager.query(
    `WITH best AS (
       SELECT DISTINCT ON (i.event_key) i.event_key, i.category_code, i.area_id, i.outside, i.occurred_from,
              COALESCE(lower(i.address), round(ST_X(i.location))::text || ' ' || round(ST_Y(i.location))::text) AS address
         FROM incident i WHERE i.municipality_code = $1 AND i.status <> 'dismissed'
        ORDER BY i.event_key, array_position(ARRAY['point', 'address', 'street', 'area', 'none'], i.precision),
                 COALESCE(i.occurred_to, i.occurred_from) - i.occurred_from, i.occurred_from, i.id)
     SELECT b.category_code AS category, b.area_id AS area, b.address,
            array_agg(DISTINCT COALESCE(i.organisation_id::text, i.source)) AS organisations,
            bool_or(i.sensitive OR i.category_code IN ('ANST', 'ORO', 'RELA') OR (i.category_code = 'VALD' AND i.subcategory_code = 'ofredande')) AS withheld,
            extract(month FROM b.occurred_from AT TIME ZONE 'Europe/Stockholm')::int AS month
       FROM best b JOIN incident i ON i.municipality_code = $1 AND i.event_key = b.event_key AND i.status <> 'dismissed'
      WHERE NOT b.outside AND b.occurred_from >= $2 AND b.occurred_from < $3
      GROUP BY b.event_key, b.category_code, b.area_id, b.address, b.occurred_from`,
    [code, span.from, span.to],
  );
}

/** The areas with what is known of how many live there. */
export async function publicAreas(
  manager: EntityManager,
  code: number,
): Promise<{ id: string; name: string; population: number | null }[]> {
  return manager.query(`SELECT id, name, population FROM area WHERE municipality_code = $1 ORDER BY name, id`, [code]);
}

export interface DecisionRow {
  readonly withdrawn: boolean;
  readonly decided_on: string;
  readonly decided_by: string;
  readonly registration_number: string;
}

/** The latest that was said about publishing figures below the municipality. */
export async function decisionRow(manager: EntityManager, code: number): Promise<DecisionRow | undefined> {
  const rows: DecisionRow[] = await manager.query(
    `SELECT withdrawn, decided_on::text AS decided_on, decided_by, registration_number FROM publishing_decision
      WHERE municipality_code = $1 ORDER BY at DESC, id DESC LIMIT 1`,
    [code],
  );
  return rows[0];
}

export async function insertDecision(
  manager: EntityManager,
  code: number,
  row: DecisionRow & { readonly id: string; readonly accountId: string },
): Promise<void> {
  await manager.query(
    `INSERT INTO publishing_decision (municipality_code, id, withdrawn, decided_on, decided_by, registration_number, account_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [code, row.id, row.withdrawn, row.decided_on, row.decided_by, row.registration_number, row.accountId],
  );
}
