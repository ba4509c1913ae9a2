import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { type Caller, Requires, TheActor, TheCaller } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { etagOf, IfMatch } from '../app/etag.js';
import { type Language, TheLanguage } from '../app/language.js';
import { LiveMeetings } from './live-meetings.service.js';
import { MeetingClosingService } from './meeting-closing.service.js';
import { MeetingAgendaService } from './meeting-agenda.service.js';
import {
  agenda,
  type Closing,
  closing,
  counts,
  countsQuery,
  type MeetingBody,
  type MeetingChange,
  meeting,
  meetingChange,
  type MeetingQuery,
  meetingQuery,
  meetingSummary,
  type NewMeeting,
  newMeeting,
} from './meeting.schema.js';
import { MeetingsService } from './meetings.service.js';
import { openStream, revisionOf } from './live-stream.js';

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };

@ApiTags('meetings')
@Controller('api/v1/municipalities/:code/meetings')
export class MeetingsController {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly agendas: MeetingAgendaService,
    private readonly closings: MeetingClosingService,
    private readonly live: LiveMeetings,
  ) {}

  /** Meetings, the latest first. */
  @Get()
  @Requires('meeting:read')
  @ApiOkResponse({ standardSchema: z.array(meetingSummary) })
  list(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Query({ schema: meetingQuery }) query: MeetingQuery,
  ) {
    return this.meetings.list(actor, query, language);
  }

  /** Makes a meeting outside any series, with the group's members and agenda. */
  @Post()
  @Requires('meeting:write')
  @ApiCreatedResponse({ standardSchema: meeting })
  create(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Body({ schema: newMeeting }) body: NewMeeting,
  ) {
    return this.meetings.create(actor, body, language);
  }

  /** How many meetings of each kind a year holds: planned, held, and when the last was. */
  @Get('counts')
  @Requires('meeting:read')
  @ApiOkResponse({ standardSchema: counts })
  counts(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @Query({ schema: countsQuery }) query: { year: number },
  ) {
    return this.meetings.counts(actor, query.year);
  }

  /** One meeting with its participants, agenda, notes, decisions and what else was settled. */
  @Get(':id')
  @Requires('meeting:read')
  @ApiOkResponse({ standardSchema: meeting })
  async get(
    @Param('code', code) _code: string,
    @Param('id', id) meetingId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MeetingBody> {
    // The tag is for If-Match: notes, decisions and attendance do not raise it, so "unchanged" is never answered.
    delete request.headers['if-none-match'];
    return tagged(response, await this.meetings.get(actor, meetingId, language));
  }

  /** What the agenda has filled itself with, for the reader: of the reports that the reader may see. */
  @Get(':id/agenda')
  @Requires('meeting:read')
  @ApiOkResponse({ standardSchema: agenda })
  agenda(
    @Param('code', code) _code: string,
    @Param('id', id) meetingId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.agendas.get(actor, meetingId, language);
  }

  /** Changes when and where a meeting is, its title, kind, Dnr and class. */
  @Patch(':id')
  @Requires('meeting:write')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read' })
  @ApiOkResponse({ standardSchema: meeting })
  async change(
    @Param('code', code) _code: string,
    @Param('id', id) meetingId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @IfMatch() version: number,
    @Body({ schema: meetingChange }) input: MeetingChange,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MeetingBody> {
    return tagged(response, await this.meetings.change(actor, { id: meetingId, version, input }, language));
  }

  /** Cancels a planned meeting; its series goes on. */
  @Delete(':id')
  @Requires('meeting:write')
  @ApiOkResponse({ standardSchema: meeting })
  cancel(
    @Param('code', code) _code: string,
    @Param('id', id) meetingId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.meetings.cancel(actor, meetingId, language);
  }

  /** Opens a planned meeting. */
  @Post(':id/opening')
  @HttpCode(200)
  @Requires('meeting:write')
  @ApiOkResponse({ standardSchema: meeting })
  open(
    @Param('code', code) _code: string,
    @Param('id', id) meetingId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.meetings.open(actor, meetingId, language);
  }

  /** Closes an open meeting: its minutes are frozen, and the next meeting of the series is planned. */
  @Post(':id/closing')
  @HttpCode(200)
  @Requires('meeting:write')
  @ApiOkResponse({ standardSchema: meeting })
  async close(
    @Param('code', code) _code: string,
    @Param('id', id) meetingId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Body({ schema: closing }) body: Closing,
  ) {
    await this.closings.close(actor, meetingId, body);
    return this.meetings.get(actor, meetingId, language);
  }

  /** What changes in a meeting, as it changes: events `hello`, `changed` {revision, what, id}, `present` {count} and `ended`. */
  @Get(':id/live')
  @Requires('meeting:read')
  @ApiProduces('text/event-stream')
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The revision after which to go on' })
  @ApiOkResponse({ description: 'Server-sent events', schema: { type: 'string' } })
  async follow(
    @Param('code', code) _code: string,
    @Param('id', id) meetingId: string,
    @TheActor() actor: Actor,
    @TheCaller() caller: Caller,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const known = revisionOf(lastEventId);
    await openStream(request, response, (sink) => this.live.listen({ actor, caller, meetingId, known }, sink));
  }
}

function tagged(response: Response, body: MeetingBody): MeetingBody {
  response.setHeader('ETag', etagOf(body.version));
  response.setHeader('Cache-Control', 'no-store');
  return body;
}
