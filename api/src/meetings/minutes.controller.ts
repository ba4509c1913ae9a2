import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { type Language, TheLanguage } from '../app/language.js';
import { areaStatus } from '../situation/area-status.schema.js';
import { MeetingColoursService } from './meeting-colours.service.js';
import { type MeetingColour, meetingColour } from './meeting-part.schema.js';
import { minutes, minutesQuery, type NewMinutes, newMinutes } from './minutes.schema.js';
import { MinutesService } from './minutes.service.js';

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };
const area = { schema: z.union([z.uuid(), z.literal('municipality')]) };

@ApiTags('meetings')
@Controller('api/v1/municipalities/:code/meetings/:id')
export class MinutesController {
  constructor(
    private readonly kept: MinutesService,
    private readonly colours: MeetingColoursService,
  ) {}

  /** The frozen minutes of a closed meeting, in the newest version unless another is asked for. */
  @Get('minutes')
  @Requires('meeting:read')
  @ApiOkResponse({ standardSchema: minutes })
  get(
    @Param('code', code) _code: string,
    @Param('id', id) meetingId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Query({ schema: minutesQuery }) query: { version?: number },
  ) {
    return this.kept.get(actor, meetingId, language, query.version);
  }

  /** Puts notes of a closed meeting right: a new version with its reason; the old ones stay. */
  @Post('minutes')
  @Requires('meeting:write')
  @ApiCreatedResponse({ standardSchema: minutes })
  async correct(
    @Param('code', code) _code: string,
    @Param('id', id) meetingId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Body({ schema: newMinutes }) body: NewMinutes,
  ) {
    await this.kept.correct(actor, meetingId, body);
    return this.kept.get(actor, meetingId, language);
  }

  /** Gives an area its colour in the meeting’s week; those who follow the meeting hear of it. */
  @Put('areas/:area')
  @Requires('meeting:write')
  @ApiOkResponse({ standardSchema: areaStatus })
  setColour(
    @Param('code', code) _code: string,
    @Param('id', id) meetingId: string,
    @Param('area', area) areaId: string,
    @TheActor() actor: Actor,
    @Body({ schema: meetingColour }) body: MeetingColour,
  ) {
    return this.colours.set(actor, meetingId, areaId, body);
  }
}
