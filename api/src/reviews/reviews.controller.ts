import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { etagOf, IfMatch } from '../app/etag.js';
import { BulkService } from './bulk.service.js';
import { DecisionsService } from './decisions.service.js';
import { MergesService } from './merges.service.js';
import * as schema from './review.schema.js';
import type { BulkBody, DecisionBody, DuplicateRules, MergeBody, ReviewBody, ReviewQuery, TextBody, TrustBody } from './review.schema.js'; // prettier-ignore
import { ReviewsService } from './reviews.service.js';
import { SourcesService } from './sources.service.js';

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };
const ifMatch = { name: 'If-Match', required: true, description: 'The ETag that was read' };

@ApiTags('reviews')
@Controller('api/v1/municipalities/:code/reviews')
export class ReviewsController {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly decisions: DecisionsService,
    private readonly merges: MergesService,
    private readonly sources: SourcesService,
    private readonly bulk: BulkService,
  ) {}

  /** The inbox: reports that wait, with possible duplicates; other statuses on request. */
  @Get()
  @Requires('incident:review')
  @ApiOkResponse({ standardSchema: schema.reviewList })
  list(@Param('code', code) _code: string, @TheActor() actor: Actor, @Query({ schema: schema.reviewQuery }) query: ReviewQuery) {
    return this.reviews.list(actor, query);
  } // prettier-ignore

  /** How many reports wait for review. */
  @Get('count')
  @Requires('incident:review')
  @ApiOkResponse({ standardSchema: schema.waitingCount })
  count(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.reviews.waiting(actor);
  }

  /** The reasons for which a report may be dismissed. */
  @Get('reasons')
  @Requires('incident:review')
  @ApiOkResponse({ standardSchema: schema.reasonList })
  reasons(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.reviews.reasons(actor);
  }

  /** The organisations that report, whether they are trusted, and how many of their reports wait. */
  @Get('sources')
  @Requires('incident:review')
  @ApiOkResponse({ standardSchema: schema.sourceList })
  sourcesOf(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.sources.list(actor);
  }

  /** Trusts an organisation: its reports are accepted at once, or together in one press. */
  @Put('sources/:organisationId')
  @Requires('review:settings')
  @HttpCode(204)
  @ApiNoContentResponse()
  async trust(@Param('code', code) _code: string, @Param('organisationId', id) organisationId: string, @TheActor() actor: Actor, @Body({ schema: schema.trustBody }) body: TrustBody) {
    await this.sources.trust(actor, organisationId, body);
  } // prettier-ignore

  /** Within which distance and time two rows are shown as perhaps the same event. */
  @Get('rules')
  @Requires('incident:review')
  @ApiOkResponse({ standardSchema: schema.duplicateRules })
  rules(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.sources.rules(actor);
  }

  /** Sets within which distance and time two rows are shown as perhaps the same event. */
  @Put('rules')
  @Requires('review:settings')
  @ApiOkResponse({ standardSchema: schema.duplicateRules })
  setRules(@Param('code', code) _code: string, @TheActor() actor: Actor, @Body({ schema: schema.duplicateRules }) body: DuplicateRules) {
    return this.sources.setRules(actor, body);
  } // prettier-ignore

  /** Accepts all waiting reports of a trusted organisation that have no marked text and no possible duplicate. */
  @Post('acceptances')
  @Requires('incident:review')
  @ApiCreatedResponse({ standardSchema: schema.bulkAnswer })
  acceptAll(@Param('code', code) _code: string, @TheActor() actor: Actor, @Body({ schema: schema.bulkBody }) body: BulkBody) {
    return this.bulk.acceptAll(actor, body);
  } // prettier-ignore

  /** Takes back what was accepted together, where nobody has changed it since. */
  @Delete('acceptances/:id')
  @Requires('incident:review')
  @ApiOkResponse({ standardSchema: schema.bulkUndone })
  undoAll(@Param('code', code) _code: string, @Param('id', id) batchId: string, @TheActor() actor: Actor) {
    return this.bulk.undoAll(actor, batchId);
  }

  /** Makes rows one event; all of them are kept beneath it. */
  @Post('merges')
  @Requires('incident:review')
  @ApiCreatedResponse({ standardSchema: schema.mergeAnswer })
  merge(@Param('code', code) _code: string, @TheActor() actor: Actor, @Body({ schema: schema.mergeBody }) body: MergeBody) {
    return this.merges.merge(actor, body);
  } // prettier-ignore

  /** Takes a merge back: every row is its own event again. */
  @Delete('merges/:id')
  @Requires('incident:review')
  @HttpCode(204)
  @ApiNoContentResponse()
  async separate(@Param('code', code) _code: string, @Param('id', id) mergeId: string, @TheActor() actor: Actor) {
    await this.merges.separate(actor, mergeId);
  }

  /** One report as its reviewer sees it. */
  @Get(':id')
  @Requires('incident:review')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ standardSchema: schema.review })
  async get(@Param('code', code) _code: string, @Param('id', id) incidentId: string, @TheActor() actor: Actor, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.reviews.get(actor, incidentId));
  } // prettier-ignore

  /** What happened to a report: who, when, and what it was before and after. The newest first. */
  @Get(':id/history')
  @Requires('incident:review')
  @ApiOkResponse({ standardSchema: schema.history })
  history(@Param('code', code) _code: string, @Param('id', id) incidentId: string, @TheActor() actor: Actor) {
    return this.reviews.history(actor, incidentId);
  }

  /** Accepts a report, dismisses it with a reason, or takes it up again. */
  @Post(':id/decisions')
  @Requires('incident:review')
  @ApiHeader(ifMatch)
  @ApiCreatedResponse({ standardSchema: schema.review })
  async decide(@Param('code', code) _code: string, @Param('id', id) incidentId: string, @TheActor() actor: Actor, @IfMatch() version: number, @Body({ schema: schema.decisionBody }) body: DecisionBody, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.decisions.decide(actor, incidentId, version, body));
  } // prettier-ignore

  /** Asks whoever reported. */
  @Post(':id/questions')
  @Requires('incident:review')
  @ApiHeader(ifMatch)
  @ApiCreatedResponse({ standardSchema: schema.review })
  async ask(@Param('code', code) _code: string, @Param('id', id) incidentId: string, @TheActor() actor: Actor, @IfMatch() version: number, @Body({ schema: schema.questionBody }) body: TextBody, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.decisions.ask(actor, incidentId, version, body));
  } // prettier-ignore

  /** Takes back what the caller did last with a report. */
  @Post(':id/undo')
  @Requires('incident:review')
  @ApiHeader(ifMatch)
  @ApiCreatedResponse({ standardSchema: schema.review })
  async undo(@Param('code', code) _code: string, @Param('id', id) incidentId: string, @TheActor() actor: Actor, @IfMatch() version: number, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.decisions.undo(actor, incidentId, version));
  } // prettier-ignore
}

function tagged(response: Response, body: ReviewBody): ReviewBody {
  response.setHeader('ETag', etagOf(body.version));
  return body;
}
