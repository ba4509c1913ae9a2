import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { CoverageModule } from '../coverage/coverage.module.js';
import { HotspotsModule } from '../hotspots/hotspots.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { PromisesModule } from '../promises/promises.module.js';
import { SituationsController } from './situations.controller.js';
import { SituationsService } from './situations.service.js';

@Module({
  imports: [AssessmentsModule, CoverageModule, HotspotsModule, MunicipalitiesModule, PromisesModule],
  controllers: [SituationsController],
  providers: [SituationsService],
  exports: [SituationsService],
})
export class SituationsModule {}
