import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, statements, visibleResult } from './tenancy.js';

/** Standing groups, their series of meetings, and a meeting with its agenda, notes, decisions and frozen minutes. */
export class Meeting1000000000015 implements MigrationInterface {
  name = 'Meeting1000000000015';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements(tables)) await runner.query(statement);
    for (const table of changing) for (const statement of isolate(table)) await runner.query(statement);
    // What was said, decided and frozen is added to, never changed.
    for (const table of ['meeting_change', 'meeting_note', 'meeting_decision', 'area_priority', 'minutes'])
      for (const statement of isolate(table, 'SELECT, INSERT')) await runner.query(statement);
    for (const statement of isolate('minutes_figures', 'SELECT, INSERT', visibleResult)) await runner.query(statement);
    await runner.query(
      'ALTER TABLE action ADD CONSTRAINT action_meeting_fk FOREIGN KEY (municipality_code, meeting_id) REFERENCES meeting (municipality_code, id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE action DROP CONSTRAINT action_meeting_fk');
    await runner.query(
      `DROP TABLE minutes_figures, minutes, area_priority, meeting_escalation, meeting_priority, police_picture, meeting_decision,
         meeting_note, meeting_item, meeting_participant, meeting_change, meeting, meeting_series, meeting_member, meeting_group`,
    );
  }
}

const changing = [
  'meeting_group',
  'meeting_member',
  'meeting_series',
  'meeting',
  'meeting_participant',
  'meeting_item',
  'police_picture',
  'meeting_priority',
  'meeting_escalation',
];

