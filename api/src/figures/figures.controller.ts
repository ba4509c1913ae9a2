import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { figures, figuresQuery, type FiguresQuery } from './figure.schema.js';
import { FiguresService } from './figures.service.js';

@ApiTags('map')
@Controller('api/v1/municipalities/:code')
export class FiguresController {
  constructor(private readonly all: FiguresService) {}

  /** The figures of a filter: totals, hours, days, weeks against normal, and the longest lists; of two periods when asked. */
  @Get('figures')
  @Requires('map:read')
  @ApiOkResponse({ standardSchema: figures })
  figures(
    @Param('code', { schema: municipalityCode }) _code: string,
    @TheActor() actor: Actor,
    @Query({ schema: figuresQuery }) query: FiguresQuery,
  ) {
    return this.all.figures(actor, query);
  }
}
