import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { importProfile, newImportProfile, type NewImportProfile } from './import.schema.js';
import { ProfilesService } from './profiles.service.js';

const code = { schema: municipalityCode };

@ApiTags('imports')
@Controller('api/v1/municipalities/:code/import-profiles')
export class ImportProfilesController {
  constructor(private readonly profiles: ProfilesService) {}

  /** The saved mapping profiles, the last used first. */
  @Get()
  @Requires('import:read')
  @ApiOkResponse({ standardSchema: z.array(importProfile) })
  list(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.profiles.list(actor);
  }

  /** Saves how an import reads its file under a name; one of the same name is replaced. */
  @Post()
  @Requires('import:run')
  @ApiCreatedResponse({ standardSchema: z.array(importProfile) })
  save(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @Body({ schema: newImportProfile }) body: NewImportProfile,
  ) {
    return this.profiles.save(actor, body);
  }

  /** Forgets a mapping profile; what was imported with it stays. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('import:run')
  @ApiNoContentResponse()
  async remove(
    @Param('code', code) _code: string,
    @Param('id', { schema: z.uuid() }) id: string,
    @TheActor() actor: Actor,
  ): Promise<void> {
    await this.profiles.remove(actor, id);
  }
}
