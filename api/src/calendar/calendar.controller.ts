import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { etagOf, IfMatch } from '../app/etag.js';
import { type Language, TheLanguage } from '../app/language.js';
import { CalendarActivitiesService } from './calendar-activities.service.js';
import { CalendarSuggestionsService } from './calendar-suggestions.service.js';
import {
  type CalendarActivity,
  calendarActivity,
  calendarEntry,
  calendarPreview,
  type CalendarQuery,
  calendarQuery,
  calendarSuggestion,
  type NewCalendarActivity,
  newCalendarActivity,
  type NewCalendarOccurrence,
  newCalendarOccurrence,
  type NewCalendarPreview,
  newCalendarPreview,
  type TakenSuggestions,
  takenSuggestions,
} from './calendar.schema.js';
import { CalendarService } from './calendar.service.js';

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };
const day = { schema: z.iso.date() };
const suggestion = { schema: z.string().max(40) };

@ApiTags('calendar')
@Controller('api/v1/municipalities/:code')
export class CalendarController {
  constructor(
    private readonly calendar: CalendarService,
    private readonly activities: CalendarActivitiesService,
    private readonly suggestions: CalendarSuggestionsService,
  ) {}

  /** What comes between two days: activities, communication, arrangements, risk weekends, school breaks and national days. */
  @Get('calendar')
  @Requires('calendar:read')
  @ApiOkResponse({ standardSchema: z.array(calendarEntry) })
  entries(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @Query({ schema: calendarQuery }) query: CalendarQuery,
    @TheLanguage() language: Language,
  ) {
    return this.calendar.list(actor, query, language);
  }

  /** What comes back each year, with its rule in words. */
  @Get('calendar-activities')
  @Requires('calendar:read')
  @ApiOkResponse({ standardSchema: z.array(calendarActivity) })
  list(@Param('code', code) _code: string, @TheActor() actor: Actor, @TheLanguage() language: Language) {
    return this.activities.list(actor, language);
  }

  /** One activity. */
  @Get('calendar-activities/:id')
  @Requires('calendar:read')
  @ApiOkResponse({ standardSchema: calendarActivity })
  async get(
    @Param('code', code) _code: string,
    @Param('id', id) activityId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CalendarActivity> {
    return tagged(response, await this.activities.get(actor, activityId, language));
  }

  /** Puts an activity into the wheel. */
  @Post('calendar-activities')
  @Requires('calendar:write')
  @ApiCreatedResponse({ standardSchema: calendarActivity })
  async create(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @Body({ schema: newCalendarActivity }) body: NewCalendarActivity,
    @TheLanguage() language: Language,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CalendarActivity> {
    return tagged(response, await this.activities.create(actor, body, language));
  }

  /** Changes an activity over the version that was read. */
  @Put('calendar-activities/:id')
  @Requires('calendar:write')
  @ApiOkResponse({ standardSchema: calendarActivity })
  async change(
    @Param('code', code) _code: string,
    @Param('id', id) activityId: string,
    @TheActor() actor: Actor,
    @IfMatch() version: number,
    @Body({ schema: newCalendarActivity }) body: NewCalendarActivity,
    @TheLanguage() language: Language,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CalendarActivity> {
    return tagged(response, await this.activities.change(actor, { id: activityId, version }, body, language));
  }

  /** Takes an activity out of the wheel; it can be brought back. */
  @Delete('calendar-activities/:id')
  @HttpCode(204)
  @Requires('calendar:write')
  @ApiNoContentResponse()
  remove(@Param('code', code) _code: string, @Param('id', id) activityId: string, @TheActor() actor: Actor) {
    return this.activities.remove(actor, activityId);
  }

  /** Brings an activity back that was taken out. */
  @Post('calendar-activities/:id/restoration')
  @HttpCode(200)
  @Requires('calendar:write')
  @ApiOkResponse({ standardSchema: calendarActivity })
  restore(
    @Param('code', code) _code: string,
    @Param('id', id) activityId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.activities.restore(actor, activityId, language);
  }

  /** Says of one time, by the day on which the rule puts it, that it is done, moved or skipped; on another day an extra time is added. */
  @Put('calendar-activities/:id/occurrences/:day')
  @Requires('calendar:write')
  @ApiOkResponse({ standardSchema: calendarActivity })
  say(
    @Param('code', code) _code: string,
    @Param('id', id) activityId: string,
    @Param('day', day) plannedOn: string,
    @TheActor() actor: Actor,
    @Body({ schema: newCalendarOccurrence }) body: NewCalendarOccurrence,
    @TheLanguage() language: Language,
  ) {
    return this.activities.say(actor, { id: activityId, plannedOn }, body, language);
  }

  /** Takes back what was said of one time. */
  @Delete('calendar-activities/:id/occurrences/:day')
  @Requires('calendar:write')
  @ApiOkResponse({ standardSchema: calendarActivity })
  takeBack(
    @Param('code', code) _code: string,
    @Param('id', id) activityId: string,
    @Param('day', day) plannedOn: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.activities.takeBack(actor, { id: activityId, plannedOn }, language);
  }

  /** A rule in words, and its times of three years; nothing is saved. */
  @Post('calendar-previews')
  @HttpCode(200)
  @Requires('calendar:read')
  @ApiOkResponse({ standardSchema: calendarPreview })
  preview(
    @Param('code', code) _code: string,
    @Body({ schema: newCalendarPreview }) body: NewCalendarPreview,
    @TheLanguage() language: Language,
  ) {
    return this.calendar.preview(body, language);
  }

  /** What the municipality may take into its wheel, or leave. */
  @Get('calendar-suggestions')
  @Requires('calendar:read')
  @ApiOkResponse({ standardSchema: z.array(calendarSuggestion) })
  suggested(@Param('code', code) _code: string, @TheActor() actor: Actor, @TheLanguage() language: Language) {
    return this.suggestions.list(actor, language);
  }

  /** Takes suggestions into the wheel as they are. */
  @Post('calendar-suggestions/taken')
  @HttpCode(200)
  @Requires('calendar:write')
  @ApiOkResponse({ standardSchema: z.array(calendarSuggestion) })
  take(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @Body({ schema: takenSuggestions }) body: TakenSuggestions,
    @TheLanguage() language: Language,
  ) {
    return this.suggestions.take(actor, body, language);
  }

  /** Says that a suggestion is not for this municipality. */
  @Put('calendar-suggestions/:suggestion/left')
  @Requires('calendar:write')
  @ApiOkResponse({ standardSchema: z.array(calendarSuggestion) })
  leave(
    @Param('code', code) _code: string,
    @Param('suggestion', suggestion) suggestionCode: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.suggestions.leave(actor, suggestionCode, true, language);
  }

  /** Shows a suggestion again that was left. */
  @Delete('calendar-suggestions/:suggestion/left')
  @Requires('calendar:write')
  @ApiOkResponse({ standardSchema: z.array(calendarSuggestion) })
  want(
    @Param('code', code) _code: string,
    @Param('suggestion', suggestion) suggestionCode: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.suggestions.leave(actor, suggestionCode, false, language);
  }
}

function tagged(response: Response, body: CalendarActivity): CalendarActivity {
  response.setHeader('ETag', etagOf(body.version));
  return body;
}
