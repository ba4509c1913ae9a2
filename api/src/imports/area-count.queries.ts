import type { EntityManager } from 'typeorm';
import type { CountCell } from './count-cells.js';
import { storedJson } from './stored-json.js';

export interface CountScope {
  readonly code: number;
  readonly id: string;
  readonly source: string;
  readonly groupCode: string;
  readonly accountId: string;
}

const recordset = `jsonb_to_recordset($3::jsonb) AS r("rowNumber" integer, id uuid, "areaId" uuid, category text, "from" timestamptz, "to" timestamptz, count integer)`;
const sameCell = `c.municipality_code = $1 AND c.source = $2 AND c.area_id = r."areaId" AND c.category_code = r.category AND c.period_from = r."from" AND c.period_to = r."to"`;

function wire(cells: readonly (CountCell & { id?: string })[]): string {
  return storedJson(
    cells.map((cell, index) => ({
      ...cell,
      rowNumber: index + 1,
      from: new Date(cell.from).toISOString(),
      to: new Date(cell.to).toISOString(),
    })),
  );
}

/** What would become of each cell, as counts. */
export async function countFates(
  manager: EntityManager,
  code: number,
  source: string,
  cells: readonly CountCell[],
): Promise<{ fresh: number; stored: number; changed: number }> {
  const [row]: { fresh: number; stored: number; changed: number }[] = await manager.query(
    `SELECT count(*) FILTER (WHERE c.id IS NULL)::int AS fresh, count(*) FILTER (WHERE c.count = r.count)::int AS stored,
            count(*) FILTER (WHERE c.count <> r.count)::int AS changed
       FROM ${recordset} LEFT JOIN area_count c ON ${sameCell}`,
    [code, source, wire(cells)],
  );
  return row ?? { fresh: 0, stored: 0, changed: 0 };
}

/** Stores the cells and the outcome of each; a changed number keeps what it was in its outcome, for undo. */
export async function applyCounts(
  manager: EntityManager,
  scope: CountScope,
  cells: readonly (CountCell & { id: string })[],
): Promise<void> {
  const values = [scope.code, scope.source, wire(cells)];
  await manager.query(`SELECT pg_advisory_xact_lock(1414, $1::int)`, [scope.code]);
  await manager.query(
    `INSERT INTO import_row (municipality_code, import_id, row_number, outcome, code, incident_id, cells)
     SELECT $1::smallint, $4::uuid, r."rowNumber", CASE WHEN c.id IS NULL THEN 'imported' WHEN c.count = r.count THEN 'duplicate' ELSE 'updated' END,
            CASE WHEN c.count = r.count THEN 'already-stored' END, NULL::uuid, jsonb_build_object('countId', c.id, 'before', c.count)
       FROM ${recordset} LEFT JOIN area_count c ON ${sameCell}`,
    [...values, scope.id],
  );
  await manager.query(
    `INSERT INTO area_count (municipality_code, id, import_id, source, group_code, account_id, area_id, category_code, period_from, period_to, count)
     SELECT $1::smallint, r.id, $4::uuid, $2::text, $5::text, NULL::uuid, r."areaId", r.category, r."from", r."to", r.count FROM ${recordset}
     ON CONFLICT ON CONSTRAINT area_count_cell_unique DO UPDATE SET count = EXCLUDED.count`,
    [...values, scope.id, scope.groupCode],
  );
}

/** Takes away the numbers of an import and gives those that it changed their older value. */
export async function undoCounts(
  manager: EntityManager,
  scope: Pick<CountScope, 'code' | 'id'>,
): Promise<{ removed: number; restored: number }> {
  const own = [scope.code, scope.id];
  const [, removed]: [unknown, number] = await manager.query(
    `DELETE FROM area_count WHERE municipality_code = $1 AND import_id = $2`,
    own,
  );
  const [, restored]: [unknown, number] = await manager.query(
    `UPDATE area_count c SET count = (r.cells->>'before')::integer FROM import_row r
      WHERE r.municipality_code = $1 AND r.import_id = $2 AND r.outcome = 'updated'
        AND c.municipality_code = r.municipality_code AND c.id = (r.cells->>'countId')::uuid`,
    own,
  );
  return { removed, restored };
}
