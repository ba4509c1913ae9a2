import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { type Language, TheLanguage } from '../app/language.js';
import { DecisionsService } from './decisions.service.js';
import { myReports, questionBody, type TextBody } from './review.schema.js';
import { ReviewsService } from './reviews.service.js';

const code = { schema: municipalityCode };

/** What a reporter sees and says about their own reports. */
@ApiTags('incidents')
@Controller('api/v1/municipalities/:code/incidents')
export class AnswersController {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly decisions: DecisionsService,
  ) {}

  /** What became of the caller's own reports, the latest hundred. */
  @Get('mine')
  @Requires('incident:report')
  @ApiOkResponse({ standardSchema: myReports })
  mine(@Param('code', code) _code: string, @TheActor() actor: Actor, @TheLanguage() language: Language) {
    return this.reviews.mine(actor, language);
  }

  /** Answers the reviewer's question about one's own report. */
  @Post(':id/answers')
  @Requires('incident:report')
  @HttpCode(204)
  @ApiNoContentResponse()
  async answer(
    @Param('code', code) _code: string,
    @Param('id', { schema: z.uuid() }) incidentId: string,
    @TheActor() actor: Actor,
    @Body({ schema: questionBody }) body: TextBody,
  ) {
    await this.decisions.answer(actor, incidentId, body);
  }
}
