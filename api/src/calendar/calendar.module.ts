import { Module } from '@nestjs/common';
import { CalendarActivitiesService } from './calendar-activities.service.js';
import { CalendarSuggestionsService } from './calendar-suggestions.service.js';
import { CalendarController } from './calendar.controller.js';
import { CalendarService } from './calendar.service.js';

@Module({
  controllers: [CalendarController],
  providers: [CalendarService, CalendarActivitiesService, CalendarSuggestionsService],
  exports: [CalendarService, CalendarActivitiesService, CalendarSuggestionsService],
})
export class CalendarModule {}
