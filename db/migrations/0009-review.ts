import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, statements } from './tenancy.js';

/** The review of reports: decisions, merges, questions and answers, trusted sources, reasons and what counts as a possible duplicate. */
export class Review1000000000009 implements MigrationInterface {
  name = 'Review1000000000009';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements(tables)) await runner.query(statement);
    for (const statement of statements(rowsOfTheOld)) await runner.query(statement);
    for (const table of ['dismissal_reason', 'duplicate_rule', 'trusted_source'])
      for (const statement of isolate(table)) await runner.query(statement);
    // Messages and merges are seen by whoever sees their incident: the policy looks there, under its own policy.
    const through = (table: string) =>
      `EXISTS (SELECT 1 FROM incident i WHERE i.municipality_code = ${table}.municipality_code AND i.id = ${table}.incident_id)`;
    for (const statement of isolate('incident_message', 'SELECT, INSERT', through('incident_message')))
      await runner.query(statement);
    for (const statement of isolate('incident_merge', undefined, through('incident_merge')))
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of statements(undo)) await runner.query(statement);
  }
}

const tables = `
ALTER TABLE incident DROP CONSTRAINT incident_status_known;

ALTER TABLE incident ADD CONSTRAINT incident_status_known CHECK (status IN ('received', 'asked', 'accepted', 'merged', 'dismissed'));

ALTER TABLE incident ADD COLUMN reviewed_by uuid, ADD COLUMN reviewed_at timestamptz, ADD COLUMN dismissal text, ADD COLUMN dismissal_note text;

CREATE INDEX incident_waiting ON incident (municipality_code, created_at) WHERE status IN ('received', 'asked');

CREATE INDEX incident_reporter ON incident (municipality_code, account_id, created_at) WHERE account_id IS NOT NULL;

ALTER TABLE incident_change ADD COLUMN reason text, ADD COLUMN note text, ADD COLUMN batch_id uuid;

CREATE INDEX incident_change_batch ON incident_change (municipality_code, batch_id) WHERE batch_id IS NOT NULL;

CREATE TABLE dismissal_reason (
  municipality_code smallint NOT NULL,
  code text NOT NULL,
  name_sv text NOT NULL,
  name_en text NOT NULL,
  position smallint NOT NULL,
  CONSTRAINT dismissal_reason_pk PRIMARY KEY (municipality_code, code),
  CONSTRAINT dismissal_reason_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code)
);

CREATE TABLE duplicate_rule (
  municipality_code smallint NOT NULL,
  pair text NOT NULL,
  metres integer NOT NULL,
  hours integer NOT NULL,
  same_category boolean NOT NULL,
  CONSTRAINT duplicate_rule_pk PRIMARY KEY (municipality_code, pair),
  CONSTRAINT duplicate_rule_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code),
  CONSTRAINT duplicate_rule_pair_known CHECK (pair IN ('reports', 'police')),
  CONSTRAINT duplicate_rule_range CHECK (metres BETWEEN 1 AND 2000 AND hours BETWEEN 1 AND 720)
);

CREATE TABLE trusted_source (
  municipality_code smallint NOT NULL,
  organisation_id uuid NOT NULL,
  at_once boolean NOT NULL,
  account_id uuid NOT NULL,
  since timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT trusted_source_pk PRIMARY KEY (municipality_code, organisation_id),
  CONSTRAINT trusted_source_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id) ON DELETE CASCADE
);

CREATE TABLE incident_message (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  incident_id uuid NOT NULL,
  account_id uuid NOT NULL,
  kind text NOT NULL,
  text text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT incident_message_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT incident_message_incident_fk FOREIGN KEY (municipality_code, incident_id) REFERENCES incident (municipality_code, id) ON DELETE CASCADE,
  CONSTRAINT incident_message_kind_known CHECK (kind IN ('question', 'answer'))
);

CREATE INDEX incident_message_incident ON incident_message (municipality_code, incident_id, created_at);

CREATE TABLE incident_merge (
  municipality_code smallint NOT NULL,
  merge_id uuid NOT NULL,
  incident_id uuid NOT NULL,
  row_count integer NOT NULL,
  key_before text NOT NULL,
  key_after text NOT NULL,
  status_before text NOT NULL,
  undone_at timestamptz,
  CONSTRAINT incident_merge_pk PRIMARY KEY (municipality_code, merge_id, incident_id),
  CONSTRAINT incident_merge_incident_fk FOREIGN KEY (municipality_code, incident_id) REFERENCES incident (municipality_code, id) ON DELETE CASCADE
);

CREATE INDEX incident_merge_incident ON incident_merge (municipality_code, incident_id) WHERE undone_at IS NULL
`;

/** Municipalities that were there before get the rows that a new one starts with; for that the owner reads past its own policy. */
const rowsOfTheOld = `
ALTER TABLE municipality NO FORCE ROW LEVEL SECURITY;

INSERT INTO dismissal_reason (municipality_code, code, name_sv, name_en, position)
SELECT m.municipality_code, r.* FROM municipality m, (VALUES
  ('duplicate', 'Dubblett', 'Duplicate', 0::smallint),
  ('personal-data', 'Innehåller personuppgifter', 'Holds personal data', 1::smallint),
  ('wrong-place', 'Fel plats', 'Wrong place', 2::smallint),
  ('not-ours', 'Inte en fråga för oss', 'Not a matter for us', 3::smallint),
  ('test', 'Prov', 'Test', 4::smallint)) AS r(code, sv, en, position)
 WHERE m.kind = 'municipality';

INSERT INTO duplicate_rule (municipality_code, pair, metres, hours, same_category)
SELECT m.municipality_code, r.* FROM municipality m, (VALUES ('reports', 50, 48, true), ('police', 150, 48, false)) AS r(pair, metres, hours, same_category)
 WHERE m.kind = 'municipality';

ALTER TABLE municipality FORCE ROW LEVEL SECURITY
`;

const undo = `
DROP TABLE incident_merge, incident_message, trusted_source, duplicate_rule, dismissal_reason;

ALTER TABLE incident_change DROP COLUMN reason, DROP COLUMN note, DROP COLUMN batch_id;

DROP INDEX incident_waiting;

DROP INDEX incident_reporter;

ALTER TABLE incident DROP COLUMN reviewed_by, DROP COLUMN reviewed_at, DROP COLUMN dismissal, DROP COLUMN dismissal_note;

ALTER TABLE incident DROP CONSTRAINT incident_status_known;

ALTER TABLE incident NO FORCE ROW LEVEL SECURITY;

UPDATE incident SET status = CASE status WHEN 'asked' THEN 'received' ELSE 'accepted' END WHERE status IN ('asked', 'merged');

ALTER TABLE incident FORCE ROW LEVEL SECURITY;

ALTER TABLE incident ADD CONSTRAINT incident_status_known CHECK (status IN ('received', 'accepted', 'dismissed'))
`;
