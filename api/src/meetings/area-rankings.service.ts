import { Injectable } from '@nestjs/common';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import type { Language } from '../app/language.js';
import { readPeriod } from '../situation/period.js';
import { periodName } from '../situation/period-words.js';
import { situationBody } from '../situation/situation-body.js';
import { SituationsService } from '../situation/situations.service.js';
import { AreaPrioritiesService } from './area-priorities.service.js';
import type { AreaRankingBody, NewAreaPriorities } from './area-priority.schema.js';
import { rankedBy, suggestedNeed } from './area-need.js';

/** Need times influence: what the group looks at when it chooses three areas of a tertial, as the reader may see it. */
@Injectable()
export class AreaRankingsService {
  constructor(
    private readonly database: Database,
    private readonly situations: SituationsService,
    private readonly priorities: AreaPrioritiesService,
  ) {}

  async get(actor: Actor, tertial: string, language: Language): Promise<AreaRankingBody> {
    const asked = readPeriod(tertial);
    if (asked?.kind !== 'tertial') throw new DomainError('tertial-unknown');
    const period = rankedBy(asked, Date.now());
    const frame = await this.situations.frame(actor, period);
    return this.database.withTenant(actor, async (manager) => {
      const viewed = await this.situations.view(manager, actor, frame, period);
      const figures = situationBody(viewed, language, Date.now());
      const { version, rows } = await this.priorities.ratings(manager, actor, tertial);
      const all = await this.priorities.of(manager, actor);
      const now = all.find((each) => each.tertial === tertial);
      await audit(manager, actor, { action: 'read', subject: 'area_priority', subjectId: tertial, count: figures.count }); // prettier-ignore
      const mean = figures.areas.reduce((sum, { count }) => sum + count, 0) / Math.max(1, figures.areas.length);
      const set = new Map(rows.map((row) => [row.area_id, row]));
      const { text, firstDay: from } = period;
      return {
        tertial,
        version,
        figuresOf: { text, name: periodName(period, language), from, to: figures.countedTo, running: figures.running },
        partial: viewed.partial,
        decidedAt: now?.decidedAt ?? null,
        areas: figures.areas.map(({ id, name, count, usual }) => ({
          areaId: id,
          name,
          count,
          usual,
          suggestion: suggestedNeed({ count, usual }, mean, language),
          need: set.get(id)?.need ?? null,
          influence: set.get(id)?.influence ?? null,
        })),
        chosen: now?.areas ?? [],
        earlier: all.filter((each) => each.tertial < tertial),
      };
    });
  }

  async set(
    actor: Actor,
    { tertial, seen, input }: { tertial: string; seen: number; input: NewAreaPriorities },
    language: Language,
  ): Promise<AreaRankingBody> {
    await this.priorities.set(actor, tertial, seen, input);
    return this.get(actor, tertial, language);
  }
}
