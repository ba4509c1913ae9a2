import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { mayRole } from '../access/permission.js';
import { localDate } from '../analysis/calendar.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { foundBy, HotspotsService } from '../hotspots/hotspots.service.js';
import type { Language } from '../hotspots/sentence-wording.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { PromisesService, todayInSweden } from '../promises/promises.service.js';
import { mustBeRefused } from '../privacy/personal-data.js';
import { SituationVersionsService } from '../situation/situation-versions.service.js';
import { SituationsService } from '../situation/situations.service.js';
import { BaseMapsService } from './base-maps.service.js';
import { insertDocument, type NewDocumentRow } from './document.queries.js';
import type { DocumentQuery, Format, WeekDocumentQuery } from './document.schema.js';
import type { DocumentHead } from './document-head.js';
import { type DocumentMap, placeDocument } from './place-document.js';
import { renderPlaceBrief, renderVersion, renderWeekBrief } from './renderer.js';
import { sheetDocx } from './sheet-docx.js';
import { versionBriefPage } from './version-brief.js';
import { weekBriefPage } from './week-brief.js';
import { weekDocument } from './week-document.js';
import { weekSheet } from './week-sheet.js';

/** A file made for one reader. */
export interface MadeDocument {
  readonly bytes: Uint8Array;
  readonly format: Format;
  /** Names the kind and the day alone: a file's name travels further than the file. */
  readonly fileName: string;
}

type Marked = Pick<NewDocumentRow, 'kind' | 'subjectId' | 'registrationNumber' | 'classification'>;

/**
 * Documents as PDF/UA, made when they are asked for, of what the asking actor may see. Each is noted in the transaction
 * that reads its figures, before it is drawn: one that is noted and never arrived does no harm, the reverse would.
 */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly database: Database,
    private readonly hotspots: HotspotsService,
    private readonly municipalities: MunicipalitiesService,
    private readonly promises: PromisesService,
    private readonly situations: SituationsService,
    private readonly baseMaps: BaseMapsService,
    private readonly versions: SituationVersionsService,
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

  /** The veckolägesbild of an ISO week. */
  async ofWeek(actor: Actor, weekText: string, query: WeekDocumentQuery, language: Language): Promise<MadeDocument> {
    refusePersonalData(query);
    const week = this.situations.week(weekText, language);
    const frame = await this.situations.frame(actor, week);
    const map = await this.map(actor, frame.municipality, language);
    const marked: Marked = {
      kind: 'week',
      subjectId: week.text,
      registrationNumber: query.registrationNumber || null,
      classification: query.classification ?? 'open',
    };
    const brief = await this.database.withTenant(actor, async (manager) => {
      const viewed = await this.situations.view(manager, actor, frame, week);
      await this.note(manager, actor, marked, viewed.figures.count);
      return weekDocument({ head: headOf(frame.municipality, marked), map, viewed }, language);
    });
    const { format } = query;
    const fileName = `veckolagesbild-${week.text}.${format}`;
    if (format === 'docx')
      return { bytes: await sheetDocx(weekSheet(weekBriefPage(brief, language))), format, fileName };
    return { bytes: await renderWeekBrief(brief, language), format, fileName };
  }

  /** An approved lägesbild, as it was frozen. */
  async ofVersion(actor: Actor, id: string): Promise<MadeDocument> {
    const municipality = await this.municipalities.get(actor);
    const version = await this.versions.get(actor, id);
    const { period, audience, registrationNumber, classification } = version;
    const marked: Marked = { kind: 'situation', subjectId: id, registrationNumber, classification };
    await this.database.withTenant(actor, (manager) => this.note(manager, actor, marked, 0, audience));
    const level = {
      level: classification,
      ...(version.secrecyBasis === null ? {} : { paragraph: version.secrecyBasis }),
    };
    const date = localDate(Date.parse(version.approvedAt));
    const page = versionBriefPage(version, { ...headOf(municipality, marked), date, classification: level });
    return { bytes: await renderVersion(page), format: 'pdf', fileName: `lagesbild-${period}.pdf` };
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

  private async sourceNames(manager: EntityManager, actor: Actor): Promise<ReadonlyMap<string, string>> {
    const organisations = await this.municipalities.organisationsIn(manager, actor.municipalityCode);
    return new Map(organisations.map(({ id, name }) => [id, name]));
  }

  private async note(
    manager: EntityManager,
    actor: Actor,
    marked: Marked,
    count: number,
    audience: NewDocumentRow['audience'] = 'internal',
  ): Promise<void> {
    const id = newId();
    const { municipalityCode, accountId } = actor;
    await insertDocument(manager, { ...marked, municipalityCode, accountId, id, audience });
    const { kind, subjectId, classification } = marked;
    await audit(manager, actor, {
      action: 'export',
      subject: 'document',
      subjectId: id,
      count,
      facts: { kind, of: subjectId, audience, classification, points: mayRole(actor.role, 'incident:read') },
    });
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
