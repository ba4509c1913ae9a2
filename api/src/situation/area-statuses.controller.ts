import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { type Language, TheLanguage } from '../app/language.js';
import { wholeMunicipality } from './area-status.js';
import {
  areaStatus,
  areaStatuses,
  areaStatusHistory,
  newAreaStatus,
  type NewAreaStatus,
} from './area-status.schema.js';
import { AreaStatusesService } from './area-statuses.service.js';

const code = { schema: municipalityCode };
const week = { schema: z.string().max(20) };
const asked = z.object({ week: z.string().max(20).optional().describe('ISO week; without it the running one') });
const area = {
  schema: z.union([z.uuid(), z.literal(wholeMunicipality)]).describe('`municipality` where there are no areas'),
};

@ApiTags('situations')
@Controller('api/v1/municipalities/:code')
export class AreaStatusesController {
  constructor(private readonly statuses: AreaStatusesService) {}

  /** What colour each area has in a week, with the reports of the week against the same weeks of earlier years. */
  @Get('area-statuses')
  @Requires('map:read')
  @ApiOkResponse({ standardSchema: areaStatuses })
  list(
    @Param('code', code) _code: string,
    @Query({ schema: asked }) query: z.infer<typeof asked>,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.statuses.get(actor, query.week, language);
  }

  /** Gives an area its colour in a week with one sentence. What was decided before is kept. */
  @Put('area-statuses/:week/:areaId')
  @Requires('situation:write')
  @ApiOkResponse({ standardSchema: areaStatus })
  put(
    @Param('code', code) _code: string,
    @Param('week', week) weekText: string,
    @Param('areaId', area) areaId: string,
    @TheActor() actor: Actor,
    @Body({ schema: newAreaStatus }) input: NewAreaStatus,
    @TheLanguage() language: Language,
  ) {
    return this.statuses.put(actor, { weekText, areaId, input }, language);
  }

  /** Every colour that an area was given, the latest first. */
  @Get('area-statuses/:areaId/history')
  @Requires('map:read')
  @ApiOkResponse({ standardSchema: areaStatusHistory })
  history(@Param('code', code) _code: string, @Param('areaId', area) areaId: string, @TheActor() actor: Actor) {
    return this.statuses.history(actor, areaId);
  }
}
