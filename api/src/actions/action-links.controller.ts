import { Body, Controller, Delete, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Public, Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import {
  actionLink,
  actionLinkAnswer,
  type ActionLinkAnswer,
  actionLinkToken,
  type ActionLinkToken,
  linkedAction,
  newActionLink,
  type NewActionLink,
} from './action-link.schema.js';
import { ActionLinksService } from './action-links.service.js';

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };

@ApiTags('actions')
@Controller('api/v1')
export class ActionLinksController {
  constructor(private readonly links: ActionLinksService) {}

  /** Makes a link by which the owner of an action answers without an account; told once. */
  @Post('municipalities/:code/actions/:id/links')
  @Requires('action:write')
  @ApiCreatedResponse({ standardSchema: actionLink })
  make(@Param('code', code) _code: string, @Param('id', id) actionId: string, @TheActor() actor: Actor, @Body({ schema: newActionLink }) body: NewActionLink) {
    return this.links.make(actor, actionId, body.mailTo);
  }

  /** Makes every link of an action stop working. */
  @Delete('municipalities/:code/actions/:id/links')
  @HttpCode(204)
  @Requires('action:write')
  @ApiNoContentResponse()
  revoke(@Param('code', code) _code: string, @Param('id', id) actionId: string, @TheActor() actor: Actor) {
    return this.links.revoke(actor, actionId);
  }

  /** What a link is for; nothing is changed, so that a mail scanner may follow it. */
  @Post('action-links/read')
  @HttpCode(200)
  @Public('the link of an action is the proof; it tells one decision that is not secret')
  @ApiOkResponse({ standardSchema: linkedAction })
  read(@Body({ schema: actionLinkToken }) body: ActionLinkToken, @Req() request: Request) {
    return this.links.read(body.token, request.ip ?? '');
  }

  /** Says by the link how the action goes; may be said anew until the link expires. */
  @Post('action-links/answer')
  @HttpCode(200)
  @Public('the link of an action is the proof; it answers for that action and nothing else')
  @ApiOkResponse({ standardSchema: linkedAction })
  answer(@Body({ schema: actionLinkAnswer }) body: ActionLinkAnswer, @Req() request: Request) {
    return this.links.answer(body, request.ip ?? '');
  }
} // prettier-ignore
