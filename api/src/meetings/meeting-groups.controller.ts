import { Body, Controller, Get, Param, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { etagOf, IfMatch } from '../app/etag.js';
import { type Language, TheLanguage } from '../app/language.js';
import {
  meetingGroup,
  type MeetingGroupChange,
  meetingGroupChange,
  meetingSeries,
  type NewMeetingGroup,
  newMeetingGroup,
  type NewMeetingSeries,
  newMeetingSeries,
} from './meeting-group.schema.js';
import { MeetingGroupsService } from './meeting-groups.service.js';
import { MeetingSeriesService } from './meeting-series.service.js';

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };

@ApiTags('meetings')
@Controller('api/v1/municipalities/:code')
export class MeetingGroupsController {
  constructor(
    private readonly groups: MeetingGroupsService,
    private readonly series: MeetingSeriesService,
  ) {}

  /** The standing groups with their members by function. */
  @Get('meeting-groups')
  @Requires('meeting:read')
  @ApiOkResponse({ standardSchema: z.array(meetingGroup) })
  list(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.groups.list(actor);
  }

  /** Makes a standing group. */
  @Post('meeting-groups')
  @Requires('meeting:write')
  @ApiCreatedResponse({ standardSchema: meetingGroup })
  create(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @Body({ schema: newMeetingGroup }) body: NewMeetingGroup,
  ) {
    return this.groups.create(actor, body);
  }

  /** One group. */
  @Get('meeting-groups/:id')
  @Requires('meeting:read')
  @ApiOkResponse({ standardSchema: meetingGroup })
  async get(
    @Param('code', code) _code: string,
    @Param('id', id) groupId: string,
    @TheActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ) {
    return tagged(response, await this.groups.get(actor, groupId));
  }

  /** Puts a group as it is given: name, kind, members and the usual agenda. */
  @Put('meeting-groups/:id')
  @Requires('meeting:write')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read' })
  @ApiOkResponse({ standardSchema: meetingGroup })
  async change(
    @Param('code', code) _code: string,
    @Param('id', id) groupId: string,
    @TheActor() actor: Actor,
    @IfMatch() version: number,
    @Body({ schema: meetingGroupChange }) body: MeetingGroupChange,
    @Res({ passthrough: true }) response: Response,
  ) {
    return tagged(response, await this.groups.change(actor, groupId, version, body));
  }

  /** Every series with its rhythm in words and its next days. */
  @Get('meeting-series')
  @Requires('meeting:read')
  @ApiOkResponse({ standardSchema: z.array(meetingSeries) })
  listSeries(@Param('code', code) _code: string, @TheActor() actor: Actor, @TheLanguage() language: Language) {
    return this.series.list(actor, language);
  }

  /** Makes a series; its next meeting is planned at once. */
  @Post('meeting-series')
  @Requires('meeting:write')
  @ApiCreatedResponse({ standardSchema: meetingSeries })
  createSeries(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Body({ schema: newMeetingSeries }) body: NewMeetingSeries,
  ) {
    return this.series.create(actor, body, language);
  }

  /** Puts a series as it is given. The group stays; a meeting that is planned stays as it is. */
  @Put('meeting-series/:id')
  @Requires('meeting:write')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version that was read, as an ETag' })
  @ApiOkResponse({ standardSchema: meetingSeries })
  async changeSeries(
    @Param('code', code) _code: string,
    @Param('id', id) seriesId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @IfMatch() version: number,
    @Body({ schema: newMeetingSeries }) input: NewMeetingSeries,
    @Res({ passthrough: true }) response: Response,
  ) {
    return tagged(response, await this.series.change(actor, { id: seriesId, version, input }, language));
  }
}

function tagged<Body extends { readonly version: number }>(response: Response, body: Body): Body {
  response.setHeader('ETag', etagOf(body.version));
  return body;
}
