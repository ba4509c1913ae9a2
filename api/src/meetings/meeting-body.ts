import type { ActionBody } from '../actions/action.schema.js';
import { toGeoJson } from '../geo/polygon.js';
import { itemTitle } from './agenda.js';
import { feastName } from './free-day.js';
import { isLeftOpen } from './meeting.js';
import type { DecisionRow, ItemRow, ParticipantRow } from './meeting-part.queries.js';
import type { EscalationRow, PictureRow, PriorityRow } from './meeting-picture.queries.js';
import type { MeetingRow } from './meeting.queries.js';
import type { MeetingBody, MeetingSummary } from './meeting.schema.js';

/** A meeting with all its parts, as read from the database. */
export interface MeetingParts {
  readonly row: MeetingRow;
  readonly participants: readonly ParticipantRow[];
  readonly items: readonly ItemRow[];
  readonly decisions: readonly DecisionRow[];
  /** The decisions' actions that the reader may see. */
  readonly actions: readonly ActionBody[];
  readonly pictures: readonly PictureRow[];
  readonly priorities: readonly PriorityRow[];
  readonly escalations: readonly EscalationRow[];
  readonly neighbours: { readonly previous: string | null; readonly next: string | null };
}

/** A meeting in a list. */
export function summaryBody(row: MeetingRow, language: 'sv' | 'en', now: number): MeetingSummary {
  return {
    id: row.id,
    groupId: row.group_id,
    group: row.group_name,
    groupKind: row.group_kind,
    mine: row.mine,
    seriesId: row.series_id,
    kind: row.kind,
    title: row.title,
    at: row.at.toISOString(),
    until: row.until.toISOString(),
    place: row.place,
    movedBecause: feastName(row.moved_because, language),
    status: row.status,
    leftOpen: isLeftOpen({ status: row.status, until: row.until.getTime() }, now),
    decisionCount: row.decision_count,
  };
}

/** A meeting as it goes on the wire. */
export function meetingBody(parts: MeetingParts, language: 'sv' | 'en', now: number): MeetingBody {
  const { row } = parts;
  const decisions = decisionBodies(parts);
  return {
    ...summaryBody(row, language, now),
    version: row.version,
    revision: row.revision,
    openedAt: row.opened_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    registrationNumber: row.registration_number,
    classification: row.classification,
    participants: parts.participants.map(({ organisation_id, account_id, ...each }) => ({
      ...each,
      organisationId: organisation_id,
      accountId: account_id,
    })),
    items: parts.items.map((item) => ({
      id: item.id,
      kind: item.kind,
      title: itemTitle(item, language, { kind: row.kind, groupKind: row.group_kind }),
      ownTitle: item.title,
      note: { revision: item.revision ?? 0, text: item.text ?? '', at: item.at?.toISOString() ?? null },
    })),
    decisions,
    pictures: parts.pictures.map(({ polygon, at, ...each }) => ({
      ...each,
      polygon: polygon && { ...toGeoJson(polygon.coordinates) },
      at: at.toISOString(),
    })),
    priorities: parts.priorities.map(({ area_id, hotspot_id, ...each }) => ({
      ...each,
      areaId: area_id,
      hotspotId: hotspot_id,
    })),
    escalations: parts.escalations.map((each) => ({
      id: each.id,
      target: each.target,
      text: each.text,
      hotspotId: each.hotspot_id,
      actionId: each.action_id,
      at: each.at.toISOString(),
      takenUpIn: each.taken_up_in,
    })),
    missing: [
      ...parts.participants
        .filter(({ attendance }) => attendance === 'expected' && row.status === 'open')
        .map(({ id }) => ({ kind: 'attendance' as const, id })),
      ...decisions
        .filter(({ action }) => action.due === null)
        .map(({ action }) => ({ kind: 'decision-without-date' as const, id: action.id })),
    ],
    nextMeetingId: parts.neighbours.next,
    previousMeetingId: parts.neighbours.previous,
  };
}

/** Those decisions whose action the reader may see and that nobody has withdrawn, in the order they were made. */
function decisionBodies({ decisions, actions }: MeetingParts): MeetingBody['decisions'] {
  const byId = new Map(actions.map((action) => [action.id, action]));
  return decisions.flatMap(({ action_id, item_id, position, at }) => {
    const action = byId.get(action_id);
    return action && action.withdrawnAt === null ? [{ position, itemId: item_id, at: at.toISOString(), action }] : [];
  });
}
