import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { mayRole } from '../access/permission.js';
import { localTime } from '../analysis/calendar.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { HotspotsService } from '../hotspots/hotspots.service.js';
import type { Language } from '../hotspots/sentence-wording.js';
import { OccasionsService } from '../promises/occasions.service.js';
import { PromisesService, todayInSweden } from '../promises/promises.service.js';
import { bestPasses, fewestEvents, type Pass, passesLeft } from './presence-plan.js';
import {
  hotspotThere,
  insertPresence,
  presenceDose,
  presenceRow,
  presenceRows,
  type PresenceRow,
  rememberedCommitment,
  withdrawPresence,
} from './presence.queries.js';
import type { NewPresence, PresenceBody, PresenceOverview, PresencePlanBody } from './presence.schema.js';
import { coverage, doseSentence, passWords, planSentence, tooFewSentence } from './presence-words.js';

/** The dose is told of four weeks, as the figures of a hot spot are. */
const doseDays = 28;
const latestShown = 20;

/** Commitments that are counted in times or hours. */
const countedForms = new Set(['count', 'hours', 'increase']);

/** Being there: when it pays, one press that one was, and how much it came to. */
@Injectable()
export class PresencesService {
  constructor(
    private readonly database: Database,
    private readonly hotspots: HotspotsService,
    private readonly promises: PromisesService,
    private readonly occasions: OccasionsService,
  ) {}

  async overview(actor: Actor, hotspotId: string): Promise<PresenceOverview> {
    return this.database.withTenant(actor, async (manager) => {
      const code = actor.municipalityCode;
      await this.mustBeThere(manager, actor, hotspotId);
      const dose = await presenceDose(manager, code, { hotspotId, days: doseDays });
      const rows = await presenceRows(manager, code, { hotspotId, limit: latestShown });
      const commitments = await this.countable(manager, actor, hotspotId);
      const last = await rememberedCommitment(manager, code, { hotspotId, organisationId: actor.organisationId });
      const said = (language: Language) => doseSentence({ ...dose, days: doseDays }, language);
      return {
        days: doseDays,
        ...dose,
        sentence: { sv: said('sv'), en: said('en') },
        latest: rows.map((row) => toBody(row, actor)),
        commitments,
        remembered: commitments.some(({ id }) => id === last) ? last : null,
      };
    });
  }

  /** Logs that one was there, now, once however often it is sent; where asked, as an occasion of a commitment too. */
  async log(
    actor: Actor,
    hotspotId: string,
    { id = newId(), minutes, commitmentId }: NewPresence,
  ): Promise<PresenceBody> {
    return this.database.withTenant(actor, async (manager) => {
      const { municipalityCode: code, accountId, organisationId } = actor;
      await this.mustBeThere(manager, actor, hotspotId);
      const before = await presenceRow(manager, code, id);
      if (before) return this.same(before, actor, hotspotId);
      const occasionId = commitmentId && (await this.count(manager, actor, { id, hotspotId, commitmentId, minutes }));
      const row = { id, hotspotId, organisationId, accountId, minutes, commitmentId, occasionId };
      if (await insertPresence(manager, code, row))
        await audit(manager, actor, { action: 'create', subject: 'presence', subjectId: id });
      return this.same((await presenceRow(manager, code, id))!, actor, hotspotId);
    });
  }

