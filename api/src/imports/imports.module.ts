import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import type { Environment } from '../app/environment.js';
import { ENVIRONMENT } from '../app/injection.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { ImportPreviewsService } from './import-previews.service.js';
import { ImportReaderService } from './import-reader.service.js';
import { ImportRunsService } from './import-runs.service.js';
import { FilesModule } from './files.module.js';
import { ImportProfilesController } from './import-profiles.controller.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';
import { TablesService } from './tables.service.js';
import { ProfilesService } from './profiles.service.js';
import { UploadsModule } from './uploads.module.js';
import { UploadsService } from './uploads.service.js';

@Module({
  imports: [
    MunicipalitiesModule,
    UploadsModule,
    FilesModule,
    MulterModule.registerAsync({
      imports: [UploadsModule],
      inject: [UploadsService, ENVIRONMENT],
      useFactory: (uploads: UploadsService, environment: Environment) => ({
        storage: uploads.storage(),
        limits: { fileSize: environment.uploadBytes, files: 1, fields: 10, fieldSize: 10_000 },
      }),
    }),
  ],
  controllers: [ImportsController, ImportProfilesController],
  providers: [
    ImportsService,
    ImportPreviewsService,
    ImportReaderService,
    ImportRunsService,
    ProfilesService,
    TablesService,
  ],
  exports: [ImportsService, TablesService],
})
export class ImportsModule {}
