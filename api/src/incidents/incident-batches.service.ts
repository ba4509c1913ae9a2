import { Injectable } from '@nestjs/common';
import { type Actor, Database } from '../app/database.js';
import type { DomainError } from '../app/domain-error.js';
import type { Language } from '../app/language.js';
import { fromIssues, problemText, toDomainError } from '../app/problem.js';
import { sentBefore } from './incident-batch.queries.js';
import { type BatchLine, type IncidentBatch, type IncidentBatchResult, oneReport } from './incident-batch.schema.js';
import { IncidentsService } from './incidents.service.js';

/** Batches of reports from machines: each report stands by itself, and sent again it is the same report. */
@Injectable()
export class IncidentBatchesService {
  constructor(
    private readonly database: Database,
    private readonly incidents: IncidentsService,
  ) {}

  /** Stores what can be stored, in order, and says of each report what became of it. */
  async store(actor: Actor, { reports }: IncidentBatch, language: Language): Promise<IncidentBatchResult> {
    const read = reports.map((report) => oneReport.safeParse(report));
    const ids = read.flatMap((each) => (each.success ? [each.data.id] : []));
    const before = await this.database.withTenant(actor, (manager) =>
      sentBefore(manager, actor.municipalityCode, actor.accountId, ids),
    );
    const results: BatchLine[] = [];
    for (const [index, each] of read.entries()) {
      if (!each.success) {
        results.push(refused(index, idOf(reports[index]), fromIssues(each.error.issues), language));
        continue;
      }
      const { id } = each.data;
      try {
        await this.incidents.report(actor, each.data);
        results.push({ index, id, outcome: before.has(id) ? 'already-stored' : 'stored', code: null, detail: null, errors: [] });
        before.add(id);
      } catch (error) {
        const problem = toDomainError(error);
        // When the database is away nothing more can be said of any report: the whole batch is sent again.
        if (problem.code === 'database-away' || problem.code === 'unexpected') throw error;
        results.push(refused(index, id, problem, language));
      }
    }
    const count = (outcome: BatchLine['outcome']) => results.filter((line) => line.outcome === outcome).length;
    return { stored: count('stored'), alreadyStored: count('already-stored'), refused: count('refused'), results };
  } // prettier-ignore
}

function refused(index: number, id: string | null, problem: DomainError, language: Language): BatchLine {
  const words = (code: string, facts = {}) => problemText(code, facts, language).detail;
  return {
    index,
    id,
    outcome: 'refused',
    code: problem.code,
    detail: words(problem.code, problem.facts),
    errors: problem.fields.map(({ pointer, code, facts }) => ({ pointer, code, detail: words(code, facts) })),
  };
}

/** The id of a report that cannot be read otherwise, so that its sender knows which one it is. */
function idOf(report: unknown): string | null {
  const id = (report as { id?: unknown } | null)?.id;
  return typeof id === 'string' && /^[0-9a-f-]{36}$/i.test(id) ? id : null;
}
