import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, statements } from './tenancy.js';

/** Weekly reminders: whom to remind when, what was sent, and the keys of the links in it. Veckobedömning: its questions and answers. */
export class Reminder1000000000012 implements MigrationInterface {
  name = 'Reminder1000000000012';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements(tables)) await runner.query(statement);
    for (const table of ['reminder_setting', 'reminder_sms', 'reminder', 'assessment_factor', 'assessment'])
      for (const statement of isolate(table)) await runner.query(statement);
    for (const statement of statements(beforeAnActor)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE assessment, assessment_factor, reminder, reminder_sms, reminder_setting');
  }
}

const tables = `
CREATE TABLE reminder_setting (
  municipality_code smallint NOT NULL,
  organisation_id uuid NOT NULL,
  enabled boolean NOT NULL,
  weekday smallint NOT NULL,
  hour smallint NOT NULL,
  emails text[] NOT NULL,
  phones text[] NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT reminder_setting_pk PRIMARY KEY (municipality_code, organisation_id),
  CONSTRAINT reminder_setting_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id) ON DELETE CASCADE,
  CONSTRAINT reminder_setting_weekday CHECK (weekday BETWEEN 1 AND 7),
  CONSTRAINT reminder_setting_hour CHECK (hour BETWEEN 6 AND 20)
);

CREATE TABLE reminder_sms (
  municipality_code smallint NOT NULL,
  url text NOT NULL,
  secret text NOT NULL,
  CONSTRAINT reminder_sms_pk PRIMARY KEY (municipality_code),
  CONSTRAINT reminder_sms_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code)
);

CREATE TABLE reminder (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  monday date NOT NULL,
  occasion text NOT NULL,
  channel text NOT NULL,
  recipient text NOT NULL,
  account_id uuid,
  status text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  report_hash bytea NOT NULL,
  nothing_hash bytea NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  CONSTRAINT reminder_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT reminder_once UNIQUE (municipality_code, organisation_id, occasion, channel, recipient),
  CONSTRAINT reminder_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id) ON DELETE CASCADE,
  CONSTRAINT reminder_on_monday CHECK (extract(isodow FROM monday) = 1),
  CONSTRAINT reminder_channel_known CHECK (channel IN ('mail', 'sms')),
  CONSTRAINT reminder_status_known CHECK (status IN ('sending', 'sent', 'failed'))
);

CREATE INDEX reminder_newest ON reminder (municipality_code, at);

CREATE INDEX reminder_report_hash ON reminder (report_hash);

CREATE INDEX reminder_nothing_hash ON reminder (nothing_hash);

CREATE TABLE assessment_factor (
  municipality_code smallint NOT NULL,
  code text NOT NULL,
  name_sv text NOT NULL,
  name_en text NOT NULL,
  position smallint NOT NULL,
  active boolean NOT NULL,
  CONSTRAINT assessment_factor_pk PRIMARY KEY (municipality_code, code),
  CONSTRAINT assessment_factor_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code)
);

CREATE TABLE assessment (
  municipality_code smallint NOT NULL,
  area_id uuid NOT NULL,
  monday date NOT NULL,
  account_id uuid NOT NULL,
  factor_code text NOT NULL,
  organisation_id uuid NOT NULL,
  answer text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT assessment_pk PRIMARY KEY (municipality_code, area_id, monday, account_id, factor_code),
  CONSTRAINT assessment_area_fk FOREIGN KEY (municipality_code, area_id) REFERENCES area (municipality_code, id) ON DELETE CASCADE,
  CONSTRAINT assessment_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id) ON DELETE CASCADE,
  CONSTRAINT assessment_on_monday CHECK (extract(isodow FROM monday) = 1),
  CONSTRAINT assessment_answer_known CHECK (answer IN ('calmer', 'usual', 'worse', 'unknown'))
);

CREATE INDEX assessment_week ON assessment (municipality_code, monday)
`;

/** The clock asks what is due, and a link is recognised, before there is an actor; neither hears of addresses. */
const beforeAnActor = `
CREATE POLICY reminder_setting_access ON reminder_setting FOR SELECT TO narbild_access USING (enabled);

GRANT SELECT (municipality_code, organisation_id, enabled, weekday, hour, changed_at) ON reminder_setting TO narbild_access;

CREATE POLICY reminder_link ON reminder FOR SELECT TO narbild_access USING (true);

GRANT SELECT (municipality_code, id, organisation_id, monday, report_hash, nothing_hash, expires_at, used_at) ON reminder TO narbild_access
`;
