import { Module } from '@nestjs/common';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { HotspotsController } from './hotspots.controller.js';
import { HotspotsService } from './hotspots.service.js';
import { PlaceEventsService } from './place-events.service.js';

@Module({
  imports: [IncidentsModule, MunicipalitiesModule],
  controllers: [HotspotsController],
  providers: [HotspotsService, PlaceEventsService],
  exports: [HotspotsService, PlaceEventsService],
})
export class HotspotsModule {}
