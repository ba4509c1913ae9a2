import { Module } from '@nestjs/common';
import { PoliceEventsController } from './police-events.controller.js';
import { PoliceEventsService } from './police-events.service.js';
import { PoliceFeedService } from './police-feed.service.js';

@Module({ controllers: [PoliceEventsController], providers: [PoliceEventsService, PoliceFeedService] })
export class PoliceFeedModule {}
