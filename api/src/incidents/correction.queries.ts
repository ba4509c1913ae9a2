import type { EntityManager } from 'typeorm';
import type { Metres } from '../geo/projection.js';

/** A corrected row as it is to be. */
export interface CorrectedRow {
  readonly id: string;
  readonly version: number;
  readonly categoryCode: string;
  readonly subcategoryCode: string | null;
  readonly severity: number | null;
  readonly description: string | null;
  readonly descriptionCleared: boolean;
  readonly status: string;
  readonly occurredFrom: Date;
  readonly occurredTo: Date | null;
  readonly timePrecision: string;
  /** Where it was pointed out anew; `null`: the place stays as it is. */
  readonly movedTo: Metres | null;
}

/** Writes a correction over the version that was read; 0 when somebody else was first. The area follows a place that is moved. */
export async function updateIncident(manager: EntityManager, code: number, row: CorrectedRow): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE incident i SET version = version + 1, category_code = $4, subcategory_code = $5, severity = $6, description = $7,
                         description_cleared = $8, status = $9, occurred_from = $10, occurred_to = $11, time_precision = $12
      WHERE municipality_code = $1 AND id = $2 AND version = $3`,
    [
      code,
      row.id,
      row.version,
      row.categoryCode,
      row.subcategoryCode,
      row.severity,
      row.description,
      row.descriptionCleared,
      row.status,
      row.occurredFrom,
      row.occurredTo,
      row.timePrecision,
    ],
  );
  if (count > 0 && row.movedTo !== null) await moveIncident(manager, code, row.id, row.movedTo);
  return count;
}

/** A reviewer's own mark: exact, and no longer the place or address that was named before. */
async function moveIncident(manager: EntityManager, code: number, id: string, to: Metres): Promise<void> {
  await manager.query(
    `UPDATE incident
        SET location = p.location, precision = 'point', placement = 'tapped', accuracy_metres = NULL, place_id = NULL, address = NULL, outside = false,
            area_id = (SELECT a.id FROM area a WHERE a.municipality_code = $1 AND ST_Intersects(a.geometry, p.location) ORDER BY ST_Area(a.geometry), a.id LIMIT 1)
       FROM (SELECT ST_SetSRID(ST_MakePoint($3::float8, $4::float8), 3006) AS location) p
      WHERE municipality_code = $1 AND id = $2`,
    [code, id, to.x, to.y],
  );
}
