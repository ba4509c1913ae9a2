import { Module } from '@nestjs/common';
import { AreaPrioritiesController } from './area-priorities.controller.js';
import { AreaPrioritiesService } from './area-priorities.service.js';

/** A module of its own beside MeetingsModule: the lägesbild tells the areas that come first, and meetings need the lägesbild. */
@Module({
  controllers: [AreaPrioritiesController],
  providers: [AreaPrioritiesService],
  exports: [AreaPrioritiesService],
})
export class AreaPrioritiesModule {}
