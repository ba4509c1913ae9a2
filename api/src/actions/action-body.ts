import type { Actor } from '../app/database.js';
import { toPosition } from '../geo/projection.js';
import { actionSentence, isOverdue } from './action.js';
import type { ActionRow, EventRow } from './action.queries.js';
import type { ActionBody, ActionEventBody } from './action.schema.js';

/** A row with its history, as it crosses HTTP. `today` is the local day. */
export function actionBody(
  row: ActionRow,
  events: readonly EventRow[],
  { actor, today }: { actor: Actor; today: string },
): ActionBody {
  const said = {
    what: row.what,
    organisation: row.organisation,
    ownerFunction: row.owner_function,
    due: row.due,
    followUpOn: row.follow_up_on,
  };
  return {
    id: row.id,
    version: row.version,
    sentence: { sv: actionSentence(said, 'sv', today), en: actionSentence(said, 'en', today) },
    ...said,
    cause: row.cause,
    goal: row.goal,
    scope: row.scope,
    organisationId: row.organisation_id,
    mine: row.organisation_id === actor.organisationId,
    overdue: row.withdrawn_at === null && isOverdue(row, today),
    followUp: row.follow_up,
    status: row.status,
    grade: row.grade,
    gradeNote: row.grade_note,
    hotspotId: row.hotspot_id,
    hotspot: row.hotspot,
    meetingId: row.meeting_id,
    viewId: row.view_id,
    causeId: row.cause_id,
    position: row.x === null || row.y === null ? null : [...toPosition({ x: row.x, y: row.y })],
    classification: row.classification,
    secrecyBasis: row.secrecy_basis,
    secrecyBy: row.secrecy_by,
    secrecyOn: row.secrecy_on,
    registrationNumber: row.registration_number,
    escalated: row.escalated,
    createdAt: row.created_at.toISOString(),
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    history: events.map(eventBody),
  };
}

function eventBody(row: EventRow): ActionEventBody {
  return {
    at: row.at.toISOString(),
    deed: row.deed,
    status: row.status,
    grade: row.grade,
    note: row.note,
    by: row.told_by,
    from: row.owner_function === null ? row.organisation : `${row.organisation}, ${row.owner_function}`,
  };
}
