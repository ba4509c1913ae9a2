import { Module } from '@nestjs/common';
import { CoverageModule } from '../coverage/coverage.module.js';
import { FaultsModule } from '../faults/faults.module.js';
import { MailModule } from '../mail/mail.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { ReminderDispatchService } from './reminder-dispatch.service.js';
import { ReminderLinksService } from './reminder-links.service.js';
import { ReminderPostService } from './reminder-post.service.js';
import { RemindersController } from './reminders.controller.js';
import { RemindersService } from './reminders.service.js';

@Module({
  imports: [CoverageModule, FaultsModule, MailModule, MunicipalitiesModule],
  controllers: [RemindersController],
  providers: [RemindersService, ReminderDispatchService, ReminderLinksService, ReminderPostService],
})
export class RemindersModule {}