const tables = `
CREATE TABLE meeting_group (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  kind text NOT NULL,
  agenda jsonb NOT NULL,
  ended boolean NOT NULL DEFAULT false,
  account_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT meeting_group_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT meeting_group_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code),
  CONSTRAINT meeting_group_name_unique UNIQUE (municipality_code, name)
);

CREATE TABLE meeting_member (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  group_id uuid NOT NULL,
  position smallint NOT NULL,
  function text NOT NULL,
  organisation_id uuid,
  party text,
  account_id uuid,
  CONSTRAINT meeting_member_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT meeting_member_group_fk FOREIGN KEY (municipality_code, group_id) REFERENCES meeting_group (municipality_code, id) ON DELETE CASCADE,
  CONSTRAINT meeting_member_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id),
  CONSTRAINT meeting_member_account_fk FOREIGN KEY (account_id) REFERENCES account (id)
);

CREATE INDEX meeting_member_of_group ON meeting_member (municipality_code, group_id, position);

CREATE TABLE meeting_series (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  group_id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  rhythm jsonb NOT NULL,
  starts_at text NOT NULL,
  minutes smallint NOT NULL,
  place text,
  first_on date NOT NULL,
  last_on date,
  account_id uuid,
  CONSTRAINT meeting_series_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT meeting_series_group_fk FOREIGN KEY (municipality_code, group_id) REFERENCES meeting_group (municipality_code, id) ON DELETE CASCADE,
  CONSTRAINT meeting_series_minutes_sensible CHECK (minutes BETWEEN 5 AND 1440)
);

CREATE TABLE meeting (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  revision integer NOT NULL DEFAULT 1,
  group_id uuid NOT NULL,
  series_id uuid,
  occasion date,
  kind text NOT NULL,
  title text NOT NULL,
  at timestamptz NOT NULL,
  until timestamptz NOT NULL,
  place text,
  moved_because text,
  status text NOT NULL DEFAULT 'planned',
  opened_at timestamptz,
  closed_at timestamptz,
  registration_number text,
  classification text NOT NULL DEFAULT 'open',
  account_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT meeting_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT meeting_group_fk FOREIGN KEY (municipality_code, group_id) REFERENCES meeting_group (municipality_code, id),
  CONSTRAINT meeting_series_fk FOREIGN KEY (municipality_code, series_id) REFERENCES meeting_series (municipality_code, id),
  CONSTRAINT meeting_once UNIQUE (municipality_code, series_id, occasion),
  CONSTRAINT meeting_status_known CHECK (status IN ('planned', 'open', 'closed', 'cancelled')),
  CONSTRAINT meeting_classification_known CHECK (classification IN ('open', 'may-be-secret')),
  CONSTRAINT meeting_ends_after_it_begins CHECK (until > at)
);

CREATE INDEX meeting_when ON meeting (municipality_code, at);

CREATE INDEX meeting_of_group ON meeting (municipality_code, group_id, at);

CREATE TABLE meeting_change (
  municipality_code smallint NOT NULL,
  meeting_id uuid NOT NULL,
  revision integer NOT NULL,
  what text NOT NULL,
  subject_id uuid,
  account_id uuid,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT meeting_change_pk PRIMARY KEY (municipality_code, meeting_id, revision),
  CONSTRAINT meeting_change_meeting_fk FOREIGN KEY (municipality_code, meeting_id) REFERENCES meeting (municipality_code, id)
);

CREATE TABLE meeting_participant (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  position smallint NOT NULL,
  function text NOT NULL,
  organisation_id uuid,
  party text,
  account_id uuid,
  attendance text NOT NULL DEFAULT 'expected',
  CONSTRAINT meeting_participant_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT meeting_participant_meeting_fk FOREIGN KEY (municipality_code, meeting_id) REFERENCES meeting (municipality_code, id),
  CONSTRAINT meeting_participant_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id),
  CONSTRAINT meeting_participant_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT meeting_participant_attendance_known CHECK (attendance IN ('expected', 'present', 'absent'))
);

CREATE INDEX meeting_participant_of_meeting ON meeting_participant (municipality_code, meeting_id, position);

CREATE TABLE meeting_item (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  position smallint NOT NULL,
  kind text NOT NULL,
  title text,
  CONSTRAINT meeting_item_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT meeting_item_meeting_fk FOREIGN KEY (municipality_code, meeting_id) REFERENCES meeting (municipality_code, id)
);

CREATE INDEX meeting_item_of_meeting ON meeting_item (municipality_code, meeting_id, position);

CREATE TABLE meeting_note (
  municipality_code smallint NOT NULL,
  item_id uuid NOT NULL,
  revision integer NOT NULL,
  text text NOT NULL,
  account_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT meeting_note_pk PRIMARY KEY (municipality_code, item_id, revision),
  CONSTRAINT meeting_note_item_fk FOREIGN KEY (municipality_code, item_id) REFERENCES meeting_item (municipality_code, id)
);

CREATE TABLE meeting_decision (
  municipality_code smallint NOT NULL,
  action_id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  item_id uuid,
  position integer NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT meeting_decision_pk PRIMARY KEY (municipality_code, action_id),
  CONSTRAINT meeting_decision_order UNIQUE (municipality_code, meeting_id, position),
  CONSTRAINT meeting_decision_action_fk FOREIGN KEY (municipality_code, action_id) REFERENCES action (municipality_code, id),
  CONSTRAINT meeting_decision_meeting_fk FOREIGN KEY (municipality_code, meeting_id) REFERENCES meeting (municipality_code, id),
  CONSTRAINT meeting_decision_item_fk FOREIGN KEY (municipality_code, item_id) REFERENCES meeting_item (municipality_code, id)
);

CREATE TABLE police_picture (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  text text NOT NULL,
  polygon geometry(MultiPolygon, 3006),
  clipped boolean NOT NULL,
  kept boolean NOT NULL,
  account_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT police_picture_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT police_picture_meeting_fk FOREIGN KEY (municipality_code, meeting_id) REFERENCES meeting (municipality_code, id),
  CONSTRAINT police_picture_polygon_valid CHECK (ST_IsValid(polygon))
);

CREATE INDEX police_picture_of_meeting ON police_picture (municipality_code, meeting_id, at);

CREATE TABLE meeting_priority (
  municipality_code smallint NOT NULL,
  meeting_id uuid NOT NULL,
  position smallint NOT NULL,
  text text NOT NULL,
  area_id uuid,
  hotspot_id uuid,
  CONSTRAINT meeting_priority_pk PRIMARY KEY (municipality_code, meeting_id, position),
  CONSTRAINT meeting_priority_meeting_fk FOREIGN KEY (municipality_code, meeting_id) REFERENCES meeting (municipality_code, id),
  CONSTRAINT meeting_priority_area_fk FOREIGN KEY (municipality_code, area_id) REFERENCES area (municipality_code, id) ON DELETE CASCADE,
  CONSTRAINT meeting_priority_hotspot_fk FOREIGN KEY (municipality_code, hotspot_id) REFERENCES hotspot (municipality_code, id)
);

CREATE TABLE meeting_escalation (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  target text NOT NULL,
  text text NOT NULL,
  hotspot_id uuid,
  action_id uuid,
  taken_up_in uuid,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT meeting_escalation_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT meeting_escalation_meeting_fk FOREIGN KEY (municipality_code, meeting_id) REFERENCES meeting (municipality_code, id),
  CONSTRAINT meeting_escalation_taken_up_fk FOREIGN KEY (municipality_code, taken_up_in) REFERENCES meeting (municipality_code, id),
  CONSTRAINT meeting_escalation_hotspot_fk FOREIGN KEY (municipality_code, hotspot_id) REFERENCES hotspot (municipality_code, id),
  CONSTRAINT meeting_escalation_action_fk FOREIGN KEY (municipality_code, action_id) REFERENCES action (municipality_code, id),
  CONSTRAINT meeting_escalation_target_known CHECK (target IN ('deepened-est', 'steering-group'))
);

CREATE INDEX meeting_escalation_of_meeting ON meeting_escalation (municipality_code, meeting_id);

CREATE TABLE area_priority (
  municipality_code smallint NOT NULL,
  tertial text NOT NULL,
  version integer NOT NULL,
  position smallint NOT NULL,
  area_id uuid NOT NULL,
  reason text NOT NULL,
  meeting_id uuid,
  account_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT area_priority_pk PRIMARY KEY (municipality_code, tertial, version, position),
  CONSTRAINT area_priority_area_fk FOREIGN KEY (municipality_code, area_id) REFERENCES area (municipality_code, id) ON DELETE CASCADE,
  CONSTRAINT area_priority_meeting_fk FOREIGN KEY (municipality_code, meeting_id) REFERENCES meeting (municipality_code, id),
  CONSTRAINT area_priority_three CHECK (position BETWEEN 1 AND 3)
);

CREATE TABLE minutes (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  version integer NOT NULL,
  content jsonb NOT NULL,
  content_digest text NOT NULL,
  reason text,
  account_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT minutes_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT minutes_version UNIQUE (municipality_code, meeting_id, version),
  CONSTRAINT minutes_meeting_fk FOREIGN KEY (municipality_code, meeting_id) REFERENCES meeting (municipality_code, id)
);

CREATE TABLE minutes_figures (
  municipality_code smallint NOT NULL,
  meeting_id uuid NOT NULL,
  language text NOT NULL,
  group_codes text[] NOT NULL,
  lines jsonb NOT NULL,
  CONSTRAINT minutes_figures_pk PRIMARY KEY (municipality_code, meeting_id, language),
  CONSTRAINT minutes_figures_meeting_fk FOREIGN KEY (municipality_code, meeting_id) REFERENCES meeting (municipality_code, id)
)
`;
