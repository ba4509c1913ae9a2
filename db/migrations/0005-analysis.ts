import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, statements, visibleResult } from './tenancy.js';

/** Jobs of the clock that are made once, the alerts of the nightly scan and their thresholds, and runs listed by time. */
export class Analysis1000000000005 implements MigrationInterface {
  name = 'Analysis1000000000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements(tables)) await runner.query(statement);
    for (const statement of isolate('alert', 'SELECT, INSERT, UPDATE', visibleResult)) await runner.query(statement);
    for (const statement of isolate('alert_setting', 'SELECT, INSERT, UPDATE')) await runner.query(statement);
    await runner.query('GRANT INSERT ON job TO narbild_access');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE INSERT ON job FROM narbild_access');
    await runner.query('DROP TABLE alert_setting, alert');
    await runner.query('DROP INDEX job_once');
    await runner.query('ALTER TABLE job DROP COLUMN once');
    await runner.query('DROP INDEX analysis_run_newest');
  }
}

const tables = `
ALTER TABLE job ADD COLUMN once text;

CREATE UNIQUE INDEX job_once ON job (municipality_code, kind, once) WHERE once IS NOT NULL;

CREATE INDEX analysis_run_newest ON analysis_run (municipality_code, created_at, id);

CREATE TABLE alert_setting (
  municipality_code smallint NOT NULL,
  enabled boolean NOT NULL DEFAULT true,
  alert_days integer NOT NULL DEFAULT 365,
  review_days integer NOT NULL DEFAULT 100,
  fewest_events integer NOT NULL DEFAULT 30,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT alert_setting_pk PRIMARY KEY (municipality_code),
  CONSTRAINT alert_setting_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code),
  CONSTRAINT alert_setting_order CHECK (review_days >= 1 AND alert_days >= review_days),
  CONSTRAINT alert_setting_events CHECK (fewest_events >= 10)
);

CREATE TABLE alert (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  group_codes text[] NOT NULL,
  category_code text NOT NULL,
  level text NOT NULL,
  centre geometry(Point, 3006) NOT NULL,
  radius_metres double precision NOT NULL,
  name text,
  first_day date NOT NULL,
  last_day date NOT NULL,
  cases integer NOT NULL,
  expected double precision NOT NULL,
  recurrence_days integer NOT NULL,
  parameters jsonb NOT NULL,
  found_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  seen_at timestamptz,
  seen_by uuid,
  note text,
  CONSTRAINT alert_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT alert_category_fk FOREIGN KEY (municipality_code, category_code) REFERENCES category (municipality_code, code),
  CONSTRAINT alert_level_known CHECK (level IN ('alert', 'review')),
  CONSTRAINT alert_day_order CHECK (last_day >= first_day)
);

CREATE INDEX alert_found ON alert (municipality_code, found_at, id)
`;
