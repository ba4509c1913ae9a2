import { pathToFileURL } from 'node:url';
import { DataSource } from 'typeorm';
import { connection } from '../api/src/app/database.js';
import { readEnvironment } from '../api/src/app/environment.js';
import { migrations } from './migrations/list.js';

/** Applies what is pending, each migration in its own transaction, and returns the names of what was applied. */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const source = new DataSource({ ...connection(databaseUrl), migrations, migrationsTransactionMode: 'each' });
  await source.initialize();
  try {
    const applied = await source.runMigrations();
    return applied.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/** The names of the migrations that have not been applied, oldest first; asks, and changes nothing. */
export async function pending(databaseUrl: string): Promise<string[]> {
  const source = new DataSource(connection(databaseUrl, 1));
  await source.initialize();
  try {
    const [table]: { exists: boolean }[] = await source.query(`SELECT to_regclass('migrations') IS NOT NULL AS exists`);
    const applied: { name: string }[] = table?.exists ? await source.query('SELECT name FROM migrations') : [];
    const known = new Set(applied.map((row) => row.name));
    return migrations.map((migration) => migration.name).filter((name) => !known.has(name));
  } finally {
    await source.destroy();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { databaseUrl } = readEnvironment();
  if (!databaseUrl) {
    process.stderr.write('DATABASE_URL is not set. The embedded database is migrated by npm start.\n');
    process.exit(1);
  }
  const applied = await migrate(databaseUrl);
  process.stdout.write(applied.length === 0 ? 'The database is up to date.\n' : `Applied: ${applied.join(', ')}\n`);
}
