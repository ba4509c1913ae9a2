import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { mayRole } from '../access/permission.js';
import { ActionsService } from '../actions/actions.service.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { foundBy, HotspotsService } from '../hotspots/hotspots.service.js';
import type { Language } from '../hotspots/sentence-wording.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { PromisesService, todayInSweden } from '../promises/promises.service.js';
import { mustBeRefused } from '../privacy/personal-data.js';
import { AreaStatusesService } from '../situation/area-statuses.service.js';
import { weeksWithin } from '../situation/period.js';
import { SituationsService } from '../situation/situations.service.js';
import { BaseMapsService } from './base-maps.service.js';
import type { DocumentQuery, WeekDocumentQuery } from './document.schema.js';
import type { DocumentHead } from './document-head.js';
import { DocumentNotesService, type Marked } from './document-notes.service.js';
import type { MadeDocument } from './made-document.js';
import { type DocumentMap, placeDocument } from './place-document.js';
import { renderPlaceBrief, renderWeekBrief } from './renderer.js';
import { sheetDocx } from './sheet-docx.js';
import { weekBriefPage } from './week-brief.js';
import { weekDocument } from './week-document.js';
import { weekSheet } from './week-sheet.js';

/**
 * Documents as PDF/UA, made when they are asked for, of what the asking actor may see. Each is noted in the transaction
 * that reads its figures, before it is drawn: one that is noted and never arrived does no harm, the reverse would.
 */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly actions: ActionsService,
    private readonly database: Database,
    private readonly hotspots: HotspotsService,
    private readonly municipalities: MunicipalitiesService,
    private readonly promises: PromisesService,
    private readonly situations: SituationsService,
    private readonly statuses: AreaStatusesService,
    private readonly baseMaps: BaseMapsService,
    private readonly notes: DocumentNotesService,
  ) {}

  /** The platsunderlag of a hot spot. */
  async ofPlace(actor: Actor, id: string, query: DocumentQuery, language: Language): Promise<MadeDocument> {
    refusePersonalData(query);
    const about = await this.hotspots.aboutWords(actor);
    const municipality = await this.municipalities.get(actor);
    const map = await this.map(actor, municipality, language);
    const brief = await this.database.withTenant(actor, async (manager) => {
      const viewed = (await this.hotspots.view(manager, actor, about, id))[0];
      if (!viewed) throw new DomainError('not-found');
      const promises = await this.promises.progressList(manager, actor, todayInSweden());
      const marked: Marked = {
        kind: 'place',
        subjectId: id,
        registrationNumber: query.registrationNumber || viewed.row.registration_number,
        classification: query.classification ?? viewed.row.classification,
      };
      await this.note(manager, actor, marked, viewed.figures.count);
      return placeDocument(
        {
          head: headOf(municipality, marked),
          map,
          viewed,
          sourceNames: await this.sourceNames(manager, actor),
          promises: promises.filter(({ hotspotId }) => hotspotId === id),
          foundBy: foundBy(viewed.row, language),
          partial: !actor.groups.includes('polis'),
        },
        language,
      );
    });
    return {
      bytes: await renderPlaceBrief(brief, language),
      format: 'pdf',
      fileName: `platsunderlag-${brief.head.date}.pdf`,
    };
  }

  /** The lägesbild of a week, a month, a tertial or a year on one page. */
  async ofPeriod(actor: Actor, text: string, query: WeekDocumentQuery, language: Language): Promise<MadeDocument> {
    refusePersonalData(query);
    const period = this.situations.period(text, language);
    const frame = await this.situations.frame(actor, period);
    const map = await this.map(actor, frame.municipality, language);
    const marked: Marked = {
      kind: period.kind === 'week' ? 'week' : 'period',
      subjectId: period.text,
      registrationNumber: query.registrationNumber || null,
      classification: query.classification ?? 'open',
    };
    const brief = await this.database.withTenant(actor, async (manager) => {
      const viewed = await this.situations.view(manager, actor, frame, period);
      const statuses = await this.statuses.of(manager, actor, weeksWithin(period, Date.now()).at(-1)!);
      const actions = await this.actionSpots(manager, actor);
      await this.note(manager, actor, marked, viewed.figures.count);
      return weekDocument({ head: headOf(frame.municipality, marked), map, viewed, statuses, actions }, language);
    });
    const { format } = query;
    const fileName = `${period.kind === 'week' ? 'veckolagesbild' : 'lagesbild'}-${period.text}.${format}`;
    if (format === 'docx')
      return { bytes: await sheetDocx(weekSheet(weekBriefPage(brief, language))), format, fileName };
    return { bytes: await renderWeekBrief(brief, language), format, fileName };
  }

  /** Where open actions are done; what may be secret is not drawn on a paper. */
  private async actionSpots(manager: EntityManager, actor: Actor): Promise<number[][]> {
    const open = await this.actions.list(manager, actor, { open: true });
    return open.flatMap(({ classification, position }) => (classification === 'open' && position ? [position] : []));
  }

  private async map(actor: Actor, municipality: { demo: boolean }, language: Language): Promise<DocumentMap> {
    const { baseMap, attribution } = await this.baseMaps.of(actor);
    const invented = language === 'sv' ? 'Exempelkommun, påhittad karta' : 'Example municipality, invented map';
    return {
      baseMap,
      attribution: municipality.demo ? invented : attribution,
      withPoints: mayRole(actor.role, 'incident:read'),
    };
  }

  private async note(manager: EntityManager, actor: Actor, marked: Marked, count: number): Promise<void> {
    await this.notes.write(manager, actor, marked, { count, facts: { points: mayRole(actor.role, 'incident:read') } });
  }

  private async sourceNames(manager: EntityManager, actor: Actor): Promise<ReadonlyMap<string, string>> {
    const organisations = await this.municipalities.organisationsIn(manager, actor.municipalityCode);
    return new Map(organisations.map(({ id, name }) => [id, name]));
  }
}

function headOf(municipality: { name: string; demo: boolean }, marked: Marked): DocumentHead {
  return {
    municipality: { name: municipality.name, demo: municipality.demo },
    date: todayInSweden(),
    registration: marked.registrationNumber,
    classification: { level: marked.classification },
  };
}

/** The number is printed and kept: a personnummer in its field is refused like anywhere else. */
function refusePersonalData({ registrationNumber = '' }: DocumentQuery): void {
  if (!mustBeRefused(registrationNumber)) return;
  throw new DomainError('personal-data-found', {}, [{ pointer: '/registrationNumber', code: 'personal-data-found' }]);
}
