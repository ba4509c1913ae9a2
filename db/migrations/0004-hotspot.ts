import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, statements, visibleResult } from './tenancy.js';

/** Stored analyses and their clusters, hot spots with their stages, promises with commitments and occasions, documents. */
export class Hotspot1000000000004 implements MigrationInterface {
  name = 'Hotspot1000000000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements(tables)) await runner.query(statement);
    for (const table of ['analysis_run', 'cluster']) {
      for (const statement of isolate(table, 'SELECT, INSERT', visibleResult)) await runner.query(statement);
    }
    for (const table of [
      'hotspot',
      'hotspot_stage',
      'promise',
      'commitment',
      'commitment_party',
      'occasion',
      'document',
    ]) {
      for (const statement of isolate(table)) await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE document, occasion, commitment_party, commitment, promise, hotspot_stage, hotspot, cluster, analysis_run',
    );
  }
}

const tables = `
CREATE TABLE analysis_run (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  group_codes text[] NOT NULL,
  filters jsonb NOT NULL,
  parameters jsonb NOT NULL,
  seed integer NOT NULL,
  method_version text NOT NULL,
  input_count integer NOT NULL,
  input_hash text NOT NULL,
  result jsonb NOT NULL,
  account_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT analysis_run_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT analysis_run_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code)
);

CREATE INDEX analysis_run_input ON analysis_run (municipality_code, kind, input_hash);

CREATE TABLE cluster (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  run_id uuid NOT NULL,
  number integer NOT NULL,
  status text NOT NULL,
  group_codes text[] NOT NULL,
  polygon geometry(MultiPolygon, 3006) NOT NULL,
  centre geometry(Point, 3006) NOT NULL,
  event_count integer NOT NULL,
  facts jsonb NOT NULL,
  CONSTRAINT cluster_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT cluster_number_unique UNIQUE (municipality_code, run_id, number),
  CONSTRAINT cluster_run_fk FOREIGN KEY (municipality_code, run_id) REFERENCES analysis_run (municipality_code, id),
  CONSTRAINT cluster_polygon_valid CHECK (ST_IsValid(polygon))
);

CREATE TABLE hotspot (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  owner_organisation_id uuid NOT NULL,
  owner_function text NOT NULL,
  stage text NOT NULL DEFAULT 'mapping',
  polygon geometry(MultiPolygon, 3006) NOT NULL,
  cluster_id uuid,
  registration_number text,
  classification text NOT NULL DEFAULT 'open',
  account_id uuid,
  adopted_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT hotspot_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT hotspot_name_unique UNIQUE (municipality_code, name),
  CONSTRAINT hotspot_owner_fk FOREIGN KEY (municipality_code, owner_organisation_id) REFERENCES organisation (municipality_code, id),
  CONSTRAINT hotspot_cluster_fk FOREIGN KEY (municipality_code, cluster_id) REFERENCES cluster (municipality_code, id),
  CONSTRAINT hotspot_cluster_unique UNIQUE (municipality_code, cluster_id),
  CONSTRAINT hotspot_stage_known CHECK (stage IN ('mapping', 'analysis', 'action', 'follow-up', 'closed')),
  CONSTRAINT hotspot_classification_known CHECK (classification IN ('open', 'may-be-secret')),
  CONSTRAINT hotspot_polygon_valid CHECK (ST_IsValid(polygon))
);

CREATE TABLE hotspot_stage (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  hotspot_id uuid NOT NULL,
  stage text NOT NULL,
  note text,
  account_id uuid,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT hotspot_stage_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT hotspot_stage_hotspot_fk FOREIGN KEY (municipality_code, hotspot_id) REFERENCES hotspot (municipality_code, id)
);

CREATE TABLE promise (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  title text NOT NULL,
  objective text,
  target_group text,
  focus_area text,
  scope text NOT NULL DEFAULT 'municipality',
  hotspot_id uuid,
  area_id uuid,
  period_from date NOT NULL,
  period_to date NOT NULL,
  status text NOT NULL DEFAULT 'decided',
  registration_number text,
  account_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT promise_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT promise_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code),
  CONSTRAINT promise_hotspot_fk FOREIGN KEY (municipality_code, hotspot_id) REFERENCES hotspot (municipality_code, id),
  CONSTRAINT promise_area_fk FOREIGN KEY (municipality_code, area_id) REFERENCES area (municipality_code, id),
  CONSTRAINT promise_scope_known CHECK (scope IN ('municipality', 'area', 'place', 'online')),
  CONSTRAINT promise_status_known CHECK (status IN ('draft', 'decided', 'followed-up')),
  CONSTRAINT promise_period_order CHECK (period_to >= period_from)
);

CREATE TABLE commitment (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  promise_id uuid NOT NULL,
  position smallint NOT NULL,
  text text NOT NULL,
  form text NOT NULL,
  bound text,
  target numeric,
  unit text,
  per text,
  baseline numeric,
  due date,
  CONSTRAINT commitment_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT commitment_promise_fk FOREIGN KEY (municipality_code, promise_id) REFERENCES promise (municipality_code, id) ON DELETE CASCADE,
  CONSTRAINT commitment_form_known CHECK (form IN ('count', 'hours', 'increase', 'delivery', 'when-needed', 'ongoing', 'direction')),
  CONSTRAINT commitment_bound_known CHECK (bound IN ('at-least', 'exactly', 'about')),
  CONSTRAINT commitment_per_known CHECK (per IN ('period', 'year', 'tertial', 'quarter', 'month', 'three-weeks', 'week')),
  CONSTRAINT commitment_count_has_target CHECK (form NOT IN ('count', 'hours') OR (target > 0 AND unit IS NOT NULL AND per IS NOT NULL AND bound IS NOT NULL)),
  CONSTRAINT commitment_increase_has_baseline CHECK (form <> 'increase' OR (baseline IS NOT NULL AND target > baseline)),
  CONSTRAINT commitment_delivery_has_due CHECK (form <> 'delivery' OR due IS NOT NULL)
);

CREATE TABLE commitment_party (
  municipality_code smallint NOT NULL,
  commitment_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  CONSTRAINT commitment_party_pk PRIMARY KEY (municipality_code, commitment_id, organisation_id),
  CONSTRAINT commitment_party_commitment_fk FOREIGN KEY (municipality_code, commitment_id) REFERENCES commitment (municipality_code, id) ON DELETE CASCADE,
  CONSTRAINT commitment_party_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id)
);

CREATE TABLE occasion (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  happened_on date NOT NULL,
  count numeric NOT NULL DEFAULT 1,
  minutes integer,
  place text,
  note text,
  organisation_id uuid NOT NULL,
  account_id uuid,
  withdrawn_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT occasion_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT occasion_commitment_fk FOREIGN KEY (municipality_code, commitment_id) REFERENCES commitment (municipality_code, id),
  CONSTRAINT occasion_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id),
  CONSTRAINT occasion_count_positive CHECK (count > 0),
  CONSTRAINT occasion_minutes_positive CHECK (minutes > 0)
);

CREATE INDEX occasion_commitment ON occasion (municipality_code, commitment_id, happened_on);

CREATE TABLE document (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  subject_id text NOT NULL,
  audience text NOT NULL DEFAULT 'internal',
  registration_number text,
  classification text NOT NULL DEFAULT 'open',
  account_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT document_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT document_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code),
  CONSTRAINT document_audience_known CHECK (audience IN ('internal', 'cooperation', 'public')),
  CONSTRAINT document_classification_known CHECK (classification IN ('open', 'may-be-secret'))
)
`;
