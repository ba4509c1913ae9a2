import type { EntityManager } from 'typeorm';
import { only } from '../app/database.js';
import type { Metres } from '../geo/projection.js';
import type { PlaceEdit } from './place.schema.js';

export interface ListedPlaceRow {
  id: string;
  name: string;
  kind: string;
  aliases: string[];
  x: number;
  y: number;
  organisationId: string | null;
  mergedInto: string | null;
}

export async function listedPlaces(manager: EntityManager, code: number): Promise<ListedPlaceRow[]> {
  return manager.query(
    `SELECT id, name, kind, aliases, ST_X(location) AS x, ST_Y(location) AS y, organisation_id AS "organisationId", merged_into AS "mergedInto"
       FROM place WHERE municipality_code = $1 ORDER BY name, id`,
    [code],
  );
}

/** Whether a point lies in the municipality, which has to be the case for a place of its own. */
export async function isInside(manager: EntityManager, code: number, { x, y }: Metres): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT 1 FROM municipality WHERE municipality_code = $1
        AND (boundary IS NULL OR ST_Intersects(boundary, ST_SetSRID(ST_MakePoint($2, $3), 3006)))`,
    [code, x, y],
  );
  return rows.length > 0;
}

type SavedPlace = Omit<PlaceEdit, 'position'> & { id: string; at: Metres };

/** Adds a place, or changes the one with this id. */
export async function savePlace(manager: EntityManager, code: number, place: SavedPlace): Promise<void> {
  await manager.query(
    `INSERT INTO place (municipality_code, id, name, kind, aliases, location, organisation_id)
     VALUES ($1, $2, $3, $4, $5, ST_SetSRID(ST_MakePoint($6, $7), 3006), $8)
     ON CONFLICT ON CONSTRAINT place_pk DO UPDATE
        SET name = EXCLUDED.name, kind = EXCLUDED.kind, aliases = EXCLUDED.aliases, location = EXCLUDED.location,
            organisation_id = EXCLUDED.organisation_id`,
    [code, place.id, place.name, place.kind, place.aliases, place.at.x, place.at.y, place.organisationId],
  );
}

export async function setMerged(
  manager: EntityManager,
  code: number,
  merge: { id: string; into: string | null },
): Promise<void> {
  await manager.query('UPDATE place SET merged_into = $3 WHERE municipality_code = $1 AND id = $2', [
    code,
    merge.id,
    merge.into,
  ]);
}

/** Where there are addresses and places, in metres, by easting and northing. */
export async function registerPoints(
  manager: EntityManager,
  code: number,
): Promise<{ x: Float64Array; y: Float64Array }> {
  const { points } = only<{ points: Buffer | null }>(
    await manager.query(
      `SELECT string_agg(point_send(point(x, y)), ''::bytea ORDER BY x, y) AS points
         FROM (SELECT ST_X(location) AS x, ST_Y(location) AS y FROM address WHERE municipality_code = $1
               UNION ALL
               SELECT ST_X(location), ST_Y(location) FROM place WHERE municipality_code = $1 AND merged_into IS NULL) registered`,
      [code],
    ),
  );
  const found = { x: new Float64Array((points?.length ?? 0) / 16), y: new Float64Array((points?.length ?? 0) / 16) };
  for (let at = 0; at < found.x.length; at++) {
    found.x[at] = points!.readDoubleBE(16 * at);
    found.y[at] = points!.readDoubleBE(16 * at + 8);
  }
  return found;
}
