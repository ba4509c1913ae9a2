import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { policeWeek, policeWeekAsked, type PoliceWeekAsked } from './police-event.schema.js';
import { PoliceEventsService } from './police-events.service.js';

@ApiTags('police events')
@Controller('api/v1/municipalities/:code/police-events')
export class PoliceEventsController {
  constructor(private readonly events: PoliceEventsService) {}

  /** Polisen's public notices of an ISO week about the municipality or its county; the running week when none is named. */
  @Get()
  @Requires('map:read')
  @ApiOkResponse({ standardSchema: policeWeek })
  week(
    @Param('code', { schema: municipalityCode }) _code: string,
    @TheActor() actor: Actor,
    @Query({ schema: policeWeekAsked }) query: PoliceWeekAsked,
  ) {
    return this.events.week(actor, query.week);
  }
}
