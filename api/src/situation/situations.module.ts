import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { CoverageModule } from '../coverage/coverage.module.js';
import { HotspotsModule } from '../hotspots/hotspots.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { PromisesModule } from '../promises/promises.module.js';
import { AreaStatusesController } from './area-statuses.controller.js';
import { AreaStatusesService } from './area-statuses.service.js';
import { SituationDetailsService } from './situation-details.service.js';
import { SituationsController } from './situations.controller.js';
import { SituationsService } from './situations.service.js';

@Module({
  imports: [AssessmentsModule, CoverageModule, HotspotsModule, MunicipalitiesModule, PromisesModule],
  controllers: [AreaStatusesController, SituationsController],
  providers: [AreaStatusesService, SituationDetailsService, SituationsService],
  exports: [AreaStatusesService, SituationsService],
})
export class SituationsModule {}
