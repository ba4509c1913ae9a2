import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { type Language, TheLanguage } from '../app/language.js';
import { situation } from './situation.schema.js';
import { SituationsService } from './situations.service.js';

const code = { schema: municipalityCode };
const period = { schema: z.string().max(20) };

@ApiTags('situations')
@Controller('api/v1/municipalities/:code/situations')
export class SituationsController {
  constructor(private readonly situations: SituationsService) {}

  /** The lägesbild of a week, a month, a tertial or a year: figures against the usual, hot spots, promises in force. */
  @Get(':period')
  @Requires('map:read')
  @ApiOkResponse({ standardSchema: situation })
  get(
    @Param('code', code) _code: string,
    @Param('period', period) periodText: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.situations.get(actor, periodText, language);
  }
}
