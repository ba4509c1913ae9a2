import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../app/database.js';
import { municipalityCode } from './access.schema.js';
import { apiKey, madeApiKey, newApiKey, type NewApiKey } from './api-key.schema.js';
import { ApiKeysService } from './api-keys.service.js';
import { Requires, TheActor } from './requires.js';

const code = { schema: municipalityCode };

@ApiTags('accounts')
@Controller('api/v1/municipalities/:code/api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  /** The keys of machines, also those that are revoked or out of date. */
  @Get()
  @Requires('account:administer')
  @ApiOkResponse({ standardSchema: z.array(apiKey) })
  list(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.keys.list(actor);
  }

  /** Makes a key for a machine; its secret is shown in this answer only. */
  @Post()
  @Requires('account:administer')
  @ApiCreatedResponse({ standardSchema: madeApiKey })
  create(@Param('code', code) _code: string, @TheActor() actor: Actor, @Body({ schema: newApiKey }) body: NewApiKey) {
    return this.keys.create(actor, body);
  }

  /** Revokes a key at once. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('account:administer')
  @ApiNoContentResponse()
  async revoke(
    @Param('code', code) _code: string,
    @Param('id', { schema: z.uuid() }) id: string,
    @TheActor() actor: Actor,
  ): Promise<void> {
    await this.keys.revoke(actor, id);
  }
}
