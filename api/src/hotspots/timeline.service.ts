import { Injectable } from '@nestjs/common';
import { audit } from '../access/audit.js';
import { ActionsService } from '../actions/actions.service.js';
import { type Actor, Database } from '../app/database.js';
import { byOf } from './by.js';
import { OpenHotspotService } from './open-hotspot.service.js';
import { timelineRows } from './timeline.queries.js';
import type { TimelineEntry } from './work.schema.js';

/** All that has happened with a hot spot, in one row of time. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly database: Database,
    private readonly open: OpenHotspotService,
    private readonly actions: ActionsService,
  ) {}

  /** The latest first; decisions of meetings are among the actions. What the reader may not see is not in it. */
  async of(actor: Actor, id: string): Promise<TimelineEntry[]> {
    return this.database.withTenant(actor, async (manager) => {
      await this.open.known(manager, actor, id);
      const rows = await timelineRows(manager, actor.municipalityCode, id);
      const actions = await this.actions.list(manager, actor, { hotspotId: id });
      await audit(manager, actor, { action: 'read', subject: 'hotspot-timeline', subjectId: id, count: rows.length });
      const entries = rows.map((row): TimelineEntry => ({
        at: row.at.toISOString(),
        kind: row.kind as TimelineEntry['kind'],
        stage: row.stage,
        text: row.text,
        by: byOf(row),
      }));
      return [...entries, ...actions.flatMap(fromAction)].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
    });
  }
}

interface ToldAction {
  readonly what: string;
  readonly history: readonly {
    readonly at: string;
    readonly deed: string;
    readonly note: string | null;
    readonly from: string;
  }[];
}

/** An action being decided, and each answer to it; corrections of its wording are told where the action stands. */
function fromAction({ what, history }: ToldAction): TimelineEntry[] {
  const kinds: Readonly<Record<string, TimelineEntry['kind']>> = { created: 'action', answered: 'action-answered' };
  return history.flatMap(({ at, deed, note, from }) => {
    const kind = kinds[deed];
    if (kind === undefined) return [];
    const text = note === null ? what : `${what}: ${note}`;
    return [{ at, kind, stage: null, text, by: { organisation: from, role: null } }];
  });
}
