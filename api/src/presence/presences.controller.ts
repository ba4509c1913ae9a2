import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { PlaceHistoryService } from './place-history.service.js';
import {
  newPresence,
  type NewPresence,
  placeHistoryItem,
  placeHistoryQuery,
  type PlaceHistoryQuery,
  presence,
  presenceOverview,
  presencePlan,
} from './presence.schema.js';
import { PresencesService } from './presences.service.js';

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };

@ApiTags('presence')
@Controller('api/v1/municipalities/:code')
export class PresencesController {
  constructor(
    private readonly presences: PresencesService,
    private readonly history: PlaceHistoryService,
  ) {}

  /** Who was at a hot spot, how much it came to in four weeks, and what it can be counted as. */
  @Get('hotspots/:id/presence')
  @Requires('hotspot:read')
  @ApiOkResponse({ standardSchema: presenceOverview })
  overview(@Param('code', code) _code: string, @Param('id', id) hotspotId: string, @TheActor() actor: Actor) {
    return this.presences.overview(actor, hotspotId);
  }

  /** Says that one was at a hot spot just now. The id is made by the client, so that a press sent twice counts once. */
  @Post('hotspots/:id/presence')
  @Requires('occasion:log')
  @ApiCreatedResponse({ standardSchema: presence })
  log(
    @Param('code', code) _code: string,
    @Param('id', id) hotspotId: string,
    @TheActor() actor: Actor,
    @Body({ schema: newPresence }) body: NewPresence,
  ) {
    return this.presences.log(actor, hotspotId, body);
  }

  /** Takes a presence back, and the occasion that it counted as. */
  @Delete('presence/:id')
  @HttpCode(204)
  @Requires('occasion:log')
  @ApiNoContentResponse()
  withdraw(@Param('code', code) _code: string, @Param('id', id) presenceId: string, @TheActor() actor: Actor) {
    return this.presences.withdraw(actor, presenceId);
  }

  /** The three to five passes a week that hold most of a hot spot's events. */
  @Get('hotspots/:id/presence-plan')
  @Requires('hotspot:read')
  @ApiOkResponse({ standardSchema: presencePlan })
  plan(@Param('code', code) _code: string, @Param('id', id) hotspotId: string, @TheActor() actor: Actor) {
    return this.presences.plan(actor, hotspotId);
  }

  /** What was done and promised near a place, and how it went, the newest first. */
  @Get('place-history')
  @Requires('action:read')
  @ApiOkResponse({ standardSchema: z.array(placeHistoryItem) })
  near(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @Query({ schema: placeHistoryQuery }) query: PlaceHistoryQuery,
  ) {
    return this.history.near(actor, query.near);
  }
}
