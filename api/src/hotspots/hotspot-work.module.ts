import { Module } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { CausesController } from './causes.controller.js';
import { CausesService } from './causes.service.js';
import { ContactsService } from './contacts.service.js';
import { HotspotsModule } from './hotspots.module.js';
import { MergesService } from './merges.service.js';
import { MovesController } from './moves.controller.js';
import { NewsService } from './news.service.js';
import { OpenHotspotService } from './open-hotspot.service.js';
import { StagesService } from './stages.service.js';
import { TimelineService } from './timeline.service.js';
import { WorkController } from './work.controller.js';
import { WorkService } from './work.service.js';

/**
 * The work with a hot spot. A module of its own beside HotspotsModule: the work needs actions, and what actions, promises
 * and analyses need of hot spots needs none of the work.
 */
@Module({
  imports: [HotspotsModule, ActionsModule, MunicipalitiesModule],
  controllers: [WorkController, CausesController, MovesController],
  providers: [
    OpenHotspotService,
    WorkService,
    StagesService,
    CausesService,
    ContactsService,
    MergesService,
    TimelineService,
    NewsService,
  ],
  exports: [WorkService, StagesService, CausesService, ContactsService, TimelineService, NewsService],
})
export class HotspotWorkModule {}
