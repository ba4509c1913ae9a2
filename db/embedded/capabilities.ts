import pg from 'pg';

/** What the engine behind a DATABASE_URL can do; shown in /health/ready. */
export interface Capabilities {
  /** "18.3" */
  readonly postgres: string;
  /** "3.6.2", or null when the extension is missing. */
  readonly postgis: string | null;
  /** Can it encode vector tiles itself (ST_AsMVT)? The embedded engine cannot. */
  readonly protobuf: boolean;
  /**
   * What an overlay of an invalid polygon does: `raises` (an error, as it should), `answers` (GEOS coped), or
   * `silent` (no row and no error: the embedded engine, and why overlays go through ST_MakeValid); null without PostGIS.
   */
  readonly invalidOverlay: 'raises' | 'answers' | 'silent' | null;
  /** Does it sort Swedish letters itself (ICU collation sv)? */
  readonly swedishCollation: boolean;
}

// A bow tie against a box: GEOS meets the crossing as a node it cannot place.
const BOW_TIE_OVERLAY = `SELECT ST_AsText(ST_Intersection(
  ST_GeomFromText('POLYGON((0 0, 10 10, 10 0, 0 10, 0 0))', 3006),
  ST_GeomFromText('POLYGON((1 -1, 9 -1, 9 11, 1 11, 1 -1))', 3006))) AS shape`;

/**
 * Asks the engine what it can do. Takes a few milliseconds once PROJ is loaded; changes nothing.
 * Throws when the database does not answer.
 */
export async function probe(databaseUrl: string): Promise<Capabilities> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const version = await one(client, `SELECT current_setting('server_version') AS value`);
    const postgis = await one(client, `SELECT extversion AS value FROM pg_extension WHERE extname = 'postgis'`);
    const full = postgis === null ? null : await one(client, 'SELECT postgis_full_version() AS value');
    return {
      postgres: (version ?? '').split(' ')[0] ?? '',
      postgis,
      protobuf: full?.includes('LIBPROTOBUF') ?? false,
      invalidOverlay: postgis === null ? null : await overlay(client),
      swedishCollation: await sortsSwedish(client),
    };
  } finally {
    await client.end();
  }
}

async function one(client: pg.Client, sql: string): Promise<string | null> {
  const { rows } = await client.query<{ value: string }>(sql);
  return rows[0]?.value ?? null;
}

async function overlay(client: pg.Client): Promise<Capabilities['invalidOverlay']> {
  try {
    const { rows } = await client.query(BOW_TIE_OVERLAY);
    return rows.length === 1 ? 'answers' : 'silent';
  } catch {
    return 'raises';
  }
}

async function sortsSwedish(client: pg.Client): Promise<boolean> {
  const name = await one(
    client,
    `SELECT collname AS value FROM pg_collation WHERE collname IN ('sv-x-icu', 'sv-SE-x-icu') LIMIT 1`,
  );
  if (name === null) return false;
  try {
    return (await one(client, `SELECT CASE WHEN 'ö' > 'z' COLLATE "${name}" THEN 'yes' END AS value`)) === 'yes';
  } catch {
    return false;
  }
}
