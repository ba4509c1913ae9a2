import type { EntityManager } from 'typeorm';
import { only } from '../app/database.js';
import { metresWkb, polygonOfWkb } from '../app/polygon-sql.js';
import type { MetresMultiPolygon } from '../geo/polygon.js';
import type { ClusterRow, RunRow, StoredFacts } from './analysis-run.js';
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

/** Stores a run and answers the row as it is stored. */
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
): Promise<RunRow> {
  const rows: RunRow[] = await manager.query(
    `INSERT INTO analysis_run (municipality_code, id, kind, group_codes, filters, parameters, seed, method_version, input_count, input_hash, result, account_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING ${runColumns}`,
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
  return only(rows);
}

export interface NewClusterRow {
  readonly id: string;
  readonly number: number;
  readonly status: string;
  readonly polygon: MetresMultiPolygon;
  readonly x: number;
  readonly y: number;
  readonly count: number;
  readonly facts: StoredFacts;
}

/** A cluster with the hot spot that it has become or that lies over it; its facts apart, since they are the most of it. */
const clusterColumns = `c.id, c.run_id, c.number, c.status, ST_AsGeoJSON(c.polygon, 2)::json AS polygon, ST_X(c.centre) AS x, ST_Y(c.centre) AS y,
  (SELECT h.id FROM hotspot h
    WHERE h.municipality_code = c.municipality_code AND h.stage <> 'closed'
      AND (h.cluster_id = c.id OR ST_Intersects(h.polygon, c.centre))
    ORDER BY (h.cluster_id = c.id) DESC, h.id LIMIT 1) AS hotspot_id`;

/**
 * All clusters of a run in one statement; answers them as `clusterRows` would read them back. Only the facts are not
 * asked for again: they are the text that was sent, of which `jsonb` keeps every value.
 */
export async function insertClusters(
  manager: EntityManager,
  code: number,
  run: { id: string; groups: readonly string[]; clusters: readonly NewClusterRow[] },
): Promise<ClusterRow[]> {
  if (run.clusters.length === 0) return [];
  const rows = run.clusters.map(({ id, number, status, x, y, count }) => ({ id, number, status, x, y, count }));
  const facts = run.clusters.map((cluster) => JSON.stringify(cluster.facts));
  const stored: Omit<ClusterRow, 'facts'>[] = await manager.query(
    `INSERT INTO cluster AS c (municipality_code, id, run_id, number, status, group_codes, polygon, centre, event_count, facts)
     SELECT $1::smallint, id, $2::uuid, number, status, $3::text[], ${polygonOfWkb('polygon')}, ST_SetSRID(ST_MakePoint(x, y), 3006), count, facts::jsonb
       FROM ROWS FROM (jsonb_to_recordset($4) AS (id uuid, number int, status text, x float8, y float8, count int),
                       unnest($5::bytea[]), unnest(string_to_array($6, E'\\n')))
         AS sent (id, number, status, x, y, count, polygon, facts)
     RETURNING ${clusterColumns}`,
    [
      code,
      run.id,
      run.groups,
      JSON.stringify(rows),
      run.clusters.map(({ polygon }) => metresWkb(polygon)),
      facts.join('\n'),
    ],
  );
  const factsOf = new Map(run.clusters.map(({ id }, at) => [id, JSON.parse(facts[at]!) as StoredFacts]));
  return stored.map((row) => ({ ...row, facts: factsOf.get(row.id)! })).sort((a, b) => a.number - b.number);
}

/** The clusters of a run, with the hot spot that each has become or that lies over it. */
export async function clusterRows(manager: EntityManager, code: number, runId: string): Promise<ClusterRow[]> {
  return manager.query(
    `SELECT ${clusterColumns}, c.facts FROM cluster c WHERE c.municipality_code = $1 AND c.run_id = $2 ORDER BY c.number`,
    [code, runId],
  );
}
