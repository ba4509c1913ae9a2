import { Module } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { HotspotsModule } from '../hotspots/hotspots.module.js';
import { HotspotWorkModule } from '../hotspots/hotspot-work.module.js';
import { MeetingsModule } from '../meetings/meetings.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { PromisesModule } from '../promises/promises.module.js';
import { SituationsModule } from '../situation/situations.module.js';
import { ViewsModule } from '../views/views.module.js';
import { BaseMapsService } from './base-maps.service.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsService } from './documents.service.js';
import { DocumentNotesService } from './document-notes.service.js';
import { MinutesDocumentsService } from './minutes-documents.service.js';
import { PlaceDocumentsService } from './place-documents.service.js';
import { SituationDocumentsService } from './situation-documents.service.js';
import { WeekendDocumentsService } from './weekend-documents.service.js';

@Module({
  imports: [
    ActionsModule,
    CalendarModule,
    HotspotsModule,
    HotspotWorkModule,
    MeetingsModule,
    MunicipalitiesModule,
    PromisesModule,
    SituationsModule,
    ViewsModule,
  ],
  controllers: [DocumentsController],
  providers: [
    BaseMapsService,
    DocumentNotesService,
    DocumentsService,
    MinutesDocumentsService,
    PlaceDocumentsService,
    SituationDocumentsService,
    WeekendDocumentsService,
  ],
})
export class DocumentsModule {}
