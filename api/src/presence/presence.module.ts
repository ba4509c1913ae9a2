import { Module } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module.js';
import { HotspotsModule } from '../hotspots/hotspots.module.js';
import { PromisesModule } from '../promises/promises.module.js';
import { MobilisationsController } from './mobilisations.controller.js';
import { MobilisationsService } from './mobilisations.service.js';
import { PlaceHistoryService } from './place-history.service.js';
import { PresencesController } from './presences.controller.js';
import { PresencesService } from './presences.service.js';

/** Being at places: when it pays, that one was there, what was done there before, whom to call. */
@Module({
  imports: [ActionsModule, HotspotsModule, PromisesModule],
  controllers: [PresencesController, MobilisationsController],
  providers: [PresencesService, PlaceHistoryService, MobilisationsService],
  exports: [PresencesService],
})
export class PresenceModule {}
