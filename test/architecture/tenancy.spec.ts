import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DataSource } from 'typeorm';
import { connection } from '../../api/src/app/database.js';
import { workspaceRoot } from '../../api/src/app/environment.js';
import { migrate } from '../../db/migrate.js';
import { filesBelow } from './source-tree.js';

/** Tables of PostGIS and of TypeORM itself. */
const notOurs = ['spatial_ref_sys', 'migrations'];

/** Tables of the installation, which belong to no municipality. */
const ofTheInstallation = ['account', 'first_administrator_link', 'police_event', 'police_event_version', 'police_feed', 'session', 'throttle']; // prettier-ignore

/** The one reference that leaves its municipality, since that is what it says: who is a member of a cooperation area. */
const leavesItsMunicipality = ['cooperation_member_member_fk'];

interface Constraint {
  readonly table: string;
  readonly name: string;
  /** p primary key, u unique, f foreign key, c check. */
  readonly type: 'p' | 'u' | 'f' | 'c';
  readonly columns: readonly string[];
  readonly target: string | null;
  readonly targetColumns: readonly string[];
  /** a no action, r restrict, c cascade, n set null, d set default. */
  readonly onDelete: string;
  readonly onUpdate: string;
}

let owner: DataSource;
let tables: string[];
let tenantTables: string[];
let constraints: Constraint[];

const columnsOf = (keys: string, relation: string) =>
  `COALESCE((SELECT array_agg(a.attname::text ORDER BY k.n) FROM unnest(${keys}) WITH ORDINALITY AS k(number, n)
    JOIN pg_attribute a ON a.attrelid = ${relation} AND a.attnum = k.number), '{}')`;

beforeAll(async () => {
  const databaseUrl = process.env['TEST_DATABASE_URL'];
  if (!databaseUrl) throw new Error('TEST_DATABASE_URL is not set: run this through npm test -- --only architecture');
  await migrate(databaseUrl);
  owner = new DataSource(connection(databaseUrl, 1));
  await owner.initialize();
  const named: { name: string }[] = await owner.query(
    `SELECT relname::text AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relname::text = ANY ($1) ORDER BY 1`,
    [notOurs],
  );
  tables = named.map(({ name }) => name);
  const withCode: { name: string }[] = await owner.query(
    `SELECT table_name::text AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'municipality_code' ORDER BY 1`,
  );
  tenantTables = withCode.map(({ name }) => name);
  constraints = await owner.query(
    `SELECT c.conrelid::regclass::text AS "table", c.conname::text AS name, c.contype::text AS type,
            NULLIF(c.confrelid, 0)::regclass::text AS target, c.confdeltype::text AS "onDelete", c.confupdtype::text AS "onUpdate",
            ${columnsOf('c.conkey', 'c.conrelid')} AS columns, ${columnsOf('c.confkey', 'c.confrelid')} AS "targetColumns"
       FROM pg_constraint c
      WHERE c.connamespace = 'public'::regnamespace AND c.contype IN ('p', 'u', 'f', 'c')
        AND NOT c.conrelid::regclass::text = ANY ($1) ORDER BY 1, 2`,
    [notOurs],
  );
}, 120_000);

afterAll(() => owner?.destroy());

const ofTenants = (type: Constraint['type']) =>
  constraints.filter((one) => one.type === type && tenantTables.includes(one.table));

