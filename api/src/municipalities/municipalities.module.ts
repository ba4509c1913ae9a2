import { Module } from '@nestjs/common';
import { CategoriesController } from './categories.controller.js';
import { CategoriesService } from './categories.service.js';
import { CrimeCodesController } from './crime-codes.controller.js';
import { CrimeCodesService } from './crime-codes.service.js';
import { MembersController } from './members.controller.js';
import { MembersService } from './members.service.js';
import { MunicipalitiesController } from './municipalities.controller.js';
import { MunicipalitiesService } from './municipalities.service.js';
import { PlacesController } from './places.controller.js';
import { PlacesService } from './places.service.js';
import { ReasonsController } from './reasons.controller.js';
import { ReasonsService } from './reasons.service.js';

@Module({
  controllers: [
    MunicipalitiesController,
    CategoriesController,
    CrimeCodesController,
    MembersController,
    PlacesController,
    ReasonsController,
  ],
  providers: [
    MunicipalitiesService,
    CategoriesService,
    CrimeCodesService,
    MembersService,
    PlacesService,
    ReasonsService,
  ],
  exports: [MunicipalitiesService],
})
export class MunicipalitiesModule {}
