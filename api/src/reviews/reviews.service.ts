import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import type { Language } from '../app/language.js';
import { waitingStatuses } from '../incidents/incident.js';
import { changedFields, outcomeOf, outcomeSentence } from './review.js';
import { observedBody } from './review-body.js';
import { changeRows, currentVersion, type MessageRow, messageRows, type OwnRow, ownRows } from './history.queries.js';
import {
  reasonRows,
  reviewPage,
  reviewRow,
  type ReviewRow,
  type TwinRow,
  twinRows,
  oldestWaitingAt,
  waitingRow,
} from './review.queries.js';
import type { ReviewBody, ReviewQuery } from './review.schema.js';

/** What a reviewer reads: the inbox, one report with its history, and what a reporter is told. */
@Injectable()
export class ReviewsService {
  constructor(private readonly database: Database) {}

  /** The inbox: what waits with the oldest first, else what was decided with the newest first. */
  async list(actor: Actor, query: ReviewQuery) {
    const { limit, cursor, status, ...filter } = query;
    const statuses = status ?? waitingStatuses;
    const oldestFirst = statuses.every((one) => one === 'received' || one === 'asked');
    const after = readCursor(cursor);
    return this.database.withTenant(actor, async (manager) => {
      const code = actor.municipalityCode;
      const { rows, total } = await reviewPage(manager, code, { ...filter, statuses }, { limit, oldestFirst, after });
      await audit(manager, actor, {
        action: 'read',
        subject: 'incident',
        count: rows.length,
        facts: { review: true, filter: { ...filter, statuses } },
      });
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return {
        items: await this.withTwins(manager, actor, rows),
        nextCursor: last ? `${last.created_at.toISOString()}_${last.id}` : null,
        total,
      };
    });
  }

  async get(actor: Actor, id: string): Promise<ReviewBody> {
    return this.database.withTenant(actor, async (manager) => {
      const body = await this.body(manager, actor, id);
      await audit(manager, actor, { action: 'read', subject: 'incident', subjectId: id, count: 1 });
      return body;
    });
  }

  /** One report as the inbox shows it, in the caller's transaction; the caller audits. */
  async body(manager: EntityManager, actor: Actor, id: string): Promise<ReviewBody> {
    const row = await reviewRow(manager, actor.municipalityCode, id);
    if (!row) throw new DomainError('not-found');
    const [body] = await this.withTwins(manager, actor, [row]);
    return body!;
  }

  async waiting(actor: Actor) {
    return this.database.withTenant(actor, (manager) => waitingRow(manager, actor.municipalityCode));
  }

  /** When the report came in that has waited longest for a reviewer; `null` when none waits. */
  async oldestWaiting(actor: Actor): Promise<Date | null> {
    return this.database.withTenant(actor, (manager) => oldestWaitingAt(manager, actor.municipalityCode));
  }

  async reasons(actor: Actor) {
    const rows = await this.database.withTenant(actor, (manager) => reasonRows(manager, actor.municipalityCode));
    return rows
      .filter((row) => !row.hidden)
      .map((row) => ({ code: row.code, name: { sv: row.name_sv, en: row.name_en } }));
  }

  /** Everything that happened to a report, the newest first; each with what it changed. */
  async history(actor: Actor, id: string) {
    return this.database.withTenant(actor, async (manager) => {
      const code = actor.municipalityCode;
      const row = await reviewRow(manager, code, id);
      if (!row) throw new DomainError('not-found');
      const changes = await changeRows(manager, code, id);
      const now = await currentVersion(manager, code, id);
      const reasons = new Map((await reasonRows(manager, code)).map((one) => [one.code, one]));
      await audit(manager, actor, { action: 'read', subject: 'incident', subjectId: id, facts: { history: true } });
      const entries = changes.map((change, at) => {
        const reason = change.reason === null ? undefined : reasons.get(change.reason);
        return {
          id: change.id,
          at: change.changed_at.toISOString(),
          who: change.who,
          what: change.what,
          reason: reason ? { sv: reason.name_sv, en: reason.name_en } : null,
          note: change.note,
          changes: changedFields(change.before, changes[at + 1]?.before ?? now),
        };
      });
      const first = { reason: null, note: null, changes: [] };
      const made = { id, at: row.created_at.toISOString(), who: row.reporter, what: 'created', ...first };
      return [made, ...entries].reverse();
    });
  }

