import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { postgis } from '@electric-sql/pglite-postgis';

const POSTGRES_MAJOR = '18';

/**
 * Opens PGlite on `<folder>/pgdata`, restored from the prepared dump when the folder is new. The caller holds the lock.
 * A restore that was interrupted is begun again: nothing was ever written to such a folder.
 *
 * @param template path of the dump (gzip of a tar), or null for an empty cluster made by initdb (ten seconds).
 */
export async function openEngine(folder: string, template: string | null): Promise<PGlite> {
  const data = join(folder, 'pgdata');
  const restoring = join(folder, 'restoring');
  if (existsSync(restoring)) rmSync(data, { recursive: true, force: true });
  const extensions = { postgis, pg_trgm, unaccent, btree_gist, pgcrypto };
  if (existsSync(join(data, 'PG_VERSION')) && !existsSync(restoring)) {
    refuseOtherVersion(data);
    return PGlite.create({ dataDir: data, extensions });
  }
  mkdirSync(data, { recursive: true });
  writeFileSync(restoring, '');
  const dump = template !== null && existsSync(template) ? await openAsBlob(template) : null;
  const engine = await PGlite.create({ dataDir: data, extensions, ...(dump ? { loadDataDir: dump } : {}) });
  rmSync(restoring);
  return engine;
}

function refuseOtherVersion(data: string): void {
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (version === POSTGRES_MAJOR) return;
  throw new Error(
    `The database folder was made by PostgreSQL ${version}, this program brings ${POSTGRES_MAJOR}. ` +
      'Start it with the earlier program and move it out with "npm run move-to-postgres".',
  );
}
