import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsService } from './accounts.service.js';
import { ApiKeysController } from './api-keys.controller.js';
import { ApiKeysService } from './api-keys.service.js';
import { AttemptsService } from './attempts.service.js';
import { AuditSealService } from './audit-seal.service.js';
import { DeviceSessionsService } from './device-sessions.service.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsService } from './sessions.service.js';
import { Throttle } from './throttle.js';

/** Everything needs to know who acts. */
@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [SessionsController, AccountsController, ApiKeysController],
  providers: [
    SessionsService,
    DeviceSessionsService,
    AccountsService,
    AuditSealService,
    ApiKeysService,
    Throttle,
    AttemptsService,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [SessionsService, AccountsService, AuditSealService, AttemptsService],
})
export class AccessModule {}
