import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, statements, visibleRow } from './tenancy.js';

/** Incidents with their history, imports with their rows and staging, counts by area. */
export class Incident1000000000003 implements MigrationInterface {
  name = 'Incident1000000000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements(tables)) await runner.query(statement);
    for (const table of ['import', 'incident', 'import_stage', 'area_count']) {
      for (const statement of isolate(table, undefined, visibleRow)) await runner.query(statement);
    }
    // Rows and history are seen by whoever sees their import or incident: the policy looks there, under its own policy.
    const throughImport = `EXISTS (SELECT 1 FROM import i WHERE i.municipality_code = import_row.municipality_code AND i.id = import_row.import_id)`;
    for (const statement of isolate('import_row', undefined, throughImport)) await runner.query(statement);
    const throughIncident = `EXISTS (SELECT 1 FROM incident i WHERE i.municipality_code = incident_change.municipality_code AND i.id = incident_change.incident_id)`;
    for (const statement of isolate('incident_change', 'SELECT, INSERT, DELETE', throughIncident))
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE area_count, incident_change, import_stage, import_row, incident, import');
  }
}

/** The columns that a staged row and an incident have in common. */
const observation = `
  event_key text NOT NULL,
  source text NOT NULL,
  group_code text NOT NULL,
  organisation_id uuid,
  account_id uuid,
  source_identity text,
  content_digest text,
  category_code text NOT NULL,
  subcategory_code text,
  severity smallint,
  crime_code text,
  occurred_from timestamptz NOT NULL,
  occurred_to timestamptz,
  time_precision text NOT NULL DEFAULT 'minute',
  location geometry(Point, 3006),
  precision text NOT NULL,
  placement text NOT NULL,
  area_id uuid,
  address text,
  outside boolean NOT NULL DEFAULT false,
  dwelling boolean NOT NULL DEFAULT false,
  crime_count integer NOT NULL DEFAULT 1,
  sensitive boolean NOT NULL DEFAULT false,
  description text`;

