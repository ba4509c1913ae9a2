import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, statements } from './tenancy.js';

/** Who has reported: "inget att rapportera" per organisation and week, and the organisations that nobody waits for. */
export class Coverage1000000000010 implements MigrationInterface {
  name = 'Coverage1000000000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements(tables)) await runner.query(statement);
    for (const table of ['null_report', 'coverage_exemption'])
      for (const statement of isolate(table)) await runner.query(statement);
    for (const statement of statements(whoReported)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of statements(undo)) await runner.query(statement);
  }
}

const tables = `
CREATE TABLE null_report (
  municipality_code smallint NOT NULL,
  organisation_id uuid NOT NULL,
  monday date NOT NULL,
  account_id uuid,
  late boolean NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT null_report_pk PRIMARY KEY (municipality_code, organisation_id, monday),
  CONSTRAINT null_report_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id) ON DELETE CASCADE,
  CONSTRAINT null_report_on_monday CHECK (extract(isodow FROM monday) = 1)
);

CREATE TABLE coverage_exemption (
  municipality_code smallint NOT NULL,
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  since timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT coverage_exemption_pk PRIMARY KEY (municipality_code, organisation_id),
  CONSTRAINT coverage_exemption_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id) ON DELETE CASCADE
);

CREATE INDEX incident_sent ON incident (municipality_code, created_at, organisation_id) WHERE source <> 'police'
`;

/**
 * Whether an organisation has reported is the same for every reader, whichever rows their own organisation may see:
 * silence would else be told from what is hidden. The door of access sees who and when, and nothing of what.
 */
const whoReported = `
CREATE POLICY incident_coverage ON incident FOR SELECT TO narbild_access USING (source <> 'police');

GRANT SELECT (municipality_code, organisation_id, source, created_at) ON incident TO narbild_access
`;

const undo = `
REVOKE SELECT (municipality_code, organisation_id, source, created_at) ON incident FROM narbild_access;

DROP POLICY incident_coverage ON incident;

DROP INDEX incident_sent;

DROP TABLE coverage_exemption, null_report
`;
