import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import type { Environment } from '../app/environment.js';
import { ENVIRONMENT } from '../app/injection.js';
import { FilesModule } from '../imports/files.module.js';
import { UploadsModule } from '../imports/uploads.module.js';
import { UploadsService } from '../imports/uploads.service.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { RegistersController } from './registers.controller.js';
import { RegistersService } from './registers.service.js';
import { ScbService } from './scb.service.js';

@Module({
  imports: [
    MunicipalitiesModule,
    FilesModule,
    UploadsModule,
    MulterModule.registerAsync({
      imports: [UploadsModule],
      inject: [UploadsService, ENVIRONMENT],
      useFactory: (uploads: UploadsService, environment: Environment) => ({
        storage: uploads.storage(),
        limits: { fileSize: environment.uploadBytes, files: 1, fields: 10, fieldSize: 10_000 },
      }),
    }),
  ],
  controllers: [RegistersController],
  providers: [RegistersService, ScbService],
  exports: [RegistersService],
})
export class RegistersModule {}