describe('every table', () => {
  test('belongs to a municipality or is known to belong to the installation', () => {
    expect(tenantTables.length).toBeGreaterThan(25);
    expect(tables.filter((table) => !tenantTables.includes(table))).toEqual(ofTheInstallation);
  });

  test('has a primary key, and a tenant table one that starts with the municipality', () => {
    const keys = constraints.filter((one) => one.type === 'p');
    expect(keys.map((key) => key.table).sort()).toEqual(tables);
    const astray = ofTenants('p').filter((key) => key.columns[0] !== 'municipality_code');
    expect(astray.map((key) => `${key.name} does not start with municipality_code`)).toEqual([]);
  });

  test('of a tenant has unique keys and indexes that start with the municipality', async () => {
    const astray = ofTenants('u').filter((key) => key.columns[0] !== 'municipality_code');
    expect(astray.map((key) => `${key.name} does not start with municipality_code`)).toEqual([]);
    // A unique index that is no constraint is as good as a key.
    const indexes: { name: string }[] = await owner.query(
      `SELECT i.indexrelid::regclass::text AS name FROM pg_index i
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
       WHERE i.indisunique AND i.indrelid::regclass::text = ANY ($1) AND a.attname <> 'municipality_code'`,
      [tenantTables],
    );
    expect(indexes).toEqual([]);
  });

  test('points at another tenant table within the same municipality only', () => {
    const astray = constraints
      .filter((one) => one.type === 'f' && tenantTables.includes(one.target ?? ''))
      .filter((key) => key.columns[0] !== 'municipality_code' || key.targetColumns[0] !== 'municipality_code');
    expect(astray.map((key) => key.name)).toEqual(leavesItsMunicipality);
  });

  test('never sets a reference to null, and never follows a changed key', () => {
    const keys = constraints.filter((one) => one.type === 'f');
    expect(keys.length).toBeGreaterThan(30);
    expect(keys.filter((key) => !['a', 'r', 'c'].includes(key.onDelete)).map((key) => key.name)).toEqual([]);
    expect(keys.filter((key) => !['a', 'r'].includes(key.onUpdate)).map((key) => key.name)).toEqual([]);
  });

  test('has no trigger of its own', async () => {
    const triggers: { name: string }[] = await owner.query(
      `SELECT tgrelid::regclass || '.' || tgname AS name FROM pg_trigger WHERE NOT tgisinternal AND tgrelid::regclass::text = ANY ($1)`,
      [tables],
    );
    expect(triggers).toEqual([]);
  });

  test('has constraints and indexes that somebody named', async () => {
    const indexes: { name: string }[] = await owner.query(
      `SELECT indexname::text AS name FROM pg_indexes WHERE schemaname = 'public' AND tablename = ANY ($1)`,
      [tables],
    );
    const names = [...constraints.map((one) => one.name), ...indexes.map((one) => one.name)];
    // What PostgreSQL and TypeORM make up when nobody says.
    expect(names.filter((name) => /_(pkey|fkey|check|key|idx|excl)\d*$|^(PK|FK|UQ|IDX|CHK|REL)_/.test(name))).toEqual(
      [],
    );
  });

  test('keeps polygons valid, since the embedded engine answers faulty ones with nothing', async () => {
    const polygons: { table: string; column: string }[] = await owner.query(
      `SELECT f_table_name::text AS "table", f_geometry_column::text AS "column" FROM geometry_columns
        WHERE f_table_schema = 'public' AND type LIKE '%POLYGON' ORDER BY 1, 2`,
    );
    expect(polygons.length).toBeGreaterThan(3);
    const checks: { table: string; text: string }[] = await owner.query(
      `SELECT conrelid::regclass::text AS "table", lower(pg_get_constraintdef(oid)) AS text FROM pg_constraint WHERE contype = 'c'`,
    );
    const unchecked = polygons.filter(
      ({ table, column }) => !checks.some((one) => one.table === table && one.text.includes(`st_isvalid(${column})`)),
    );
    expect(unchecked).toEqual([]);
  });
});

describe('row-level security', () => {
  test('is on and forced upon every tenant table', async () => {
    const open: { name: string }[] = await owner.query(
      `SELECT relname::text AS name FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relname::text = ANY ($1) AND NOT (relrowsecurity AND relforcerowsecurity)`,
      [tenantTables],
    );
    expect(open).toEqual([]);
  });

  test('reads by app.tenants and writes by app.municipality, under the application role', async () => {
    const policies: { table: string; verb: string; reads: string; writes: string | null }[] = await owner.query(
      `SELECT tablename::text AS "table", cmd AS verb, qual AS reads, with_check AS writes FROM pg_policies
        WHERE schemaname = 'public' AND 'narbild_app' = ANY (roles) AND tablename = ANY ($1)`,
      [tenantTables],
    );
    const reading = policies.filter((one) => one.verb === 'SELECT' && one.reads.includes('app.tenants'));
    const writing = policies.filter(
      (one) => one.verb === 'ALL' && one.reads.includes('app.municipality') && one.writes?.includes('app.municipality'),
    );
    expect(reading.map((one) => one.table).sort()).toEqual(tenantTables);
    expect(writing.map((one) => one.table).sort()).toEqual(tenantTables);
    // Policies are added up: one more could open what these close.
    expect(policies).toHaveLength(reading.length + writing.length);
  });

  test('looks at the group of every row that has one', async () => {
    const grouped: { name: string }[] = await owner.query(
      `SELECT table_name::text AS name FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name IN ('group_code', 'group_codes') ORDER BY 1`,
    );
    // An organisation and its groups say who may see what; they are no rows of a source.
    const rows = grouped.map(({ name }) => name).filter((name) => !name.startsWith('organisation'));
    expect(rows).toEqual(['alert', 'analysis_run', 'area_count', 'cluster', 'import', 'import_stage', 'incident', 'minutes_figures', 'situation_version', 'tile_view', 'view']); // prettier-ignore
    const guarded: { name: string }[] = await owner.query(
      `SELECT tablename::text AS name FROM pg_policies
        WHERE schemaname = 'public' AND 'narbild_app' = ANY (roles) AND cmd = 'SELECT' AND qual LIKE '%app.groups%' ORDER BY 1`,
    );
    expect(guarded.map(({ name }) => name)).toEqual(rows);
  });

  test('shows nothing of any tenant table to the application role before it says for whom it asks', async () => {
    await owner.transaction(async (manager) => {
      await manager.query('SET LOCAL ROLE narbild_app');
      for (const table of tenantTables) {
        const [row]: { n: number }[] = await manager.query(`SELECT count(*)::int AS n FROM "${table}"`);
        expect({ table, n: row?.n }).toEqual({ table, n: 0 });
      }
    });
  });
});

