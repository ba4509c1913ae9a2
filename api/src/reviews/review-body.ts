import { toPosition } from '../geo/projection.js';
import type { Status } from '../incidents/incident.js';

interface Observed {
  readonly id: string;
  readonly version: number;
  readonly status: Status;
  readonly source: string;
  readonly organisation: string | null;
  readonly category_code: string;
  readonly subcategory_code: string | null;
  readonly occurred_from: Date;
  readonly occurred_to: Date | null;
  readonly time_precision: string;
  readonly x: number | null;
  readonly y: number | null;
  readonly precision: string;
  readonly address: string | null;
  readonly description: string | null;
}

/** The part that a row and its possible duplicate have in common, as it goes on the wire. */
export function observedBody(row: Observed) {
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    source: row.source,
    organisation: row.organisation,
    categoryCode: row.category_code,
    subcategoryCode: row.subcategory_code,
    occurredFrom: row.occurred_from.toISOString(),
    occurredTo: row.occurred_to?.toISOString() ?? null,
    timePrecision: row.time_precision,
    position: row.x === null || row.y === null ? null : [...toPosition({ x: row.x, y: row.y })],
    precision: row.precision,
    address: row.address,
    description: row.description,
  };
}
