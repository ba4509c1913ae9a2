import type { Database } from './database.js';

export interface Capabilities {
  readonly server: string;
  readonly postgis: string;
  readonly embedded: boolean;
  /** False where a GEOS fault silently gives no row, as bare PGlite does (electric-sql/pglite issue 916). */
  readonly geometryFaultsAreErrors: boolean;
}

/** Asks the engine what it is and tries what is known to differ, once after start. */
export async function readCapabilities(database: Database): Promise<Capabilities> {
  const [row]: { server: string; postgis: string; version: string }[] = await database.withAccess((manager) =>
    manager.query(
      `SELECT current_setting('server_version') AS server, postgis_lib_version() AS postgis, version() AS version`,
    ),
  );
  return {
    server: row?.server ?? '',
    postgis: row?.postgis ?? '',
    embedded: /emscripten|wasm/i.test(row?.version ?? ''),
    geometryFaultsAreErrors: await faultsAreErrors(database),
  };
}

/** An overlay with a self-crossing polygon: an error or a row is right, no row and no error is not. */
async function faultsAreErrors(database: Database): Promise<boolean> {
  const overlay = `SELECT ST_Intersection(ST_GeomFromText('POLYGON((0 0, 2 2, 2 0, 0 2, 0 0))'), ST_GeomFromText('POLYGON((0 0, 2 0, 2 2, 0 2, 0 0))'))`;
  try {
    const rows: unknown[] = await database.withAccess((manager) => manager.query(overlay));
    return rows.length === 1;
  } catch {
    return true;
  }
}
