import { Injectable } from '@nestjs/common';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { refusePersonalData } from '../app/stored-text.js';
import { insertStage, updateStage } from './hotspot.queries.js';
import type { HotspotDetail, StageChange } from './hotspot.schema.js';
import { missing, type Need, ruleOf } from './hotspot-stage.js';
import { HotspotsService } from './hotspots.service.js';
import { OpenHotspotService } from './open-hotspot.service.js';
import type { Language } from './sentence-wording.js';
import { WorkService } from './work.service.js';

interface Move {
  readonly id: string;
  readonly version: number;
  readonly language: Language;
}

/** Moves from stage to stage, by the table of rules. */
@Injectable()
export class StagesService {
  constructor(
    private readonly database: Database,
    private readonly hotspots: HotspotsService,
    private readonly open: OpenHotspotService,
    private readonly work: WorkService,
  ) {}

  /** Throws `stage-needs` with one field for each thing that is missing. */
  async moveTo(actor: Actor, { id, version, language }: Move, input: StageChange): Promise<HotspotDetail> {
    refusePersonalData({ '/note': input.note });
    const code = actor.municipalityCode;
    await this.database.withTenant(actor, async (manager) => {
      const row = await this.open.locked(manager, actor, id);
      // First: a move that somebody else has made meanwhile is no fault of this one.
      if (row.version !== version) throw new DomainError('changed-by-someone-else');
      const rule = ruleOf(row.stage, input.stage);
      if (!rule) throw new DomainError('stage-not-next');
      const state = { ...(await this.work.state(manager, actor, row)), reason: Boolean(input.note) };
      const lacking = missing(rule, state);
      if (lacking.length > 0) throw new DomainError('stage-needs', {}, lacking.map(needFault));
      if ((await updateStage(manager, code, { id, version, stage: input.stage })) === 0)
        throw new DomainError('changed-by-someone-else');
      await insertStage(manager, code, {
        id: newId(),
        hotspotId: id,
        stage: input.stage,
        note: input.note,
        accountId: actor.accountId,
      });
      const facts = { stage: input.stage };
      await audit(manager, actor, { action: 'update', subject: 'hotspot', subjectId: id, facts });
    });
    return this.hotspots.get(actor, id, language);
  }
}

function needFault(need: Need) {
  return { pointer: need === 'reason' ? '/note' : `/needs/${need}`, code: `need-${need}` };
}
