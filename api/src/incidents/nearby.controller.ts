import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { nearbyQuery, type NearbyQuery, nearbyReport } from './nearby.schema.js';
import { NearbyService } from './nearby.service.js';

const code = { schema: municipalityCode };

@ApiTags('incidents')
@Controller('api/v1/municipalities/:code')
export class NearbyController {
  constructor(private readonly nearby: NearbyService) {}

  /** Open reports of the last days at a place, so that the same event is not reported twice. */
  @Get('nearby-reports')
  @Requires('incident:report')
  @ApiOkResponse({ standardSchema: z.array(nearbyReport) })
  find(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @Query({ schema: nearbyQuery }) query: NearbyQuery,
  ) {
    return this.nearby.find(actor, query);
  }
}
