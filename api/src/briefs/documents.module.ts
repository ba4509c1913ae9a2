import { Module } from '@nestjs/common';
import { HotspotsModule } from '../hotspots/hotspots.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { PromisesModule } from '../promises/promises.module.js';
import { SituationsModule } from '../situation/situations.module.js';
import { BaseMapsService } from './base-maps.service.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsService } from './documents.service.js';

@Module({
  imports: [HotspotsModule, MunicipalitiesModule, PromisesModule, SituationsModule],
  controllers: [DocumentsController],
  providers: [BaseMapsService, DocumentsService],
})
export class DocumentsModule {}
