import { Module } from '@nestjs/common';
import { ClearedTextsController } from './cleared-texts.controller.js';
import { ClearedTextsService } from './cleared-texts.service.js';
import { CorrectionsService } from './corrections.service.js';
import { IncidentBatchesController } from './incident-batches.controller.js';
import { IncidentBatchesService } from './incident-batches.service.js';
import { IncidentRowsService } from './incident-rows.service.js';
import { IncidentsController } from './incidents.controller.js';
import { IncidentsService } from './incidents.service.js';
import { NearbyController } from './nearby.controller.js';
import { NearbyService } from './nearby.service.js';

@Module({
  controllers: [IncidentBatchesController, NearbyController, IncidentsController, ClearedTextsController],
  providers: [
    IncidentRowsService,
    CorrectionsService,
    IncidentBatchesService,
    NearbyService,
    IncidentsService,
    ClearedTextsService,
  ],
  exports: [IncidentRowsService, IncidentsService],
})
export class IncidentsModule {}
