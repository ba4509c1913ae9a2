import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { ActionsModule } from '../actions/actions.module.js';
import { AnalysesModule } from '../analyses/analyses.module.js';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { CoverageModule } from '../coverage/coverage.module.js';
import { HotspotWorkModule } from '../hotspots/hotspot-work.module.js';
import { HotspotsModule } from '../hotspots/hotspots.module.js';
import { ImportsModule } from '../imports/imports.module.js';
import { MeetingsModule } from '../meetings/meetings.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { PresenceModule } from '../presence/presence.module.js';
import { PromisesModule } from '../promises/promises.module.js';
import { RegistersModule } from '../registers/registers.module.js';
import { ReviewsModule } from '../reviews/reviews.module.js';
import { SituationsModule } from '../situation/situations.module.js';
import { StartPlacesService } from './start-places.service.js';
import { StartResultsService } from './start-results.service.js';
import { StartWorkService } from './start-work.service.js';
import { StartController } from './start.controller.js';
import { StartService } from './start.service.js';

@Module({
  imports: [
    AccessModule,
    ActionsModule,
    AnalysesModule,
    AssessmentsModule,
    CalendarModule,
    CoverageModule,
    HotspotWorkModule,
    HotspotsModule,
    ImportsModule,
    MeetingsModule,
    MunicipalitiesModule,
    PresenceModule,
    PromisesModule,
    RegistersModule,
    ReviewsModule,
    SituationsModule,
  ],
  controllers: [StartController],
  providers: [StartService, StartWorkService, StartResultsService, StartPlacesService],
})
export class StartModule {}
