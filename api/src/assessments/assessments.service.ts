import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError, type FieldFault } from '../app/domain-error.js';
import { refusePersonalData } from '../app/stored-text.js';
import { newId } from '../app/identifier.js';
import { mondayText, weeksShown } from '../coverage/coverage.js';
import type { Language } from '../hotspots/sentence-wording.js';
import { readWeek, type Week, weekAround } from '../situation/situation.js';
import {
  type AreaAssessment,
  assessableWeek,
  assessmentSentence,
  emptyTally,
  type Tally,
  verdictOf,
} from './assessment.js';
import {
  areaNames,
  assessingOrganisations,
  deleteAnswers,
  factorRows,
  type FactorRow,
  ownAnswers,
  peopleCounts,
  replaceAnswers,
  saveFactors,
  tallies,
} from './assessment.queries.js';
import type {
  AssessmentFactors,
  AssessmentsBody,
  NewAssessment,
  NewAssessmentFactors,
  OwnAssessments,
} from './assessment.schema.js';
import { defaultFactors, fewestFactors, mostFactors } from './default-factor.js';

/** Veckobedömning: how an area's week was, as those who are there see it, where there may be few reports. */
@Injectable()
export class AssessmentsService {
  constructor(private readonly database: Database) {}

  async factors(actor: Actor): Promise<AssessmentFactors> {
    return this.database.withTenant(actor, async (manager) => (await this.allFactors(manager, actor)).map(toFactor));
  }

  /** Says what is asked. A question that is left out is asked no more; what was answered to it stays. */
  async setFactors(actor: Actor, { factors }: NewAssessmentFactors): Promise<AssessmentFactors> {
    for (const [at, { name }] of factors.entries())
      refusePersonalData({ [`/factors/${at}/name/sv`]: name.sv, [`/factors/${at}/name/en`]: name.en });
    const active = factors.filter((factor) => factor.active).length;
    if (active < fewestFactors || active > mostFactors)
      throw new DomainError('invalid-request', {}, [{ pointer: '/factors', code: 'factor-count' }]);
    return this.database.withTenant(actor, async (manager) => {
      const known = await this.allFactors(manager, actor);
      const rows = factors.map(({ code, name, ...rest }, index) => {
        if (code !== null && !known.some((row) => row.code === code))
          throw new DomainError('invalid-request', {}, [{ pointer: `/factors/${index}/code`, code: 'unknown-factor' }]);
        return { code: code ?? newId(), name_sv: name.sv, name_en: name.en, ...rest };
      });
      if (new Set(rows.map(({ code }) => code)).size < rows.length)
        throw new DomainError('invalid-request', {}, [{ pointer: '/factors', code: 'answered-twice' }]);
      const left = known.filter(({ code }) => !rows.some((row) => row.code === code));
      await saveFactors(manager, actor.municipalityCode, [...rows, ...left.map((row) => ({ ...row, active: false }))]);
      await audit(manager, actor, { action: 'update', subject: 'assessment_factor', count: rows.length });
      return (await this.allFactors(manager, actor)).map(toFactor);
    });
  }

  /** What is asked, about which areas, and what one has answered oneself. */
  async own(actor: Actor, weekText: string, language: Language): Promise<OwnAssessments> {
    const week = assessableWeek(weekText, Date.now(), language);
    return this.database.withTenant(actor, (manager) => this.ownBody(manager, actor, week));
  }

  /** Answers for one area; a second time the new answers take the place of the old. */
  async assess(
    actor: Actor,
    { areaId, weekText, input }: { areaId: string; weekText: string; input: NewAssessment },
    language: Language,
  ): Promise<OwnAssessments> {
    const week = assessableWeek(weekText, Date.now(), language);
    return this.database.withTenant(actor, async (manager) => {
      await this.refuseUnknown(manager, actor, { areaId, ...input });
      const { accountId, organisationId } = actor;
      const row = { areaId, monday: mondayText(week), accountId, organisationId, answers: input.answers };
      await replaceAnswers(manager, actor.municipalityCode, row);
      const facts = { week: week.text };
      await audit(manager, actor, { action: 'create', subject: 'assessment', subjectId: areaId, facts });
      return this.ownBody(manager, actor, week);
    });
  }

  /** Takes back one's own answers for an area's week. */
  async takeBack(
    actor: Actor,
    { areaId, weekText }: { areaId: string; weekText: string },
    language: Language,
  ): Promise<OwnAssessments> {
    const week = assessableWeek(weekText, Date.now(), language);
    return this.database.withTenant(actor, async (manager) => {
      const key = { areaId, monday: mondayText(week), accountId: actor.accountId };
      if ((await deleteAnswers(manager, actor.municipalityCode, key)) > 0) {
        const facts = { week: week.text };
        await audit(manager, actor, { action: 'delete', subject: 'assessment', subjectId: areaId, facts });
      }
      return this.ownBody(manager, actor, week);
    });
  }

  /** Every area's week and the eleven before it. Nobody hears who answered what. */
  async ofWeek(actor: Actor, weekText: string, language: Language): Promise<AssessmentsBody> {
    const week = readWeek(weekText);
    if (!week) throw new DomainError('week-unknown');
    return this.database.withTenant(actor, async (manager) => {
      const body = await this.body(manager, actor, { week, language });
      await audit(manager, actor, { action: 'read', subject: 'assessment', subjectId: week.text, count: body.areas.length }); // prettier-ignore
      return body;
    });
  }

