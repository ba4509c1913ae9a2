import { Module } from '@nestjs/common';
import { OccasionsService } from './occasions.service.js';
import { PromisesController } from './promises.controller.js';
import { PromisesService } from './promises.service.js';

@Module({
  controllers: [PromisesController],
  providers: [PromisesService, OccasionsService],
  exports: [PromisesService, OccasionsService],
})
export class PromisesModule {}
