import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { mayRole } from '../access/permission.js';
import { ActionsService } from '../actions/actions.service.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import type { Language } from '../hotspots/sentence-wording.js';
import { todayInSweden } from '../promises/promises.service.js';
import { mustBeRefused } from '../privacy/personal-data.js';
import { AreaStatusesService } from '../situation/area-statuses.service.js';
import { weeksWithin } from '../situation/period.js';
import { SituationsService } from '../situation/situations.service.js';
import { BaseMapsService } from './base-maps.service.js';
import type { DocumentQuery, WeekDocumentQuery } from './document.schema.js';
import type { DocumentHead } from './document-head.js';
import { DocumentNotesService, type Marked } from './document-notes.service.js';
import type { MadeDocument } from './made-document.js';
import { renderWeekBrief } from './renderer.js';
import { sheetDocx } from './sheet-docx.js';
import { weekBriefPage } from './week-brief.js';
import { weekDocument } from './week-document.js';
import { weekSheet } from './week-sheet.js';

/**
 * The page of a lägesbild, made when they are asked for, of what the asking actor may see. Each is noted in the transaction
 * that reads its figures, before it is drawn: one that is noted and never arrived does no harm, the reverse would.
 */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly actions: ActionsService,
    private readonly database: Database,
    private readonly situations: SituationsService,
    private readonly statuses: AreaStatusesService,
    private readonly baseMaps: BaseMapsService,
    private readonly notes: DocumentNotesService,
  ) {}

  /** The lägesbild of a week, a month, a tertial or a year on one page. */
  async ofPeriod(actor: Actor, text: string, query: WeekDocumentQuery, language: Language): Promise<MadeDocument> {
    refusePersonalData(query);
    const period = this.situations.period(text, language);
    const frame = await this.situations.frame(actor, period);
    const map = await this.baseMaps.forDocument(actor, frame.municipality, language);
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

  private async note(manager: EntityManager, actor: Actor, marked: Marked, count: number): Promise<void> {
    await this.notes.write(manager, actor, marked, { count, facts: { points: mayRole(actor.role, 'incident:read') } });
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
