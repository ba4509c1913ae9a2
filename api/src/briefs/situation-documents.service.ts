import { Injectable } from '@nestjs/common';
import { mayRole } from '../access/permission.js';
import type { ActionBody } from '../actions/action.schema.js';
import { ActionsService } from '../actions/actions.service.js';
import { localDate } from '../analysis/calendar.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import type { Language } from '../app/language.js';
import { refusePersonalData } from '../app/stored-text.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { todayInSweden } from '../promises/promises.service.js';
import type { ActionPlanBody } from '../situation/action-plan.schema.js';
import { ActionPlansService } from '../situation/action-plans.service.js';
import type { Audience } from '../situation/edition.js';
import { EditionsService, refusePublicPaper } from '../situation/editions.service.js';
import { SituationVersionsService } from '../situation/situation-versions.service.js';
import type { Format, PlanDocumentQuery, WeekDocumentQuery } from './document.schema.js';
import type { DocumentHead } from './document-head.js';
import { DocumentNotesService } from './document-notes.service.js';
import { editionSheet } from './edition-sheet.js';
import { type MadeDocument } from './made-document.js';
import { planSheet } from './plan-sheet.js';
import { renderSheet } from './renderer.js';
import type { Sheet } from './sheet.js';
import { sheetDocx } from './sheet-docx.js';

/** The texts of the lägesbild and the åtgärdsplan as PDF/UA and DOCX, of what the asking actor may see. */
@Injectable()
export class SituationDocumentsService {
  constructor(
    private readonly actions: ActionsService,
    private readonly database: Database,
    private readonly editions: EditionsService,
    private readonly municipalities: MunicipalitiesService,
    private readonly notes: DocumentNotesService,
    private readonly plans: ActionPlansService,
    private readonly versions: SituationVersionsService,
  ) {}

  /** The working copy of an edition, marked as a draft. Throws as the draft, `public-period` and `public-too-early`. */
  async ofEdition(
    actor: Actor,
    key: { readonly periodText: string; readonly audience: Audience },
    query: WeekDocumentQuery,
    language: Language,
  ): Promise<MadeDocument> {
    if (!mayRole(actor.role, 'situation:write')) throw new DomainError('forbidden');
    refusePersonalData({ '/registrationNumber': query.registrationNumber });
    const { audience } = key;
    const levelOf = (secret: boolean) => query.classification ?? (secret ? 'may-be-secret' : 'open');
    if (audience === 'public' && query.classification === 'may-be-secret') throw new DomainError('public-is-open');
    const registrationNumber = query.registrationNumber || null;
    const { content, municipality, secret } = await this.editions.workingCopy(actor, key, {
      language,
      note: (manager, copy) => {
        const marked = { kind: 'situation-draft', subjectId: copy.content.period, registrationNumber, classification: levelOf(copy.secret) } as const; // prettier-ignore
        return this.notes.write(manager, actor, marked, { audience, count: copy.count });
      },
    });
    const head = headOf(municipality, { registration: registrationNumber, level: levelOf(secret) });
    const sheet = editionSheet({ head, content, approved: null });
    return file(sheet, query.format, `${language === 'sv' ? 'utkast-lagesbild' : 'draft-situation'}-${content.period}`);
  }

  /** An approved lägesbild, as it was frozen. */
  async ofVersion(actor: Actor, id: string, format: Format): Promise<MadeDocument> {
    const municipality = await this.municipalities.get(actor);
    const version = await this.versions.get(actor, id);
    const { audience, content, registrationNumber, classification, secrecyBasis, number, digest } = version;
    refusePublicPaper(audience, content);
    const marked = { kind: 'situation', subjectId: id, registrationNumber, classification } as const;
    await this.database.withTenant(actor, (manager) => this.notes.write(manager, actor, marked, { audience }));
    const classified = { level: classification, ...(secrecyBasis === null ? {} : { paragraph: secrecyBasis }) };
    const head: DocumentHead = {
      municipality: { name: content.municipality, demo: municipality.demo },
      date: localDate(Date.parse(version.approvedAt)),
      registration: registrationNumber,
      classification: classified,
    };
    return file(editionSheet({ head, content, approved: { number, digest } }), format, `lagesbild-${content.period}`);
  }

  /** An åtgärdsplan with Brå's six columns. For others than those inside, what may be secret falls out. */
  async ofPlan(actor: Actor, id: string, query: PlanDocumentQuery, language: Language): Promise<MadeDocument> {
    refusePersonalData({ '/registrationNumber': query.registrationNumber });
    const { audience, format } = query;
    const municipality = await this.municipalities.get(actor);
    const sheet = await this.database.withTenant(actor, async (manager) => {
      const [plan] = await this.plans.bodies(manager, actor, id);
      if (!plan) throw new DomainError('not-found');
      const known = new Map((await this.actions.list(manager, actor, {})).map((action) => [action.id, action]));
      const { rows, withheld, secret } = rowsFor(plan, known, audience === 'internal' && mayRole(actor.role, 'action:write')); // prettier-ignore
      const classification = query.classification ?? (secret ? 'may-be-secret' : 'open');
      const registrationNumber = query.registrationNumber || plan.registrationNumber;
      const marked = { kind: 'plan', subjectId: id, registrationNumber, classification } as const;
      await this.notes.write(manager, actor, marked, { audience, count: rows.length });
      return planSheet(
        {
          head: headOf(municipality, { registration: registrationNumber, level: classification }),
          title: plan.title,
          from: plan.periodFrom,
          to: plan.periodTo,
          status: plan.status,
          audience,
          situation: plan.situation,
          decided: plan.decidedOn === null ? null : { on: plan.decidedOn, by: plan.decidedBy ?? '', registration: plan.registrationNumber }, // prettier-ignore
          rows,
          withheld,
        },
        language,
      );
    });
    return file(sheet, format, `${language === 'sv' ? 'atgardsplan' : 'action-plan'}-${todayInSweden()}`);
  }
}

/** The rows that the audience gets. A row whose action the reader may not see falls out whole: its problem could tell. */
function rowsFor(plan: ActionPlanBody, known: ReadonlyMap<string, ActionBody>, seesSecret: boolean) {
  const rows = plan.rows.map(({ problem, goal, actionId }) => ({
    problem,
    goal,
    chosen: actionId !== null,
    action: (actionId === null ? undefined : known.get(actionId)) ?? null,
  }));
  const shown = seesSecret
    ? rows
    : rows.filter(({ chosen, action }) => !chosen || (action !== null && action.classification === 'open'));
  return {
    rows: shown,
    withheld: rows.length - shown.length,
    secret: shown.some(({ action }) => action !== null && action.classification !== 'open'),
  };
}

async function file(sheet: Sheet, format: Format, name: string): Promise<MadeDocument> {
  const bytes = format === 'docx' ? await sheetDocx(sheet) : await renderSheet(sheet, { tighten: false });
  return { bytes, format, fileName: `${name}.${format}` };
}

function headOf(
  municipality: { readonly name: string; readonly demo: boolean },
  { registration, level }: { registration: string | null; level: 'open' | 'may-be-secret' },
): DocumentHead {
  const { name, demo } = municipality;
  return { municipality: { name, demo }, date: todayInSweden(), registration, classification: { level } };
}
