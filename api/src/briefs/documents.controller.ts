import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { type Language, TheLanguage } from '../app/language.js';
import type { Audience } from '../situation/edition.js';
import { audience } from '../situation/edition.schema.js';
import {
  minutesDocumentQuery,
  type MinutesDocumentQuery,
  planDocumentQuery,
  type PlanDocumentQuery,
  versionDocumentQuery,
  type VersionDocumentQuery,
  weekDocumentQuery,
  type WeekDocumentQuery,
} from './document.schema.js';
import { DocumentsService } from './documents.service.js';
import type { MadeDocument } from './made-document.js';
import { MinutesDocumentsService } from './minutes-documents.service.js';
import { PlaceDocumentsService } from './place-documents.service.js';
import { SituationDocumentsService } from './situation-documents.service.js';
import { WeekendDocumentsService } from './weekend-documents.service.js';

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };
const period = { schema: z.string().max(20) };
const told = { schema: audience };
const day = { schema: z.iso.date() };
const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
const file = { description: 'PDF/UA-1 or DOCX', schema: { type: 'string', format: 'binary' } };

@ApiTags('documents')
@Controller('api/v1/municipalities/:code')
export class DocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly meetings: MinutesDocumentsService,
    private readonly weekends: WeekendDocumentsService,
    private readonly places: PlaceDocumentsService,
    private readonly situations: SituationDocumentsService,
  ) {}

  /** The platsunderlag of a hot spot for an audience, with causes, actions, promises and what was heard: of what the caller may see. */
  @Get('hotspots/:id/document')
  @Requires('document:export')
  @Header('Cache-Control', 'no-store')
  @ApiProduces('application/pdf', mediaTypes.docx)
  @ApiOkResponse(file)
  async ofPlace(
    @Param('code', code) _code: string,
    @Param('id', id) hotspotId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Query({ schema: planDocumentQuery }) query: PlanDocumentQuery,
  ) {
    return asFile(await this.places.ofPlace(actor, hotspotId, query, language));
  }

  /** The lägesbild of a week, a month, a tertial or a year as one page: an accessible PDF or a Word document, of what the caller may see. */
  @Get('situations/:period/document')
  @Requires('document:export')
  @Header('Cache-Control', 'no-store')
  @ApiProduces('application/pdf', mediaTypes.docx)
  @ApiOkResponse(file)
  async ofPeriod(
    @Param('code', code) _code: string,
    @Param('period', period) periodText: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Query({ schema: weekDocumentQuery }) query: WeekDocumentQuery,
  ) {
    return asFile(await this.documents.ofPeriod(actor, periodText, query, language));
  }

  /** The minnesanteckningar of a closed meeting for an audience, with the maps that decisions were made on in the internal one. */
  @Get('meetings/:id/document')
  @Requires('document:export')
  @Header('Cache-Control', 'no-store')
  @ApiProduces('application/pdf', mediaTypes.docx)
  @ApiOkResponse(file)
  async ofMeeting(
    @Param('code', code) _code: string,
    @Param('id', id) meetingId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Query({ schema: minutesDocumentQuery }) query: MinutesDocumentQuery,
  ) {
    return asFile(await this.meetings.ofMeeting(actor, meetingId, query, language));
  }

  /** "Inför helgen" for the weekend of the week that a day lies in: hot times, places, what happens and what was decided, on one A4. */
  @Get('weekends/:day/document')
  @Requires('document:export')
  @Header('Cache-Control', 'no-store')
  @ApiProduces('application/pdf', mediaTypes.docx)
  @ApiOkResponse(file)
  async ofWeekend(
    @Param('code', code) _code: string,
    @Param('day', day) dayText: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Query({ schema: weekDocumentQuery }) query: WeekDocumentQuery,
  ) {
    return asFile(await this.weekends.ofWeekend(actor, dayText, query, language));
  }

  /** An approved lägesbild as an accessible PDF or a Word document, as it was frozen. */
  @Get('situation-versions/:id/document')
  @Requires('document:export')
  @Header('Cache-Control', 'no-store')
  @ApiProduces('application/pdf', mediaTypes.docx)
  @ApiOkResponse(file)
  async ofVersion(
    @Param('code', code) _code: string,
    @Param('id', id) versionId: string,
    @TheActor() actor: Actor,
    @Query({ schema: versionDocumentQuery }) { format }: VersionDocumentQuery,
  ) {
    return asFile(await this.situations.ofVersion(actor, versionId, format));
  }

  /** The lägesbild of a period as it is written now, marked as a draft: for those who write it. */
  @Get('situations/:period/editions/:audience/document')
  @Requires('document:export')
  @Header('Cache-Control', 'no-store')
  @ApiProduces('application/pdf', mediaTypes.docx)
  @ApiOkResponse(file)
  async ofEdition(
    @Param('code', code) _code: string,
    @Param('period', period) periodText: string,
    @Param('audience', told) toldTo: Audience,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Query({ schema: weekDocumentQuery }) query: WeekDocumentQuery,
  ) {
    return asFile(await this.situations.ofEdition(actor, { periodText, audience: toldTo }, query, language));
  }

  /** An åtgärdsplan with its six columns, who decided it and lines to sign on, for an audience. */
  @Get('action-plans/:id/document')
  @Requires('document:export')
  @Header('Cache-Control', 'no-store')
  @ApiProduces('application/pdf', mediaTypes.docx)
  @ApiOkResponse(file)
  async ofPlan(
    @Param('code', code) _code: string,
    @Param('id', id) planId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Query({ schema: planDocumentQuery }) query: PlanDocumentQuery,
  ) {
    return asFile(await this.situations.ofPlan(actor, planId, query, language));
  }
}

function asFile({ bytes, format, fileName }: MadeDocument): StreamableFile {
  const disposition = `attachment; filename="${fileName}"`;
  return new StreamableFile(bytes, { type: mediaTypes[format], disposition, length: bytes.length });
}
