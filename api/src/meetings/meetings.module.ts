import { Module } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { SituationsModule } from '../situation/situations.module.js';
import { ViewsModule } from '../views/views.module.js';
import { AgendaFiguresService } from './agenda-figures.service.js';
import { AreaPrioritiesModule } from './area-priorities.module.js';
import { AreaRankingsController } from './area-rankings.controller.js';
import { AreaRankingsService } from './area-rankings.service.js';
import { LiveMeetings } from './live-meetings.service.js';
import { MeetingAgendaService } from './meeting-agenda.service.js';
import { MeetingCalendarService } from './meeting-calendar.service.js';
import { MeetingClosingService } from './meeting-closing.service.js';
import { MeetingDecisionsService } from './meeting-decisions.service.js';
import { MeetingFollower } from './meeting-follower.service.js';
import { MeetingGroupsController } from './meeting-groups.controller.js';
import { MeetingGroupsService } from './meeting-groups.service.js';
import { MeetingItemsService } from './meeting-items.service.js';
import { MeetingNotesService } from './meeting-notes.service.js';
import { MeetingPartsController } from './meeting-parts.controller.js';
import { MeetingPictureSweep } from './meeting-picture-sweep.service.js';
import { MeetingPicturesService } from './meeting-pictures.service.js';
import { MeetingPlanningService } from './meeting-planning.service.js';
import { MeetingSeriesService } from './meeting-series.service.js';
import { MeetingsController } from './meetings.controller.js';
import { MeetingsService } from './meetings.service.js';
import { MinutesController } from './minutes.controller.js';
import { MinutesService } from './minutes.service.js';
import { MeetingColoursService } from './meeting-colours.service.js';
import { MeetingWriting } from './meeting-writing.service.js';

@Module({
  imports: [
    ActionsModule,
    AreaPrioritiesModule,
    CalendarModule,
    IncidentsModule,
    MunicipalitiesModule,
    SituationsModule,
    ViewsModule,
  ],
  controllers: [
    AreaRankingsController,
    MeetingGroupsController,
    MeetingsController,
    MeetingPartsController,
    MinutesController,
  ],
  providers: [
    AgendaFiguresService,
    AreaRankingsService,
    LiveMeetings,
    MeetingAgendaService,
    MeetingCalendarService,
    MeetingClosingService,
    MeetingDecisionsService,
    MeetingFollower,
    MeetingGroupsService,
    MeetingItemsService,
    MeetingNotesService,
    MeetingPictureSweep,
    MeetingPicturesService,
    MeetingPlanningService,
    MeetingSeriesService,
    MeetingsService,
    MeetingColoursService,
    MeetingWriting,
    MinutesService,
  ],
  exports: [MeetingsService, MinutesService],
})
export class MeetingsModule {}
