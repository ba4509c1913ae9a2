import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { mayRole } from '../access/permission.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { AssessmentsService } from '../assessments/assessments.service.js';
import type { Language } from '../hotspots/sentence-wording.js';
import type { Week } from '../situation/situation.js';
import {
  type AnswerState,
  answerableWeek,
  answerState,
  coverageSentence,
  deadlineOf,
  hasAnswered,
  mondayText,
  shownWeeks,
  weekCoverage,
  type WeekCoverage,
} from './coverage.js';
import {
  deleteNullReport,
  insertNullReport,
  nullReports,
  organisationRows,
  sentCounts,
  setExpected,
} from './coverage.queries.js';
import type { CoverageBody, OwnCoverage, WeekCoverageBody } from './coverage.schema.js';

interface Cell {
  readonly state: AnswerState;
  readonly reports: number;
  readonly nothing: boolean;
  readonly late: boolean;
  readonly by: string | null;
}

/** Who has reported, who had nothing to report, and who was silent. */
@Injectable()
export class CoverageService {
  constructor(
    private readonly database: Database,
    private readonly assessments: AssessmentsService,
  ) {}

  /** Every organisation by the last twelve weeks. */
  async matrix(actor: Actor, language: Language): Promise<CoverageBody> {
    const weeks = shownWeeks(Date.now());
    const rows = await this.rows(actor, weeks);
    await this.database.withTenant(actor, (manager) =>
      audit(manager, actor, { action: 'read', subject: 'coverage', count: rows.length }),
    );
    const tellsNames = mayRole(actor.role, 'incident:review');
    return {
      weeks: weeks.map((week, index) => weekBody(week, coverageAt(rows, index), language)),
      organisations: rows.map(({ id, name, expected, cells }) => ({
        id,
        name,
        expected,
        silentWeeks: silentInARow(cells.map(({ state }) => state)),
        cells: cells.map(({ state, reports, late, by }, index) => ({
          week: weeks[index]!.text,
          state,
          reports,
          late,
          by: tellsNames ? by : null,
        })),
      })),
    };
  }

  /** One week's answers, the same for every reader. Opens transactions of its own: ask before beginning one. */
  async ofWeek(actor: Actor, week: Week): Promise<WeekCoverage> {
    return coverageAt(await this.rows(actor, [week]), 0);
  }

  /** The answers of several weeks, added up: one of each organisation and week. As `ofWeek`. */
  async ofWeeks(actor: Actor, weeks: readonly Week[]): Promise<WeekCoverage> {
    const rows = weeks.length === 0 ? [] : await this.rows(actor, weeks);
    const expected = rows.filter((row) => row.expected);
    return weekCoverage(expected.flatMap(({ cells }) => cells.map(({ state }) => state)));
  }

  /** As `ofWeek`, for the wire. */
  async weekBody(actor: Actor, weekText: string, language: Language): Promise<WeekCoverageBody> {
    const week = answerableWeek(weekText, Date.now(), language);
    return weekBody(week, await this.ofWeek(actor, week), language);
  }

  /** How each organisation that can be asked stands in a week. Opens transactions of its own. */
  async standings(actor: Actor, week: Week) {
    return (await this.rows(actor, [week])).map(({ id, name, expected, cells }) => {
      const { state, reports } = cells[0]!;
      return { id, name, expected, state, reports, answered: hasAnswered(state) };
    });
  }

  /** The last whole week and the running one of one's own organisation. */
  async own(actor: Actor): Promise<OwnCoverage> {
    const weeks = shownWeeks(Date.now(), 2);
    const own = (await this.rows(actor, weeks)).find(({ id }) => id === actor.organisationId);
    return {
      organisation: own?.name ?? '',
      expected: own?.expected ?? false,
      weeks: weeks.map((week, index) => {
        const { state, nothing, reports } = own?.cells[index] ?? {
          state: 'waiting' as const,
          nothing: false,
          reports: 0,
        };
        return { week: week.text, from: week.firstDay, to: week.lastDay, state, nothing, reports };
      }),
    };
  }