  /** How the areas' week was, within a transaction of the caller's, who audits. */
  async results(manager: EntityManager, actor: Actor, week: Week): Promise<AreaAssessment[]> {
    return (await this.history(manager, actor, [week])).map(({ id, name, weeks }) => ({ id, name, ...weeks[0]! }));
  }

  private async body(
    manager: EntityManager,
    actor: Actor,
    { week, language }: { week: Week; language: Language },
  ): Promise<AssessmentsBody> {
    const weeks = Array.from({ length: weeksShown }, (_, index) => weekAround(week.from, index + 1 - weeksShown));
    const areas = (await this.history(manager, actor, weeks)).map((area) => ({ ...area, ...area.weeks.at(-1)! }));
    return {
      week: week.text,
      sentence: assessmentSentence(areas, language),
      areas: areas.map(({ id, name, people, factors, weeks: history }) => ({
        id,
        name,
        people,
        verdict: verdictOf(factors.map(({ tally }) => tally)),
        factors: factors.map(({ code, name: question, tally }) => ({ code, name: question, ...tally })),
        weeks: history.map((each, index) => ({
          week: weeks[index]!.text,
          verdict: verdictOf(each.factors.map(({ tally }) => tally)),
          people: each.people,
        })),
      })),
    };
  }

  private async history(manager: EntityManager, actor: Actor, weeks: readonly Week[]) {
    const code = actor.municipalityCode;
    const mondays = weeks.map(mondayText);
    const factors = await this.allFactors(manager, actor);
    const key = (...parts: string[]) => parts.join(' ');
    const counted = new Map<string, Tally>();
    for (const { area_id, monday, factor, answer, n } of await tallies(manager, code, mondays)) {
      const at = key(area_id, monday, factor);
      counted.set(at, { ...(counted.get(at) ?? emptyTally), [answer]: n });
    }
    const people = new Map(
      (await peopleCounts(manager, code, mondays)).map((row) => [key(row.area_id, row.monday), row.people]),
    );
    return (await areaNames(manager, code)).map(({ id, name }) => ({
      id,
      name,
      weeks: mondays.map((monday) => ({
        people: people.get(key(id, monday)) ?? 0,
        factors: factors
          .map((row) => ({ code: row.code, name: nameOf(row), active: row.active, tally: counted.get(key(id, monday, row.code)) })) // prettier-ignore
          .filter(({ active, tally }) => active || tally !== undefined)
          .map(({ code: factor, name: question, tally }) => ({ code: factor, name: question, tally: tally ?? emptyTally })), // prettier-ignore
      })),
    }));
  }

  /** Which organisations have assessed something in which week, as `organisation monday`; within the caller's transaction. */
  async assessedBy(manager: EntityManager, code: number, mondays: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await assessingOrganisations(manager, code, mondays);
    return new Set(rows.map((row) => `${row.organisation_id} ${row.monday}`));
  }

  private async ownBody(manager: EntityManager, actor: Actor, week: Week): Promise<OwnAssessments> {
    const code = actor.municipalityCode;
    const factors = (await this.allFactors(manager, actor)).filter(({ active }) => active);
    const given = await ownAnswers(manager, code, { monday: mondayText(week), accountId: actor.accountId });
    const areas = (await areaNames(manager, code)).map((area) => ({
      ...area,
      answers: given
        .filter((row) => row.area_id === area.id && factors.some((factor) => factor.code === row.factor))
        .map(({ factor, answer }) => ({ factor, answer })),
    }));
    return {
      week: week.text,
      from: week.firstDay,
      to: week.lastDay,
      factors: factors.map((row) => ({ code: row.code, name: nameOf(row) })),
      areas,
    };
  }

  private async refuseUnknown(
    manager: EntityManager,
    actor: Actor,
    { areaId, answers }: NewAssessment & { areaId: string },
  ): Promise<void> {
    const areas = await areaNames(manager, actor.municipalityCode);
    if (!areas.some(({ id }) => id === areaId)) throw new DomainError('not-found');
    const factors = (await this.allFactors(manager, actor)).filter(({ active }) => active);
    const faults = answers.flatMap(({ factor }, index): FieldFault[] => {
      if (!factors.some(({ code }) => code === factor))
        return [{ pointer: `/answers/${index}/factor`, code: 'unknown-factor' }];
      const first = answers.findIndex((one) => one.factor === factor);
      return first < index ? [{ pointer: `/answers/${index}/factor`, code: 'answered-twice' }] : [];
    });
    if (faults.length > 0) throw new DomainError('invalid-request', {}, faults);
  }

  /** The municipality's own rows; until it has changed something, the ones that every municipality starts with. */
  private async allFactors(manager: EntityManager, actor: Actor): Promise<FactorRow[]> {
    const rows = await factorRows(manager, actor.municipalityCode);
    if (rows.length > 0) return rows;
    return defaultFactors.map(({ code, sv, en }) => ({ code, name_sv: sv, name_en: en, active: true }));
  }
}

function nameOf(row: FactorRow) {
  return { sv: row.name_sv, en: row.name_en };
}

function toFactor(row: FactorRow) {
  return { code: row.code, name: nameOf(row), active: row.active };
}
