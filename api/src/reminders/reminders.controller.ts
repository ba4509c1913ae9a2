import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Public, Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import {
  linkToken,
  type LinkToken,
  newReminderSetting,
  type NewReminderSetting,
  newSmsWebhook,
  type NewSmsWebhook,
  reminderLink,
  reminders,
  reminderTest,
  type ReminderTest,
} from './reminder.schema.js';
import { ReminderLinksService } from './reminder-links.service.js';
import { RemindersService } from './reminders.service.js';

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };

@ApiTags('reminders')
@Controller('api/v1')
export class RemindersController {
  constructor(
    private readonly reminders: RemindersService,
    private readonly links: ReminderLinksService,
  ) {}

  /** Whom to remind when and how, and what was sent. */
  @Get('municipalities/:code/reminders')
  @Requires('reminder:administer')
  @ApiOkResponse({ standardSchema: reminders })
  overview(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.reminders.overview(actor);
  }

  /** Says when and where an organisation is reminded. */
  @Put('municipalities/:code/reminders/:id')
  @Requires('reminder:administer')
  @ApiOkResponse({ standardSchema: reminders })
  set(
    @Param('code', code) _code: string,
    @Param('id', id) organisationId: string,
    @TheActor() actor: Actor,
    @Body({ schema: newReminderSetting }) body: NewReminderSetting,
  ) {
    return this.reminders.set(actor, organisationId, body);
  }

  /** Reminds one organisation now. */
  @Post('municipalities/:code/reminders/:id')
  @HttpCode(200)
  @Requires('reminder:administer')
  @ApiOkResponse({ standardSchema: reminders })
  remind(@Param('code', code) _code: string, @Param('id', id) organisationId: string, @TheActor() actor: Actor) {
    return this.reminders.remind(actor, organisationId);
  }

  /** Says which service of the municipality sends SMS. */
  @Put('municipalities/:code/reminder-sms')
  @Requires('reminder:administer')
  @ApiOkResponse({ standardSchema: reminders })
  setSms(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @Body({ schema: newSmsWebhook }) body: NewSmsWebhook,
  ) {
    return this.reminders.setSms(actor, body);
  }

  /** Stops sending SMS. */
  @Delete('municipalities/:code/reminder-sms')
  @HttpCode(204)
  @Requires('reminder:administer')
  @ApiNoContentResponse()
  removeSms(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.reminders.removeSms(actor);
  }

  /** Tries the way out: a letter to oneself, or an SMS to a number. */
  @Post('municipalities/:code/reminder-tests')
  @HttpCode(204)
  @Requires('reminder:administer')
  @ApiNoContentResponse()
  test(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @Body({ schema: reminderTest }) body: ReminderTest,
  ) {
    return this.reminders.test(actor, body.to);
  }

  /** What a link of a reminder is for; nothing is changed, so that a mail scanner may follow it. */
  @Post('reminder-link')
  @HttpCode(200)
  @Public('the link of a reminder is the proof; it tells one organisation and one week')
  @ApiOkResponse({ standardSchema: reminderLink })
  look(@Body({ schema: linkToken }) body: LinkToken) {
    return this.links.look(body.token);
  }

  /** Says by a link of a reminder that there is nothing to report. */
  @Post('reminder-link/nothing')
  @HttpCode(200)
  @Public('the link of a reminder is the proof; it answers once, for one organisation and one week')
  @ApiOkResponse({ standardSchema: reminderLink })
  sayNothing(@Body({ schema: linkToken }) body: LinkToken) {
    return this.links.sayNothing(body.token);
  }
}
