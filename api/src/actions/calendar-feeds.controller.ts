import { Controller, Delete, Get, Header, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Public, Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { calendarFeed } from './calendar-feed.schema.js';
import { CalendarFeedsService } from './calendar-feeds.service.js';

const code = { schema: municipalityCode };
const file = { schema: z.string().regex(/^[\w-]{43}\.ics$/, 'wrong-form') };

@ApiTags('calendar-feeds')
@Controller('api/v1')
export class CalendarFeedsController {
  constructor(private readonly feeds: CalendarFeedsService) {}

  /** Whether the caller has a calendar feed, and since when. */
  @Get('municipalities/:code/calendar-feed')
  @Requires('action:read')
  @ApiOkResponse({ standardSchema: calendarFeed })
  get(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.feeds.get(actor);
  }

  /** Makes the caller's calendar feed, or gives it a new address; the address is told this once. */
  @Post('municipalities/:code/calendar-feed')
  @Requires('action:read')
  @ApiCreatedResponse({ standardSchema: calendarFeed })
  make(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.feeds.make(actor);
  }

  /** The address of the caller's calendar feed stops working. */
  @Delete('municipalities/:code/calendar-feed')
  @HttpCode(204)
  @Requires('action:read')
  @ApiNoContentResponse()
  revoke(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.feeds.revoke(actor);
  }

  /** The feed as iCalendar: due days and follow-ups of one's organisation, meetings, the annual wheel; nothing secret. */
  @Get('calendar-feeds/:file')
  @Public('a calendar program cannot sign in; the secret address is the proof, and it shows nothing that is secret')
  @Header('Cache-Control', 'private, no-store')
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  file(@Param('file', file) name: string, @Req() request: Request) {
    return this.feeds.file(name.slice(0, -'.ics'.length), request.ip ?? '');
  }
}
