import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, statements, visibleResult } from './tenancy.js';

/** Views of the map: saved under a name, frozen with what was seen, and the keys under which tiles are fetched. */
export class View1000000000018 implements MigrationInterface {
  name = 'View1000000000018';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements(tables)) await runner.query(statement);
    const own = `account_id = (SELECT NULLIF(current_setting('app.account', true), '')::uuid)`;
    for (const statement of isolate('view', undefined, `((${own} OR shared OR frozen) AND ${visibleResult})`))
      await runner.query(statement);
    for (const statement of isolate('tile_view', 'SELECT, INSERT, DELETE', `(${own} AND ${visibleResult})`))
      await runner.query(statement);
    await runner.query(
      `ALTER TABLE action ADD CONSTRAINT action_view_fk FOREIGN KEY (municipality_code, view_id) REFERENCES view (municipality_code, id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE action DROP CONSTRAINT action_view_fk');
    await runner.query('DROP TABLE tile_view, view');
  }
}

/** A view that is not frozen holds no figures and no groups: it is an address, and shows each reader what he may see. */
const tables = `
CREATE TABLE view (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  account_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  role text NOT NULL,
  group_codes text[] NOT NULL DEFAULT '{}',
  name text,
  search text NOT NULL,
  period_from date NOT NULL,
  period_to date NOT NULL,
  bounds float8[] NOT NULL,
  layers text[] NOT NULL,
  shared boolean NOT NULL DEFAULT false,
  frozen boolean NOT NULL DEFAULT false,
  figures jsonb,
  picture text,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT view_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT view_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id),
  CONSTRAINT view_period_order CHECK (period_to >= period_from),
  CONSTRAINT view_four_bounds CHECK (cardinality(bounds) = 4),
  CONSTRAINT view_frozen_with_figures CHECK (frozen = (figures IS NOT NULL))
);

CREATE INDEX view_account ON view (municipality_code, account_id) WHERE NOT frozen;

CREATE TABLE tile_view (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  group_codes text[] NOT NULL,
  filter jsonb NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT tile_view_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT tile_view_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code)
);

CREATE INDEX tile_view_expired ON tile_view (municipality_code, account_id, expires_at)
`;
