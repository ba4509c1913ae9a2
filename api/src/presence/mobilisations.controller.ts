import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { etagOf, IfMatch } from '../app/etag.js';
import {
  mobilisation,
  type MobilisationBody,
  mobilisationRun,
  newMobilisation,
  type NewMobilisation,
  newTick,
  type NewTick,
} from './mobilisation.schema.js';
import { MobilisationsService } from './mobilisations.service.js';

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };

@ApiTags('mobilisation')
@Controller('api/v1/municipalities/:code')
export class MobilisationsController {
  constructor(private readonly mobilisations: MobilisationsService) {}

  /** The routines of places with each use of them. */
  @Get('mobilisations')
  @Requires('occasion:log')
  @ApiOkResponse({ standardSchema: z.array(mobilisation) })
  list(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.mobilisations.list(actor);
  }

  /** Writes down what to do first when something happens at a place. */
  @Post('mobilisations')
  @Requires('action:write')
  @ApiCreatedResponse({ standardSchema: mobilisation })
  async create(@Param('code', code) _code: string, @TheActor() actor: Actor, @Body({ schema: newMobilisation }) body: NewMobilisation, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.mobilisations.create(actor, body));
  }

  /** Changes a routine; what was started before keeps its lines. */
  @Put('mobilisations/:id')
  @Requires('action:write')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version that was read' })
  @ApiOkResponse({ standardSchema: mobilisation })
  async change(@Param('code', code) _code: string, @Param('id', id) mobilisationId: string, @TheActor() actor: Actor, @IfMatch() version: number, @Body({ schema: newMobilisation }) body: NewMobilisation, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.mobilisations.change(actor, mobilisationId, version, body));
  }

  /** Removes a routine with its log. */
  @Delete('mobilisations/:id')
  @HttpCode(204)
  @Requires('action:write')
  @ApiNoContentResponse()
  remove(@Param('code', code) _code: string, @Param('id', id) mobilisationId: string, @TheActor() actor: Actor) {
    return this.mobilisations.remove(actor, mobilisationId);
  }

  /** Starts a routine: from now on it is logged who did what when. */
  @Post('mobilisations/:id/runs')
  @Requires('occasion:log')
  @ApiCreatedResponse({ standardSchema: mobilisationRun })
  start(@Param('code', code) _code: string, @Param('id', id) mobilisationId: string, @TheActor() actor: Actor) {
    return this.mobilisations.start(actor, mobilisationId);
  }

  /** Ticks a line of what is under way, or takes the tick away. */
  @Post('mobilisation-runs/:id/ticks')
  @HttpCode(200)
  @Requires('occasion:log')
  @ApiOkResponse({ standardSchema: mobilisationRun })
  tick(@Param('code', code) _code: string, @Param('id', id) runId: string, @TheActor() actor: Actor, @Body({ schema: newTick }) body: NewTick) {
    return this.mobilisations.tick(actor, runId, body);
  }

  /** Ends what is under way. */
  @Post('mobilisation-runs/:id/end')
  @HttpCode(200)
  @Requires('occasion:log')
  @ApiOkResponse({ standardSchema: mobilisationRun })
  end(@Param('code', code) _code: string, @Param('id', id) runId: string, @TheActor() actor: Actor) {
    return this.mobilisations.end(actor, runId);
  }
} // prettier-ignore

function tagged(response: Response, body: MobilisationBody): MobilisationBody {
  response.setHeader('ETag', etagOf(body.version));
  return body;
}