describe('the roles of the database', () => {
  test('are neither superusers nor past row-level security, and sign in nowhere', async () => {
    const roles: unknown[] = await owner.query(
      `SELECT rolname::text AS name, rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb FROM pg_roles
        WHERE rolname IN ('narbild_app', 'narbild_access') ORDER BY 1`,
    );
    const powerless = {
      rolsuper: false,
      rolbypassrls: false,
      rolcanlogin: false,
      rolcreaterole: false,
      rolcreatedb: false,
    };
    expect(roles).toEqual([
      { name: 'narbild_access', ...powerless },
      { name: 'narbild_app', ...powerless },
    ]);
  });

  test('own no table, since an owner may switch the guard off', async () => {
    const owned: unknown[] = await owner.query(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tableowner LIKE 'narbild_%'`,
    );
    expect(owned).toEqual([]);
  });

  test.each(['audit', 'audit_seal', 'analysis_run', 'cluster'])(
    'may add to %s and read it, nothing else',
    async (table) => {
      expect(await grantsOn(table)).toEqual(['INSERT', 'SELECT']);
    },
  );

  test('see accounts of their own municipality only', async () => {
    const seen = await owner.transaction(async (manager) => {
      await manager.query('SET LOCAL ROLE narbild_app');
      return (await manager.query('SELECT id FROM account LIMIT 1')) as unknown[];
    });
    expect(seen).toEqual([]);
  });

  test('may not touch passwords or sessions under the application role', async () => {
    expect(await grantsOn('session')).toEqual([]);
    const [row]: { readable: boolean }[] = await owner.query(
      `SELECT has_column_privilege('narbild_app', 'account', 'password_hash', 'SELECT') AS readable`,
    );
    expect(row?.readable).toBe(false);
  });
});

async function grantsOn(table: string): Promise<string[]> {
  const rows: { verb: string }[] = await owner.query(
    `SELECT privilege_type::text AS verb FROM information_schema.role_table_grants
      WHERE table_schema = 'public' AND table_name = $1 AND grantee = 'narbild_app' ORDER BY 1`,
    [table],
  );
  return rows.map(({ verb }) => verb);
}

test('entities have the columns that the migrations made', async () => {
  const files = filesBelow('api/src', /\.entity\.ts$/).map((file) =>
    path.join(workspaceRoot, 'dist', file.replace(/ts$/, 'js')),
  );
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(file).href) as Promise<object>));
  const described = new DataSource({
    ...connection(process.env['TEST_DATABASE_URL']!, 1),
    entities: modules.flatMap((one) => Object.values(one) as (() => void)[]),
  });
  await described.initialize();
  const actual: { place: string }[] = await described
    .query(
      `SELECT table_name || '.' || column_name AS place FROM information_schema.columns WHERE table_schema = 'public'`,
    )
    .finally(() => described.destroy());
  const there = new Set(actual.map(({ place }) => place));
  const wanted = described.entityMetadatas.flatMap((entity) =>
    entity.columns.map((column) => `${entity.tableName}.${column.databaseName}`),
  );
  expect(wanted.filter((place) => !there.has(place))).toEqual([]);
});

test('every migration file is in the list', async () => {
  const { migrations } = await import('../../db/migrations/list.js');
  const files = readdirSync(path.join(workspaceRoot, 'db/migrations')).filter((name) => /^\d{4}-/.test(name));
  expect(migrations).toHaveLength(files.length);
  const applied: { name: string }[] = await owner.query('SELECT name FROM migrations ORDER BY timestamp');
  expect(applied.map(({ name }) => name)).toEqual(migrations.map((one) => new one().name));
});

test('the program behind npm run migrate says that nothing is left to do, and asks for a database when none is named', () => {
  const program = path.join(workspaceRoot, 'dist/db/migrate.js');
  const run = (databaseUrl: string) =>
    execFileSync(process.execPath, [program], { env: { DATABASE_URL: databaseUrl }, stdio: 'pipe', encoding: 'utf8' });
  expect(run(process.env['TEST_DATABASE_URL']!)).toBe('The database is up to date.\n');
  expect(() => run('')).toThrow(/DATABASE_URL is not set/);
}, 30_000);
