import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, statements } from './tenancy.js';

/** Need and influence of each area per tertial; and the clock hears where a police picture waits to be deleted. */
export class AreaRating1000000000019 implements MigrationInterface {
  name = 'AreaRating1000000000019';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements(tables)) await runner.query(statement);
    // What the group has said is added to, never changed.
    for (const statement of isolate('area_rating', 'SELECT, INSERT')) await runner.query(statement);
    for (const statement of statements(beforeAnActor)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE SELECT (municipality_code, kept, at) ON police_picture FROM narbild_access');
    await runner.query('DROP POLICY police_picture_waiting ON police_picture');
    await runner.query('DROP TABLE area_rating');
  }
}

const tables = `
CREATE TABLE area_rating (
  municipality_code smallint NOT NULL,
  tertial text NOT NULL,
  version integer NOT NULL,
  area_id uuid NOT NULL,
  need smallint,
  influence smallint,
  account_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT area_rating_pk PRIMARY KEY (municipality_code, tertial, version, area_id),
  CONSTRAINT area_rating_area_fk FOREIGN KEY (municipality_code, area_id) REFERENCES area (municipality_code, id) ON DELETE CASCADE,
  CONSTRAINT area_rating_need CHECK (need BETWEEN 1 AND 3),
  CONSTRAINT area_rating_influence CHECK (influence BETWEEN 1 AND 3)
)
`;

/** The clock asks which municipalities have something to delete; it never hears what was told. */
const beforeAnActor = `
CREATE POLICY police_picture_waiting ON police_picture FOR SELECT TO narbild_access USING (NOT kept);

GRANT SELECT (municipality_code, kept, at) ON police_picture TO narbild_access
`;
