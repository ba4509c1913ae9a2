import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, statements } from './tenancy.js';

/** Where people live, work and move: what "more than expected" is compared with. Points lie as columns, one row per kind. */
export class Baseline1000000000006 implements MigrationInterface {
  name = 'Baseline1000000000006';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements(tables)) await runner.query(statement);
    for (const table of ['baseline', 'baseline_point']) {
      for (const statement of isolate(table)) await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE baseline_point, baseline');
  }
}

const tables = `
CREATE TABLE baseline (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  source text NOT NULL,
  file_name text,
  as_of date NOT NULL,
  weights jsonb NOT NULL,
  rows_read integer NOT NULL,
  rows_rejected integer NOT NULL,
  rows_outside integer NOT NULL,
  replaced_id uuid,
  account_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  removed_at timestamptz,
  CONSTRAINT baseline_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT baseline_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code),
  CONSTRAINT baseline_source_known CHECK (source IN ('register', 'import'))
);

CREATE UNIQUE INDEX baseline_name_unique ON baseline (municipality_code, name) WHERE removed_at IS NULL;

CREATE TABLE baseline_point (
  municipality_code smallint NOT NULL,
  baseline_id uuid NOT NULL,
  kind text NOT NULL,
  x float8[] NOT NULL,
  y float8[] NOT NULL,
  count float8[] NOT NULL,
  CONSTRAINT baseline_point_pk PRIMARY KEY (municipality_code, baseline_id, kind),
  CONSTRAINT baseline_point_baseline_fk FOREIGN KEY (municipality_code, baseline_id) REFERENCES baseline (municipality_code, id) ON DELETE CASCADE,
  CONSTRAINT baseline_point_kind_known CHECK (kind IN ('residents', 'workplaces', 'school', 'shops', 'station', 'visited', 'other')),
  CONSTRAINT baseline_point_columns_even CHECK (cardinality(x) > 0 AND cardinality(x) = cardinality(y) AND cardinality(x) = cardinality(count))
)
`;
