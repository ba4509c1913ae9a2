import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { IfMatch } from '../app/etag.js';
import {
  cause,
  causeChange,
  type CauseChange,
  causePlace,
  type CausePlace,
  newCause,
  type NewCause,
} from './cause.schema.js';
import { CausesService } from './causes.service.js';

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };
const readVersion = { name: 'If-Match', required: true, description: 'The version that was read, in quotes' };

@ApiTags('hotspots')
@Controller('api/v1/municipalities/:code')
export class CausesController {
  constructor(private readonly causes: CausesService) {}

  /** Why it happens at a hot spot: three bones, a cause tree and a chain of events, each in its order. */
  @Get('hotspots/:id/causes')
  @Requires('hotspot:read')
  @ApiOkResponse({ standardSchema: z.array(cause) })
  list(@Param('code', code) _code: string, @Param('id', id) hotspotId: string, @TheActor() actor: Actor) {
    return this.causes.list(actor, hotspotId);
  }

  /** Adds a cause. */
  @Post('hotspots/:id/causes')
  @Requires('hotspot:decide')
  @ApiCreatedResponse({ standardSchema: cause })
  add(
    @Param('code', code) _code: string,
    @Param('id', id) hotspotId: string,
    @TheActor() actor: Actor,
    @Body({ schema: newCause }) body: NewCause,
  ) {
    return this.causes.add(actor, hotspotId, body);
  }

  /** Changes what a cause says. */
  @Patch('causes/:id')
  @Requires('hotspot:decide')
  @ApiHeader(readVersion)
  @ApiOkResponse({ standardSchema: cause })
  change(
    @Param('code', code) _code: string,
    @Param('id', id) causeId: string,
    @TheActor() actor: Actor,
    @IfMatch() version: number,
    @Body({ schema: causeChange }) body: CauseChange,
  ) {
    return this.causes.change(actor, causeId, version, body);
  }

  /** Moves a cause: after another, or below one. */
  @Post('causes/:id/place')
  @HttpCode(200)
  @Requires('hotspot:decide')
  @ApiHeader(readVersion)
  @ApiOkResponse({ standardSchema: cause })
  place(
    @Param('code', code) _code: string,
    @Param('id', id) causeId: string,
    @TheActor() actor: Actor,
    @IfMatch() version: number,
    @Body({ schema: causePlace }) body: CausePlace,
  ) {
    return this.causes.place(actor, causeId, version, body);
  }

  /** Withdraws a cause; what stood below it moves up. */
  @Post('causes/:id/withdrawal')
  @HttpCode(204)
  @Requires('hotspot:decide')
  @ApiNoContentResponse()
  withdraw(@Param('code', code) _code: string, @Param('id', id) causeId: string, @TheActor() actor: Actor) {
    return this.causes.withdraw(actor, causeId);
  }

  /** Takes the withdrawal of a cause back. */
  @Delete('causes/:id/withdrawal')
  @HttpCode(204)
  @Requires('hotspot:decide')
  @ApiNoContentResponse()
  restore(@Param('code', code) _code: string, @Param('id', id) causeId: string, @TheActor() actor: Actor) {
    return this.causes.restore(actor, causeId);
  }
}
