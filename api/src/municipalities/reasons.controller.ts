import { Body, Controller, Get, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { etagOf, IfMatch } from '../app/etag.js';
import { ownReasonList, type ReasonEdit, reasonEdit, type ReasonList } from './reason.schema.js';
import { ReasonsService } from './reasons.service.js';

const code = { schema: municipalityCode };
const key = { schema: z.string().regex(/^[\w-]{1,40}$/, 'wrong-form') };
const read = { name: 'If-Match', required: true, description: 'The ETag of the list that was read' };

@ApiTags('lists')
@Controller('api/v1/municipalities/:code/dismissal-reasons')
export class ReasonsController {
  constructor(private readonly reasons: ReasonsService) {}

  /** Why reports may be set aside, hidden reasons too. */
  @Get()
  @Requires('list:write')
  @ApiOkResponse({ standardSchema: ownReasonList })
  async list(@Param('code', code) _code: string, @TheActor() actor: Actor, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.reasons.list(actor));
  }

  /** Adds a reason. */
  @Post()
  @HttpCode(200)
  @Requires('list:write')
  @ApiHeader(read)
  @ApiOkResponse({ standardSchema: ownReasonList })
  async add(@Param('code', code) _code: string, @TheActor() actor: Actor, @IfMatch() version: number, @Body({ schema: reasonEdit }) body: ReasonEdit, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.reasons.save({ actor, version }, null, body));
  }

  /** Changes what a reason is called, and whether it is offered. */
  @Put(':reason')
  @Requires('list:write')
  @ApiHeader(read)
  @ApiOkResponse({ standardSchema: ownReasonList })
  async save(@Param('code', code) _code: string, @Param('reason', key) reason: string, @TheActor() actor: Actor, @IfMatch() version: number, @Body({ schema: reasonEdit }) body: ReasonEdit, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.reasons.save({ actor, version }, reason, body));
  }
} // prettier-ignore

function tagged(response: Response, body: ReasonList): ReasonList {
  response.setHeader('ETag', etagOf(body.version));
  // Rows also change by files and other doors, which the version does not count: a browser must not answer from its own store.
  response.setHeader('Cache-Control', 'no-store');
  return body;
}
