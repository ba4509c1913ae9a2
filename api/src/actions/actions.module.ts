import { Module } from '@nestjs/common';
import { MailModule } from '../mail/mail.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { ActionLinksController } from './action-links.controller.js';
import { ActionLinksService } from './action-links.service.js';
import { ActionsController } from './actions.controller.js';
import { ActionsService } from './actions.service.js';
import { CalendarFeedsController } from './calendar-feeds.controller.js';
import { CalendarFeedsService } from './calendar-feeds.service.js';

/** Actions, for whoever makes a plan or a decision; the owner's link; the calendars that people subscribe to. */
@Module({
  imports: [MailModule, MunicipalitiesModule],
  controllers: [ActionsController, ActionLinksController, CalendarFeedsController],
  providers: [ActionsService, ActionLinksService, CalendarFeedsService],
  exports: [ActionsService, CalendarFeedsService],
})
export class ActionsModule {}
