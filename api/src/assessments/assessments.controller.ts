import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { type Language, TheLanguage } from '../app/language.js';
import {
  assessmentFactors,
  assessments,
  newAssessment,
  type NewAssessment,
  newAssessmentFactors,
  type NewAssessmentFactors,
  ownAssessments,
} from './assessment.schema.js';
import { AssessmentsService } from './assessments.service.js';

const code = { schema: municipalityCode };
const week = { schema: z.string().max(20) };
const id = { schema: z.uuid() };

@ApiTags('assessments')
@Controller('api/v1/municipalities/:code')
export class AssessmentsController {
  constructor(private readonly service: AssessmentsService) {}

  /** How the areas' week was, as those who are there see it: a word, how many answered, and each question's answers. */
  @Get('assessments/:week')
  @Requires('coverage:read')
  @ApiOkResponse({ standardSchema: assessments })
  ofWeek(
    @Param('code', code) _code: string,
    @Param('week', week) weekText: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.service.ofWeek(actor, weekText, language);
  }

  /** What is asked about a week, about which areas, and what one has answered oneself. */
  @Get('own-assessments/:week')
  @Requires('assessment:write')
  @ApiOkResponse({ standardSchema: ownAssessments })
  own(
    @Param('code', code) _code: string,
    @Param('week', week) weekText: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.service.own(actor, weekText, language);
  }

  /** Says how an area's week was; a second time the new answers take the place of the old. */
  @Put('areas/:id/assessments/:week')
  @Requires('assessment:write')
  @ApiOkResponse({ standardSchema: ownAssessments })
  assess(
    @Param('code', code) _code: string,
    @Param('id', id) areaId: string,
    @Param('week', week) weekText: string,
    @TheActor() actor: Actor,
    @Body({ schema: newAssessment }) input: NewAssessment,
    @TheLanguage() language: Language,
  ) {
    return this.service.assess(actor, { areaId, weekText, input }, language);
  }

  /** Takes back one's own answers for an area's week. */
  @Delete('areas/:id/assessments/:week')
  @Requires('assessment:write')
  @ApiOkResponse({ standardSchema: ownAssessments })
  takeBack(
    @Param('code', code) _code: string,
    @Param('id', id) areaId: string,
    @Param('week', week) weekText: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.service.takeBack(actor, { areaId, weekText }, language);
  }

  /** What is asked, in order; those that are asked no more too. */
  @Get('assessment-factors')
  @Requires('assessment:settings')
  @ApiOkResponse({ standardSchema: assessmentFactors })
  factors(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.service.factors(actor);
  }

  /** Says what is asked: five to twelve questions. */
  @Put('assessment-factors')
  @Requires('assessment:settings')
  @ApiOkResponse({ standardSchema: assessmentFactors })
  setFactors(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @Body({ schema: newAssessmentFactors }) body: NewAssessmentFactors,
  ) {
    return this.service.setFactors(actor, body);
  }
}
