import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { etagOf, IfMatch } from '../app/etag.js';
import { OccasionsService } from './occasions.service.js';
import {
  newCommitment,
  type NewCommitment,
  newOccasion,
  type NewOccasion,
  newPromise,
  type NewPromise,
  occasion,
  promise,
  type PromiseBody,
  promiseChange,
  type PromiseChange,
  promiseQuery,
  type PromiseQuery,
} from './promise.schema.js';
import { PromisesService } from './promises.service.js';

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };

@ApiTags('promises')
@Controller('api/v1/municipalities/:code')
export class PromisesController {
  constructor(
    private readonly promises: PromisesService,
    private readonly occasions: OccasionsService,
  ) {}

  /** Promises with their commitments and how each stands against its target and against today. */
  @Get('promises')
  @Requires('promise:read')
  @ApiOkResponse({ standardSchema: z.array(promise) })
  list(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @Query({ schema: promiseQuery }) query: PromiseQuery,
  ) {
    return this.promises.list(actor, query);
  }

  /** One promise. */
  @Get('promises/:id')
  @Requires('promise:read')
  @ApiOkResponse({ standardSchema: promise })
  async get(
    @Param('code', code) _code: string,
    @Param('id', id) promiseId: string,
    @TheActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PromiseBody> {
    return tagged(response, await this.promises.get(actor, promiseId));
  }

  /** Writes a promise with its commitments. */
  @Post('promises')
  @Requires('promise:write')
  @ApiCreatedResponse({ standardSchema: promise })
  async create(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @Body({ schema: newPromise }) body: NewPromise,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PromiseBody> {
    return tagged(response, await this.promises.create(actor, body));
  }

  /** Changes a promise; its commitments stay as they are. */
  @Put('promises/:id')
  @Requires('promise:write')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read' })
  @ApiOkResponse({ standardSchema: promise })
  async change(
    @Param('code', code) _code: string,
    @Param('id', id) promiseId: string,
    @TheActor() actor: Actor,
    @IfMatch() version: number,
    @Body({ schema: promiseChange }) body: PromiseChange,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PromiseBody> {
    return tagged(response, await this.promises.change(actor, promiseId, version, body));
  }

  /** Adds a commitment to a promise. */
  @Post('promises/:id/commitments')
  @Requires('promise:write')
  @ApiCreatedResponse({ standardSchema: promise })
  async addCommitment(
    @Param('code', code) _code: string,
    @Param('id', id) promiseId: string,
    @TheActor() actor: Actor,
    @Body({ schema: newCommitment }) body: NewCommitment,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PromiseBody> {
    return tagged(response, await this.promises.addCommitment(actor, promiseId, body));
  }

  /** What was logged on a commitment, the latest first. */
  @Get('commitments/:id/occasions')
  @Requires('promise:read')
  @ApiOkResponse({ standardSchema: z.array(occasion) })
  occasionList(@Param('code', code) _code: string, @Param('id', id) commitmentId: string, @TheActor() actor: Actor) {
    return this.occasions.list(actor, commitmentId);
  }

  /** Logs that a commitment was carried out. The id is made by the client, so that a log sent twice counts once. */
  @Post('commitments/:id/occasions')
  @Requires('occasion:log')
  @ApiCreatedResponse({ standardSchema: occasion })
  log(
    @Param('code', code) _code: string,
    @Param('id', id) commitmentId: string,
    @TheActor() actor: Actor,
    @Body({ schema: newOccasion }) body: NewOccasion,
  ) {
    return this.occasions.log(actor, commitmentId, body);
  }

  /** Withdraws an occasion: it is kept, and counted no more. */
  @Delete('occasions/:id')
  @Requires('occasion:log')
  @HttpCode(204)
  @ApiNoContentResponse()
  withdraw(@Param('code', code) _code: string, @Param('id', id) occasionId: string, @TheActor() actor: Actor) {
    return this.occasions.withdraw(actor, occasionId);
  }
}

function tagged(response: Response, body: PromiseBody): PromiseBody {
  response.setHeader('ETag', etagOf(body.version));
  return body;
}
