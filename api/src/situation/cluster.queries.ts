import type { EntityManager } from 'typeorm';
import type { RunOfPlaces } from './cluster-change.js';

/**
 * The newest stored search for places before an instant, with its clusters: over the whole municipality and about a
 * year to the day it was made, by exactly the groups of the reader. Undefined: nobody searched.
 */
export async function newestPlaces(
  manager: EntityManager,
  code: number,
  { before, groups }: { readonly before: Date; readonly groups: readonly string[] },
): Promise<RunOfPlaces | undefined> {
  const rows: RunOfPlaces[] = await manager.query(
    `SELECT r.id, r.created_at,
            COALESCE((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'name', c.facts->>'name', 'count', c.event_count,
                                                          'polygon', ST_AsGeoJSON(c.polygon, 2)::jsonb) ORDER BY c.number)
                        FROM cluster c WHERE c.municipality_code = r.municipality_code AND c.run_id = r.id), '[]') AS clusters
       FROM analysis_run r
      WHERE r.municipality_code = $1 AND r.kind = 'places' AND r.filters = '{}'::jsonb AND r.created_at < $2
        AND r.result->>'running' = 'true' AND r.group_codes @> $3::text[] AND r.group_codes <@ $3::text[]
        AND (r.result->'period'->>'to')::float8 - (r.result->'period'->>'from')::float8 BETWEEN 360 * 86400000.0 AND 370 * 86400000.0
      ORDER BY r.created_at DESC, r.id DESC LIMIT 1`,
    [code, before, groups],
  );
  return rows[0];
}
