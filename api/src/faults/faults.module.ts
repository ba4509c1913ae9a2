import { Module } from '@nestjs/common';
import { MailModule } from '../mail/mail.module.js';
import { FaultsController } from './faults.controller.js';
import { FaultsService } from './faults.service.js';
import { WebhookService } from './webhook.service.js';

@Module({
  imports: [MailModule],
  controllers: [FaultsController],
  providers: [FaultsService, WebhookService],
  exports: [WebhookService],
})
export class FaultsModule {}
