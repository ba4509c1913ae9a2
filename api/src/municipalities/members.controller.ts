import { Body, Controller, Get, Param, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { etagOf, IfMatch } from '../app/etag.js';
import { type MemberEdit, memberEdit, type MemberList, memberList } from './member.schema.js';
import { MembersService } from './members.service.js';

const code = { schema: municipalityCode };

@ApiTags('lists')
@Controller('api/v1/municipalities/:code/account-list')
export class MembersController {
  constructor(private readonly members: MembersService) {}

  /** The accounts of the municipality as rows to change. */
  @Get()
  @Requires('account:administer')
  @ApiOkResponse({ standardSchema: memberList })
  async list(@Param('code', code) _code: string, @TheActor() actor: Actor, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.members.list(actor));
  }

  /** Changes the role and the organisation of an account, and whether it may sign in. */
  @Put(':id')
  @Requires('account:administer')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the list that was read' })
  @ApiOkResponse({ standardSchema: memberList })
  async edit(@Param('code', code) _code: string, @Param('id', { schema: z.uuid() }) id: string, @TheActor() actor: Actor, @IfMatch() version: number, @Body({ schema: memberEdit }) body: MemberEdit, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.members.edit({ actor, version }, id, body));
  }
} // prettier-ignore

function tagged(response: Response, body: MemberList): MemberList {
  response.setHeader('ETag', etagOf(body.version));
  // Rows also change by files and other doors, which the version does not count: a browser must not answer from its own store.
  response.setHeader('Cache-Control', 'no-store');
  return body;
}
