import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { millisecondsPerDay } from '../analysis/calendar.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { inTurns } from '../app/turns.js';
import { AssessmentsService } from '../assessments/assessments.service.js';
import { CoverageService } from '../coverage/coverage.service.js';
import { HotspotsService, type ViewedHotspot } from '../hotspots/hotspots.service.js';
import { PlaceEventsService } from '../hotspots/place-events.service.js';
import { rollingYear } from '../hotspots/place-figures.js';
import { dayAndMonth, type Language } from '../hotspots/sentence-wording.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { PromisesService, todayInSweden } from '../promises/promises.service.js';
import { statusAreas } from './area-status.queries.js';
import { readPeriod, type SituationPeriod, weeksWithin } from './period.js';
import { periodName } from './period-words.js';
import { readWeek, type SituationFigures, type Week } from './situation.js';
import { SituationDetailsService } from './situation-details.service.js';
import { situationFigures } from './situation-figures.js';
import type { SituationBody } from './situation.schema.js';
import { situationBody, type SituationFrame, type ViewedSituation } from './situation-body.js';

/** The lägesbild of a week: for the meeting, the page and the document. */
@Injectable()
export class SituationsService {
  constructor(
    private readonly database: Database,
    private readonly hotspots: HotspotsService,
    private readonly events: PlaceEventsService,
    private readonly municipalities: MunicipalitiesService,
    private readonly promises: PromisesService,
    private readonly coverage: CoverageService,
    private readonly assessments: AssessmentsService,
    private readonly details: SituationDetailsService,
  ) {}

  async get(actor: Actor, periodText: string, language: Language): Promise<SituationBody> {
    const week = this.period(periodText, language);
    const frame = await this.frame(actor, week);
    return this.database.withTenant(actor, async (manager) => {
      const viewed = await this.view(manager, actor, frame, week);
      const count = viewed.figures.count;
      await audit(manager, actor, { action: 'read', subject: 'situation', subjectId: week.text, count });
      return situationBody(viewed, language, Date.now());
    });
  }

  /** The week that a text names. Throws `week-unknown`, or `week-to-come` before its Monday. */
  week(text: string, language: Language): SituationPeriod {
    const week = readWeek(text);
    if (!week) throw new DomainError('week-unknown');
    if (week.from > Date.now())
      throw new DomainError('week-to-come', { week: week.number, day: dayAndMonth(week.firstDay, language) });
    return { ...week, kind: 'week' };
  }

  /** The week, month, tertial or year that a text names. Throws as `week`, `period-unknown` and `period-to-come`. */
  period(text: string, language: Language): SituationPeriod {
    if (/^\d{4}-W/.test(text)) return this.week(text, language);
    const period = readPeriod(text);
    if (!period) throw new DomainError('period-unknown');
    if (period.from > Date.now())
      throw new DomainError('period-to-come', {
        period: periodName(period, language),
        day: dayAndMonth(period.firstDay, language),
      });
    return period;
  }

  /** Opens transactions of its own: ask before beginning one. */
  async frame(actor: Actor, week: SituationPeriod): Promise<SituationFrame> {
    const { names } = await this.hotspots.aboutWords(actor);
    const { name, demo } = await this.municipalities.get(actor);
    const { features } = await this.municipalities.areas(actor);
    const areas = features.map((area) => ({ id: area.id, name: area.properties.name, geometry: area.geometry }));
    const coverage = await this.coverage.ofWeeks(actor, weeksWithin(week, Date.now()));
    return { municipality: { name, demo }, areas, categoryNames: names, coverage };
  }

  /** The figures of a week alone, for the group that gives the areas their colours. The caller audits. */
  async figuresOfWeek(actor: Actor, week: Week): Promise<SituationFigures> {
    return this.database.withTenant(actor, async (manager) => {
      const loaded = await this.events.load(manager, actor);
      const areas = (await statusAreas(manager, actor.municipalityCode)).map(({ id }) => id);
      const { events, historyFrom } = loaded;
      const period: SituationPeriod = { ...week, kind: 'week' };
      return inTurns(situationFigures({ events, period, historyFrom, areas, now: Date.now() }));
    });
  }

  /** A week as the actor may see it, within the caller's transaction. The caller audits. */
  async view(
    manager: EntityManager,
    actor: Actor,
    frame: SituationFrame,
    week: SituationPeriod,
  ): Promise<ViewedSituation> {
    const now = Date.now();
    // The hot spots as they stood when the period ended: the twelve months to its last day, or to today while it runs.
    const year = now < week.to ? undefined : rollingYear(week.to - 1);
    const all = await this.hotspots.view(manager, actor, { names: frame.categoryNames, year });
    const loaded = all[0]?.loaded ?? (await this.events.load(manager, actor));
    const organisations = await this.municipalities.organisationsIn(manager, actor.municipalityCode);
    const { events, historyFrom } = loaded;
    const areas = frame.areas.map((area) => area.id);
    const figures = await inTurns(situationFigures({ events, period: week, historyFrom, areas, now }));
    return {
      ...frame,
      assessments: week.kind === 'week' ? await this.assessments.results(manager, actor, week) : [],
      week,
      figures,
      sourceNames: new Map(organisations.map(({ id, name }) => [id, name])),
      hotspots: all.filter(({ row }) => isCurrent(row, frame.hotspotsTo ?? week.to + 7 * millisecondsPerDay)),
      promises: await this.promises.progressList(manager, actor, todayInSweden()),
      partial: !actor.groups.includes('polis'),
      placed: events.filter(({ placed, from }) => placed && from >= week.from && from < week.to),
      detail: await this.details.of(manager, actor, { period: week, loaded, now }),
    };
  }
}

/** A week is read in the week after it: what the group then takes up as a hot spot belongs to its picture. */
function isCurrent({ stage, adopted_at }: ViewedHotspot['row'], before: number): boolean {
  return stage !== 'closed' && adopted_at.getTime() < before;
}