const tables = `
CREATE TABLE import (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  file_name text NOT NULL,
  byte_count bigint NOT NULL,
  status text NOT NULL,
  source text NOT NULL,
  group_code text NOT NULL,
  organisation_id uuid NOT NULL,
  account_id uuid,
  mapping jsonb,
  preview jsonb,
  row_count integer NOT NULL DEFAULT 0,
  counts jsonb NOT NULL DEFAULT '{}',
  notices jsonb NOT NULL DEFAULT '[]',
  error_code text,
  job_id uuid,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  CONSTRAINT import_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT import_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code),
  CONSTRAINT import_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id),
  CONSTRAINT import_kind_known CHECK (kind IN ('points', 'counts')),
  CONSTRAINT import_status_known CHECK (status IN ('preview', 'queued', 'running', 'done', 'interrupted', 'cancelled', 'failed', 'undone'))
);

CREATE INDEX import_created ON import (municipality_code, created_at);

CREATE TABLE incident (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  import_id uuid,
  place_id uuid,
  setting text,
  accuracy_metres real,
  description_cleared boolean NOT NULL DEFAULT true,
  status text NOT NULL DEFAULT 'received',
  created_at timestamptz NOT NULL DEFAULT now(),
  ${observation.trim()},
  CONSTRAINT incident_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT incident_source_identity_unique UNIQUE (municipality_code, source, source_identity),
  CONSTRAINT incident_import_fk FOREIGN KEY (municipality_code, import_id) REFERENCES import (municipality_code, id),
  CONSTRAINT incident_place_fk FOREIGN KEY (municipality_code, place_id) REFERENCES place (municipality_code, id),
  CONSTRAINT incident_area_fk FOREIGN KEY (municipality_code, area_id) REFERENCES area (municipality_code, id),
  CONSTRAINT incident_category_fk FOREIGN KEY (municipality_code, category_code) REFERENCES category (municipality_code, code),
  CONSTRAINT incident_subcategory_fk FOREIGN KEY (municipality_code, category_code, subcategory_code) REFERENCES subcategory (municipality_code, category_code, code),
  CONSTRAINT incident_group_fk FOREIGN KEY (municipality_code, group_code) REFERENCES source_group (municipality_code, code),
  CONSTRAINT incident_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id),
  CONSTRAINT incident_status_known CHECK (status IN ('received', 'accepted', 'dismissed')),
  CONSTRAINT incident_precision_known CHECK (precision IN ('point', 'address', 'street', 'area', 'none')),
  CONSTRAINT incident_setting_known CHECK (setting IN ('outdoors', 'indoors', 'stairwell')),
  CONSTRAINT incident_time_order CHECK (occurred_to >= occurred_from),
  CONSTRAINT incident_crime_count_positive CHECK (crime_count >= 1),
  CONSTRAINT incident_sensitive_without_place CHECK (NOT sensitive OR (location IS NULL AND address IS NULL AND time_precision = 'month'))
);

CREATE INDEX incident_time ON incident (municipality_code, occurred_from);

CREATE INDEX incident_event ON incident (municipality_code, event_key);

CREATE INDEX incident_location ON incident USING gist (location);

CREATE INDEX incident_import ON incident (municipality_code, import_id) WHERE import_id IS NOT NULL;

CREATE TABLE incident_change (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  incident_id uuid NOT NULL,
  version integer NOT NULL,
  import_id uuid,
  account_id uuid,
  changed_at timestamptz NOT NULL DEFAULT now(),
  what text NOT NULL,
  before jsonb NOT NULL,
  CONSTRAINT incident_change_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT incident_change_incident_fk FOREIGN KEY (municipality_code, incident_id) REFERENCES incident (municipality_code, id) ON DELETE CASCADE
);

CREATE INDEX incident_change_incident ON incident_change (municipality_code, incident_id, version);

CREATE TABLE import_stage (
  municipality_code smallint NOT NULL,
  import_id uuid NOT NULL,
  row_number integer NOT NULL,
  incident_id uuid NOT NULL,
  ${observation.trim()},
  CONSTRAINT import_stage_pk PRIMARY KEY (municipality_code, import_id, row_number),
  CONSTRAINT import_stage_import_fk FOREIGN KEY (municipality_code, import_id) REFERENCES import (municipality_code, id) ON DELETE CASCADE
);

CREATE TABLE import_row (
  municipality_code smallint NOT NULL,
  import_id uuid NOT NULL,
  row_number integer NOT NULL,
  outcome text NOT NULL,
  code text,
  field text,
  incident_id uuid,
  cells jsonb,
  CONSTRAINT import_row_pk PRIMARY KEY (municipality_code, import_id, row_number),
  CONSTRAINT import_row_import_fk FOREIGN KEY (municipality_code, import_id) REFERENCES import (municipality_code, id) ON DELETE CASCADE,
  CONSTRAINT import_row_outcome_known CHECK (outcome IN ('imported', 'updated', 'duplicate', 'rejected'))
);

CREATE TABLE area_count (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  import_id uuid,
  source text NOT NULL,
  group_code text NOT NULL,
  account_id uuid,
  area_id uuid NOT NULL,
  category_code text NOT NULL,
  period_from timestamptz NOT NULL,
  period_to timestamptz NOT NULL,
  count integer NOT NULL,
  CONSTRAINT area_count_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT area_count_cell_unique UNIQUE (municipality_code, source, area_id, category_code, period_from, period_to),
  CONSTRAINT area_count_import_fk FOREIGN KEY (municipality_code, import_id) REFERENCES import (municipality_code, id),
  CONSTRAINT area_count_area_fk FOREIGN KEY (municipality_code, area_id) REFERENCES area (municipality_code, id),
  CONSTRAINT area_count_category_fk FOREIGN KEY (municipality_code, category_code) REFERENCES category (municipality_code, code),
  CONSTRAINT area_count_not_negative CHECK (count >= 0)
)
`;
