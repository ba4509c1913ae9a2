import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { ActionsService } from '../actions/actions.service.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { refusePersonalData } from '../app/stored-text.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { mergeRows } from './merge.queries.js';
import { missing, movesFrom, type WorkState } from './hotspot-stage.js';
import { OpenHotspotService } from './open-hotspot.service.js';
import type { Language } from './sentence-wording.js';
import { followUpBody, needText, problemBody } from './work-body.js';
import {
  causeCount,
  effectStatus,
  eventsInside,
  followUpRows,
  insertFollowUp,
  insertProblem,
  type LockedHotspot,
  newsRows,
  presenceMinutes,
  problemRows,
  updateHotspot,
} from './work.queries.js';
import type {
  FollowUpText,
  FollowUpVersion,
  HotspotChange,
  HotspotWorkBody,
  ProblemText,
  ProblemVersion,
} from './work.schema.js';

/** What the group has found out about a hot spot, and what is missing before it goes on. */
@Injectable()
export class WorkService {
  constructor(
    private readonly database: Database,
    private readonly open: OpenHotspotService,
    private readonly actions: ActionsService,
    private readonly municipalities: MunicipalitiesService,
  ) {}

  async get(actor: Actor, id: string, language: Language): Promise<HotspotWorkBody> {
    return this.database.withTenant(actor, async (manager) => {
      const row = await this.open.known(manager, actor, id);
      await audit(manager, actor, { action: 'read', subject: 'hotspot-work', subjectId: id });
      return this.body(manager, actor, { row, language });
    });
  }

  async problemVersions(actor: Actor, id: string): Promise<ProblemVersion[]> {
    return this.database.withTenant(actor, async (manager) => {
      await this.open.known(manager, actor, id);
      await audit(manager, actor, { action: 'read', subject: 'hotspot-problem', subjectId: id });
      return (await problemRows(manager, actor.municipalityCode, id)).map(problemBody);
    });
  }

  /** Appends a version of the problem description over the one that was read; 0 when there was none. */
  async describe(actor: Actor, id: string, version: number, input: ProblemText): Promise<ProblemVersion> {
    const { what, where, when, harmed, consequences, unknown } = input;
    refusePersonalData({
      '/what': what,
      '/where': where,
      '/when': when,
      '/harmed': harmed,
      '/consequences': consequences,
      '/unknown': unknown,
    });
    return this.database.withTenant(actor, async (manager) => {
      await this.open.locked(manager, actor, id);
      const [latest] = await problemRows(manager, actor.municipalityCode, id);
      if ((latest?.number ?? 0) !== version) throw new DomainError('changed-by-someone-else');
      await insertProblem(manager, actor.municipalityCode, {
        id: newId(),
        hotspotId: id,
        number: version + 1,
        what,
        whereabouts: where || null,
        occasions: when || null,
        harmed: harmed || null,
        consequences: consequences || null,
        unknowns: unknown || null,
        accountId: actor.accountId,
      });
      await audit(manager, actor, { action: 'create', subject: 'hotspot-problem', subjectId: id });
      return problemBody((await problemRows(manager, actor.municipalityCode, id))[0]!);
    });
  }

  /** Appends a version of the follow-up over the one that was read; 0 when there was none. */
  async followUp(
    actor: Actor,
    { id, version, language }: { id: string; version: number; language: Language },
    input: FollowUpText,
  ): Promise<FollowUpVersion> {
    const { production, process, helped, hindered, effectRunId, effectNote } = input;
    refusePersonalData({
      '/production': production,
      '/process': process,
      '/helped': helped,
      '/hindered': hindered,
      '/effectNote': effectNote,
    });
    return this.database.withTenant(actor, async (manager) => {
      await this.open.locked(manager, actor, id);
      const [latest] = await followUpRows(manager, actor.municipalityCode, id);
      if ((latest?.number ?? 0) !== version) throw new DomainError('changed-by-someone-else');
      if (effectRunId !== null) await this.refuseEffect(manager, actor, { effectRunId, effectNote });
      await insertFollowUp(manager, actor.municipalityCode, {
        id: newId(),
        hotspotId: id,
        number: version + 1,
        production: production || null,
        process: process || null,
        helped: helped || null,
        hindered: hindered || null,
        effect_run_id: effectRunId,
        effect_note: effectNote || null,
        accountId: actor.accountId,
      });
      await audit(manager, actor, { action: 'create', subject: 'hotspot-follow-up', subjectId: id });
      return followUpBody((await followUpRows(manager, actor.municipalityCode, id))[0]!, language);
    });
  }

