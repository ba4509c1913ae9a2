import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { AreaPrioritiesService } from './area-priorities.service.js';
import { areaPriorities, areaPriorityQuery } from './area-priority.schema.js';

const code = { schema: municipalityCode };

@ApiTags('meetings')
@Controller('api/v1/municipalities/:code/area-priorities')
export class AreaPrioritiesController {
  constructor(private readonly priorities: AreaPrioritiesService) {}

  /** The areas that come first, per tertial, with reasons; of one tertial, or of each that has any. */
  @Get()
  @Requires('map:read')
  @ApiOkResponse({ standardSchema: z.array(areaPriorities) })
  list(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @Query({ schema: areaPriorityQuery }) query: { tertial?: string },
  ) {
    return this.priorities.list(actor, query.tertial);
  }
}
