import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, statements } from './tenancy.js';

/** The lägesbild as the group works with it: what colour each area has. */
export class Situation1000000000016 implements MigrationInterface {
  name = 'Situation1000000000016';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements(tables)) await runner.query(statement);
    for (const statement of isolate('area_status', 'SELECT, INSERT')) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE area_status');
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
  CONSTRAINT area_status_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id),
  CONSTRAINT area_status_on_monday CHECK (extract(isodow FROM monday) = 1),
  CONSTRAINT area_status_level_known CHECK (level IN ('normal', 'raised', 'serious'))
);

CREATE INDEX area_status_week ON area_status (municipality_code, monday)
`;
