import { Module } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module.js';
import { BaseMapsService } from '../briefs/base-maps.service.js';
import { HotspotsModule } from '../hotspots/hotspots.module.js';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { SituationsModule } from '../situation/situations.module.js';
import { PictureCopiesController } from './picture-copies.controller.js';
import { PictureCopiesService } from './picture-copies.service.js';
import { ViewPicturesService } from './view-pictures.service.js';
import { ViewsController } from './views.controller.js';
import { ViewsService } from './views.service.js';

@Module({
  imports: [ActionsModule, HotspotsModule, IncidentsModule, MunicipalitiesModule, SituationsModule],
  controllers: [ViewsController, PictureCopiesController],
  // The base maps are kept here a second time: documents may show views, so this module cannot import theirs.
  providers: [BaseMapsService, PictureCopiesService, ViewPicturesService, ViewsService],
  exports: [ViewsService],
})
export class ViewsModule {}
