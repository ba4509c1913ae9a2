import type { EntityManager } from 'typeorm';
import type { Metres } from '../geo/projection.js';
import { splitAddress, streetKey } from '../geo/street-name.js';

export interface FoundPlaceRow {
  kind: 'place' | 'address' | 'street' | 'area';
  name: string;
  place_id: string | null;
  x: number;
  y: number;
  metres: number | null;
}

/** How streets are compared, the same expression as the indexes of migration 0008 and as `streetKey`. */
const streetKeyOf = (column: string) =>
  `regexp_replace(regexp_replace(regexp_replace(translate(lower(${column}), 'åäöéèü', 'aaoeeu'), '[^a-z0-9]', '', 'g'), 'gata$', 'gatan'), 'vag$', 'vagen')`;

/** "Storgatan 1 (Valskog)": the locality is said where a street has one. */
const withLocality = (name: string, locality: string) =>
  `${name} || CASE WHEN ${locality} = '' THEN '' ELSE ' (' || ${locality} || ')' END`;

/**
 * Places, addresses, streets and areas that the words mean, the shortest names first: by name or alias, and streets by
 * the address as it is written (Storg. 12b, stor-gata 12 B).
 */
export async function searchPlaces(manager: EntityManager, code: number, text: string): Promise<FoundPlaceRow[]> {
  const like = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const { street, door } = splitAddress(text, '');
  const key = streetKey(street);
  return manager.query(
    `SELECT kind, name, place_id, x, y, metres FROM (
       SELECT 'place' AS kind, name, id AS place_id, ST_X(location) AS x, ST_Y(location) AS y, NULL::float8 AS metres, 0 AS rank
         FROM place p WHERE municipality_code = $1 AND merged_into IS NULL AND (name ILIKE $2 OR EXISTS (SELECT 1 FROM unnest(aliases) a WHERE a ILIKE $2)
           OR EXISTS (SELECT 1 FROM place m WHERE m.municipality_code = p.municipality_code AND m.merged_into = p.id
                AND (m.name ILIKE $2 OR EXISTS (SELECT 1 FROM unnest(m.aliases) a WHERE a ILIKE $2))))
       UNION ALL
       (SELECT 'address', ${withLocality("street || ' ' || number", 'locality')}, NULL, ST_X(location), ST_Y(location), NULL,
               CASE WHEN $5 <> '' AND lower(number) = $5 THEN 0 ELSE 2 END
          FROM address WHERE municipality_code = $1
           AND ((${streetKeyOf('street')} LIKE $4 AND length($4) > 2 AND (($5 <> '' AND lower(number) LIKE $5 || '%') OR $5 = ''))
                OR street || ' ' || number ILIKE $2)
         ORDER BY CASE WHEN lower(number) = $5 THEN 0 ELSE 1 END, length(street), street, length(number), number LIMIT 40)
       UNION ALL
       SELECT 'street', ${withLocality('street', 'locality')}, NULL, x, y, NULL, 1
         FROM (SELECT street, locality, avg(x) AS x, avg(y) AS y
                 FROM (SELECT street, locality, ST_X(location) AS x, ST_Y(location) AS y FROM address
                        WHERE municipality_code = $1 AND (street ILIKE $2 OR (${streetKeyOf('street')} LIKE $4 AND length($4) > 2))
                       UNION ALL
                       SELECT name, locality, ST_X(location), ST_Y(location) FROM street
                        WHERE municipality_code = $1 AND (name ILIKE $2 OR (${streetKeyOf('name')} LIKE $4 AND length($4) > 2))) each
                GROUP BY street, locality) streets
       UNION ALL
       SELECT 'area', name, NULL, ST_X(ST_PointOnSurface(geometry)), ST_Y(ST_PointOnSurface(geometry)), NULL, 3
         FROM area WHERE municipality_code = $1 AND name ILIKE $2
     ) found ORDER BY (name ILIKE $3) DESC, rank, length(name), name LIMIT 12`,
    [code, like, like.slice(1), `${key}%`, door],
  );
}

/**
 * What to call each of many points: the nearest place within 200 m, else the street of the nearest address within 150 m.
 * Met by squares of 200 m, which the planner may join by: a test of distance may not use an index before the rows'
 * own policy has been asked.
 */
export async function namesNear(
  manager: EntityManager,
  code: number,
  points: readonly Metres[],
): Promise<(string | null)[]> {
  if (points.length === 0) return [];
  const nearest = (table: string, name: string, metres: number) => `
    SELECT DISTINCT ON (here.n) here.n, t.${name} AS name
      FROM ${table} t JOIN squares ON floor(ST_X(t.location) / 200) = squares.across AND floor(ST_Y(t.location) / 200) = squares.up
      JOIN here ON here.n = squares.n
     WHERE t.municipality_code = $1 AND ST_DWithin(t.location, here.location, ${metres})
     ORDER BY here.n, ST_Distance(t.location, here.location), t.id`;
  const rows: { name: string | null }[] = await manager.query(
    `WITH here AS MATERIALIZED (
            SELECT n, x, y, ST_SetSRID(ST_MakePoint(x, y), 3006) AS location
              FROM unnest($2::float8[], $3::float8[]) WITH ORDINALITY AS u(x, y, n)),
          squares AS MATERIALIZED (
            SELECT n, floor(x / 200) + dx AS across, floor(y / 200) + dy AS up FROM here, generate_series(-1, 1) dx, generate_series(-1, 1) dy),
          places AS (${nearest('place', 'name', 200)}),
          streets AS (${nearest('address', 'street', 150)})
     SELECT coalesce(places.name, streets.name) AS name
       FROM here LEFT JOIN places USING (n) LEFT JOIN streets USING (n) ORDER BY n`,
    [code, points.map(({ x }) => x), points.map(({ y }) => y)],
  );
  return rows.map(({ name }) => name);
}

/** What is near a point: places within 300 m and the nearest address within 150 m. */
export async function placesNear(manager: EntityManager, code: number, point: Metres): Promise<FoundPlaceRow[]> {
  return manager.query(
    `WITH here AS (SELECT ST_SetSRID(ST_MakePoint($2, $3), 3006) AS location)
     SELECT * FROM (
       (SELECT 'place' AS kind, p.name, p.id AS place_id, ST_X(p.location) AS x, ST_Y(p.location) AS y, ST_Distance(p.location, here.location) AS metres
          FROM place p, here WHERE p.municipality_code = $1 AND p.merged_into IS NULL AND ST_DWithin(p.location, here.location, 300)
         ORDER BY metres LIMIT 5)
       UNION ALL
       (SELECT 'address', a.street || ' ' || a.number, NULL, ST_X(a.location), ST_Y(a.location), ST_Distance(a.location, here.location)
          FROM address a, here WHERE a.municipality_code = $1 AND ST_DWithin(a.location, here.location, 150)
         ORDER BY 6 LIMIT 3)
     ) near ORDER BY metres LIMIT 6`,
    [code, point.x, point.y],
  );
}
