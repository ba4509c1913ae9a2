import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, statements } from './tenancy.js';

/** Paired phones, where faults are forwarded, what was forwarded, and what a report may say besides. */
export class Device1000000000007 implements MigrationInterface {
  name = 'Device1000000000007';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements(tables)) await runner.query(statement);
    for (const table of ['device', 'fault_route']) {
      for (const statement of isolate(table)) await runner.query(statement);
    }
    const throughIncident = `EXISTS (SELECT 1 FROM incident i WHERE i.municipality_code = fault_report.municipality_code AND i.id = fault_report.incident_id)`;
    for (const statement of isolate('fault_report', 'SELECT, INSERT, UPDATE', throughIncident))
      await runner.query(statement);
    // A phone is recognised before there is an actor, as a session is.
    await runner.query(
      'CREATE POLICY device_access ON device FOR ALL TO narbild_access USING (true) WITH CHECK (true)',
    );
    await runner.query('GRANT SELECT, UPDATE ON device TO narbild_access');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE fault_report, fault_route, device');
    await runner.query(
      'ALTER TABLE incident DROP COLUMN police_called, DROP COLUMN police_reported, DROP COLUMN recurrence',
    );
  }
}

const tables = `
CREATE TABLE device (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  name text NOT NULL,
  made_by uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  code_hash bytea,
  code_expires_at timestamptz NOT NULL,
  token_hash bytea,
  paired_at timestamptz,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  CONSTRAINT device_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT device_membership_fk FOREIGN KEY (municipality_code, account_id) REFERENCES membership (municipality_code, account_id) ON DELETE CASCADE,
  CONSTRAINT device_paired_until CHECK ((paired_at IS NULL) = (expires_at IS NULL))
);

CREATE INDEX device_token ON device (token_hash) WHERE token_hash IS NOT NULL;

CREATE INDEX device_code ON device (code_hash) WHERE code_hash IS NOT NULL;

CREATE TABLE fault_route (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  category_code text NOT NULL,
  subcategory_code text NOT NULL DEFAULT '',
  way text NOT NULL,
  target text NOT NULL,
  subject text NOT NULL,
  template text NOT NULL,
  secret text,
  CONSTRAINT fault_route_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT fault_route_once UNIQUE (municipality_code, category_code, subcategory_code),
  CONSTRAINT fault_route_category_fk FOREIGN KEY (municipality_code, category_code) REFERENCES category (municipality_code, code),
  CONSTRAINT fault_route_way_known CHECK (way IN ('mail', 'webhook'))
);

CREATE TABLE fault_report (
  municipality_code smallint NOT NULL,
  incident_id uuid NOT NULL,
  account_id uuid NOT NULL,
  way text NOT NULL,
  status text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT fault_report_pk PRIMARY KEY (municipality_code, incident_id),
  CONSTRAINT fault_report_incident_fk FOREIGN KEY (municipality_code, incident_id) REFERENCES incident (municipality_code, id) ON DELETE CASCADE,
  CONSTRAINT fault_report_status_known CHECK (status IN ('sending', 'sent', 'failed', 'drafted'))
);

ALTER TABLE incident ADD COLUMN police_called boolean, ADD COLUMN police_reported boolean, ADD COLUMN recurrence text,
  ADD CONSTRAINT incident_recurrence_known CHECK (recurrence IN ('first', 'recurring', 'constant'))
`;
