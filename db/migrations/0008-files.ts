import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, statements } from './tenancy.js';

/**
 * Files: the registers that an import is placed by (addresses with their locality, streets), what was read into them,
 * the saved mapping profiles, the keys of machines, and a stage that is quick to fill.
 */
export class Files1000000000008 implements MigrationInterface {
  name = 'Files1000000000008';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements(registers)) await runner.query(statement);
    for (const statement of statements(stage)) await runner.query(statement);
    for (const table of ['street', 'register_load', 'mapping_profile']) {
      for (const statement of isolate(table)) await runner.query(statement);
    }
    for (const statement of isolate('api_key')) await runner.query(statement);
    for (const statement of statements(keys)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE api_key, mapping_profile, register_load, street');
  }
}

/** How streets are compared, the same as `streetKey` in api/src/geo/street-name.ts. */
const streetKey = (column: string) =>
  `regexp_replace(regexp_replace(regexp_replace(translate(lower(${column}), 'åäöéèü', 'aaoeeu'), '[^a-z0-9]', '', 'g'), 'gata$', 'gatan'), 'vag$', 'vagen')`;

const registers = `
ALTER TABLE address ADD COLUMN locality text NOT NULL DEFAULT '';

ALTER TABLE address DROP CONSTRAINT address_unique;

ALTER TABLE address ADD CONSTRAINT address_unique UNIQUE (municipality_code, street, number, locality);

CREATE INDEX address_by_street ON address (municipality_code, (${streetKey('street')}) text_pattern_ops);

CREATE TABLE street (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  locality text NOT NULL DEFAULT '',
  location geometry(Point, 3006) NOT NULL,
  geometry geometry(MultiLineString, 3006),
  CONSTRAINT street_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT street_name_unique UNIQUE (municipality_code, name, locality),
  CONSTRAINT street_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code)
);

CREATE INDEX street_by_name ON street (municipality_code, (${streetKey('name')}) text_pattern_ops);

CREATE TABLE register_load (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  file_name text NOT NULL,
  row_count integer NOT NULL,
  added integer NOT NULL,
  changed integer NOT NULL,
  unchanged integer NOT NULL,
  rejected integer NOT NULL,
  account_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT register_load_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT register_load_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code),
  CONSTRAINT register_load_kind_known CHECK (kind IN ('addresses', 'places', 'streets', 'areas'))
);

CREATE INDEX register_load_created ON register_load (municipality_code, created_at);

CREATE TABLE mapping_profile (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  source text NOT NULL,
  columns jsonb NOT NULL,
  date_order text,
  default_coordinates text NOT NULL DEFAULT 'refuse',
  account_id uuid,
  used_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT mapping_profile_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT mapping_profile_name_unique UNIQUE (municipality_code, source, name),
  CONSTRAINT mapping_profile_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code),
  CONSTRAINT mapping_profile_source_known CHECK (source IN ('police', 'external')),
  CONSTRAINT mapping_profile_date_order_known CHECK (date_order IN ('ymd', 'dmy', 'mdy')),
  CONSTRAINT mapping_profile_defaults_known CHECK (default_coordinates IN ('refuse', 'accept'))
);

CREATE TABLE api_key (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  secret_hash bytea NOT NULL,
  scopes text[] NOT NULL,
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  last_used_at timestamptz,
  CONSTRAINT api_key_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT api_key_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id),
  CONSTRAINT api_key_account_fk FOREIGN KEY (account_id) REFERENCES account (id)
)
`;

/**
 * The stage holds rows for minutes and is worth nothing after a crash: without write-ahead log and without a look at
 * the import for each row it fills several times as fast (docs/decisions/import-speed.md).
 */
const stage = `
ALTER TABLE import_stage DROP CONSTRAINT import_stage_import_fk;

ALTER TABLE import_stage ADD COLUMN description_cleared boolean NOT NULL DEFAULT true;

ALTER TABLE import_stage SET UNLOGGED
`;

/** Who calls is decided before there is an actor. */
const keys = `
CREATE POLICY api_key_access ON api_key FOR SELECT TO narbild_access USING (true);

CREATE POLICY api_key_used ON api_key FOR UPDATE TO narbild_access USING (true) WITH CHECK (true);

GRANT SELECT ON api_key TO narbild_access;

GRANT UPDATE (last_used_at) ON api_key TO narbild_access
`;
