/**
 * Row-level security in the one form that this house knows. A tenant table is read for the municipalities in
 * `app.tenants` and written for the one in `app.municipality`; both are set with SET LOCAL by `withTenant` and are
 * absent otherwise, so that a query without them finds nothing.
 */
const readable = `municipality_code = ANY ((SELECT string_to_array(NULLIF(current_setting('app.tenants', true), ''), ',')::smallint[])::smallint[])`;
const written = `municipality_code = (SELECT NULLIF(current_setting('app.municipality', true), '')::smallint)`;

/** The source groups (police rows, staff reports, housing companies …) that the actor's organisation may see. */
const groups = `(SELECT string_to_array(COALESCE(current_setting('app.groups', true), ''), ',')::text[])::text[]`;

/** A row that came from a source is seen by those whose organisation may see its group, and by whoever wrote it. */
export const visibleRow = `(group_code = ANY (${groups}) OR account_id = (SELECT NULLIF(current_setting('app.account', true), '')::uuid))`;

/** A result computed from rows of several groups is seen only by those who may see all of them. */
export const visibleResult = `(group_codes <@ ${groups})`;

/** The statements that force tenancy (and, where given, visibility) upon a table and grant the application role its verbs. */
export function isolate(table: string, verbs = 'SELECT, INSERT, UPDATE, DELETE', visibility = 'true'): string[] {
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY ${table}_read ON ${table} FOR SELECT TO narbild_app USING (${readable} AND ${visibility})`,
    `CREATE POLICY ${table}_write ON ${table} FOR ALL TO narbild_app
       USING (${written} AND ${readable} AND ${visibility}) WITH CHECK (${written} AND ${readable})`,
    `GRANT ${verbs} ON ${table} TO narbild_app`,
  ];
}

/** Statements split from one SQL text at blank-line boundaries that end with a semicolon. */
export function statements(sql: string): string[] {
  return sql
    .split(/;\s*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement.length > 0);
}
