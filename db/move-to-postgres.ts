/**
 * `npm run move-to-postgres`: copies everything from the embedded database to the PostgreSQL that DATABASE_URL names.
 * The program must not be running (the folder's lock says so). See docs/operations/postgres.md.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { workspaceRoot } from '../api/src/app/environment.js';
import { startEmbedded } from './embedded/start-embedded.js';
import { migrate } from './migrate.js';
import { columnsOf, isTenantTable, tablesInOrder, type Table } from './table-order.js';

const ROWS_AT_A_TIME = 500;

/** One table's fate: how many rows it had and has. */
export interface Moved {
  readonly table: string;
  readonly rows: number;
}

/**
 * Copies every table from one database to another in foreign-key order, in one transaction of the target, and compares
 * the counts. Both must have the same migrations. Values travel as PostgreSQL's own text, so nothing is rounded.
 * Throws, and leaves the target as it was, when a tenant table of the target has rows or a count differs.
 */
export async function copyDatabase(from: pg.Client, to: pg.Client): Promise<Moved[]> {
  const tables = await tablesInOrder(from);
  await to.query('BEGIN');
  try {
    // With row-level security forced, a target account that it binds must hear an error, not get half the rows.
    await to.query('SET LOCAL row_security = off');
    await refuseFilled(to, tables);
    // What the migrations themselves inserted (catalogues) comes from the source, with what was changed since.
    await to.query(`TRUNCATE ${tables.map((table) => table.name).join(', ')}`);
    const moved = [];
    for (const table of tables) moved.push({ table: table.name, rows: await copyTable(from, to, table) });
    await to.query('COMMIT');
    return moved;
  } catch (error) {
    await to.query('ROLLBACK');
    throw error;
  }
}

async function refuseFilled(to: pg.Client, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    if (!(await isTenantTable(to, table)) || (await countRows(to, table)) === 0) continue;
    throw new Error(`The target already has rows in ${table.name}. Move into an empty database.`);
  }
}

async function copyTable(from: pg.Client, to: pg.Client, table: Table): Promise<number> {
  const columns = await columnsOf(from, table);
  const names = columns.map((column) => `"${column.name}"`).join(', ');
  const staging = `staging_${table.oid}`;
  await to.query(
    `CREATE TEMPORARY TABLE ${staging} (${columns.map((column) => `"${column.name}" text`).join(', ')}) ON COMMIT DROP`,
  );
  await from.query('BEGIN');
  await from.query(
    `DECLARE everything CURSOR FOR SELECT ${columns.map((column) => `"${column.name}"::text`).join(', ')} FROM ${table.name}`,
  );
  const parameters = columns.map((_, at) => `$${at + 1}::text[]`).join(', ');
  for (;;) {
    const { rows } = await from.query<(string | null)[]>({
      text: `FETCH ${ROWS_AT_A_TIME} FROM everything`,
      rowMode: 'array',
    });
    if (rows.length === 0) break;
    const values = columns.map((_, at) => rows.map((row) => row[at] ?? null));
    await to.query(`INSERT INTO ${staging} SELECT * FROM unnest(${parameters})`, values);
  }
  await from.query('COMMIT');
  // One statement per table, so that rows may refer to rows of the same table in any order.
  await to.query(
    `INSERT INTO ${table.name} (${names}) OVERRIDING SYSTEM VALUE
     SELECT ${columns.map((column) => `"${column.name}"::${column.type}`).join(', ')} FROM ${staging}`,
  );
  for (const { name, sequence } of columns) {
    if (sequence) await to.query(`SELECT setval('${sequence}', greatest(max("${name}"), 1)) FROM ${table.name}`);
  }
  const [there, here] = [await countRows(from, table), await countRows(to, table)];
  if (there !== here) throw new Error(`${table.name}: ${there} rows in the source but ${here} in the target.`);
  return here;
}

async function countRows(client: pg.Client, table: Table): Promise<number> {
  const { rows } = await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${table.name}`);
  if (!rows[0]) throw new Error(`${table.name} could not be counted.`);
  return Number(rows[0].n);
}

async function main(): Promise<void> {
  const target = process.env['DATABASE_URL'];
  if (!target) throw new Error('DATABASE_URL is not set: it names the PostgreSQL to move to.');
  const folder = process.env['NARBILD_DATA'] || join(workspaceRoot, '.narbild', 'database');
  const embedded = await startEmbedded({ folder });
  const from = new pg.Client({ connectionString: embedded.url });
  const to = new pg.Client({ connectionString: target });
  try {
    await migrate(embedded.url);
    await migrate(target);
    await from.connect();
    await to.connect();
    for (const { table, rows } of await copyDatabase(from, to)) process.stdout.write(`${table}: ${rows} rows\n`);
    process.stdout.write('Everything was moved. Start with the same DATABASE_URL from now on.\n');
  } finally {
    await to.end().catch(() => undefined);
    await from.end().catch(() => undefined);
    await embedded.stop();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
