import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, statements } from './tenancy.js';

/** The work with a hot spot: problem description, causes, visits and talks, follow-up, merges, and who has seen its news. */
export class Work1000000000014 implements MigrationInterface {
  name = 'Work1000000000014';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements(tables)) await runner.query(statement);
    // What is written stays as it was written: a new version is a new row.
    for (const table of ['hotspot_problem', 'hotspot_follow_up'])
      for (const statement of isolate(table, 'SELECT, INSERT')) await runner.query(statement);
    for (const table of ['cause', 'hotspot_contact', 'hotspot_merge', 'hotspot_seen'])
      for (const statement of isolate(table)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of statements(undo)) await runner.query(statement);
  }
}

const tables = `
ALTER TABLE hotspot ADD COLUMN stated_source text, ADD COLUMN merged_into uuid, ADD COLUMN split_from uuid;

ALTER TABLE hotspot ADD CONSTRAINT hotspot_merged_into_fk FOREIGN KEY (municipality_code, merged_into) REFERENCES hotspot (municipality_code, id);

ALTER TABLE hotspot ADD CONSTRAINT hotspot_split_from_fk FOREIGN KEY (municipality_code, split_from) REFERENCES hotspot (municipality_code, id);

CREATE TABLE hotspot_problem (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  hotspot_id uuid NOT NULL,
  number integer NOT NULL,
  what text NOT NULL,
  whereabouts text,
  occasions text,
  harmed text,
  consequences text,
  unknowns text,
  account_id uuid,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT hotspot_problem_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT hotspot_problem_number_unique UNIQUE (municipality_code, hotspot_id, number),
  CONSTRAINT hotspot_problem_hotspot_fk FOREIGN KEY (municipality_code, hotspot_id) REFERENCES hotspot (municipality_code, id)
);

CREATE TABLE cause (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  hotspot_id uuid NOT NULL,
  kind text NOT NULL,
  bone text,
  parent_id uuid,
  directness text,
  text text NOT NULL,
  evidence text,
  position integer NOT NULL,
  account_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  withdrawn_at timestamptz,
  CONSTRAINT cause_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT cause_hotspot_fk FOREIGN KEY (municipality_code, hotspot_id) REFERENCES hotspot (municipality_code, id),
  CONSTRAINT cause_parent_fk FOREIGN KEY (municipality_code, parent_id) REFERENCES cause (municipality_code, id),
  CONSTRAINT cause_kind_known CHECK (kind IN ('bone', 'tree', 'chain')),
  CONSTRAINT cause_bone_known CHECK (bone IN ('victim', 'offender', 'place')),
  CONSTRAINT cause_directness_known CHECK (directness IN ('direct', 'indirect')),
  CONSTRAINT cause_bone_has_bone CHECK ((kind = 'bone') = (bone IS NOT NULL)),
  CONSTRAINT cause_tree_only CHECK (kind = 'tree' OR (parent_id IS NULL AND directness IS NULL))
);

CREATE INDEX cause_hotspot ON cause (municipality_code, hotspot_id, kind, position);

ALTER TABLE action ADD CONSTRAINT action_cause_fk FOREIGN KEY (municipality_code, cause_id) REFERENCES cause (municipality_code, id);

CREATE TABLE hotspot_contact (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  hotspot_id uuid NOT NULL,
  kind text NOT NULL,
  happened_on date NOT NULL,
  with_whom text NOT NULL,
  group_size integer,
  said text NOT NULL,
  organisation_id uuid NOT NULL,
  account_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  withdrawn_at timestamptz,
  CONSTRAINT hotspot_contact_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT hotspot_contact_hotspot_fk FOREIGN KEY (municipality_code, hotspot_id) REFERENCES hotspot (municipality_code, id),
  CONSTRAINT hotspot_contact_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id),
  CONSTRAINT hotspot_contact_kind_known CHECK (kind IN ('visit', 'talk')),
  CONSTRAINT hotspot_contact_group_size CHECK (group_size BETWEEN 1 AND 10000)
);

CREATE INDEX hotspot_contact_hotspot ON hotspot_contact (municipality_code, hotspot_id, happened_on);

CREATE TABLE hotspot_follow_up (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  hotspot_id uuid NOT NULL,
  number integer NOT NULL,
  production text,
  process text,
  helped text,
  hindered text,
  effect_run_id uuid,
  effect_note text,
  account_id uuid,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT hotspot_follow_up_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT hotspot_follow_up_number_unique UNIQUE (municipality_code, hotspot_id, number),
  CONSTRAINT hotspot_follow_up_hotspot_fk FOREIGN KEY (municipality_code, hotspot_id) REFERENCES hotspot (municipality_code, id),
  CONSTRAINT hotspot_follow_up_run_fk FOREIGN KEY (municipality_code, effect_run_id) REFERENCES analysis_run (municipality_code, id)
);

CREATE TABLE hotspot_merge (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  kept_id uuid NOT NULL,
  other_id uuid NOT NULL,
  kept_polygon geometry(MultiPolygon, 3006) NOT NULL,
  other_stage text NOT NULL,
  moved jsonb NOT NULL,
  account_id uuid,
  at timestamptz NOT NULL DEFAULT now(),
  undone_at timestamptz,
  CONSTRAINT hotspot_merge_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT hotspot_merge_kept_fk FOREIGN KEY (municipality_code, kept_id) REFERENCES hotspot (municipality_code, id),
  CONSTRAINT hotspot_merge_other_fk FOREIGN KEY (municipality_code, other_id) REFERENCES hotspot (municipality_code, id),
  CONSTRAINT hotspot_merge_two CHECK (kept_id <> other_id),
  CONSTRAINT hotspot_merge_polygon_valid CHECK (ST_IsValid(kept_polygon))
);

CREATE TABLE hotspot_seen (
  municipality_code smallint NOT NULL,
  hotspot_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  account_id uuid,
  seen_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT hotspot_seen_pk PRIMARY KEY (municipality_code, hotspot_id, organisation_id),
  CONSTRAINT hotspot_seen_hotspot_fk FOREIGN KEY (municipality_code, hotspot_id) REFERENCES hotspot (municipality_code, id),
  CONSTRAINT hotspot_seen_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id) ON DELETE CASCADE
)
`;

const undo = `
ALTER TABLE action DROP CONSTRAINT action_cause_fk;

DROP TABLE hotspot_seen, hotspot_merge, hotspot_follow_up, hotspot_contact, cause, hotspot_problem;

ALTER TABLE hotspot DROP COLUMN stated_source, DROP COLUMN merged_into, DROP COLUMN split_from
`;
