import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { type Language, TheLanguage } from '../app/language.js';
import { start } from './start.schema.js';
import { StartService } from './start.service.js';

@ApiTags('start')
@Controller('api/v1/municipalities/:code/start')
export class StartController {
  constructor(private readonly service: StartService) {}

  /** What the reader needs now, by role: one card for each thing, each leading to the page that shows what it counts. */
  @Get()
  @Requires('municipality:read')
  @ApiOkResponse({ standardSchema: start })
  get(
    @Param('code', { schema: municipalityCode }) _code: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.service.get(actor, language);
  }
}
