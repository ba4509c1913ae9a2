import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { type Language, TheLanguage } from '../app/language.js';
import { coverage, expectation, type Expectation, ownCoverage, weekCoverage } from './coverage.schema.js';
import { CoverageService } from './coverage.service.js';

const code = { schema: municipalityCode };
const week = { schema: z.string().max(20) };
const id = { schema: z.uuid() };

@ApiTags('coverage')
@Controller('api/v1/municipalities/:code')
export class CoverageController {
  constructor(private readonly service: CoverageService) {}

  /** Every organisation by the last twelve weeks: reported, nothing to report, not yet, silent. */
  @Get('coverage')
  @Requires('coverage:read')
  @ApiOkResponse({ standardSchema: coverage })
  matrix(@Param('code', code) _code: string, @TheActor() actor: Actor, @TheLanguage() language: Language) {
    return this.service.matrix(actor, language);
  }

  /** How many organisations answered in an ISO week, with a sentence. */
  @Get('coverage/:week')
  @Requires('coverage:read')
  @ApiOkResponse({ standardSchema: weekCoverage })
  week(
    @Param('code', code) _code: string,
    @Param('week', week) weekText: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.service.weekBody(actor, weekText, language);
  }

  /** The last whole week and the running one of one's own organisation. */
  @Get('own-coverage')
  @Requires('coverage:write')
  @ApiOkResponse({ standardSchema: ownCoverage })
  own(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.service.own(actor);
  }

  /** Says that one's own organisation has nothing to report for an ISO week. */
  @Put('null-reports/:week')
  @Requires('coverage:write')
  @ApiOkResponse({ standardSchema: ownCoverage })
  sayNothing(
    @Param('code', code) _code: string,
    @Param('week', week) weekText: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.service.sayNothing(actor, weekText, language);
  }

  /** Takes back that there was nothing to report. */
  @Delete('null-reports/:week')
  @Requires('coverage:write')
  @ApiOkResponse({ standardSchema: ownCoverage })
  takeBack(
    @Param('code', code) _code: string,
    @Param('week', week) weekText: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.service.takeBack(actor, weekText, language);
  }

  /** Says whether reports are expected from an organisation. */
  @Put('coverage-organisations/:id')
  @HttpCode(204)
  @Requires('coverage:settings')
  @ApiNoContentResponse()
  expect(
    @Param('code', code) _code: string,
    @Param('id', id) organisationId: string,
    @TheActor() actor: Actor,
    @Body({ schema: expectation }) body: Expectation,
  ) {
    return this.service.expect(actor, organisationId, body.expected);
  }
}