  /** Changes who answers for it, or what it rests on. */
  async change(
    actor: Actor,
    { id, version, language }: { id: string; version: number; language: Language },
    input: HotspotChange,
  ): Promise<HotspotWorkBody> {
    refusePersonalData({ '/ownerFunction': input.ownerFunction, '/statedSource': input.statedSource });
    return this.database.withTenant(actor, async (manager) => {
      const row = await this.open.locked(manager, actor, id);
      if (row.version !== version) throw new DomainError('changed-by-someone-else');
      await this.refuseOwner(manager, actor, input.ownerOrganisationId);
      await updateHotspot(manager, actor.municipalityCode, {
        id,
        ownerOrganisationId: input.ownerOrganisationId ?? row.owner_organisation_id,
        ownerFunction: input.ownerFunction ?? row.owner_function,
        statedSource: input.statedSource === undefined ? row.stated_source : input.statedSource || null,
      });
      await audit(manager, actor, { action: 'update', subject: 'hotspot', subjectId: id });
      return this.body(manager, actor, { row: await this.open.known(manager, actor, id), language });
    });
  }

  /** What the rules of the stages ask about; joins the transaction. */
  async state(manager: EntityManager, actor: Actor, row: LockedHotspot): Promise<WorkState> {
    const code = actor.municipalityCode;
    const [problem] = await problemRows(manager, code, row.id);
    const [followUp] = await followUpRows(manager, code, row.id);
    const actions = await this.actionsOf(manager, actor, row.id);
    return {
      events: row.cluster_id === null ? await eventsInside(manager, code, row.id) : 1,
      statedSource: row.stated_source !== null,
      areaSquareMetres: row.area,
      ownerFunction: row.owner_function,
      problem: problem !== undefined,
      causes: await causeCount(manager, code, row.id),
      wholeActions: actions.filter(({ due }) => due !== null).length,
      production: Boolean(followUp?.production),
      process: Boolean(followUp?.process),
      effect: Boolean(followUp?.effect_run_id) || Boolean(followUp?.effect_note),
      reason: false,
    };
  }

  private async body(
    manager: EntityManager,
    actor: Actor,
    { row, language }: { row: LockedHotspot; language: Language },
  ): Promise<HotspotWorkBody> {
    const code = actor.municipalityCode;
    const state = { ...(await this.state(manager, actor, row)), reason: true };
    const [problem] = await problemRows(manager, code, row.id);
    const [followUp] = await followUpRows(manager, code, row.id);
    const [news] = await newsRows(manager, code, { id: row.id });
    const merges = await mergeRows(manager, code, row.id);
    const moves = row.merged_into === null ? movesFrom(row.stage) : [];
    const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });
    return {
      version: row.version,
      stage: row.stage,
      statedSource: row.stated_source,
      mergedInto: named(row.merged_into, row.merged_name),
      splitFrom: named(row.split_from, row.split_name),
      moves: moves.map((rule) => ({
        to: rule.to,
        way: rule.way,
        reasonNeeded: rule.needs.includes('reason'),
        missing: missing(rule, state).map((need) => ({ need, text: needText(need, language) })),
      })),
      problem: problem ? problemBody(problem) : null,
      followUp: followUp ? followUpBody(followUp, language) : null,
      production: await this.production(manager, actor, row.id),
      merges: merges.map(({ id, other_id, other_name, at }) => ({
        id,
        other: { id: other_id, name: other_name },
        at: at.toISOString(),
      })),
      news: {
        count: news?.count ?? 0,
        since: (news?.since ?? row.adopted_at).toISOString(),
        mine: row.owner_organisation_id === actor.organisationId,
      },
    };
  }

  private async actionsOf(manager: EntityManager, actor: Actor, hotspotId: string) {
    const actions = await this.actions.list(manager, actor, { hotspotId });
    return actions.filter(({ withdrawnAt }) => withdrawnAt === null);
  }

  private async production(manager: EntityManager, actor: Actor, id: string) {
    const actions = await this.actionsOf(manager, actor, id);
    const count = (wanted: string) => actions.filter(({ status }) => status === wanted).length;
    return {
      planned: actions.length,
      done: count('done'),
      doing: count('doing'),
      cannot: count('cannot'),
      presenceMinutes: await presenceMinutes(manager, actor.municipalityCode, id),
    };
  }

  private async refuseOwner(manager: EntityManager, actor: Actor, id: string | undefined): Promise<void> {
    if (id === undefined) return;
    const organisations: { id: string }[] = await this.municipalities.organisationsIn(manager, actor.municipalityCode);
    if (organisations.some((organisation) => organisation.id === id)) return;
    throw new DomainError('invalid-request', {}, [{ pointer: '/ownerOrganisationId', code: 'unknown-organisation' }]);
  }

  /** An answer that says nothing certain is no follow-up by itself: the group says what it makes of it. */
  private async refuseEffect(
    manager: EntityManager,
    actor: Actor,
    { effectRunId, effectNote }: { effectRunId: string; effectNote: string | null },
  ): Promise<void> {
    const status = await effectStatus(manager, actor.municipalityCode, effectRunId);
    const fault = (pointer: string, code: string) => new DomainError('invalid-request', {}, [{ pointer, code }]);
    if (status === undefined) throw fault('/effectRunId', 'unknown-effect');
    if (status !== 'answered' && !effectNote) throw fault('/effectNote', 'effect-note-needed');
  }
}
