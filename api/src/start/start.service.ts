import { Injectable } from '@nestjs/common';
import { audit } from '../access/audit.js';
import type { Role } from '../access/permission.js';
import { localDate } from '../analysis/calendar.js';
import { type Actor, Database } from '../app/database.js';
import type { Language } from '../hotspots/sentence-wording.js';
import { StartPlacesService } from './start-places.service.js';
import { StartResultsService } from './start-results.service.js';
import { type Reading, StartWorkService } from './start-work.service.js';
import { type CardId, cardsOfRole } from './start.js';
import type { StartBody, StartCard } from './start.schema.js';

/** What somebody needs now, told by their role. */
@Injectable()
export class StartService {
  private readonly builders: Readonly<Record<CardId, (reading: Reading) => Promise<StartCard>>>;

  constructor(
    private readonly database: Database,
    work: StartWorkService,
    results: StartResultsService,
    places: StartPlacesService,
  ) {
    this.builders = {
      inbox: (reading) => work.inbox(reading),
      meeting: (reading) => work.meeting(reading),
      overdue: (reading) => work.overdue(reading),
      'own-actions': (reading) => work.ownActions(reading),
      silent: (reading) => work.silent(reading),
      alerts: (reading) => work.found(reading),
      prepare: (reading) => work.prepare(reading),
      hotspots: (reading) => work.spots(reading),
      import: (reading) => results.imported(reading),
      promises: (reading) => results.promised(reading),
      done: (reading) => results.done(reading),
      helped: (reading) => results.helped(reading),
      runs: (reading) => results.runs(reading),
      freshness: (reading) => results.freshness(reading),
      setup: (reading) => results.setup(reading),
      mine: (reading) => results.mine(reading),
      week: (reading) => results.week(reading),
      news: (reading) => places.news(reading),
      tonight: (reading) => places.tonight(reading),
      draft: (reading) => places.draft(reading),
      law: (reading) => places.law(reading),
    };
  }

  /** The cards of the reader's role, each as the features behind it tell the reader. */
  async get(actor: Actor, language: Language): Promise<StartBody> {
    const role = actor.role as Role;
    const today = localDate(Date.now());
    const say = (sv: string, en: string) => (language === 'sv' ? sv : en);
    const cards: StartCard[] = [];
    // One after the other: the embedded database has a single session.
    for (const id of cardsOfRole[role]) cards.push(await this.builders[id]({ actor, language, today, say }));
    await this.database.withTenant(actor, (manager) =>
      audit(manager, actor, { action: 'read', subject: 'start', count: cards.length }),
    );
    return { role, today, cards };
  }
}
