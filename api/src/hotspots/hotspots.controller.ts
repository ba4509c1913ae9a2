import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { etagOf } from '../app/etag.js';
import { TheLanguage, type Language } from '../app/language.js';
import { incidentList, listQuery, type ListQuery } from '../incidents/incident.schema.js';
import {
  adoptedHotspot,
  hotspot,
  hotspotDetail,
  type HotspotDetail,
  newHotspot,
  type NewHotspot,
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
  @ApiCreatedResponse({ standardSchema: adoptedHotspot })
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
}

function tagged(response: Response, body: HotspotDetail): HotspotDetail {
  response.setHeader('ETag', etagOf(body.version));
  return body;
}
