import { Module } from '@nestjs/common';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { ActionsController } from './actions.controller.js';
import { ActionsService } from './actions.service.js';

/** Actions, for whoever makes a plan or a decision. */
@Module({
  imports: [MunicipalitiesModule],
  controllers: [ActionsController],
  providers: [ActionsService],
  exports: [ActionsService],
})
export class ActionsModule {}
