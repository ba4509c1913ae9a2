import { type TileAddress, tileBuffer, tileExtent } from '../../api/src/tiles/tile.js';

interface Asked {
  readonly code: number;
  readonly address: TileAddress;
  /** Metres, of squares; null for points. */
  readonly side: number | null;
  /** Every row for itself: no rule that makes events of rows. */
  readonly isBare?: boolean;
}

/** The statement with which PostGIS makes a tile of the same content as ours. */
export function tileSql({ code, address: { z, x, y }, side, isBare = false }: Asked): string {
  const frame = `ST_TileEnvelope(${z}, ${x}, ${y})`;
  const margin = `ST_Transform(ST_TileEnvelope(${z}, ${x}, ${y}, margin => ${tileBuffer / tileExtent}), 3006)`;
  const order = `i.event_key COLLATE "C", array_position(ARRAY['point', 'address', 'street', 'area', 'none'], i.precision), COALESCE(i.occurred_to, i.occurred_from) - i.occurred_from, i.occurred_from, i.id`;
  const events = `SELECT ${isBare ? '' : 'DISTINCT ON (i.event_key COLLATE "C")'} i.id, i.location, i.category_code, i.severity, i.source, i.crime_count, i.occurred_from, i.status
      FROM incident i
     WHERE i.municipality_code = ${code} AND i.status <> 'dismissed' AND i.precision <> 'area' AND i.location && ST_Expand(${margin}, ${side ?? 0})
     ${isBare ? '' : `ORDER BY ${order}`}`;
  const drawn = (geometry: string) =>
    `ST_AsMVTGeom(ST_Transform(${geometry}, 3857), ${frame}, ${tileExtent}, ${tileBuffer}, true) AS geom`;
  if (side === null) {
    return `SELECT ST_AsMVT(t, 'events', ${tileExtent}, 'geom', 'id') AS mvt FROM (
      SELECT ('x' || right(replace(id::text, '-', ''), 12))::bit(48)::bigint AS id, category_code AS category, severity, source, crime_count AS crimes,
             (occurred_from AT TIME ZONE 'Europe/Stockholm')::date - '1970-01-01'::date AS day, status NOT IN ('received', 'asked') AS reviewed, ${drawn('location')}
        FROM (${events}) e) t WHERE geom IS NOT NULL`;
  }
  const square = `ST_MakeEnvelope(gx * ${side}, gy * ${side}, (gx + 1) * ${side}, (gy + 1) * ${side}, 3006)`;
  return `SELECT ST_AsMVT(t, 'squares', ${tileExtent}, 'geom') AS mvt FROM (
    SELECT n AS count, crimes, ${side} AS side, (gx * ${side})::text || (gy * ${side})::text AS square, ${drawn(square)}
      FROM (SELECT floor(ST_X(location) / ${side})::int AS gx, floor(ST_Y(location) / ${side})::int AS gy, count(*)::int AS n, sum(crime_count)::int AS crimes
              FROM (${events}) e GROUP BY 1, 2) s) t WHERE geom IS NOT NULL`;
}
