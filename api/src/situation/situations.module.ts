import { Module } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { CoverageModule } from '../coverage/coverage.module.js';
import { HotspotsModule } from '../hotspots/hotspots.module.js';
import { AreaPrioritiesModule } from '../meetings/area-priorities.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { PromisesModule } from '../promises/promises.module.js';
import { AreaStatusesController } from './area-statuses.controller.js';
import { AreaStatusesService } from './area-statuses.service.js';
import { SituationDetailsService } from './situation-details.service.js';
import { ActionPlansService } from './action-plans.service.js';
import { LawCheckController } from './law-check.controller.js';
import { LawCheckService } from './law-check.service.js';
import { EditionsController } from './editions.controller.js';
import { EditionsService } from './editions.service.js';
import { PublicationsService } from './publications.service.js';
import { SituationVersionsService } from './situation-versions.service.js';
import { SituationsController } from './situations.controller.js';
import { SituationsService } from './situations.service.js';

@Module({
  imports: [
    ActionsModule,
    AreaPrioritiesModule,
    CalendarModule,
    AssessmentsModule,
    CoverageModule,
    HotspotsModule,
    MunicipalitiesModule,
    PromisesModule,
  ],
  controllers: [AreaStatusesController, EditionsController, LawCheckController, SituationsController],
  providers: [
    AreaStatusesService,
    ActionPlansService,
    EditionsService,
    LawCheckService,
    PublicationsService,
    SituationDetailsService,
    SituationsService,
    SituationVersionsService,
  ],
  exports: [
    ActionPlansService,
    AreaStatusesService,
    EditionsService,
    LawCheckService,
    SituationsService,
    SituationVersionsService,
  ],
})
export class SituationsModule {}
