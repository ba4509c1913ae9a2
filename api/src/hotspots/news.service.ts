import { Injectable } from '@nestjs/common';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { OpenHotspotService } from './open-hotspot.service.js';
import { markSeen, newsRows } from './work.queries.js';
import type { HotspotNewsBody } from './work.schema.js';

/** New reports inside open hot spots, told to the organisation that answers for them. A quiet list: no letter is sent. */
@Injectable()
export class NewsService {
  constructor(
    private readonly database: Database,
    private readonly open: OpenHotspotService,
  ) {}

  /** The actor's organisation's own hot spots with something new, the most first. */
  async list(actor: Actor): Promise<HotspotNewsBody[]> {
    return this.database.withTenant(actor, async (manager) => {
      const { organisationId } = actor;
      const rows = await newsRows(manager, actor.municipalityCode, { organisationId });
      const told = rows.filter(({ count }) => count > 0);
      await audit(manager, actor, { action: 'read', subject: 'hotspot-news', count: told.length });
      return told.map(({ id, name, count, since, latest }) => ({
        id,
        name,
        count,
        since: since.toISOString(),
        latestAt: (latest ?? since).toISOString(),
      }));
    });
  }

  /** The actor's organisation has seen what is new; it counts for that organisation alone. */
  async seen(actor: Actor, hotspotId: string): Promise<void> {
    await this.database.withTenant(actor, async (manager) => {
      await this.open.known(manager, actor, hotspotId);
      const { organisationId, accountId } = actor;
      await markSeen(manager, actor.municipalityCode, { hotspotId, organisationId, accountId });
      await audit(manager, actor, { action: 'update', subject: 'hotspot-news', subjectId: hotspotId });
    });
  }
}
