import { Module } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module.js';
import { CalendarActivitiesService } from './calendar-activities.service.js';
import { CalendarSuggestionsService } from './calendar-suggestions.service.js';
import { CalendarSourceService } from './calendar-source.service.js';
import { CalendarController } from './calendar.controller.js';
import { CalendarService } from './calendar.service.js';

@Module({
  imports: [ActionsModule],
  controllers: [CalendarController],
  providers: [CalendarService, CalendarActivitiesService, CalendarSuggestionsService, CalendarSourceService],
  exports: [CalendarService, CalendarActivitiesService, CalendarSuggestionsService],
})
export class CalendarModule {}
