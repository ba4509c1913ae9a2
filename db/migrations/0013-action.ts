import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, statements } from './tenancy.js';

/**
 * Actions with what happened to them, the owner's links and the feeds of calendars; presence at hot spots; what to do
 * first when something happens at a place.
 */
export class Action1000000000013 implements MigrationInterface {
  name = 'Action1000000000013';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements(tables)) await runner.query(statement);
    for (const table of ['action', 'action_link', 'calendar_feed', 'presence', 'mobilisation', 'mobilisation_run'])
      for (const statement of isolate(table)) await runner.query(statement);
    for (const statement of isolate('action_event', 'SELECT, INSERT')) await runner.query(statement);
    for (const statement of statements(beforeAnActor)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE mobilisation_run, mobilisation, presence, calendar_feed, action_link, action_event, action',
    );
  }
}

const tables = `
CREATE TABLE action (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  what text NOT NULL,
  cause text,
  goal text,
  scope text,
  organisation_id uuid NOT NULL,
  owner_function text NOT NULL,
  due date,
  follow_up_on date,
  follow_up text,
  status text NOT NULL DEFAULT 'not-started',
  grade text,
  grade_note text,
  hotspot_id uuid,
  meeting_id uuid,
  view_id uuid,
  cause_id uuid,
  location geometry(Point, 3006),
  classification text NOT NULL DEFAULT 'open',
  secrecy_basis text,
  secrecy_by text,
  secrecy_on date,
  registration_number text,
  escalated boolean NOT NULL DEFAULT false,
  account_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  withdrawn_at timestamptz,
  CONSTRAINT action_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT action_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id),
  CONSTRAINT action_hotspot_fk FOREIGN KEY (municipality_code, hotspot_id) REFERENCES hotspot (municipality_code, id),
  CONSTRAINT action_scope_known CHECK (scope IN ('point-effort', 'ordinary-work')),
  CONSTRAINT action_status_known CHECK (status IN ('not-started', 'doing', 'done', 'cannot')),
  CONSTRAINT action_grade_known CHECK (grade IN ('green', 'yellow', 'red')),
  CONSTRAINT action_classification_known CHECK (classification IN ('open', 'may-be-secret')),
  CONSTRAINT action_secrecy_has_basis CHECK (classification = 'open' OR (secrecy_basis IS NOT NULL AND secrecy_by IS NOT NULL AND secrecy_on IS NOT NULL))
);

CREATE INDEX action_of_hotspot ON action (municipality_code, hotspot_id);

CREATE INDEX action_of_meeting ON action (municipality_code, meeting_id);

CREATE INDEX action_location ON action USING gist (location);

CREATE TABLE action_event (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  action_id uuid NOT NULL,
  deed text NOT NULL,
  status text NOT NULL,
  grade text,
  note text,
  told_by text NOT NULL,
  organisation_id uuid NOT NULL,
  owner_function text,
  account_id uuid,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT action_event_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT action_event_action_fk FOREIGN KEY (municipality_code, action_id) REFERENCES action (municipality_code, id),
  CONSTRAINT action_event_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id),
  CONSTRAINT action_event_deed_known CHECK (deed IN ('created', 'changed', 'answered', 'withdrawn', 'restored')),
  CONSTRAINT action_event_status_known CHECK (status IN ('not-started', 'doing', 'done', 'cannot')),
  CONSTRAINT action_event_grade_known CHECK (grade IN ('green', 'yellow', 'red')),
  CONSTRAINT action_event_told_by_known CHECK (told_by IN ('account', 'link'))
);

CREATE INDEX action_event_of_action ON action_event (municipality_code, action_id, at);

CREATE TABLE action_link (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  action_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  account_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  CONSTRAINT action_link_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT action_link_action_fk FOREIGN KEY (municipality_code, action_id) REFERENCES action (municipality_code, id)
);

CREATE INDEX action_link_token ON action_link (token_hash);

CREATE TABLE calendar_feed (
  municipality_code smallint NOT NULL,
  account_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT calendar_feed_pk PRIMARY KEY (municipality_code, account_id),
  CONSTRAINT calendar_feed_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code),
  CONSTRAINT calendar_feed_account_fk FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
);

CREATE INDEX calendar_feed_token ON calendar_feed (token_hash);

CREATE TABLE presence (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  hotspot_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  minutes smallint NOT NULL,
  commitment_id uuid,
  occasion_id uuid,
  withdrawn_at timestamptz,
  CONSTRAINT presence_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT presence_hotspot_fk FOREIGN KEY (municipality_code, hotspot_id) REFERENCES hotspot (municipality_code, id),
  CONSTRAINT presence_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id),
  CONSTRAINT presence_commitment_fk FOREIGN KEY (municipality_code, commitment_id) REFERENCES commitment (municipality_code, id) ON DELETE CASCADE,
  CONSTRAINT presence_occasion_fk FOREIGN KEY (municipality_code, occasion_id) REFERENCES occasion (municipality_code, id) ON DELETE CASCADE,
  CONSTRAINT presence_minutes_sensible CHECK (minutes BETWEEN 1 AND 720)
);

CREATE INDEX presence_of_hotspot ON presence (municipality_code, hotspot_id, at);

CREATE TABLE mobilisation (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  place_id uuid NOT NULL,
  name text NOT NULL,
  calls jsonb NOT NULL,
  steps text[] NOT NULL,
  account_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT mobilisation_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT mobilisation_place_fk FOREIGN KEY (municipality_code, place_id) REFERENCES place (municipality_code, id) ON DELETE CASCADE,
  CONSTRAINT mobilisation_name_unique UNIQUE (municipality_code, place_id, name)
);

CREATE TABLE mobilisation_run (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  mobilisation_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  lines jsonb NOT NULL,
  ticks jsonb NOT NULL DEFAULT '{}',
  started_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  CONSTRAINT mobilisation_run_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT mobilisation_run_of_fk FOREIGN KEY (municipality_code, mobilisation_id) REFERENCES mobilisation (municipality_code, id) ON DELETE CASCADE,
  CONSTRAINT mobilisation_run_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id)
);

CREATE INDEX mobilisation_run_newest ON mobilisation_run (municipality_code, mobilisation_id, started_at)
`;

/** A link and the address of a feed are recognised before there is an actor. */
const beforeAnActor = `
CREATE POLICY action_link_access ON action_link FOR SELECT TO narbild_access USING (true);

GRANT SELECT (municipality_code, action_id, token_hash, expires_at, revoked_at) ON action_link TO narbild_access;

CREATE POLICY calendar_feed_access ON calendar_feed FOR SELECT TO narbild_access USING (true);

GRANT SELECT (municipality_code, account_id, token_hash) ON calendar_feed TO narbild_access
`;
