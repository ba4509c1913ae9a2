import { Body, Controller, Get, HttpCode, Param, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { type Language, TheLanguage } from '../app/language.js';
import type { ReceivedFile } from '../imports/uploads.service.js';
import type { RegisterKind } from './register-record.js';
import {
  registerFile,
  type RegisterFile,
  registerKind,
  registerReading,
  registerState,
  scbRequest,
  type ScbRequest,
} from './register.schema.js';
import { RegistersService } from './registers.service.js'; // prettier-ignore

const code = { schema: municipalityCode };

@ApiTags('registers')
@Controller('api/v1/municipalities/:code/registers')
export class RegistersController {
  constructor(private readonly registers: RegistersService) {}

  /** How many addresses, places, streets and areas there are, and what was read in last. */
  @Get()
  @Requires('municipality:read')
  @ApiOkResponse({ standardSchema: z.array(registerState) })
  states(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.registers.states(actor);
  }

  /** Fetches SCB's DeSO or RegSO areas; nothing is stored until `store` says so. */
  @Post('scb-areas')
  @HttpCode(200)
  @Requires('register:write')
  @ApiOkResponse({ standardSchema: registerReading })
  fromScb(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Body({ schema: scbRequest }) body: ScbRequest,
  ) {
    return this.registers.fromScb(actor, body, language);
  }

  /** Reads a file of addresses, places, streets or areas; nothing is stored until `store` says so. */
  @Post(':kind')
  @HttpCode(200)
  @Requires('register:write')
  @UseInterceptors(FileInterceptor('file'))
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: { type: 'string', format: 'binary' },
        store: { type: 'string', enum: ['true', 'false'] },
      },
    },
  })
  @ApiOkResponse({ standardSchema: registerReading })
  bringIn(
    @Param('code', code) _code: string,
    @Param('kind', { schema: registerKind }) kind: RegisterKind,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @UploadedFile() file: ReceivedFile | undefined,
    @Body({ schema: registerFile }) body: RegisterFile,
  ) {
    return this.registers.bringIn(actor, kind, { file, store: body.store === 'true' }, language);
  }
}
