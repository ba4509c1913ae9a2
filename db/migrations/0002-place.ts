import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolate, statements } from './tenancy.js';

/** What a municipality consists of: categories and severity, crime codes, areas, places, addresses, base map. */
export class Place1000000000002 implements MigrationInterface {
  name = 'Place1000000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements(tables)) await runner.query(statement);
    for (const table of [
      'severity',
      'category',
      'subcategory',
      'crime_code',
      'area',
      'place',
      'address',
      'base_map_layer',
    ]) {
      for (const statement of isolate(table)) await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE base_map_layer, address, place, area, crime_code, subcategory, category, severity');
  }
}

const tables = `
CREATE TABLE severity (
  municipality_code smallint NOT NULL,
  level smallint NOT NULL,
  name_sv text NOT NULL,
  name_en text NOT NULL,
  weight smallint NOT NULL,
  CONSTRAINT severity_pk PRIMARY KEY (municipality_code, level),
  CONSTRAINT severity_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code),
  CONSTRAINT severity_level_range CHECK (level BETWEEN 1 AND 3)
);

CREATE TABLE category (
  municipality_code smallint NOT NULL,
  code text NOT NULL,
  name_sv text NOT NULL,
  name_en text NOT NULL,
  kind text NOT NULL,
  severity smallint,
  place_bound boolean NOT NULL DEFAULT true,
  reportable boolean NOT NULL DEFAULT true,
  position smallint NOT NULL,
  CONSTRAINT category_pk PRIMARY KEY (municipality_code, code),
  CONSTRAINT category_severity_fk FOREIGN KEY (municipality_code, severity) REFERENCES severity (municipality_code, level),
  CONSTRAINT category_kind_known CHECK (kind IN ('crime', 'unsafety', 'physical', 'signal', 'calendar', 'positive', 'other'))
);

CREATE TABLE subcategory (
  municipality_code smallint NOT NULL,
  category_code text NOT NULL,
  code text NOT NULL,
  name_sv text NOT NULL,
  name_en text NOT NULL,
  kind text NOT NULL,
  severity smallint,
  reportable boolean NOT NULL DEFAULT true,
  position smallint NOT NULL,
  CONSTRAINT subcategory_pk PRIMARY KEY (municipality_code, category_code, code),
  CONSTRAINT subcategory_category_fk FOREIGN KEY (municipality_code, category_code) REFERENCES category (municipality_code, code),
  CONSTRAINT subcategory_severity_fk FOREIGN KEY (municipality_code, severity) REFERENCES severity (municipality_code, level)
);

CREATE TABLE crime_code (
  municipality_code smallint NOT NULL,
  code text NOT NULL,
  category_code text NOT NULL,
  subcategory_code text,
  sensitive boolean NOT NULL DEFAULT false,
  CONSTRAINT crime_code_pk PRIMARY KEY (municipality_code, code),
  CONSTRAINT crime_code_category_fk FOREIGN KEY (municipality_code, category_code) REFERENCES category (municipality_code, code),
  CONSTRAINT crime_code_form CHECK (code ~ '^[0-9]{4}$')
);

CREATE TABLE area (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL DEFAULT 'area',
  population integer,
  geometry geometry(MultiPolygon, 3006) NOT NULL,
  CONSTRAINT area_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT area_name_unique UNIQUE (municipality_code, name),
  CONSTRAINT area_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code),
  CONSTRAINT area_geometry_valid CHECK (ST_IsValid(geometry))
);

CREATE INDEX area_geometry ON area USING gist (geometry);

CREATE TABLE place (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL DEFAULT 'other',
  aliases text[] NOT NULL DEFAULT '{}',
  location geometry(Point, 3006) NOT NULL,
  organisation_id uuid,
  CONSTRAINT place_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT place_name_unique UNIQUE (municipality_code, name),
  CONSTRAINT place_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code),
  CONSTRAINT place_organisation_fk FOREIGN KEY (municipality_code, organisation_id) REFERENCES organisation (municipality_code, id)
);

CREATE INDEX place_location ON place USING gist (location);

CREATE TABLE address (
  municipality_code smallint NOT NULL,
  id uuid NOT NULL,
  street text NOT NULL,
  number text NOT NULL,
  dwelling boolean NOT NULL DEFAULT false,
  location geometry(Point, 3006) NOT NULL,
  CONSTRAINT address_pk PRIMARY KEY (municipality_code, id),
  CONSTRAINT address_unique UNIQUE (municipality_code, street, number),
  CONSTRAINT address_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code)
);

CREATE INDEX address_location ON address USING gist (location);

CREATE TABLE base_map_layer (
  municipality_code smallint NOT NULL,
  layer text NOT NULL,
  position smallint NOT NULL,
  features jsonb NOT NULL,
  CONSTRAINT base_map_layer_pk PRIMARY KEY (municipality_code, layer),
  CONSTRAINT base_map_layer_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality (municipality_code)
)
`;
