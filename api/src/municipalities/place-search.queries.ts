import type { EntityManager } from 'typeorm';
import type { Metres } from '../geo/projection.js';

export interface FoundPlaceRow {
  kind: 'place' | 'address' | 'street' | 'area';
  name: string;
  place_id: string | null;
  x: number;
  y: number;
  metres: number | null;
}

/** Places, addresses, streets and areas whose name or alias holds the words, the shortest names first. */
export async function searchPlaces(manager: EntityManager, code: number, text: string): Promise<FoundPlaceRow[]> {
  const like = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return manager.query(
    `SELECT * FROM (
       SELECT 'place' AS kind, name, id AS place_id, ST_X(location) AS x, ST_Y(location) AS y, NULL::float8 AS metres, 0 AS rank
         FROM place WHERE municipality_code = $1 AND (name ILIKE $2 OR EXISTS (SELECT 1 FROM unnest(aliases) a WHERE a ILIKE $2))
       UNION ALL
       SELECT 'address', street || ' ' || number, NULL, ST_X(location), ST_Y(location), NULL, 2
         FROM address WHERE municipality_code = $1 AND street || ' ' || number ILIKE $2
       UNION ALL
       SELECT 'street', street, NULL, avg(ST_X(location)), avg(ST_Y(location)), NULL, 1
         FROM address WHERE municipality_code = $1 AND street ILIKE $2 GROUP BY street
       UNION ALL
       SELECT 'area', name, NULL, ST_X(ST_PointOnSurface(geometry)), ST_Y(ST_PointOnSurface(geometry)), NULL, 3
         FROM area WHERE municipality_code = $1 AND name ILIKE $2
     ) found ORDER BY (name ILIKE $3) DESC, rank, length(name), name LIMIT 12`,
    [code, like, like.slice(1)],
  );
}

/** What is near a point: places within 300 m and the nearest address within 150 m. */
export async function placesNear(manager: EntityManager, code: number, point: Metres): Promise<FoundPlaceRow[]> {
  return manager.query(
    `WITH here AS (SELECT ST_SetSRID(ST_MakePoint($2, $3), 3006) AS location)
     SELECT * FROM (
       (SELECT 'place' AS kind, p.name, p.id AS place_id, ST_X(p.location) AS x, ST_Y(p.location) AS y, ST_Distance(p.location, here.location) AS metres
          FROM place p, here WHERE p.municipality_code = $1 AND ST_DWithin(p.location, here.location, 300)
         ORDER BY metres LIMIT 5)
       UNION ALL
       (SELECT 'address', a.street || ' ' || a.number, NULL, ST_X(a.location), ST_Y(a.location), ST_Distance(a.location, here.location)
          FROM address a, here WHERE a.municipality_code = $1 AND ST_DWithin(a.location, here.location, 150)
         ORDER BY 6 LIMIT 3)
     ) near ORDER BY metres LIMIT 6`,
    [code, point.x, point.y],
  );
}
