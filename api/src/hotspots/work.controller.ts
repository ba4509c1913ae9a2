import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { IfMatch } from '../app/etag.js';
import { TheLanguage, type Language } from '../app/language.js';
import { NewsService } from './news.service.js';
import { TimelineService } from './timeline.service.js';
import {
  type FollowUpText,
  followUpText,
  followUpVersion,
  hotspotChange,
  type HotspotChange,
  hotspotNews,
  hotspotWork,
  type ProblemText,
  problemText,
  problemVersion,
  timelineEntry,
} from './work.schema.js';
import { WorkService } from './work.service.js';

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };
const readVersion = { name: 'If-Match', required: true, description: 'The version that was read, in quotes' };
const readNumber = { ...readVersion, description: 'The number that was read, in quotes; "0" when there was none' };

@ApiTags('hotspots')
@Controller('api/v1/municipalities/:code')
export class WorkController {
  constructor(
    private readonly work: WorkService,
    private readonly timeline: TimelineService,
    private readonly news: NewsService,
  ) {}

  /** Where the work with a hot spot stands: what is written, what each move still lacks, what is new. */
  @Get('hotspots/:id/work')
  @Requires('hotspot:read')
  @ApiOkResponse({ standardSchema: hotspotWork })
  get(
    @Param('code', code) _code: string,
    @Param('id', id) hotspotId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.work.get(actor, hotspotId, language);
  }

  /** Changes who answers for a hot spot, or what it rests on. */
  @Patch('hotspots/:id')
  @Requires('hotspot:decide')
  @ApiHeader(readVersion)
  @ApiOkResponse({ standardSchema: hotspotWork })
  change(
    @Param('code', code) _code: string,
    @Param('id', id) hotspotId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @IfMatch() version: number,
    @Body({ schema: hotspotChange }) body: HotspotChange,
  ) {
    return this.work.change(actor, { id: hotspotId, version, language }, body);
  }

  /** Every version of the problem description, the newest first. */
  @Get('hotspots/:id/problem')
  @Requires('hotspot:read')
  @ApiOkResponse({ standardSchema: z.array(problemVersion) })
  problems(@Param('code', code) _code: string, @Param('id', id) hotspotId: string, @TheActor() actor: Actor) {
    return this.work.problemVersions(actor, hotspotId);
  }

  /** Writes the problem description anew; the earlier versions stay. */
  @Put('hotspots/:id/problem')
  @Requires('hotspot:decide')
  @ApiHeader(readNumber)
  @ApiOkResponse({ standardSchema: problemVersion })
  describe(
    @Param('code', code) _code: string,
    @Param('id', id) hotspotId: string,
    @TheActor() actor: Actor,
    @IfMatch() version: number,
    @Body({ schema: problemText }) body: ProblemText,
  ) {
    return this.work.describe(actor, hotspotId, version, body);
  }

  /** Writes the follow-up anew: production, process, effect; the earlier versions stay. */
  @Put('hotspots/:id/follow-up')
  @Requires('hotspot:decide')
  @ApiHeader(readNumber)
  @ApiOkResponse({ standardSchema: followUpVersion })
  followUp(
    @Param('code', code) _code: string,
    @Param('id', id) hotspotId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @IfMatch() version: number,
    @Body({ schema: followUpText }) body: FollowUpText,
  ) {
    return this.work.followUp(actor, { id: hotspotId, version, language }, body);
  }

  /** All that has happened with a hot spot, the latest first. */
  @Get('hotspots/:id/timeline')
  @Requires('hotspot:read')
  @ApiOkResponse({ standardSchema: z.array(timelineEntry) })
  timelineOf(@Param('code', code) _code: string, @Param('id', id) hotspotId: string, @TheActor() actor: Actor) {
    return this.timeline.of(actor, hotspotId);
  }

  /** New reports inside open hot spots that one’s own organisation answers for. */
  @Get('hotspot-news')
  @Requires('incident:read')
  @ApiOkResponse({ standardSchema: z.array(hotspotNews) })
  newsList(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.news.list(actor);
  }

  /** One’s own organisation has seen what is new inside a hot spot. */
  @Post('hotspots/:id/seen')
  @HttpCode(204)
  @Requires('incident:read')
  @ApiNoContentResponse()
  seen(@Param('code', code) _code: string, @Param('id', id) hotspotId: string, @TheActor() actor: Actor) {
    return this.news.seen(actor, hotspotId);
  }
}
