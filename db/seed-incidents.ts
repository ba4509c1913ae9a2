import type { EntityManager } from 'typeorm';
import { newId } from '../api/src/app/identifier.js';
import { type DemoIncident, drawIncidents } from './demo/incidents.js';
import type { SeededRows } from './seed.js';

const demoSeed = 1960;
const settings = { ute: 'outdoors', inne: 'indoors', trapphus: 'stairwell' } as const;

/** Draws the demo's incidents and stores them with their events; what is planted is told by the truth file alone. */
export async function insertDemoIncidents(manager: EntityManager, rows: SeededRows, until: string): Promise<void> {
  const codes = await subcategoryCodes(manager, rows.code);
  const incidents = drawIncidents({ seed: demoSeed, planted: true, until }).map((incident) =>
    toRow(incident, rows, codes),
  );
  await manager.query(
    `INSERT INTO incident (municipality_code, id, event_key, source, group_code, organisation_id, source_identity, category_code, subcategory_code,
                           severity, occurred_from, occurred_to, location, precision, placement, place_id, area_id, address, setting, description,
                           outside, status, created_at)
     SELECT $1::smallint, r.id, r."eventKey", r.source, r."groupCode", r."organisationId", r."sourceId", r.category, r.subcategory,
            r.severity, r."from", r."to", ST_SetSRID(ST_MakePoint(r.x, r.y), 3006), r.precision, r.placement, r."placeId", r."areaId", r.address,
            r.setting, r.text, NOT ST_Intersects(m.boundary, ST_SetSRID(ST_MakePoint(r.x, r.y), 3006)), 'accepted', r."reportedAt"
       FROM municipality m,
            jsonb_to_recordset($2) AS r(id uuid, "eventKey" text, source text, "groupCode" text, "organisationId" uuid, "sourceId" text,
              category text, subcategory text, severity smallint, "from" timestamptz, "to" timestamptz, x float8, y float8, precision text,
              placement text, "placeId" uuid, "areaId" uuid, address text, setting text, text text, "reportedAt" timestamptz)
      WHERE m.municipality_code = $1`,
    [rows.code, JSON.stringify(incidents)],
  );
}

function toRow(incident: DemoIncident, rows: SeededRows, codes: ReadonlyMap<string, string>) {
  const { id: organisationId, groupCode } = rows.organisations.get(incident.organisation)!;
  return {
    ...incident,
    id: newId(Date.parse(incident.reportedAt)),
    source: incident.source === 'police' ? 'police' : 'report',
    organisationId,
    groupCode,
    subcategory: codes.get(`${incident.category} ${plain(incident.subCategory)}`) ?? null,
    placement: incident.precision === 'point' ? (incident.place ? 'place' : 'tapped') : incident.precision,
    placeId: incident.place ? (rows.places.get(incident.place) ?? null) : null,
    areaId: rows.areas.get(incident.area) ?? null,
    address: incident.street ? [incident.street, incident.number].filter(Boolean).join(' ') : null,
    setting: settings[incident.setting],
  };
}

async function subcategoryCodes(manager: EntityManager, code: number): Promise<Map<string, string>> {
  const rows: { category_code: string; code: string; name_sv: string }[] = await manager.query(
    `SELECT category_code, code, name_sv FROM subcategory WHERE municipality_code = $1`,
    [code],
  );
  return new Map(rows.map((row) => [`${row.category_code} ${plain(row.name_sv)}`, row.code]));
}

/** "Förråd eller källare" and "Förråd/källare" are the same words. */
function plain(name: string): string {
  return name.toLowerCase().replace(/ eller |, | och /g, '/');
}
