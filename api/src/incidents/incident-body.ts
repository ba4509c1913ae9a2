import { mayRole } from '../access/permission.js';
import type { Actor } from '../app/database.js';
import { toPosition } from '../geo/projection.js';
import type { EventRow, IncidentRow } from './incident.queries.js';
import type { IncidentBody } from './incident.schema.js';

/** A text with marks that nobody has cleared is seen by its writer and by reviewers alone. */
export function toBody(row: IncidentRow, actor: Actor): IncidentBody {
  const maySee =
    row.description_cleared || row.account_id === actor.accountId || mayRole(actor.role, 'incident:review');
  return {
    id: row.id,
    version: row.version,
    eventKey: row.event_key,
    source: row.source,
    organisation: row.organisation,
    categoryCode: row.category_code,
    subcategoryCode: row.subcategory_code,
    severity: row.severity,
    crimeCode: row.crime_code,
    occurredFrom: row.occurred_from.toISOString(),
    occurredTo: row.occurred_to?.toISOString() ?? null,
    timePrecision: row.time_precision,
    position: row.x === null || row.y === null ? null : [...toPosition({ x: row.x, y: row.y })],
    precision: row.precision,
    placement: row.placement,
    address: row.address,
    areaId: row.area_id,
    setting: row.setting,
    outside: row.outside,
    crimeCount: row.crime_count,
    sensitive: row.sensitive,
    description: maySee ? row.description : null,
    descriptionHidden: !maySee && row.description !== null,
    status: row.status,
  };
}

/** An event as a point of the map. */
export function toFeature(row: EventRow) {
  return {
    type: 'Feature' as const,
    geometry: { type: 'Point' as const, coordinates: [...toPosition({ x: row.x!, y: row.y! })] },
    properties: {
      eventKey: row.event_key,
      category: row.category_code,
      severity: row.severity,
      source: row.source,
      from: row.occurred_from.toISOString(),
      crimes: row.crimes,
      precision: row.precision,
      outside: row.outside,
      reviewed: row.reviewed,
    },
  };
}
