import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { etagOf, IfMatch } from '../app/etag.js';
import {
  action,
  type ActionBody,
  actionChange,
  type ActionChange,
  actionQuery,
  type ActionQuery,
  newAction,
  type NewAction,
  newAnswer,
  type NewAnswer,
} from './action.schema.js';
import { ActionsService } from './actions.service.js';

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };

@ApiTags('actions')
@Controller('api/v1/municipalities/:code/actions')
export class ActionsController {
  constructor(private readonly actions: ActionsService) {}

  /** Actions and decisions with how they go, those not done first; secret ones for those who write actions. */
  @Get()
  @Requires('action:read')
  @ApiOkResponse({ standardSchema: z.array(action) })
  list(@Param('code', code) _code: string, @TheActor() actor: Actor, @Query({ schema: actionQuery }) query: ActionQuery) {
    const { open, ...filter } = query;
    const wanted = open === undefined ? filter : { ...filter, open: open === 'true' };
    return this.actions.within(actor, (manager) => this.actions.list(manager, actor, wanted));
  }

  /** One action with its history. */
  @Get(':id')
  @Requires('action:read')
  @ApiOkResponse({ standardSchema: action })
  async get(@Param('code', code) _code: string, @Param('id', id) actionId: string, @TheActor() actor: Actor, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.actions.within(actor, (manager) => this.actions.get(manager, actor, actionId)));
  }

  /** Writes down an action or a decision. The id is made by the client, so that one sent twice is stored once. */
  @Post()
  @Requires('action:write')
  @ApiCreatedResponse({ standardSchema: action })
  async create(@Param('code', code) _code: string, @TheActor() actor: Actor, @Body({ schema: newAction }) body: NewAction, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.actions.within(actor, (manager) => this.actions.create(manager, actor, body)));
  }

  /** Changes an action; what is not named stays. */
  @Patch(':id')
  @Requires('action:write')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read' })
  @ApiOkResponse({ standardSchema: action })
  async change(@Param('code', code) _code: string, @Param('id', id) actionId: string, @TheActor() actor: Actor, @IfMatch() version: number, @Body({ schema: actionChange }) body: ActionChange, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.actions.within(actor, (manager) => this.actions.change(manager, actor, { id: actionId, version, input: body })));
  }

  /** Says how an action goes; its own organisation may, and those who write actions. */
  @Post(':id/answers')
  @HttpCode(200)
  @Requires('action:read')
  @ApiOkResponse({ standardSchema: action })
  async answer(@Param('code', code) _code: string, @Param('id', id) actionId: string, @TheActor() actor: Actor, @Body({ schema: newAnswer }) body: NewAnswer, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.actions.within(actor, (manager) => this.actions.answer(manager, actor, actionId, body)));
  }

  /** Withdraws an action; it is kept with its history, and listed no more. */
  @Post(':id/withdrawal')
  @HttpCode(200)
  @Requires('action:write')
  @ApiOkResponse({ standardSchema: action })
  async withdraw(@Param('code', code) _code: string, @Param('id', id) actionId: string, @TheActor() actor: Actor, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.actions.within(actor, (manager) => this.actions.withdraw(manager, actor, actionId, true)));
  }

  /** Takes the withdrawal back. */
  @Delete(':id/withdrawal')
  @Requires('action:write')
  @ApiOkResponse({ standardSchema: action })
  async restore(@Param('code', code) _code: string, @Param('id', id) actionId: string, @TheActor() actor: Actor, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.actions.within(actor, (manager) => this.actions.withdraw(manager, actor, actionId, false)));
  }
} // prettier-ignore

function tagged(response: Response, body: ActionBody): ActionBody {
  response.setHeader('ETag', etagOf(body.version));
  return body;
}
