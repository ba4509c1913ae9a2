import type pg from 'pg';

export interface Table {
  readonly oid: number;
  /** Schema and name, quoted where needed, ready for SQL. */
  readonly name: string;
}

export interface Column {
  readonly name: string;
  /** As format_type writes it: `geometry(Point,3006)`, `timestamp with time zone`. */
  readonly type: string;
  /** The sequence behind an identity or serial column. */
  readonly sequence: string | null;
}

/** Our own tables: not the system's, not an extension's, no partitions of another. */
const OWN_TABLES = `
SELECT c.oid::int AS oid, format('%I.%I', n.nspname, c.relname) AS name
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence = 'p'
  AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY 2`;

const REFERENCES = `
SELECT conrelid::int AS child, confrelid::int AS parent FROM pg_constraint
WHERE contype = 'f' AND conrelid <> confrelid AND conparentid = 0`;

/** All own tables, each after those that its foreign keys name. Throws when the keys go in a circle. */
export async function tablesInOrder(client: pg.Client): Promise<Table[]> {
  const tables = (await client.query<Table>(OWN_TABLES)).rows;
  const references = (await client.query<{ child: number; parent: number }>(REFERENCES)).rows;
  return inOrder(tables, references);
}

/** Pure part of tablesInOrder: repeatedly takes the tables whose parents have all been taken. */
export function inOrder(
  tables: readonly Table[],
  references: readonly { readonly child: number; readonly parent: number }[],
): Table[] {
  const ordered: Table[] = [];
  const taken = new Set<number>();
  const known = new Set(tables.map((table) => table.oid));
  while (ordered.length < tables.length) {
    const next = tables.filter(
      ({ oid }) =>
        !taken.has(oid) &&
        references.every(({ child, parent }) => child !== oid || taken.has(parent) || !known.has(parent)),
    );
    if (next.length === 0) {
      const left = tables.filter(({ oid }) => !taken.has(oid)).map(({ name }) => name);
      throw new Error(`The foreign keys of these tables go in a circle: ${left.join(', ')}`);
    }
    for (const table of next) {
      ordered.push(table);
      taken.add(table.oid);
    }
  }
  return ordered;
}

/** The columns that hold data (generated ones are computed again), in their order. */
export async function columnsOf(client: pg.Client, table: Table): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type,
            pg_get_serial_sequence($2, attname) AS sequence
     FROM pg_attribute WHERE attrelid = $1::int::oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
     ORDER BY attnum`,
    [table.oid, table.name],
  );
  return rows;
}

/** Does the table belong to municipalities (rule 2: such a table has municipality_code)? */
export async function isTenantTable(client: pg.Client, table: Table): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT FROM pg_attribute WHERE attrelid = $1::regclass AND attname = 'municipality_code' AND NOT attisdropped`,
    [table.name],
  );
  return rows.length > 0;
}
