import type { EntityManager } from 'typeorm';

export interface Capabilities {
  readonly server: string;
  readonly postgis: string;
  readonly embedded: boolean;
  /** False on the embedded engine, where a GEOS fault silently gives no row (electric-sql/pglite issue 916). */
  readonly geometryFaultsAreErrors: boolean;
}

/** Asks the engine what it is, once after start. */
export async function readCapabilities(manager: EntityManager): Promise<Capabilities> {
  const [row]: { server: string; postgis: string; version: string }[] = await manager.query(
    `SELECT current_setting('server_version') AS server, postgis_lib_version() AS postgis, version() AS version`,
  );
  const embedded = /emscripten|wasm/i.test(row?.version ?? '');
  return { server: row?.server ?? '', postgis: row?.postgis ?? '', embedded, geometryFaultsAreErrors: !embedded };
}
