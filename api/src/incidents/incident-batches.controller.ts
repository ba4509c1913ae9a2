import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { municipalityCode } from '../access/access.schema.js';
import { RequiresKey, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { type Language, TheLanguage } from '../app/language.js';
import { incidentBatch, type IncidentBatch, incidentBatchResult } from './incident-batch.schema.js';
import { IncidentBatchesService } from './incident-batches.service.js';

@ApiTags('incidents')
@Controller('api/v1/municipalities/:code/incidents/batches')
export class IncidentBatchesController {
  constructor(private readonly batches: IncidentBatchesService) {}

  /** Takes up to 1,000 reports from a machine with an API key; each is answered for itself, and sent again adds nothing. */
  @Post()
  @HttpCode(200)
  @RequiresKey('incident:write')
  @ApiBearerAuth()
  @ApiOkResponse({ standardSchema: incidentBatchResult })
  store(
    @Param('code', { schema: municipalityCode }) _code: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Body({ schema: incidentBatch }) body: IncidentBatch,
  ) {
    return this.batches.store(actor, body, language);
  }
}
