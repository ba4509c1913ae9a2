import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../app/database.js';
import {
  account,
  auditEntry,
  auditVerification,
  firstAdministrator,
  type FirstAdministrator,
  municipalityCode,
  newAccount,
  type NewAccount,
} from './access.schema.js';
import { AuditSealService } from './audit-seal.service.js';
import { AccountsService } from './accounts.service.js';
import { Public, Requires, TheActor } from './requires.js';

@ApiTags('accounts')
@Controller('api/v1')
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly seals: AuditSealService,
  ) {}

  /** Makes the first administrator of the installation from the one-time link printed at the first start. */
  @Post('first-administrator')
  @HttpCode(204)
  @Public('there is no account yet; the one-time token is the key')
  @ApiNoContentResponse()
  async first(@Body({ schema: firstAdministrator }) body: FirstAdministrator): Promise<void> {
    await this.accounts.createFirstAdministrator(body);
  }

  /** The accounts of the municipality. */
  @Get('municipalities/:code/accounts')
  @Requires('account:administer')
  @ApiOkResponse({ standardSchema: z.array(account) })
  list(@Param('code', { schema: municipalityCode }) _code: string, @TheActor() actor: Actor) {
    return this.accounts.list(actor);
  }

  /** Makes an account with a role in one of the municipality's organisations. */
  @Post('municipalities/:code/accounts')
  @Requires('account:administer')
  @ApiCreatedResponse({ standardSchema: account })
  create(
    @Param('code', { schema: municipalityCode }) _code: string,
    @TheActor() actor: Actor,
    @Body({ schema: newAccount }) body: NewAccount,
  ) {
    return this.accounts.create(actor, body);
  }

  /** The latest reads and writes. */
  @Get('municipalities/:code/audit')
  @Requires('audit:read')
  @ApiOkResponse({ standardSchema: z.array(auditEntry) })
  audit(@Param('code', { schema: municipalityCode }) _code: string, @TheActor() actor: Actor) {
    return this.accounts.auditTrail(actor);
  }

  /** Whether the sealed rows of the log are still what they were. */
  @Get('municipalities/:code/audit/verification')
  @Requires('audit:read')
  @ApiOkResponse({ standardSchema: auditVerification })
  verify(@Param('code', { schema: municipalityCode }) _code: string, @TheActor() actor: Actor) {
    return this.seals.verify(actor);
  }
}
