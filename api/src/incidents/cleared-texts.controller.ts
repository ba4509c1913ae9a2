import { Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { etagOf, IfMatch } from '../app/etag.js';
import { ClearedTextsService } from './cleared-texts.service.js';
import { incident, type IncidentBody } from './incident.schema.js';

@ApiTags('incidents')
@Controller('api/v1/municipalities/:code/incidents')
export class ClearedTextsController {
  constructor(private readonly texts: ClearedTextsService) {}

  /** Lets others see a text with marks, once a reviewer has read it. */
  @Post(':id/clear-text')
  @Requires('incident:review')
  @HttpCode(200)
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read' })
  @ApiOkResponse({ standardSchema: incident })
  async clear(
    @Param('code', { schema: municipalityCode }) _code: string,
    @Param('id', { schema: z.uuid() }) incidentId: string,
    @TheActor() actor: Actor,
    @IfMatch() version: number,
    @Res({ passthrough: true }) response: Response,
  ): Promise<IncidentBody> {
    const body = await this.texts.clear(actor, incidentId, version);
    response.setHeader('ETag', etagOf(body.version));
    return body;
  }
}
