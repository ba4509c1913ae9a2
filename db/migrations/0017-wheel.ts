import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, statements } from './tenancy.js';

/** Årshjul: what comes back each year, what was said of single times of it, and the suggestions that were left. */
export class Wheel1000000000017 implements MigrationInterface {
  name = 'Wheel1000000000017';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements(tables)) await runner.query(statement);
    for (const table of ['calendar_activity', 'calendar_occurrence', 'calendar_suggestion_left'])
      for (const statement of isolate(table)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calendar_suggestion_left, calendar_occurrence, calendar_activity');
  }
}

const tables = `
CREATE TABLE calendar_activity (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  title text NOT NULL,
  kind text NOT NULL,
  rule jsonb NOT NULL,
  first_year smallint,
  last_year smallint,
  lead_weeks smallint NOT NULL,
  organisation_id uuid,
  owner_function text,
  police_part text,
  municipality_part text,
  others_part text,
  checklist text,
  suggestion text,
  account_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  removed_at timestamptz,
  CONSTRAINT calendar_activity_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT calendar_activity_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code),
  CONSTRAINT calendar_activity_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id),
  CONSTRAINT calendar_activity_kind_known CHECK (kind IN ('activity', 'communication', 'risk-weekend', 'arrangement', 'school-break')),
  CONSTRAINT calendar_activity_years CHECK (last_year >= first_year),
  CONSTRAINT calendar_activity_lead CHECK (lead_weeks BETWEEN 0 AND 52)
);

CREATE UNIQUE INDEX calendar_activity_suggestion ON calendar_activity (municipality_code, suggestion) WHERE suggestion IS NOT NULL AND removed_at IS NULL;

CREATE TABLE calendar_occurrence (
  municipality_code smallint NOT NULL,
  activity_id uuid NOT NULL,
  planned_on date NOT NULL,
  status text NOT NULL,
  moved_to date,
  note text,
  added boolean NOT NULL,
  account_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT calendar_occurrence_pk PRIMARY KEY (municipality_code, activity_id, planned_on),
  CONSTRAINT calendar_occurrence_activity_fk FOREIGN KEY (municipality_code, activity_id) REFERENCES calendar_activity (municipality_code, id) ON DELETE CASCADE,
  CONSTRAINT calendar_occurrence_status_known CHECK (status IN ('planned', 'done', 'skipped')),
  CONSTRAINT calendar_occurrence_skipped_with_reason CHECK (status <> 'skipped' OR note IS NOT NULL)
);

CREATE TABLE calendar_suggestion_left (
  municipality_code smallint NOT NULL,
  code text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT calendar_suggestion_left_pk PRIMARY KEY (municipality_code, code),
  CONSTRAINT calendar_suggestion_left_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code)
)
`;
