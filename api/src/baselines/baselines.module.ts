import { Module } from '@nestjs/common';
import { ImportsModule } from '../imports/imports.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { BaselineChangesService } from './baseline-changes.service.js';
import { BaselineReaderService } from './baseline-reader.service.js';
import { BaselinesController } from './baselines.controller.js';
import { BaselinesService } from './baselines.service.js';

@Module({
  imports: [ImportsModule, MunicipalitiesModule],
  controllers: [BaselinesController],
  providers: [BaselinesService, BaselineChangesService, BaselineReaderService],
  exports: [BaselinesService],
})
export class BaselinesModule {}
