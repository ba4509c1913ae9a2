import { Module } from '@nestjs/common';
import { BaseMapsService } from '../briefs/base-maps.service.js';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { ViewsController } from './views.controller.js';
import { ViewsService } from './views.service.js';

@Module({
  imports: [IncidentsModule, MunicipalitiesModule],
  controllers: [ViewsController],
  // The base maps are kept here a second time: documents may show views, so this module cannot import theirs.
  providers: [BaseMapsService, ViewsService],
  exports: [ViewsService],
})
export class ViewsModule {}
