import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { etagOf, IfMatch } from '../app/etag.js';
import { TheLanguage, type Language } from '../app/language.js';
import { incidentList, listQuery, type ListQuery } from '../incidents/incident.schema.js';
import {
  hotspot,
  hotspotDetail,
  type HotspotDetail,
  newHotspot,
  type NewHotspot,
  stageChange,
  type StageChange,
} from './hotspot.schema.js';
import { HotspotsService } from './hotspots.service.js';

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };

@ApiTags('hotspots')
@Controller('api/v1/municipalities/:code')
export class HotspotsController {
  constructor(private readonly hotspots: HotspotsService) {}

  /** The hot spots with their figures over the rolling year. */
  @Get('hotspots')
  @Requires('hotspot:read')
  @ApiOkResponse({ standardSchema: z.array(hotspot) })
  list(@Param('code', code) _code: string, @TheActor() actor: Actor, @TheLanguage() language: Language) {
    return this.hotspots.list(actor, language);
  }

  /** Takes up a cluster, or a drawn area, as a hot spot. */
  @Post('hotspots')
  @Requires('hotspot:decide')
  @ApiCreatedResponse({ standardSchema: hotspotDetail })
  adopt(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Body({ schema: newHotspot }) body: NewHotspot,
  ) {
    return this.hotspots.adopt(actor, body, language);
  }

  /** One hot spot with its weeks and stages. */
  @Get('hotspots/:id')
  @Requires('hotspot:read')
  @ApiOkResponse({ standardSchema: hotspotDetail })
  async get(
    @Param('code', code) _code: string,
    @Param('id', id) hotspotId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Res({ passthrough: true }) response: Response,
  ): Promise<HotspotDetail> {
    return tagged(response, await this.hotspots.get(actor, hotspotId, language));
  }

  /** The reports and rows inside a hot spot. */
  @Get('hotspots/:id/incidents')
  @Requires('incident:read')
  @ApiOkResponse({ standardSchema: incidentList })
  incidents(
    @Param('code', code) _code: string,
    @Param('id', id) hotspotId: string,
    @TheActor() actor: Actor,
    @Query({ schema: listQuery }) query: ListQuery,
  ) {
    return this.hotspots.incidentsOf(actor, hotspotId, query);
  }

  /** Moves a hot spot to another stage. */
  @Put('hotspots/:id/stage')
  @Requires('hotspot:decide')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read' })
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
    return tagged(response, await this.hotspots.moveTo(actor, hotspotId, version, body, language));
  }
}

function tagged(response: Response, body: HotspotDetail): HotspotDetail {
  response.setHeader('ETag', etagOf(body.version));
  return body;
}
