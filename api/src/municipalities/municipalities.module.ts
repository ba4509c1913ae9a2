import { Module } from '@nestjs/common';
import { CategoriesController } from './categories.controller.js';
import { CategoriesService } from './categories.service.js';
import { MunicipalitiesController } from './municipalities.controller.js';
import { MunicipalitiesService } from './municipalities.service.js';

@Module({
  controllers: [MunicipalitiesController, CategoriesController],
  providers: [MunicipalitiesService, CategoriesService],
  exports: [MunicipalitiesService],
})
export class MunicipalitiesModule {}
