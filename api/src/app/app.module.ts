import { type DynamicModule, Global, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { AccessModule } from '../access/access.module.js';
import { ActionsModule } from '../actions/actions.module.js';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { BaselinesModule } from '../baselines/baselines.module.js';
import { DocumentsModule } from '../briefs/documents.module.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { CoverageModule } from '../coverage/coverage.module.js';
import { DevicesModule } from '../devices/devices.module.js';
import { FaultsModule } from '../faults/faults.module.js';
import { AnalysesModule } from '../analyses/analyses.module.js';
import { HotspotWorkModule } from '../hotspots/hotspot-work.module.js';
import { HotspotsModule } from '../hotspots/hotspots.module.js';
import { ImportsModule } from '../imports/imports.module.js';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { MeetingsModule } from '../meetings/meetings.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { PoliceFeedModule } from '../police-feed/police-feed.module.js';
import { PresenceModule } from '../presence/presence.module.js';
import { PromisesModule } from '../promises/promises.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { ReviewsModule } from '../reviews/reviews.module.js';
import { RegistersModule } from '../registers/registers.module.js';
import { SituationsModule } from '../situation/situations.module.js';
import { FiguresModule } from '../figures/figures.module.js';
import { TilesModule } from '../tiles/tiles.module.js';
import { ViewsModule } from '../views/views.module.js';
import { StartModule } from '../start/start.module.js';
import { connection, Database } from './database.js';
import type { Environment } from './environment.js';
import { HealthController } from './health.controller.js';
import { ENVIRONMENT, LOGGER } from './injection.js';
import { JobsModule } from './jobs.module.js';

/** Every room of the house. */
const features = [
  AccessModule,
  MunicipalitiesModule,
  // Before the incidents: its `incidents/mine` is no `incidents/:id`.
  ReviewsModule,
  IncidentsModule,
  DevicesModule,
  FaultsModule,
  ImportsModule,
  BaselinesModule,
  HotspotsModule,
  AnalysesModule,
  PromisesModule,
  RegistersModule,
  CoverageModule,
  SituationsModule,
  DocumentsModule,
  PoliceFeedModule,
  RemindersModule,
  AssessmentsModule,
  CalendarModule,
  ViewsModule,
  TilesModule,
  FiguresModule,
  ActionsModule,
  MeetingsModule,
  StartModule,
  PresenceModule,
  HotspotWorkModule,
];

@Global()
@Module({})
export class AppModule {
  static with(environment: Environment, logger: Logger): DynamicModule {
    if (!environment.databaseUrl)
      throw new Error('DATABASE_URL is not set. npm start sets it to the embedded database.');
    return {
      module: AppModule,
      imports: [
        TypeOrmModule.forRoot({
          ...connection(environment.databaseUrl, environment.databaseConnections),
          retryAttempts: 10,
          retryDelay: 500,
        }),
        ScheduleModule.forRoot(),
        JobsModule,
        ...features,
      ],
      controllers: [HealthController],
      providers: [Database, { provide: ENVIRONMENT, useValue: environment }, { provide: LOGGER, useValue: logger }],
      exports: [Database, ENVIRONMENT, LOGGER],
    };
  }
}
