import type { EntityManager } from 'typeorm';
import { metresJson, polygonSql } from '../app/polygon-sql.js';
import type { MetresMultiPolygon } from '../geo/polygon.js';
import type { ClusterRow, RunRow } from './analysis-run.js';
import type { Question } from './question.js';

const runColumns = `id, kind, group_codes, filters, parameters, method_version, input_count, input_hash, result, created_at`;

/** The stored run of exactly this input: same rows, same filters, same rights, same method. */
export async function runOfInput(
  manager: EntityManager,
  code: number,
  { question, hash }: { question: Question; hash: string },
): Promise<RunRow | undefined> {
  const rows: RunRow[] = await manager.query(
    `SELECT ${runColumns} FROM analysis_run WHERE municipality_code = $1 AND kind = $2 AND input_hash = $3 ORDER BY created_at LIMIT 1`,
    [code, question, hash],
  );
  return rows[0];
}

export async function runRow(manager: EntityManager, code: number, id: string): Promise<RunRow | undefined> {
  const rows: RunRow[] = await manager.query(
    `SELECT ${runColumns} FROM analysis_run WHERE municipality_code = $1 AND id = $2`,
    [code, id],
  );
  return rows[0];
}

/** Runs, the newest first; the cursor is the last one's instant and id. What the map draws stays in the row. */
export async function runPage(
  manager: EntityManager,
  code: number,
  page: { question: Question | null; limit: number; after: { at: string; id: string } | null },
): Promise<(RunRow & { at: string })[]> {
  return manager.query(
    `SELECT id, kind, group_codes, filters, parameters, method_version, input_count, input_hash, created_at,
            to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
            CASE WHEN result ? 'answer' THEN jsonb_set(result, '{answer}', (result->'answer') - 'features' - 'table') ELSE result END AS result
       FROM analysis_run
      WHERE municipality_code = $1 AND ($2::text IS NULL OR kind = $2)
        AND ($3::timestamptz IS NULL OR (created_at, id) < ($3::timestamptz, $4::uuid))
      ORDER BY created_at DESC, id DESC LIMIT $5`,
    [code, page.question, page.after?.at ?? null, page.after?.id ?? null, page.limit],
  );
}

export async function insertRun(
  manager: EntityManager,
  code: number,
  run: {
    id: string;
    question: Question;
    groups: readonly string[];
    filters: object;
    parameters: object;
    seed: number;
    methodVersion: string;
    inputCount: number;
    inputHash: string;
    result: object;
    accountId: string;
  },
): Promise<void> {
  await manager.query(
    `INSERT INTO analysis_run (municipality_code, id, kind, group_codes, filters, parameters, seed, method_version, input_count, input_hash, result, account_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      code,
      run.id,
      run.question,
      run.groups,
      JSON.stringify(run.filters),
      JSON.stringify(run.parameters),
      run.seed,
      run.methodVersion,
      run.inputCount,
      run.inputHash,
      JSON.stringify(run.result),
      run.accountId,
    ],
  );
}

export interface NewClusterRow {
  readonly id: string;
  readonly number: number;
  readonly status: string;
  readonly polygon: MetresMultiPolygon;
  readonly x: number;
  readonly y: number;
  readonly count: number;
  readonly facts: object;
}

/** All clusters of a run in one statement. */
export async function insertClusters(
  manager: EntityManager,
  code: number,
  run: { id: string; groups: readonly string[]; clusters: readonly NewClusterRow[] },
): Promise<void> {
  if (run.clusters.length === 0) return;
  const rows = run.clusters.map(({ polygon, ...row }) => ({ ...row, polygon: metresJson(polygon) }));
  await manager.query(
    `INSERT INTO cluster (municipality_code, id, run_id, number, status, group_codes, polygon, centre, event_count, facts)
     SELECT $1::smallint, id, $2::uuid, number, status, $3::text[], ${polygonSql('polygon')}, ST_SetSRID(ST_MakePoint(x, y), 3006), count, facts
       FROM jsonb_to_recordset($4) AS c(id uuid, number int, status text, polygon text, x float8, y float8, count int, facts jsonb)`,
    [code, run.id, run.groups, JSON.stringify(rows)],
  );
}

/** The clusters of a run, with the hot spot that each has become or that lies over it. */
export async function clusterRows(manager: EntityManager, code: number, runId: string): Promise<ClusterRow[]> {
  return manager.query(
    `SELECT c.id, c.run_id, c.number, c.status, ST_AsGeoJSON(c.polygon, 2)::jsonb AS polygon, ST_X(c.centre) AS x, ST_Y(c.centre) AS y, c.facts,
            (SELECT h.id FROM hotspot h
              WHERE h.municipality_code = c.municipality_code AND h.stage <> 'closed'
                AND (h.cluster_id = c.id OR ST_Intersects(h.polygon, c.centre))
              ORDER BY (h.cluster_id = c.id) DESC, h.id LIMIT 1) AS hotspot_id
       FROM cluster c WHERE c.municipality_code = $1 AND c.run_id = $2 ORDER BY c.number`,
    [code, runId],
  );
}