  /** What became of one's own reports, in words. */
  async mine(actor: Actor, language: Language) {
    return this.database.withTenant(actor, async (manager) => {
      const rows = await ownRows(manager, actor.municipalityCode, actor.accountId);
      const ids = rows.map((row) => row.id);
      const messages = byIncident(await messageRows(manager, actor.municipalityCode, ids));
      await audit(manager, actor, { action: 'read', subject: 'incident', count: rows.length, facts: { own: true } });
      return rows.map((row) => ownBody(row, messages.get(row.id) ?? [], language));
    });
  }

  private async withTwins(manager: EntityManager, actor: Actor, rows: readonly ReviewRow[]): Promise<ReviewBody[]> {
    const waiting = rows.filter((row) => row.status === 'received' || row.status === 'asked');
    const found = await twinRows(manager, actor.municipalityCode, waiting.map((row) => row.id)); // prettier-ignore
    const twins = new Map<string, TwinRow[]>();
    for (const one of found) twins.set(one.of, [...(twins.get(one.of) ?? []), one]);
    const messages = byIncident(await messageRows(manager, actor.municipalityCode, rows.map((row) => row.id))); // prettier-ignore
    return rows.map((row) => reviewBody(row, twins.get(row.id) ?? [], messages.get(row.id) ?? []));
  }
}

function byIncident(rows: readonly MessageRow[]): Map<string, MessageRow[]> {
  const found = new Map<string, MessageRow[]>();
  for (const row of rows) found.set(row.incident_id, [...(found.get(row.incident_id) ?? []), row]);
  return found;
}

function reviewBody(row: ReviewRow, twins: readonly TwinRow[], messages: readonly MessageRow[]): ReviewBody {
  return {
    ...observedBody(row),
    severity: row.severity,
    areaId: row.area_id,
    place: row.place,
    setting: row.setting,
    accuracyMetres: row.accuracy_metres,
    outside: row.outside,
    descriptionCleared: row.description_cleared,
    reporter: row.reporter,
    trusted: row.trusted,
    createdAt: row.created_at.toISOString(),
    reviewedBy: row.reviewed_by,
    reviewedAt: row.reviewed_at?.toISOString() ?? null,
    reason: row.dismissal,
    note: row.dismissal_note,
    rowsOfEvent: row.rows_of_event,
    mergeId: row.merge_id,
    messages: messages.map((one) => ({ ...messageBody(one), id: one.id, who: one.who })),
    twins: twins.map((twin) => ({
      ...observedBody(twin),
      distanceMetres: Math.round(twin.distance),
      minutesApart: Math.round(Number(twin.apart)),
      pair: twin.pair,
    })),
  };
}

const messageBody = (row: MessageRow) => ({ kind: row.kind, text: row.text, at: row.created_at.toISOString() });

function ownBody(row: OwnRow, messages: readonly MessageRow[], language: Language) {
  const outcome = outcomeOf(row.status, { prioritised: row.prioritised });
  return {
    id: row.id,
    categoryCode: row.category_code,
    subcategoryCode: row.subcategory_code,
    occurredFrom: row.occurred_from.toISOString(),
    createdAt: row.created_at.toISOString(),
    place: row.place,
    description: row.description,
    outcome,
    sentence: outcomeSentence(outcome, language, language === 'sv' ? row.reason_sv : row.reason_en),
    messages: messages.map(messageBody),
    mayAnswer: outcome === 'asked',
  };
}

function readCursor(cursor: string | undefined): { at: string; id: string } | null {
  if (cursor === undefined) return null;
  const [at, id] = cursor.split('_');
  if (!at || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id ?? ''))
    throw new DomainError('invalid-request');
  return { at, id: id! };
}
