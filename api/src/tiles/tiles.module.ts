import { Module } from '@nestjs/common';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { TilesController } from './tiles.controller.js';
import { TilesService } from './tiles.service.js';

@Module({ imports: [IncidentsModule], controllers: [TilesController], providers: [TilesService] })
export class TilesModule {}
