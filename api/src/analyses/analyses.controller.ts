import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { type Language, TheLanguage } from '../app/language.js';
import { AnalysesService } from './analyses.service.js';
import {
  analysisList,
  analysisQuery,
  type AnalysisQuery,
  analysisRun,
  type AnalysisRunBody,
  analysisState,
  comparison,
  explanation,
  newAnalysis,
  type NewAnalysis,
  newComparison,
  type NewComparison,
  newExplanation,
  type NewExplanation,
  reproduction,
  runningAnalysis,
  type RunningAnalysisBody,
} from './analysis.schema.js';
import { preferredWait } from './prefer.js';
import { RunReadings } from './run-readings.service.js';

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };

@ApiTags('analyses')
@Controller('api/v1/municipalities/:code/analyses')
export class AnalysesController {
  constructor(
    private readonly analyses: AnalysesService,
    private readonly readings: RunReadings,
  ) {}

  /** Asks a question of the incidents; the stored answer is returned while nothing has changed, and what takes long goes on by itself. */
  @Post()
  @Requires('map:read')
  @ApiHeader({ name: 'Prefer', required: false, description: 'RFC 7240: `wait=5` seconds, at most 60; 25 when absent' })
  @ApiCreatedResponse({ standardSchema: analysisRun })
  @ApiAcceptedResponse({
    standardSchema: runningAnalysis,
    description: 'It goes on; Location says where to ask how far it is',
  })
  async start(
    @Param('code', code) municipality: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Body({ schema: newAnalysis }) body: NewAnalysis,
    @Headers('prefer') prefer: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AnalysisRunBody | RunningAnalysisBody> {
    const waitSeconds = preferredWait(prefer);
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const answer = await this.analyses.start(actor, body, { language, waitSeconds, gone: gone.signal });
    if (prefer !== undefined) response.setHeader('Preference-Applied', `wait=${waitSeconds}`);
    response.setHeader('Location', `/api/v1/municipalities/${municipality}/analyses/${answer.id}`);
    if (answer.state !== 'done') response.status(202);
    return answer;
  }

  /** Stored analyses, the newest first. */
  @Get()
  @Requires('map:read')
  @ApiOkResponse({ standardSchema: analysisList })
  list(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Query({ schema: analysisQuery }) query: AnalysisQuery,
  ) {
    return this.analyses.list(actor, query, language);
  }

  /** A stored analysis, or how far one's own is. */
  @Get(':id')
  @Requires('map:read')
  @ApiOkResponse({ standardSchema: analysisState })
  get(
    @Param('code', code) _code: string,
    @Param('id', id) runId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.analyses.get(actor, runId, language);
  }

  /** Gives up an analysis of one's own that goes on; nothing of it is stored. */
  @Post(':id/cancel')
  @HttpCode(204)
  @Requires('map:read')
  @ApiNoContentResponse()
  cancel(@Param('code', code) _code: string, @Param('id', id) runId: string, @TheActor() actor: Actor) {
    return this.analyses.cancel(actor, runId);
  }

  /** Runs a stored analysis again and says whether the answer is the same. */
  @Post(':id/reproductions')
  @Requires('analysis:run')
  @ApiCreatedResponse({ standardSchema: reproduction })
  reproduce(
    @Param('code', code) _code: string,
    @Param('id', id) runId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.analyses.reproduce(actor, runId, language);
  }

  /** Says why there is a cluster where somebody points on the map of a stored run, or why not. */
  @Post(':id/explanations')
  @Requires('map:read')
  @ApiCreatedResponse({ standardSchema: explanation })
  explain(
    @Param('code', code) _code: string,
    @Param('id', id) runId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Body({ schema: newExplanation }) body: NewExplanation,
  ) {
    return this.readings.explain(actor, runId, body.position, language);
  }

  /** Two stored runs beside each other: what is new, gone, the same and changed. */
  @Post('comparisons')
  @Requires('map:read')
  @ApiCreatedResponse({ standardSchema: comparison })
  compare(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Body({ schema: newComparison }) body: NewComparison,
  ) {
    return this.readings.compare(actor, body, language);
  }
}
