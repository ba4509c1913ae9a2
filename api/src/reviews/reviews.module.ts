import { Module } from '@nestjs/common';
import { AnswersController } from './answers.controller.js';
import { BulkService } from './bulk.service.js';
import { DecisionsService } from './decisions.service.js';
import { MergesService } from './merges.service.js';
import { ReviewsController } from './reviews.controller.js';
import { ReviewsService } from './reviews.service.js';
import { SourcesService } from './sources.service.js';

@Module({
  controllers: [ReviewsController, AnswersController],
  providers: [ReviewsService, BulkService, DecisionsService, MergesService, SourcesService],
  exports: [ReviewsService],
})
export class ReviewsModule {}
