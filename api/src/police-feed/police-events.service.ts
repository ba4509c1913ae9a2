import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import type { Environment } from '../app/environment.js';
import { ENVIRONMENT } from '../app/injection.js';
import { readWeek, weekAround } from '../situation/situation.js';
import { eventsOfPeriod, feedState, type StoredEventRow } from './police-event.queries.js';
import type { PoliceWeek } from './police-event.schema.js';
import { countyName } from './swedish-place.js';

const site = 'https://polisen.se';

/** Polisen's notices of a week, for the municipality that is looked at and its county. */
@Injectable()
export class PoliceEventsService {
  constructor(
    private readonly database: Database,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  async week(actor: Actor, text: string | undefined): Promise<PoliceWeek> {
    const week = text === undefined ? weekAround(Date.now()) : readWeek(text);
    if (!week) throw new DomainError('week-unknown');
    const counties = [...new Set(actor.tenants.map((code) => Math.floor(code / 100)))];
    const { rows, state } = await this.database.withTenant(actor, async (manager) => ({
      state: await feedState(manager),
      rows: await eventsOfPeriod(manager, {
        from: new Date(week.from).toISOString(),
        to: new Date(week.to).toISOString(),
        municipalities: actor.tenants,
        counties,
      }),
    }));
    return {
      week: week.text,
      firstDay: week.firstDay,
      lastDay: week.lastDay,
      previousWeek: weekAround(week.from, -1).text,
      nextWeek: week.to > Date.now() ? null : weekAround(week.from, 1).text,
      feed: {
        on: this.environment.policeFeed,
        answeredAt: state?.answered_at?.toISOString() ?? null,
        failing: (state?.fault ?? null) !== null,
      },
      countyName: counties.length === 1 ? countyName(counties[0]!) : null,
      notices: rows.map(notice),
    };
  }
}

function notice({ version, content, place_code, earlier }: StoredEventRow): PoliceWeek['notices'][number] {
  const { id, type, digest, title, summary, path, occurredAt, publishedAt } = content;
  return {
    id,
    version,
    type,
    digest,
    title,
    summary,
    url: path === null ? null : `${site}${path}`,
    occurredAt,
    publishedAt,
    appliesTo: place_code === null ? 'county' : 'municipality',
    earlier: earlier.map(({ content: before, seenAt }) => ({
      seenAt: new Date(seenAt).toISOString(),
      type: before.type,
      title: before.title,
      summary: before.summary,
    })),
  };
}
