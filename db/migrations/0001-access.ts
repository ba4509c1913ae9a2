import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, statements } from './tenancy.js';

/** Roles of the database, municipalities, organisations, accounts, sessions, memberships, audit and jobs. */
export class Access1000000000001 implements MigrationInterface {
  name = 'Access1000000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS postgis');
    for (const role of ['narbild_app', 'narbild_access']) {
      // Roles belong to the server, not to the database: another database may have made them already, perhaps just now.
      await runner.query(`DO $$ BEGIN
        CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
      await runner.query(`GRANT USAGE ON SCHEMA public TO ${role}`);
      await runner.query(`GRANT ${role} TO CURRENT_USER`);
    }
    for (const statement of statements(tables)) await runner.query(statement);
    for (const table of ['organisation', 'source_group', 'organisation_group', 'membership', 'cooperation_member']) {
      for (const statement of isolate(table)) await runner.query(statement);
      await runner.query(`CREATE POLICY ${table}_access ON ${table} FOR SELECT TO narbild_access USING (true)`);
      await runner.query(`GRANT SELECT ON ${table} TO narbild_access`);
    }
    for (const statement of isolate('audit', 'SELECT, INSERT')) await runner.query(statement);
    for (const statement of isolate('audit_seal', 'SELECT, INSERT')) await runner.query(statement);
    for (const statement of isolate('job')) await runner.query(statement);
    for (const statement of statements(installation)) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not undone: drop the database instead.');
  }
}

const tables = `
CREATE TABLE municipality (
  municipality_code smallint NOT NULL,
  name text NOT NULL,
  kind text NOT NULL DEFAULT 'municipality',
  demo boolean NOT NULL DEFAULT false,
  boundary geometry(MultiPolygon, 3006),
  built_up geometry(MultiPolygon, 3006),
  settings jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT municipality_pk PRIMARY KEY (municipality_code),
  CONSTRAINT municipality_code_range CHECK (municipality_code BETWEEN 1 AND 32000),
  CONSTRAINT municipality_kind_known CHECK (kind IN ('municipality', 'cooperation-area')),
  CONSTRAINT municipality_kind_by_code CHECK ((municipality_code >= 10000) = (kind = 'cooperation-area')),
  CONSTRAINT municipality_boundary_valid CHECK (ST_IsValid(boundary)),
  CONSTRAINT municipality_built_up_valid CHECK (ST_IsValid(built_up))
);

CREATE TABLE cooperation_member (
  municipality_code smallint NOT NULL,
  member_code smallint NOT NULL,
  CONSTRAINT cooperation_member_pk PRIMARY KEY (municipality_code, member_code),
  CONSTRAINT cooperation_member_area_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code),
  CONSTRAINT cooperation_member_member_fk FOREIGN KEY (member_code) REFERENCES municipality (municipality_code)
);

CREATE TABLE source_group (
  municipality_code smallint NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  CONSTRAINT source_group_pk PRIMARY KEY (municipality_code, code),
  CONSTRAINT source_group_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code),
  CONSTRAINT source_group_code_form CHECK (code ~ '^[a-z][a-z0-9-]{0,39}$')
);

CREATE TABLE organisation (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  group_code text NOT NULL,
  CONSTRAINT organisation_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT organisation_name_unique UNIQUE (municipality_code, name),
  CONSTRAINT organisation_group_fk FOREIGN KEY (municipality_code, group_code) REFERENCES source_group (municipality_code, code),
  CONSTRAINT organisation_kind_known CHECK (kind IN ('municipality', 'police', 'housing', 'guard', 'transport', 'other'))
);

CREATE TABLE organisation_group (
  municipality_code smallint NOT NULL,
  organisation_id uuid NOT NULL,
  group_code text NOT NULL,
  CONSTRAINT organisation_group_pk PRIMARY KEY (municipality_code, organisation_id, group_code),
  CONSTRAINT organisation_group_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id) ON DELETE CASCADE,
  CONSTRAINT organisation_group_group_fk FOREIGN KEY (municipality_code, group_code) REFERENCES source_group (municipality_code, code)
);

CREATE TABLE account (
  id uuid NOT NULL,
  email text NOT NULL,
  name text NOT NULL,
  password_hash text NOT NULL,
  language text NOT NULL DEFAULT 'sv',
  installation_administrator boolean NOT NULL DEFAULT false,
  demo boolean NOT NULL DEFAULT false,
  disabled_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT account_pk PRIMARY KEY (id),
  CONSTRAINT account_email_unique UNIQUE (email),
  CONSTRAINT account_email_lower CHECK (email = lower(email)),
  CONSTRAINT account_language_known CHECK (language IN ('sv', 'en'))
);

