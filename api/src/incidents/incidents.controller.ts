import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { etagOf, IfMatch } from '../app/etag.js';
import { CorrectionsService } from './corrections.service.js';
import {
  eventCollection,
  incident,
  type IncidentBody,
  incidentCorrection,
  type IncidentCorrection,
  incidentFilter,
  type IncidentFilter,
  incidentList,
  listQuery,
  type ListQuery,
  newIncident,
  type NewIncident,
} from './incident.schema.js';
import { IncidentsService } from './incidents.service.js';

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };

@ApiTags('incidents')
@Controller('api/v1/municipalities/:code')
export class IncidentsController {
  constructor(
    private readonly incidents: IncidentsService,
    private readonly corrections: CorrectionsService,
  ) {}

  /** Reports one event. The id is made by the client, so that a report sent twice is stored once. */
  @Post('incidents')
  @Requires('incident:report')
  @ApiCreatedResponse({ standardSchema: incident })
  report(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @Body({ schema: newIncident }) body: NewIncident,
  ) {
    return this.incidents.report(actor, body);
  }

  /** Reports and imported rows, the latest first. */
  @Get('incidents')
  @Requires('incident:read')
  @ApiOkResponse({ standardSchema: incidentList })
  list(@Param('code', code) _code: string, @TheActor() actor: Actor, @Query({ schema: listQuery }) query: ListQuery) {
    return this.incidents.list(actor, query);
  }

  /** One report. */
  @Get('incidents/:id')
  @Requires('incident:read')
  @ApiOkResponse({ standardSchema: incident })
  async get(
    @Param('code', code) _code: string,
    @Param('id', id) incidentId: string,
    @TheActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<IncidentBody> {
    return tagged(response, await this.incidents.get(actor, incidentId));
  }

  /** Corrects, accepts or dismisses a report. */
  @Patch('incidents/:id')
  @Requires('incident:review')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read' })
  @ApiOkResponse({ standardSchema: incident })
  async correct(
    @Param('code', code) _code: string,
    @Param('id', id) incidentId: string,
    @TheActor() actor: Actor,
    @IfMatch() version: number,
    @Body({ schema: incidentCorrection }) body: IncidentCorrection,
    @Res({ passthrough: true }) response: Response,
  ): Promise<IncidentBody> {
    return tagged(response, await this.corrections.correct(actor, incidentId, version, body));
  }

  /** Events as points for the map: rows of the same event are one, with its number of crimes. */
  @Get('events')
  @Requires('map:read')
  @ApiOkResponse({ standardSchema: eventCollection })
  events(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @Query({ schema: incidentFilter }) query: IncidentFilter,
  ) {
    return this.incidents.events(actor, query);
  }
}

function tagged(response: Response, body: IncidentBody): IncidentBody {
  response.setHeader('ETag', etagOf(body.version));
  return body;
}
