import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database with the demo town that nobody else touches. */
export interface FreshTown {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/**
 * Copies the database of `databaseUrl`, which must hold the demo town and have nobody connected, so that what one spec
 * file does is nothing to the next. The embedded engine has one database: there it is that one itself.
 */
export async function freshTown(databaseUrl: string): Promise<FreshTown> {
  if (process.env['TEST_ENGINE'] === 'embedded') return { url: databaseUrl, drop: async () => undefined };
  const original = decodeURIComponent(new URL(databaseUrl).pathname.slice(1));
  const name = `narbild_town_${process.pid}_${randomBytes(4).toString('hex')}`;
  // a database cannot be copied by somebody who sits in it
  const elsewhere = withDatabase(databaseUrl, original === 'postgres' ? 'template1' : 'postgres');
  await run(elsewhere, `CREATE DATABASE ${name} TEMPLATE "${original.replaceAll('"', '""')}"`);
  return {
    url: withDatabase(databaseUrl, name),
    drop: () => run(elsewhere, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** The URL may have no host but a socket folder in its query, which `URL` would not write back as it was. */
function withDatabase(databaseUrl: string, name: string): string {
  return databaseUrl.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${name}`);
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