CREATE TABLE membership (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  role text NOT NULL,
  CONSTRAINT membership_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT membership_account_unique UNIQUE (municipality_code, account_id),
  CONSTRAINT membership_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT membership_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id),
  CONSTRAINT membership_role_known CHECK (role IN ('reporter', 'coordinator', 'police', 'analyst', 'reader', 'administrator'))
);

CREATE INDEX membership_account ON membership (account_id);

CREATE TABLE session (
  token_hash bytea NOT NULL,
  account_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  CONSTRAINT session_pk PRIMARY KEY (token_hash),
  CONSTRAINT session_account_fk FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
);

CREATE INDEX session_account ON session (account_id);

CREATE TABLE first_administrator_link (
  token_hash bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  used_at timestamptz,
  CONSTRAINT first_administrator_link_pk PRIMARY KEY (token_hash)
);

CREATE TABLE throttle (
  key text NOT NULL,
  points integer NOT NULL DEFAULT 0,
  expire bigint,
  CONSTRAINT throttle_pk PRIMARY KEY (key)
);

CREATE TABLE audit (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  account_id uuid,
  action text NOT NULL,
  subject text NOT NULL,
  subject_id text,
  count integer,
  facts jsonb NOT NULL DEFAULT '{}',
  CONSTRAINT audit_pk PRIMARY KEY (municipality_code, id)
);

CREATE INDEX audit_at ON audit (municipality_code, at);

CREATE TABLE audit_seal (
  municipality_code smallint NOT NULL,
  number bigint NOT NULL,
  audit_id uuid NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT audit_seal_pk PRIMARY KEY (municipality_code, number),
  CONSTRAINT audit_seal_once UNIQUE (municipality_code, audit_id),
  CONSTRAINT audit_seal_audit_fk FOREIGN KEY (municipality_code, audit_id) REFERENCES audit (municipality_code, id)
);

CREATE TABLE job (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  payload jsonb NOT NULL DEFAULT '{}',
  status text NOT NULL DEFAULT 'queued',
  progress real NOT NULL DEFAULT 0,
  step text,
  attempts integer NOT NULL DEFAULT 0,
  account_id uuid,
  cancel_requested boolean NOT NULL DEFAULT false,
  error_code text,
  run_at timestamptz NOT NULL DEFAULT now(),
  locked_until timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  CONSTRAINT job_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT job_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code),
  CONSTRAINT job_status_known CHECK (status IN ('queued', 'running', 'done', 'failed', 'cancelled'))
);

CREATE INDEX job_due ON job (run_at) WHERE status IN ('queued', 'running');
`;

const installation = `
GRANT SELECT (id, name, email, language, demo, disabled_at) ON account TO narbild_app;

ALTER TABLE account ENABLE ROW LEVEL SECURITY;

ALTER TABLE account FORCE ROW LEVEL SECURITY;

CREATE POLICY account_read ON account FOR SELECT TO narbild_app
  USING (EXISTS (SELECT 1 FROM membership m WHERE m.account_id = account.id));

CREATE POLICY account_access ON account FOR ALL TO narbild_access USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON account, session, throttle TO narbild_access;

GRANT SELECT, INSERT, UPDATE ON first_administrator_link TO narbild_access;

ALTER TABLE municipality ENABLE ROW LEVEL SECURITY;

ALTER TABLE municipality FORCE ROW LEVEL SECURITY;

CREATE POLICY municipality_read ON municipality FOR SELECT TO narbild_app
  USING (municipality_code = ANY ((SELECT string_to_array(NULLIF(current_setting('app.tenants', true), ''), ',')::smallint[])::smallint[]));

CREATE POLICY municipality_write ON municipality FOR ALL TO narbild_app
  USING (municipality_code = (SELECT NULLIF(current_setting('app.municipality', true), '')::smallint))
  WITH CHECK (municipality_code = (SELECT NULLIF(current_setting('app.municipality', true), '')::smallint));

CREATE POLICY municipality_access ON municipality FOR SELECT TO narbild_access USING (true);

GRANT SELECT, INSERT, UPDATE ON municipality TO narbild_app;

GRANT SELECT ON municipality TO narbild_access;

CREATE POLICY audit_access ON audit FOR INSERT TO narbild_access WITH CHECK (municipality_code = 0);

GRANT INSERT ON audit TO narbild_access;

CREATE POLICY job_access ON job FOR ALL TO narbild_access USING (true) WITH CHECK (true);

GRANT SELECT, UPDATE ON job TO narbild_access
`;
