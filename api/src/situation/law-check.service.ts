import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { refusePersonalData } from '../app/stored-text.js';
import type { Language } from '../hotspots/sentence-wording.js';
import { todayInSweden } from '../promises/promises.service.js';
import type { ActionPlanBody } from './action-plan.schema.js';
import { ActionPlansService } from './action-plans.service.js';
import { dueAgain, type LawPoint, type LawPointId, lawPoints, lawWording, partsWritten } from './law.js';
import { type EvidenceRow, evidenceRows, insertEvidence, latestYearly, type YearlyRow } from './law.queries.js';
import type { LawCheckBody, NewLawEvidence } from './law.schema.js';

type Shown = Pick<LawCheckBody['points'][number], 'met' | 'due' | 'evidence'>;

/** Lagens krav: each thing that the law asks for with the date and what in the system shows it. */
@Injectable()
export class LawCheckService {
  constructor(
    private readonly database: Database,
    private readonly plans: ActionPlansService,
  ) {}

  async get(actor: Actor, language: Language): Promise<LawCheckBody> {
    return this.database.withTenant(actor, async (manager) => {
      const points = (await this.points(manager, actor)).map(({ sv, en, ...rest }) => ({
        ...rest,
        text: { sv, en }[language],
      }));
      await audit(manager, actor, { action: 'read', subject: 'law_evidence', count: points.length });
      const { statute, address, checked, unchecked } = lawWording;
      const wording = { statute, address, checked: [...checked], unchecked: [...unchecked] };
      return { wording, points, met: points.filter(({ met }) => met).length };
    });
  }

  /** Every point in both languages with what shows it, within the caller's transaction, who audits. */
  async points(manager: EntityManager, actor: Actor): Promise<(LawPoint & Shown)[]> {
    const today = todayInSweden();
    const yearly = await latestYearly(manager, actor.municipalityCode);
    const recorded = await evidenceRows(manager, actor.municipalityCode);
    const plans = await this.plans.bodies(manager, actor, null);
    const plan = plans.find(({ status, periodFrom, periodTo }) => status === 'decided' && periodFrom <= today && today <= periodTo); // prettier-ignore
    const shown = ({ id }: LawPoint): Shown => {
      if (id === 'action-plan') return byPlan(plan);
      if (id === 'survey' || id === 'other' || id === 'analysis' || id === 'every-second-year')
        return byYearly(id, yearly, today);
      return byHand(recorded.find(({ point }) => point === id));
    };
    return lawPoints.map((point) => ({ ...point, ...shown(point) }));
  }

  /** Records what no record of the system shows. What was recorded before is kept. Throws for a point that shows itself. */
  async record(
    actor: Actor,
    { point, input }: { point: LawPointId; input: NewLawEvidence },
    language: Language,
  ): Promise<LawCheckBody> {
    refusePersonalData({ '/note': input.note, '/link': input.link });
    if (lawPoints.find(({ id }) => id === point)?.shownBy !== 'hand') throw new DomainError('law-point-shows-itself');
    await this.database.withTenant(actor, async (manager) => {
      const { municipalityCode, organisationId, accountId } = actor;
      const row = { point, met: input.met, on_date: input.onDate, note: input.note || null, link: input.link };
      await insertEvidence(manager, municipalityCode, { ...row, id: newId(), organisationId, accountId });
      await audit(manager, actor, {
        action: 'create',
        subject: 'law_evidence',
        subjectId: point,
        facts: { met: input.met },
      });
    });
    return this.get(actor, language);
  }
}

function byYearly(id: LawPointId, yearly: YearlyRow | undefined, today: string): Shown {
  if (!yearly) return { met: false, due: null, evidence: null };
  const due = dueAgain(yearly.approved_on);
  const fresh = today <= due;
  const written = id === 'every-second-year' || partsWritten(yearly.sections).has(id);
  return {
    met: fresh && written,
    due: id === 'every-second-year' ? due : null,
    evidence: written
      ? { kind: 'version', id: yearly.id, name: yearly.period, date: yearly.approved_on, link: null, by: yearly.organisation } // prettier-ignore
      : null,
  };
}

function byPlan(plan: ActionPlanBody | undefined): Shown {
  if (!plan) return { met: false, due: null, evidence: null };
  return {
    met: plan.situation !== null,
    due: plan.periodTo,
    evidence: { kind: 'plan', id: plan.id, name: plan.title, date: plan.decidedOn, link: null, by: plan.decidedBy },
  };
}

function byHand(row: EvidenceRow | undefined): Shown {
  if (!row) return { met: false, due: null, evidence: null };
  const { met, note, on_date: date, link, organisation } = row;
  return { met, due: null, evidence: { kind: 'recorded', id: null, name: note ?? '', date, link, by: organisation } };
}
