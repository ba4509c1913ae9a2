import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { audit } from '../access/audit.js';
import { actorOfNobody, Database, nobody } from '../app/database.js';
import { LOGGER } from '../app/injection.js';
import { toDomainError } from '../app/problem.js';
import { pictureGoneBefore } from './meeting.js';
import { deleteUnkept, municipalitiesWithUnkept } from './meeting-picture.queries.js';

const lookEveryMilliseconds = 600_000;

/** Deletes by the clock what the police told and did not let be kept, also of meetings that nobody closes or looks at. */
@Injectable()
export class MeetingPictureSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    const look = () => {
      this.sweep(Date.now()).catch((error: unknown) =>
        this.logger.warn({ code: toDomainError(error).code }, 'what was not to be kept is not deleted yet'),
      );
    };
    this.timer = setInterval(look, lookEveryMilliseconds);
    look();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Deletes in every municipality what is older than a day at `now` (epoch milliseconds). Two at once do it once. */
  async sweep(now: number): Promise<void> {
    const before = new Date(pictureGoneBefore(now));
    for (const code of await this.database.withAccess((manager) => municipalitiesWithUnkept(manager, before))) {
      const actor = actorOfNobody(code, nobody);
      await this.database.withTenant(actor, async (manager) => {
        const count = await deleteUnkept(manager, code, { before });
        if (count > 0) await audit(manager, actor, { action: 'delete', subject: 'police_picture', count });
      });
    }
  }
}
