import type { EntityManager } from 'typeorm';
import type { Metres } from '../geo/projection.js';

export interface NearbyRow {
  id: string;
  category_code: string;
  subcategory_code: string | null;
  occurred_from: Date;
  metres: number;
  own: boolean;
}

/** Reports of the same category that may be the same event, the nearest first: what is open, never what was dismissed. */
export async function nearbyRows(
  manager: EntityManager,
  code: number,
  near: { point: Metres; category: string; at: string; metres: number; hours: number; accountId: string },
): Promise<NearbyRow[]> {
  return manager.query(
    `SELECT i.id, i.category_code, i.subcategory_code, i.occurred_from, i.account_id = $7::uuid AS own,
            ST_Distance(i.location, here.location) AS metres
       FROM incident i, (SELECT ST_SetSRID(ST_MakePoint($2, $3), 3006) AS location) here
      WHERE i.municipality_code = $1 AND i.source = 'report' AND i.status NOT IN ('dismissed', 'merged') AND i.category_code = $4
        AND NOT i.sensitive AND ST_DWithin(i.location, here.location, $6)
        AND i.occurred_from <= $5::timestamptz + make_interval(hours => $8)
        AND COALESCE(i.occurred_to, i.occurred_from) >= $5::timestamptz - make_interval(hours => $8)
      ORDER BY metres, i.occurred_from DESC, i.id LIMIT 5`,
    [code, near.point.x, near.point.y, near.category, near.at, near.metres, near.accountId, near.hours],
  );
}
