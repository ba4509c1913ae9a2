import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, statements } from './tenancy.js';

/**
 * Polisen's public notices, and what a municipality changes in its own lists.
 *
 * The notices are the same for everybody and say nothing more exact than a municipality, so that they belong to the
 * installation: one call serves all municipalities. There is no position to store.
 */
export class Feed1000000000011 implements MigrationInterface {
  name = 'Feed1000000000011';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements(notices)) await runner.query(statement);
    for (const statement of statements(lists)) await runner.query(statement);
    for (const statement of isolate('list_version')) await runner.query(statement);
    for (const statement of isolate('list_change', 'SELECT, INSERT')) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of statements(undo)) await runner.query(statement);
  }
}

const notices = `
CREATE TABLE police_event (
  id bigint NOT NULL,
  version integer NOT NULL DEFAULT 1,
  content jsonb NOT NULL,
  happened_at timestamptz NOT NULL,
  place_code smallint,
  county_code smallint,
  first_seen_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT police_event_pk PRIMARY KEY (id)
);

CREATE INDEX police_event_place ON police_event (county_code, happened_at);

CREATE INDEX police_event_time ON police_event (happened_at);

CREATE TABLE police_event_version (
  event_id bigint NOT NULL,
  version integer NOT NULL,
  content jsonb NOT NULL,
  seen_at timestamptz NOT NULL,
  CONSTRAINT police_event_version_pk PRIMARY KEY (event_id, version),
  CONSTRAINT police_event_version_event_fk FOREIGN KEY (event_id) REFERENCES police_event (id) ON DELETE CASCADE
);

CREATE TABLE police_feed (
  id smallint NOT NULL,
  next_at timestamptz NOT NULL DEFAULT now(),
  etag text,
  failures integer NOT NULL DEFAULT 0,
  fault text,
  answered_at timestamptz,
  CONSTRAINT police_feed_pk PRIMARY KEY (id),
  CONSTRAINT police_feed_one CHECK (id = 1)
);

INSERT INTO police_feed (id) VALUES (1);

GRANT SELECT ON police_event, police_event_version, police_feed TO narbild_app;

GRANT SELECT, INSERT, UPDATE, DELETE ON police_event, police_event_version TO narbild_access;

GRANT SELECT, UPDATE ON police_feed TO narbild_access
`;

/** One version per list, what each row was before a change, and what the lists need to hide and add rows. */
const lists = `
CREATE TABLE list_version (
  municipality_code smallint NOT NULL,
  list text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT list_version_pk PRIMARY KEY (municipality_code, list),
  CONSTRAINT list_version_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code)
);

CREATE TABLE list_change (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  list text NOT NULL,
  subject_id text NOT NULL,
  before jsonb NOT NULL,
  account_id uuid NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT list_change_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT list_change_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code)
);

CREATE INDEX list_change_subject ON list_change (municipality_code, list, subject_id, changed_at);

ALTER TABLE category ADD COLUMN hidden boolean NOT NULL DEFAULT false;

ALTER TABLE subcategory ADD COLUMN hidden boolean NOT NULL DEFAULT false, ADD COLUMN own boolean NOT NULL DEFAULT false;

ALTER TABLE dismissal_reason ADD COLUMN hidden boolean NOT NULL DEFAULT false;

ALTER TABLE place ADD COLUMN merged_into uuid;

ALTER TABLE place ADD CONSTRAINT place_merged_into_fk FOREIGN KEY (municipality_code, merged_into) REFERENCES place (municipality_code, id)
`;

const undo = `
ALTER TABLE place DROP COLUMN merged_into;

ALTER TABLE dismissal_reason DROP COLUMN hidden;

ALTER TABLE subcategory DROP COLUMN hidden, DROP COLUMN own;

ALTER TABLE category DROP COLUMN hidden;

DROP TABLE list_change, list_version, police_feed, police_event_version, police_event
`;
