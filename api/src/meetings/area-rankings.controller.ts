import { Body, Controller, Get, Param, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { etagOf, IfMatch } from '../app/etag.js';
import { type Language, TheLanguage } from '../app/language.js';
import {
  areaRanking,
  type AreaRankingBody,
  type NewAreaPriorities,
  newAreaPriorities,
} from './area-priority.schema.js';
import { AreaRankingsService } from './area-rankings.service.js';

const code = { schema: municipalityCode };
const tertial = { schema: z.string().max(20) };

@ApiTags('meetings')
@Controller('api/v1/municipalities/:code/area-priorities')
export class AreaRankingsController {
  constructor(private readonly rankings: AreaRankingsService) {}

  /** What to choose among in a tertial (2026-T3): each area's figures, the need they suggest with the reason, what the group has set, and earlier choices. */
  @Get(':tertial')
  @Requires('map:read')
  @ApiOkResponse({ standardSchema: areaRanking })
  async get(
    @Param('code', code) _code: string,
    @Param('tertial', tertial) tertialText: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Res({ passthrough: true }) response: Response,
  ) {
    return tagged(response, await this.rankings.get(actor, tertialText, language));
  }

  /** Puts at most three areas first in a tertial, each with a reason, and sets need and influence of areas; what stood before is kept. */
  @Put(':tertial')
  @Requires('meeting:write')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read' })
  @ApiOkResponse({ standardSchema: areaRanking })
  async set(
    @Param('code', code) _code: string,
    @Param('tertial', tertial) tertialText: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @IfMatch() seen: number,
    @Body({ schema: newAreaPriorities }) input: NewAreaPriorities,
    @Res({ passthrough: true }) response: Response,
  ) {
    return tagged(response, await this.rankings.set(actor, { tertial: tertialText, seen, input }, language));
  }
}

/** The version goes in the ETag, to be sent back as If-Match. */
function tagged(response: Response, body: AreaRankingBody): AreaRankingBody {
  response.setHeader('ETag', etagOf(body.version));
  return body;
}
