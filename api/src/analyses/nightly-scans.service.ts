import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import type { Logger } from 'pino';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { mayRole, roles } from '../access/permission.js';
import { dateOfDay, startOfDay } from '../analysis/calendar.js';
import { eventsOf } from '../analysis/event-columns.js';
import { type AnalysedEvent, cleanEvents } from '../analysis/hygiene.js';
import type { SpaceTimeScanResult } from '../analysis/space-time-scan.js';
import { type Actor, actorOfNobody, Database, nobody } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import type { Environment } from '../app/environment.js';
import { newId } from '../app/identifier.js';
import { ENVIRONMENT, LOGGER } from '../app/injection.js';
import { JobsService, type UnattendedJob } from '../app/jobs.service.js';
import { toDomainError } from '../app/problem.js';
import { IncidentsService } from '../incidents/incidents.service.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import {
  alertSetting,
  type FoundAlert,
  groupSets,
  insertAlert,
  knownAlert,
  municipalitiesWithout,
  updateAlert,
} from './alert.queries.js';
import { type AlertRules, defaultAlertRules, levelOf } from './alert-rules.js';
import { AnalysisPool } from './analysis-pool.service.js';
import { datedColumns, scanReach } from './new-answer.js';
import { besidesHomes, dayBefore, latestNight } from './night.js';

const nightKind = 'nightly-scan';
const lookEveryMilliseconds = 10 * 60_000;
const permutations = 999;
const daysLookedAt = 365;

/**
 * The search for something new, each night and category, as a job that exists once per municipality and night however
 * many processes there are. It is made once for each set of groups that members may see, under row-level security with
 * just those groups, so that an alert never holds more than its readers may read.
 */
@Injectable()
export class NightlyScans implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private readonly ending = new AbortController();

  constructor(
    private readonly database: Database,
    private readonly jobs: JobsService,
    private readonly incidents: IncidentsService,
    private readonly municipalities: MunicipalitiesService,
    private readonly pool: AnalysisPool,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.jobs.registerUnattended(nightKind, (job) => this.search(job));
  }

  onApplicationBootstrap(): void {
    if (!this.environment.nightlyScan) return;
    const look = () => {
      this.plan(Date.now()).catch((error: unknown) =>
        this.logger.warn({ code: toDomainError(error).code }, 'the nightly scan is not planned yet'),
      );
    };
    this.timer = setInterval(look, lookEveryMilliseconds);
    look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.ending.abort();
  }

  /** Makes the job of the latest night for every municipality that has none: also the one missed while nothing ran. */
  async plan(now: number): Promise<void> {
    const job = { kind: nightKind, once: latestNight(now) };
    await this.database.withAccess(async (manager) => {
      for (const municipalityCode of await municipalitiesWithout(manager, job))
        await this.jobs.enqueueOnce(manager, { ...job, municipalityCode });
    });
    this.jobs.wake();
  }

  /** One municipality's night. */
  async search(job: Pick<UnattendedJob, 'municipalityCode' | 'report'>, now = Date.now()): Promise<void> {
    const readers = roles.filter((role) => mayRole(role, 'alert:read'));
    const sets = await this.database.withAccess((manager) => groupSets(manager, job.municipalityCode, readers));
    for (const [index, groups] of sets.entries()) {
      await job.report(index / sets.length, 'calculating');
      try {
        await this.searchFor(nightActor(job.municipalityCode, groups), { now, job });
      } catch (error) {
        throw this.ending.signal.aborted ? new DomainError('job-interrupted') : error;
      }
    }
  }

  private async searchFor(
    actor: Actor,
    { now, job }: { now: number; job: Pick<UnattendedJob, 'report'> },
  ): Promise<void> {
    const lastDay = dayBefore(latestNight(now));
    const period = { from: startOfDay(lastDay + 1 - daysLookedAt), to: startOfDay(lastDay + 1) };
    const { rules, columns } = await this.database.withTenant(actor, async (manager) => {
      const setting = await alertSetting(manager, actor.municipalityCode);
      const read = await this.incidents.columnsFor(manager, actor, {
        from: dateOfDay(lastDay + 1 - daysLookedAt),
        to: dateOfDay(lastDay),
      });
      await audit(manager, actor, {
        action: 'run',
        subject: 'alert',
        count: read.count,
        facts: { night: dateOfDay(lastDay + 1) },
      });
      return { rules: setting ? rulesOf(setting) : defaultAlertRules, columns: read };
    });
    if (!rules.enabled) return;
    const byCategory = new Map<string, AnalysedEvent[]>();
    for (const event of cleanEvents(eventsOf(columns), period).usable) {
      const own = byCategory.get(event.category);
      if (own) own.push(event);
      else byCategory.set(event.category, [event]);
    }
    for (const [category, events] of [...byCategory].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (events.length < rules.fewestEvents) continue;
      const result = await this.scan(events, lastDay);
      const found = foundIn(
        { ...result, clusters: besidesHomes(result.clusters, events) },
        { rules, category, groups: actor.groups },
      );
      if (found.length > 0) await this.database.withTenant(actor, (manager) => this.store(manager, actor, found));
      await job.report(0.5, 'calculating');
    }
  }

  private scan(events: readonly AnalysedEvent[], lastDay: number): Promise<SpaceTimeScanResult> {
    const options = {
      ...scanReach(events.length),
      permutations,
      seed: 1,
      mode: 'prospective' as const,
      distance: 'euclidean' as const,
      lastDay,
    };
    return this.pool.scan({ events: datedColumns(events), options }, this.ending.signal);
  }

  private async store(manager: EntityManager, actor: Actor, found: readonly FoundAlert[]): Promise<void> {
    const code = actor.municipalityCode;
    for (const one of found) {
      const known = await knownAlert(manager, code, one);
      if (known) await updateAlert(manager, code, known, one);
      else
        await insertAlert(manager, code, {
          ...one,
          name: await this.municipalities.nameNear(manager, code, one.centre),
        });
      await audit(manager, actor, {
        action: known ? 'update' : 'create',
        subject: 'alert',
        subjectId: known ?? one.id,
      });
    }
  }
}

/** Nobody is signed in at night: what is read is what the groups may see. */
function nightActor(municipalityCode: number, groups: readonly string[]): Actor {
  return { ...actorOfNobody(municipalityCode, nobody), groups };
}

function rulesOf(row: {
  enabled: boolean;
  alert_days: number;
  review_days: number;
  fewest_events: number;
}): AlertRules {
  return {
    enabled: row.enabled,
    alertDays: row.alert_days,
    reviewDays: row.review_days,
    fewestEvents: row.fewest_events,
  };
}

function foundIn(
  { clusters, parameters }: SpaceTimeScanResult,
  about: { rules: AlertRules; category: string; groups: readonly string[] },
): FoundAlert[] {
  return clusters.flatMap((cluster) => {
    const recurrenceDays = Math.floor(cluster.recurrenceIntervalDays ?? 0);
    const level = levelOf(recurrenceDays, about.rules);
    if (!level) return [];
    return [
      {
        id: newId(),
        groups: about.groups,
        category: about.category,
        level,
        centre: cluster.centre,
        radiusMetres: cluster.radiusMetres,
        name: null,
        firstDay: dateOfDay(cluster.from),
        lastDay: dateOfDay(cluster.to),
        cases: cluster.cases,
        expected: cluster.expected,
        recurrenceDays,
        parameters: { ...parameters, p: cluster.p, llr: cluster.llr },
      },
    ];
  });
}