  /** Says for one's own organisation that a week had nothing to report. Said again it is the same. */
  async sayNothing(actor: Actor, weekText: string, language: Language): Promise<OwnCoverage> {
    const week = answerableWeek(weekText, Date.now(), language);
    await this.database.withTenant(actor, (manager) =>
      this.storeNothing(manager, actor, { organisationId: actor.organisationId, week, accountId: actor.accountId }),
    );
    return this.own(actor);
  }

  /** Stores "nothing to report" within the caller's transaction, marked late after the week's deadline. */
  async storeNothing(
    manager: EntityManager,
    actor: Actor,
    { week, ...who }: { organisationId: string; week: Week; accountId: string | null },
  ): Promise<void> {
    const late = Date.now() >= deadlineOf(week);
    const made = await insertNullReport(manager, actor.municipalityCode, { ...who, monday: mondayText(week), late });
    if (made)
      await audit(manager, actor, {
        action: 'create',
        subject: 'null_report',
        subjectId: who.organisationId,
        facts: { week: week.text, late },
      });
  }

  /** Takes back what one's own organisation said; nothing happens when it has not been said. */
  async takeBack(actor: Actor, weekText: string, language: Language): Promise<OwnCoverage> {
    const week = answerableWeek(weekText, Date.now(), language);
    const { organisationId } = actor;
    await this.database.withTenant(actor, async (manager) => {
      if (await deleteNullReport(manager, actor.municipalityCode, { organisationId, monday: mondayText(week) }))
        await audit(manager, actor, {
          action: 'delete',
          subject: 'null_report',
          subjectId: organisationId,
          facts: { week: week.text },
        });
    });
    return this.own(actor);
  }

  /** Says whether reports are expected from an organisation: whom nobody waits for is not silent. */
  async expect(actor: Actor, organisationId: string, expected: boolean): Promise<void> {
    await this.database.withTenant(actor, async (manager) => {
      const code = actor.municipalityCode;
      const known = await organisationRows(manager, code);
      if (!known.some(({ id }) => id === organisationId)) throw new DomainError('not-found');
      if (await setExpected(manager, code, { organisationId, accountId: actor.accountId, expected }))
        await audit(manager, actor, {
          action: 'update',
          subject: 'coverage',
          subjectId: organisationId,
          facts: { expected },
        });
    });
  }

  private async rows(actor: Actor, weeks: readonly Week[]) {
    const now = Date.now();
    const code = actor.municipalityCode;
    const period = { from: weeks[0]!.from, to: weeks.at(-1)!.to };
    const sent = await this.database.withAccess((manager) => sentCounts(manager, code, period));
    const { organisations, said, assessed } = await this.database.withTenant(actor, async (manager) => ({
      organisations: await organisationRows(manager, code),
      said: await nullReports(manager, code, weeks.map(mondayText)),
      assessed: await this.assessments.assessedBy(manager, code, weeks.map(mondayText)),
    }));
    const key = (organisation: string, monday: string) => `${organisation} ${monday}`;
    const reports = new Map(sent.map((row) => [key(row.organisation_id, row.monday), row.reports]));
    const nothing = new Map(said.map((row) => [key(row.organisation_id, row.monday), row]));
    return organisations.map((organisation) => ({
      ...organisation,
      cells: weeks.map((week): Cell => {
        const at = key(organisation.id, mondayText(week));
        const answer = { reports: reports.get(at) ?? 0, nothing: nothing.has(at), assessed: assessed.has(at) };
        const { late = false, by = null } = nothing.get(at) ?? {};
        return { ...answer, state: answerState(answer, week, now), late, by };
      }),
    }));
  }
}

type Row = { readonly expected: boolean; readonly cells: readonly Cell[] };

function coverageAt(rows: readonly Row[], index: number): WeekCoverage {
  return weekCoverage(rows.filter(({ expected }) => expected).map(({ cells }) => cells[index]!.state));
}

function weekBody(week: Week, coverage: WeekCoverage, language: Language): WeekCoverageBody {
  return { week: week.text, ...coverage, sentence: coverageSentence(coverage, language) };
}

/** A week that may still be answered does not break the row, nor does it count. */
function silentInARow(states: readonly AnswerState[]): number {
  const over = states.filter((state) => state !== 'waiting');
  const last = over.findLastIndex((state) => state !== 'silent');
  return over.length - 1 - last;
}
