import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { type Language, TheLanguage } from '../app/language.js';
import { documentQuery, type DocumentQuery } from './document.schema.js';
import { DocumentsService, type MadeDocument } from './documents.service.js';

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };
const week = { schema: z.string().max(20) };
const pdf = { description: 'PDF/UA-1', schema: { type: 'string', format: 'binary' } };

@ApiTags('documents')
@Controller('api/v1/municipalities/:code')
export class DocumentsController {
  constructor(private readonly documents: DocumentsService) {}

  /** The platsunderlag of a hot spot as an accessible PDF, of what the caller may see. */
  @Get('hotspots/:id/document')
  @Requires('document:export')
  @Header('Cache-Control', 'no-store')
  @ApiProduces('application/pdf')
  @ApiOkResponse(pdf)
  async ofPlace(
    @Param('code', code) _code: string,
    @Param('id', id) hotspotId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Query({ schema: documentQuery }) query: DocumentQuery,
  ) {
    return asFile(await this.documents.ofPlace(actor, hotspotId, query, language));
  }

  /** The veckolägesbild of an ISO week as an accessible PDF, of what the caller may see. */
  @Get('situations/:week/document')
  @Requires('document:export')
  @Header('Cache-Control', 'no-store')
  @ApiProduces('application/pdf')
  @ApiOkResponse(pdf)
  async ofWeek(
    @Param('code', code) _code: string,
    @Param('week', week) weekText: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Query({ schema: documentQuery }) query: DocumentQuery,
  ) {
    return asFile(await this.documents.ofWeek(actor, weekText, query, language));
  }
}

function asFile({ pdf: bytes, fileName }: MadeDocument): StreamableFile {
  const disposition = `attachment; filename="${fileName}"`;
  return new StreamableFile(bytes, { type: 'application/pdf', disposition, length: bytes.length });
}
