import type { EntityManager } from 'typeorm';
import { only } from '../app/database.js';
import type { Metres } from '../geo/projection.js';
import type { ReportContext } from './report-check.js';

export interface NewIncidentRow {
  municipalityCode: number;
  id: string;
  accountId: string;
  organisationId: string;
  groupCode: string;
  categoryCode: string;
  subcategoryCode: string | null;
  severity: number | null;
  occurredFrom: string;
  occurredTo: string | null;
  timePrecision: string;
  point: Metres | null;
  precision: string;
  placement: string;
  accuracyMetres: number | null;
  placeId: string | null;
  address: string | null;
  setting: string | null;
  description: string | null;
  descriptionCleared: boolean;
  policeCalled: boolean | null;
  policeReported: boolean | null;
  recurrence: string | null;
  contentDigest: string;
}

/** Stores a report; false when its id is there already. Area and outside follow from the point; a place that is gone is left out. */
export async function insertReport(manager: EntityManager, row: NewIncidentRow): Promise<boolean> {
  const inserted: unknown[] = await manager.query(
    `INSERT INTO incident (municipality_code, id, event_key, source, group_code, organisation_id, account_id, category_code,
                           subcategory_code, severity, occurred_from, occurred_to, time_precision, location, precision, placement,
                           accuracy_metres, place_id, address, setting, description, description_cleared, police_called, police_reported, recurrence,
                           content_digest, area_id, outside, status)
     SELECT $1::smallint, $2::uuid, $2::text, 'report', $3, $4::uuid, $5::uuid, $6, $7, $8::smallint, $9::timestamptz, $10::timestamptz, $11,
            p.location, $14, $15, $16::real,
            (SELECT l.id FROM place l WHERE l.municipality_code = $1 AND l.id = $17::uuid), $18, $19, $20, $21::boolean,
            $22::boolean, $23::boolean, $24, $25,
            (SELECT a.id FROM area a WHERE a.municipality_code = $1 AND ST_Intersects(a.geometry, p.location) ORDER BY ST_Area(a.geometry), a.id LIMIT 1),
            false,
            CASE WHEN $21::boolean AND EXISTS (SELECT 1 FROM trusted_source t WHERE t.municipality_code = $1 AND t.organisation_id = $4::uuid AND t.at_once)
                 THEN 'accepted' ELSE 'received' END
       FROM (SELECT ST_SetSRID(ST_MakePoint($12::float8, $13::float8), 3006) AS location) p
     ON CONFLICT ON CONSTRAINT incident_pk DO NOTHING
     RETURNING id`,
    [
      row.municipalityCode,
      row.id,
      row.groupCode,
      row.organisationId,
      row.accountId,
      row.categoryCode,
      row.subcategoryCode,
      row.severity,
      row.occurredFrom,
      row.occurredTo,
      row.timePrecision,
      row.point?.x ?? null,
      row.point?.y ?? null,
      row.precision,
      row.placement,
      row.accuracyMetres,
      row.placeId,
      row.address,
      row.setting,
      row.description,
      row.descriptionCleared,
      row.policeCalled,
      row.policeReported,
      row.recurrence,
      row.contentDigest,
    ],
  );
  return inserted.length === 1;
}

/** The digest of what was sent as a report under an id; `null` when it is nobody's report, undefined when it is not there. */
export async function reportDigest(
  manager: EntityManager,
  code: number,
  id: string,
): Promise<string | null | undefined> {
  const rows: { content_digest: string | null }[] = await manager.query(
    `SELECT content_digest FROM incident WHERE municipality_code = $1 AND id = $2`,
    [code, id],
  );
  return rows[0]?.content_digest;
}

/** The source group of an organisation's own rows, the kind and severity of a category, and whether a point lies inside. */
export async function reportContext(
  manager: EntityManager,
  code: number,
  input: {
    organisationId: string;
    categoryCode: string;
    subcategoryCode: string | null;
    point: Metres | null;
    address?: string | null;
  },
): Promise<ReportContext> {
  const rows: ReportContext[] = await manager.query(
    `SELECT o.group_code, COALESCE(s.kind, c.kind) AS kind, c.reportable AND NOT c.hidden AND COALESCE(s.reportable AND NOT s.hidden, true) AS reportable,
            COALESCE(s.severity, c.severity) AS severity, ($4::text IS NULL OR s.code IS NOT NULL) AS known_sub, c.place_bound,
            COALESCE(ST_Intersects(m.boundary, ST_SetSRID(ST_MakePoint($5::float8, $6::float8), 3006)), false) AS inside,
            EXISTS (SELECT 1 FROM address a WHERE a.municipality_code = o.municipality_code AND a.dwelling AND a.street || ' ' || a.number = $7) AS at_dwelling
       FROM organisation o
       JOIN municipality m ON m.municipality_code = o.municipality_code
       LEFT JOIN category c ON c.municipality_code = o.municipality_code AND c.code = $3
       LEFT JOIN subcategory s ON s.municipality_code = o.municipality_code AND s.category_code = c.code AND s.code = $4
      WHERE o.municipality_code = $1 AND o.id = $2`,
    [
      code,
      input.organisationId,
      input.categoryCode,
      input.subcategoryCode,
      input.point?.x ?? null,
      input.point?.y ?? null,
      input.address ?? null,
    ],
  );
  return only(rows);
}
