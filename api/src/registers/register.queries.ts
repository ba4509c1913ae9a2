import type { EntityManager } from 'typeorm';
import type { AddressRecord, PlaceRecord, RegisterKind, StreetRecord } from './register-record.js';

/** What became of the rows of a register; with `store` false nothing is written and the numbers are what would be. */
export interface RegisterFate {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

type Identified<Row> = Row & { readonly id: string };

const wire = (rows: readonly object[]): string => JSON.stringify(rows).replaceAll('\\u0000', '');

const addressRecords = `jsonb_to_recordset($2::jsonb) AS r(id uuid, street text, number text, locality text, dwelling boolean, point jsonb)`;
const placeRecords = `jsonb_to_recordset($2::jsonb) AS r(id uuid, name text, kind text, aliases text[], point jsonb)`;
const streetRecords = `jsonb_to_recordset($2::jsonb) AS r(id uuid, name text, locality text, point jsonb, lines jsonb)`;
const location = `ST_SetSRID(ST_MakePoint((r.point->>'x')::float8, (r.point->>'y')::float8), 3006)`;
const moved = (table: string) => `ST_Distance(${table}.location, ${location}) > 0.5`;

const comparisons: Readonly<
  Record<'addresses' | 'places' | 'streets', { from: string; differs: string; there: string }>
> = {
  addresses: {
    from: `${addressRecords} LEFT JOIN address a ON a.municipality_code = $1 AND a.street = r.street AND a.number = r.number AND a.locality = r.locality`,
    there: 'a.id IS NOT NULL',
    differs: `${moved('a')} OR a.dwelling <> (a.dwelling OR r.dwelling)`,
  },
  places: {
    from: `${placeRecords} LEFT JOIN place p ON p.municipality_code = $1 AND p.name = r.name`,
    there: 'p.id IS NOT NULL',
    differs: `${moved('p')} OR NOT p.aliases @> r.aliases`,
  },
  streets: {
    from: `${streetRecords} LEFT JOIN street s ON s.municipality_code = $1 AND s.name = r.name AND s.locality = r.locality`,
    there: 's.id IS NOT NULL',
    differs: moved('s'),
  },
};

/** Compares rows with the register as it is. */
export async function compareRegister(
  manager: EntityManager,
  code: number,
  kind: 'addresses' | 'places' | 'streets',
  rows: readonly object[],
): Promise<RegisterFate> {
  const { from, there, differs } = comparisons[kind];
  const [fate]: RegisterFate[] = await manager.query(
    `SELECT count(*) FILTER (WHERE NOT (${there}))::int AS added, count(*) FILTER (WHERE (${there}) AND (${differs}))::int AS changed,
            count(*) FILTER (WHERE (${there}) AND NOT (${differs}))::int AS unchanged
       FROM ${from}`,
    [code, wire(rows)],
  );
  return fate ?? { added: 0, changed: 0, unchanged: 0 };
}

/** Adds addresses; one that exists gets the new position, and stays a dwelling once it is known to be one. */
export async function storeAddresses(
  manager: EntityManager,
  code: number,
  rows: readonly Identified<AddressRecord>[],
): Promise<void> {
  await manager.query(
    `INSERT INTO address (municipality_code, id, street, number, locality, dwelling, location)
     SELECT $1::smallint, r.id, r.street, r.number, r.locality, r.dwelling, ${location} FROM ${addressRecords}
     ON CONFLICT ON CONSTRAINT address_unique
     DO UPDATE SET location = EXCLUDED.location, dwelling = address.dwelling OR EXCLUDED.dwelling`,
    [code, wire(rows)],
  );
}

/** Adds places; one of the same name moves and keeps its aliases beside the new ones. */
export async function storePlaces(
  manager: EntityManager,
  code: number,
  rows: readonly Identified<PlaceRecord>[],
): Promise<void> {
  await manager.query(
    `INSERT INTO place (municipality_code, id, name, kind, aliases, location)
     SELECT $1::smallint, r.id, r.name, r.kind, r.aliases, ${location} FROM ${placeRecords}
     ON CONFLICT ON CONSTRAINT place_name_unique
     DO UPDATE SET location = EXCLUDED.location,
                   aliases = (SELECT array_agg(DISTINCT a ORDER BY a) FROM unnest(place.aliases || EXCLUDED.aliases) a WHERE a IS NOT NULL)`,
    [code, wire(rows)],
  );
}

export async function storeStreets(
  manager: EntityManager,
  code: number,
  rows: readonly Identified<StreetRecord>[],
): Promise<void> {
  await manager.query(
    `INSERT INTO street (municipality_code, id, name, locality, location, geometry)
     SELECT $1::smallint, r.id, r.name, r.locality, ${location},
            CASE WHEN jsonb_typeof(r.lines) = 'array'
                 THEN ST_SetSRID(ST_GeomFromGeoJSON(jsonb_build_object('type', 'MultiLineString', 'coordinates', r.lines)::text), 3006) END
       FROM ${streetRecords}
     ON CONFLICT ON CONSTRAINT street_name_unique DO UPDATE SET location = EXCLUDED.location, geometry = EXCLUDED.geometry`,
    [code, wire(rows)],
  );
}

export async function insertLoad(
  manager: EntityManager,
  code: number,
  load: RegisterFate & {
    id: string;
    kind: RegisterKind;
    fileName: string;
    rowCount: number;
    rejected: number;
    accountId: string;
  },
): Promise<void> {
  await manager.query(
    `INSERT INTO register_load (municipality_code, id, kind, file_name, row_count, added, changed, unchanged, rejected, account_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [code, load.id, load.kind, load.fileName, load.rowCount, load.added, load.changed, load.unchanged, load.rejected, load.accountId],
  ); // prettier-ignore
}

export interface RegisterStateRow {
  kind: RegisterKind;
  count: number;
  file_name: string | null;
  created_at: Date | null;
  by: string | null;
  added: number | null;
  changed: number | null;
}

/** How many rows each register has, and what was read into it last. */
export async function registerStates(manager: EntityManager, code: number): Promise<RegisterStateRow[]> {
  return manager.query(
    `SELECT k.kind, k.count::int AS count, l.file_name, l.created_at, l.added, l.changed,
            (SELECT a.name FROM account a WHERE a.id = l.account_id) AS by
       FROM (SELECT 'addresses' AS kind, 1 AS position, (SELECT count(*) FROM address WHERE municipality_code = $1) AS count
             UNION ALL SELECT 'places', 2, (SELECT count(*) FROM place WHERE municipality_code = $1)
             UNION ALL SELECT 'streets', 3, (SELECT count(*) FROM street WHERE municipality_code = $1)
             UNION ALL SELECT 'areas', 4, (SELECT count(*) FROM area WHERE municipality_code = $1)) k
       LEFT JOIN LATERAL (SELECT * FROM register_load l WHERE l.municipality_code = $1 AND l.kind = k.kind
                           ORDER BY l.created_at DESC, l.id DESC LIMIT 1) l ON true
      ORDER BY k.position`,
    [code],
  );
}
