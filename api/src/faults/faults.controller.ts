import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { faultReport, faultRoute, newFaultRoute, type NewFaultRoute } from './fault.schema.js';
import { FaultsService } from './faults.service.js';

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };

@ApiTags('faults')
@Controller('api/v1/municipalities/:code')
export class FaultsController {
  constructor(private readonly faults: FaultsService) {}

  /** Where faults in lighting and care are passed on, by category. */
  @Get('fault-routes')
  @Requires('municipality:administer')
  @ApiOkResponse({ standardSchema: z.array(faultRoute) })
  routes(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.faults.routes(actor);
  }

  /** Says where faults of a category are passed on: an e-mail address with a template, or a webhook. */
  @Put('fault-routes')
  @Requires('municipality:administer')
  @ApiOkResponse({ standardSchema: z.array(faultRoute) })
  setRoute(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @Body({ schema: newFaultRoute }) body: NewFaultRoute,
  ) {
    return this.faults.setRoute(actor, body);
  }

  /** Stops passing on faults of a category. */
  @Delete('fault-routes/:id')
  @HttpCode(204)
  @Requires('municipality:administer')
  @ApiNoContentResponse()
  removeRoute(@Param('code', code) _code: string, @Param('id', id) routeId: string, @TheActor() actor: Actor) {
    return this.faults.removeRoute(actor, routeId);
  }

  /** Whether one's report can be passed on to felanmälan, or was, and when. */
  @Get('incidents/:id/fault-report')
  @Requires('incident:report')
  @ApiOkResponse({ standardSchema: faultReport })
  state(@Param('code', code) _code: string, @Param('id', id) incidentId: string, @TheActor() actor: Actor) {
    return this.faults.state(actor, incidentId);
  }

  /** Passes one's report on to felanmälan, once. */
  @Post('incidents/:id/fault-report')
  @HttpCode(200)
  @Requires('incident:report')
  @ApiOkResponse({ standardSchema: faultReport })
  send(@Param('code', code) _code: string, @Param('id', id) incidentId: string, @TheActor() actor: Actor) {
    return this.faults.send(actor, incidentId);
  }
}
