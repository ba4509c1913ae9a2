import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { etagOf, IfMatch } from '../app/etag.js';
import { TheLanguage, type Language } from '../app/language.js';
import { ContactsService } from './contacts.service.js';
import { hotspotDetail, type HotspotDetail, stageChange, type StageChange } from './hotspot.schema.js';
import { MergesService } from './merges.service.js';
import { StagesService } from './stages.service.js';
import {
  contact,
  merge,
  newContact,
  type NewContact,
  newMerge,
  type NewMerge,
  newSplit,
  type NewSplit,
  split,
} from './work.schema.js';

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };
const readVersion = { name: 'If-Match', required: true, description: 'The ETag that was read' };

@ApiTags('hotspots')
@Controller('api/v1/municipalities/:code')
export class MovesController {
  constructor(
    private readonly stages: StagesService,
    private readonly merges: MergesService,
    private readonly contacts: ContactsService,
  ) {}

  /** Moves a hot spot to another stage, when nothing that the step needs is missing. */
  @Put('hotspots/:id/stage')
  @Requires('hotspot:decide')
  @ApiHeader(readVersion)
  @ApiOkResponse({ standardSchema: hotspotDetail })
  async moveTo(
    @Param('code', code) _code: string,
    @Param('id', id) hotspotId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @IfMatch() version: number,
    @Body({ schema: stageChange }) body: StageChange,
    @Res({ passthrough: true }) response: Response,
  ): Promise<HotspotDetail> {
    const detail = await this.stages.moveTo(actor, { id: hotspotId, version, language }, body);
    response.setHeader('ETag', etagOf(detail.version));
    return detail;
  }

  /** Makes another hot spot part of this one. */
  @Post('hotspots/:id/merges')
  @Requires('hotspot:decide')
  @ApiHeader(readVersion)
  @ApiCreatedResponse({ standardSchema: merge })
  merge(
    @Param('code', code) _code: string,
    @Param('id', id) hotspotId: string,
    @TheActor() actor: Actor,
    @IfMatch() version: number,
    @Body({ schema: newMerge }) body: NewMerge,
  ) {
    return this.merges.merge(actor, hotspotId, version, body);
  }

  /** Takes a merge of hot spots back. */
  @Delete('hotspot-merges/:id')
  @HttpCode(204)
  @Requires('hotspot:decide')
  @ApiNoContentResponse()
  unmerge(@Param('code', code) _code: string, @Param('id', id) mergeId: string, @TheActor() actor: Actor) {
    return this.merges.undo(actor, mergeId);
  }

  /** Cuts a hot spot in two along a line. */
  @Post('hotspots/:id/splits')
  @Requires('hotspot:decide')
  @ApiHeader(readVersion)
  @ApiCreatedResponse({ standardSchema: split })
  split(
    @Param('code', code) _code: string,
    @Param('id', id) hotspotId: string,
    @TheActor() actor: Actor,
    @IfMatch() version: number,
    @Body({ schema: newSplit }) body: NewSplit,
  ) {
    return this.merges.split(actor, hotspotId, version, body);
  }

  /** Visits to and talks with those affected, the latest first. */
  @Get('hotspots/:id/contacts')
  @Requires('incident:read')
  @ApiOkResponse({ standardSchema: z.array(contact) })
  contactList(@Param('code', code) _code: string, @Param('id', id) hotspotId: string, @TheActor() actor: Actor) {
    return this.contacts.list(actor, hotspotId);
  }

  /** Notes a visit or a talk. */
  @Post('hotspots/:id/contacts')
  @Requires('hotspot:decide')
  @ApiCreatedResponse({ standardSchema: contact })
  addContact(
    @Param('code', code) _code: string,
    @Param('id', id) hotspotId: string,
    @TheActor() actor: Actor,
    @Body({ schema: newContact }) body: NewContact,
  ) {
    return this.contacts.add(actor, hotspotId, body);
  }

  /** Withdraws a visit or a talk. */
  @Post('contacts/:id/withdrawal')
  @HttpCode(204)
  @Requires('hotspot:decide')
  @ApiNoContentResponse()
  withdrawContact(@Param('code', code) _code: string, @Param('id', id) contactId: string, @TheActor() actor: Actor) {
    return this.contacts.withdraw(actor, contactId);
  }

  /** Takes the withdrawal of a visit or a talk back. */
  @Delete('contacts/:id/withdrawal')
  @HttpCode(204)
  @Requires('hotspot:decide')
  @ApiNoContentResponse()
  restoreContact(@Param('code', code) _code: string, @Param('id', id) contactId: string, @TheActor() actor: Actor) {
    return this.contacts.restore(actor, contactId);
  }
}
