import type { MigrationInterface, QueryRunner } from 'typeorm';
import { statements } from './tenancy.js';

/**
 * Polisen's public notices. They are the same for everybody and say nothing more exact than a municipality, so that they
 * belong to the installation: one call serves all municipalities. There is no position to store.
 */
export class Feed1000000000011 implements MigrationInterface {
  name = 'Feed1000000000011';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements(notices)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE police_feed, police_event_version, police_event');
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
