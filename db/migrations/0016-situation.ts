import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, statements, visibleResult } from './tenancy.js';

/** The lägesbild as the group works with it: colours of areas, edited texts, approved versions, what the law asks for, the åtgärdsplan. */
export class Situation1000000000016 implements MigrationInterface {
  name = 'Situation1000000000016';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements(tables)) await runner.query(statement);
    for (const table of ['area_status', 'situation_text', 'publishing_decision', 'law_evidence'])
      for (const statement of isolate(table, 'SELECT, INSERT')) await runner.query(statement);
    for (const statement of isolate('situation_version', 'SELECT, INSERT', visibleResult))
      await runner.query(statement);
    for (const table of ['action_plan', 'action_plan_row'])
      for (const statement of isolate(table)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE action_plan_row, action_plan, law_evidence, publishing_decision, situation_version, situation_text, area_status',
    );
  }
}

/** A colour is never changed: a later one with a higher version stands instead of it. Without areas, area_id is null. */
const tables = `
CREATE TABLE area_status (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  area_id uuid,
  monday date NOT NULL,
  version integer NOT NULL,
  level text NOT NULL,
  sentence text,
  meeting_id uuid,
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  decided_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT area_status_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT area_status_version_unique UNIQUE NULLS NOT DISTINCT (municipality_code, area_id, monday, version),
  CONSTRAINT area_status_area_fk FOREIGN KEY (municipality_code, area_id) REFERENCES area (municipality_code, id) ON DELETE CASCADE,
  CONSTRAINT area_status_meeting_fk FOREIGN KEY (municipality_code, meeting_id) REFERENCES meeting (municipality_code, id),
  CONSTRAINT area_status_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id),
  CONSTRAINT area_status_on_monday CHECK (extract(isodow FROM monday) = 1),
  CONSTRAINT area_status_level_known CHECK (level IN ('normal', 'raised', 'serious'))
);

CREATE INDEX area_status_week ON area_status (municipality_code, monday);

CREATE TABLE situation_text (
  municipality_code smallint NOT NULL,
  period text NOT NULL,
  audience text NOT NULL,
  section text NOT NULL,
  language text NOT NULL,
  version integer NOT NULL,
  body text,
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT situation_text_pk PRIMARY KEY (municipality_code, period, audience, section, language, version),
  CONSTRAINT situation_text_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code),
  CONSTRAINT situation_text_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id),
  CONSTRAINT situation_text_period_form CHECK (period ~ '^[0-9]{4}(-(W[0-9]{2}|[0-9]{2}|T[1-3]))?$'),
  CONSTRAINT situation_text_audience_known CHECK (audience IN ('internal', 'cooperation', 'public')),
  CONSTRAINT situation_text_section_known CHECK (section IN ('amount', 'areas', 'consequences', 'silence', 'done', 'promises', 'clusters', 'when', 'places', 'decisions', 'coming')),
  CONSTRAINT situation_text_language_known CHECK (language IN ('sv', 'en'))
);

CREATE TABLE situation_version (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  period text NOT NULL,
  audience text NOT NULL,
  number integer NOT NULL,
  language text NOT NULL,
  group_codes text[] NOT NULL,
  content jsonb NOT NULL,
  content_digest text NOT NULL,
  registration_number text,
  classification text NOT NULL,
  secrecy_basis text,
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  approved_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT situation_version_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT situation_version_number_unique UNIQUE (municipality_code, period, audience, number),
  CONSTRAINT situation_version_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code),
  CONSTRAINT situation_version_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id),
  CONSTRAINT situation_version_period_form CHECK (period ~ '^[0-9]{4}(-(W[0-9]{2}|[0-9]{2}|T[1-3]))?$'),
  CONSTRAINT situation_version_audience_known CHECK (audience IN ('internal', 'cooperation', 'public')),
  CONSTRAINT situation_version_language_known CHECK (language IN ('sv', 'en')),
  CONSTRAINT situation_version_classification_known CHECK (classification IN ('open', 'may-be-secret'))
);

CREATE TABLE publishing_decision (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  withdrawn boolean NOT NULL,
  decided_on date NOT NULL,
  decided_by text NOT NULL,
  registration_number text NOT NULL,
  account_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT publishing_decision_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT publishing_decision_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code)
);

CREATE TABLE action_plan (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  title text NOT NULL,
  period_from date NOT NULL,
  period_to date NOT NULL,
  status text NOT NULL,
  situation_version_id uuid,
  decided_on date,
  decided_by text,
  registration_number text,
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT action_plan_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT action_plan_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code),
  CONSTRAINT action_plan_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id),
  CONSTRAINT action_plan_situation_fk FOREIGN KEY (municipality_code, situation_version_id) REFERENCES situation_version (municipality_code, id),
  CONSTRAINT action_plan_period CHECK (period_to >= period_from),
  CONSTRAINT action_plan_status_known CHECK (status IN ('draft', 'decided', 'replaced')),
  CONSTRAINT action_plan_decided CHECK (status = 'draft' OR (decided_on IS NOT NULL AND decided_by IS NOT NULL))
);

CREATE TABLE action_plan_row (
  municipality_code smallint NOT NULL,
  plan_id uuid NOT NULL,
  position smallint NOT NULL,
  problem text NOT NULL,
  goal text,
  action_id uuid,
  CONSTRAINT action_plan_row_pk PRIMARY KEY (municipality_code, plan_id, position),
  CONSTRAINT action_plan_row_plan_fk FOREIGN KEY (municipality_code, plan_id) REFERENCES action_plan (municipality_code, id) ON DELETE CASCADE,
  CONSTRAINT action_plan_row_action_fk FOREIGN KEY (municipality_code, action_id) REFERENCES action (municipality_code, id)
);

CREATE TABLE law_evidence (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  point text NOT NULL,
  met boolean NOT NULL,
  on_date date,
  note text,
  link text,
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT law_evidence_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT law_evidence_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code),
  CONSTRAINT law_evidence_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id)
);

CREATE INDEX law_evidence_newest ON law_evidence (municipality_code, point, at)
`;