  /** Takes back what one has logged, or, for those who write actions, what anybody has; its occasion with it. */
  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.database.withTenant(actor, async (manager) => {
      const row = await presenceRow(manager, actor.municipalityCode, id);
      if (!row) throw new DomainError('not-found');
      if (row.account_id !== actor.accountId && !mayRole(actor.role, 'action:write'))
        throw new DomainError('forbidden');
      if ((await withdrawPresence(manager, actor.municipalityCode, id)) === 0) return;
      if (row.occasion_id) await this.occasions.withdrawWithin(manager, actor, row.occasion_id);
      await audit(manager, actor, { action: 'delete', subject: 'presence', subjectId: id });
    });
  }

  /** The passes of a week that hold most of a hot spot's events of the rolling year. */
  async plan(actor: Actor, hotspotId: string): Promise<PresencePlanBody> {
    const about = await this.hotspots.aboutWords(actor);
    return this.database.withTenant(actor, async (manager) => {
      await this.mustBeThere(manager, actor, hotspotId);
      const [viewed] = await this.hotspots.view(manager, actor, about, hotspotId);
      if (!viewed) throw new DomainError('not-found');
      await audit(manager, actor, { action: 'read', subject: 'presence_plan', subjectId: hotspotId });
      return planBody(viewed.figures.hours);
    });
  }

  /** The passes of today that are not over, at the hot spots that are open, the earliest first. */
  async today(actor: Actor): Promise<{ readonly hotspotId: string; readonly name: string; readonly pass: Pass }[]> {
    const about = await this.hotspots.aboutWords(actor);
    return this.database.withTenant(actor, async (manager) => {
      const open = (await this.hotspots.view(manager, actor, about)).filter(({ row }) => row.stage !== 'closed');
      const { weekday, hour } = localTime(Date.now());
      const left = open.flatMap(({ row, figures }) =>
        passesLeft(planned(figures.hours), { weekday: weekday + 1, hour }).map((pass) => ({ hotspotId: row.id, name: row.name, pass })),
      ); // prettier-ignore
      await audit(manager, actor, { action: 'read', subject: 'presence_plan', count: left.length });
      return left.sort((a, b) => a.pass.hour - b.pass.hour || a.name.localeCompare(b.name, 'sv'));
    });
  }

  private async count(
    manager: EntityManager,
    actor: Actor,
    { id, hotspotId, commitmentId, minutes }: { id: string; hotspotId: string; commitmentId: string; minutes: number },
  ): Promise<string> {
    const known = await this.countable(manager, actor, hotspotId);
    if (!known.some((one) => one.id === commitmentId))
      throw new DomainError('invalid-request', {}, [{ pointer: '/commitmentId', code: 'commitment-not-here' }]);
    const occasion = { id, happenedOn: todayInSweden(), count: 1, minutes, place: null, note: null };
    return (await this.occasions.logWithin(manager, actor, commitmentId, occasion)).id;
  }

  private async countable(
    manager: EntityManager,
    actor: Actor,
    hotspotId: string,
  ): Promise<PresenceOverview['commitments']> {
    const today = todayInSweden();
    const promises = await this.promises.forHotspot(manager, actor, hotspotId);
    return promises
      .filter(({ status, periodFrom, periodTo }) => status !== 'draft' && periodFrom <= today && today <= periodTo)
      .flatMap(({ title, commitments }) =>
        commitments.filter(({ form }) => countedForms.has(form)).map(({ id, text }) => ({ id, text, promise: title })),
      );
  }

  private async mustBeThere(manager: EntityManager, actor: Actor, hotspotId: string): Promise<void> {
    if (!(await hotspotThere(manager, actor.municipalityCode, hotspotId))) throw new DomainError('not-found');
  }

  private same(row: PresenceRow, actor: Actor, hotspotId: string): PresenceBody {
    if (row.account_id !== actor.accountId || row.hotspot_id !== hotspotId) throw new DomainError('presence-id-taken');
    return toBody(row, actor);
  }
}

function toBody(row: PresenceRow, actor: Actor): PresenceBody {
  return {
    id: row.id,
    at: row.at.toISOString(),
    minutes: row.minutes,
    organisation: row.organisation,
    commitmentId: row.commitment_id,
    mine: row.account_id === actor.accountId,
  };
}

/** Each event with a known time of day weighs one in all, however its interval is spread. */
function eventsOf(hours: readonly (readonly number[])[]): number {
  return Math.round(hours.flat().reduce((sum, weight) => sum + weight, 0));
}

/** None where there are too few events to plan by. */
function planned(hours: readonly (readonly number[])[]): Pass[] {
  return eventsOf(hours) >= fewestEvents ? bestPasses(hours.flat()) : [];
}

function planBody(hours: readonly (readonly number[])[]): PresencePlanBody {
  const events = eventsOf(hours);
  const enough = events >= fewestEvents;
  const passes = planned(hours);
  const said = (language: Language) =>
    enough ? planSentence(passes, language) : tooFewSentence(events, fewestEvents, language);
  return {
    enough,
    events,
    needed: fewestEvents,
    passes: passes.map((pass) => ({ ...pass, words: { sv: passWords(pass, 'sv'), en: passWords(pass, 'en') } })),
    ...coverage(passes),
    sentence: { sv: said('sv'), en: said('en') },
  };
}
