import { Module } from '@nestjs/common';
import { BaselinesModule } from '../baselines/baselines.module.js';
import { HotspotsModule } from '../hotspots/hotspots.module.js';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { AlertsController } from './alerts.controller.js';
import { AlertsService } from './alerts.service.js';
import { AnalysesController } from './analyses.controller.js';
import { AnalysesService } from './analyses.service.js';
import { AnalysisInputs } from './analysis-inputs.service.js';
import { AnalysisPool } from './analysis-pool.service.js';
import { AnalysisRuns } from './analysis-runs.service.js';
import { NightlyScans } from './nightly-scans.service.js';
import { RunReadings } from './run-readings.service.js';

@Module({
  imports: [BaselinesModule, HotspotsModule, IncidentsModule, MunicipalitiesModule],
  controllers: [AnalysesController, AlertsController],
  providers: [AnalysesService, AnalysisInputs, AnalysisPool, AnalysisRuns, AlertsService, NightlyScans, RunReadings],
  exports: [AlertsService, AnalysesService, AnalysisPool],
})
export class AnalysesModule {}
