import { createHash, type Hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { millisecondsPerDay, type Period } from '../analysis/calendar.js';
import { buffersOf, type EventColumns } from '../analysis/event-columns.js';
import type { Actor } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { BaselinesService } from '../baselines/baselines.service.js';
import type { MetresMultiPolygon } from '../geo/polygon.js';
import { HotspotsService } from '../hotspots/hotspots.service.js';
import { periodOfDates, rollingYear } from '../hotspots/place-figures.js';
import { incidentFilter, type IncidentFilter } from '../incidents/incident.schema.js';
import { IncidentsService } from '../incidents/incidents.service.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import type { NewAnalysis } from './analysis.schema.js';
import type { KnownPlace, Task } from './answer.js';
import { methodVersions, type Question } from './question.js';

export interface LoadedTask {
  readonly task: Task;
  /** The period reaches today. */
  readonly running: boolean;
  /** Of everything that the answer depends on; two equal hashes mean the same answer. */
  readonly hash: string;
  readonly inputCount: number;
}

/** Reporting began before its first report: a quiet first week is no reason to lose a whole year of comparison. */
const startSlack = 7 * millisecondsPerDay;

/** One seed for all: the same question about the same rows has one answer, on every machine. */
const seed = 1;

const withBaseline: readonly Question[] = ['places', 'people', 'trend'];
const withArea: readonly Question[] = ['places', 'trend', 'concentration', 'windows'];
const aboutOnePlace: readonly Question[] = ['trend', 'effect'];

/** Gathers what a question needs from the features that own it, in the reader's transaction and with the reader's rights. */
@Injectable()
export class AnalysisInputs {
  constructor(
    private readonly incidents: IncidentsService,
    private readonly municipalities: MunicipalitiesService,
    private readonly hotspots: HotspotsService,
    private readonly baselines: BaselinesService,
  ) {}

  async load(manager: EntityManager, actor: Actor, asked: NewAnalysis): Promise<LoadedTask> {
    const { question } = asked;
    const { from: _, to: __, ...filter } = filterOf(asked);
    const year = rollingYear(Date.now());
    const period = periodOf(asked, year);
    const places = await this.placesFor(manager, actor, asked);
    const within = this.withinOf(asked, places);
    const { events, unfiltered } = await this.eventsFor(manager, actor, filter);
    const { span, outline, surface, register } = await this.surroundings(manager, actor, question);
    const task: Task = {
      question,
      events,
      unfiltered,
      period,
      historyFrom: span.first === null ? null : span.first.getTime() - startSlack,
      boundary: outline.boundary,
      builtUp: outline.builtUp,
      register,
      baselines: surface.baselines.map(({ id, name, x, y, weight }) => ({ id, name, x, y, weight })),
      places: aboutOnePlace.includes(question) ? places : [],
      within,
      placeId: aboutOnePlace.includes(question) ? (asked.hotspotId ?? null) : null,
      effect: question === 'effect' ? effectSpans(asked, { places, now: Date.now() }) : null,
      expert: asked.parameters ?? {},
      seed,
    };
    return {
      task,
      running: period.to >= year.to,
      hash: hashOf(task, { filter, groups: actor.groups, surface: surface.hash }),
      inputCount: events.count,
    };
  }

  private async eventsFor(manager: EntityManager, actor: Actor, filter: IncidentFilter) {
    const events = await this.incidents.columnsFor(manager, actor, filter);
    const narrowed = Object.keys(filter).length > 0;
    return { events, unfiltered: narrowed ? await this.incidents.columnsFor(manager, actor, {}) : null };
  }

  private async surroundings(manager: EntityManager, actor: Actor, question: Question) {
    const span = await this.incidents.span(manager, actor);
    const outline = await this.municipalities.outline(manager, actor.municipalityCode);
    const surface = withBaseline.includes(question)
      ? await this.baselines.load(manager, actor.municipalityCode)
      : { baselines: [], hash: '' };
    const register = await this.registerFor(manager, actor, !outline.builtUp && withArea.includes(question));
    return { span, outline, surface, register };
  }

  private async placesFor(
    manager: EntityManager,
    actor: Actor,
    { question, hotspotId }: NewAnalysis,
  ): Promise<KnownPlace[]> {
    if (hotspotId === undefined && !aboutOnePlace.includes(question)) return [];
    const places = await this.hotspots.knownPlaces(manager, actor);
    if (hotspotId !== undefined && !places.some(({ id }) => id === hotspotId))
      throw new DomainError('invalid-request', {}, [{ pointer: '/hotspotId', code: 'unknown-hotspot' }]);
    return places;
  }

  private withinOf(
    { question, hotspotId, polygon }: NewAnalysis,
    places: readonly KnownPlace[],
  ): MetresMultiPolygon | null {
    if (polygon) return this.municipalities.readPolygon(polygon, '/polygon');
    if (hotspotId === undefined || aboutOnePlace.includes(question)) return null;
    return places.find(({ id }) => id === hotspotId)?.polygon ?? null;
  }

  private async registerFor(manager: EntityManager, actor: Actor, needed: boolean): Promise<Task['register']> {
    if (!needed) return { x: new Float64Array(0), y: new Float64Array(0) };
    return this.municipalities.registerPoints(manager, actor.municipalityCode);
  }
}

/** What was asked about the events themselves; a list without entries asks nothing. */
function filterOf(asked: NewAnalysis): IncidentFilter {
  const names = Object.keys(incidentFilter.shape) as (keyof IncidentFilter)[];
  return Object.fromEntries(names.flatMap((name) => (asked[name]?.length ? [[name, asked[name]]] : [])));
}

function periodOf({ from, to }: NewAnalysis, year: Period): Period {
  if (from && to && to < from)
    throw new DomainError('invalid-request', {}, [{ pointer: '/to', code: 'period-reversed' }]);
  return {
    from: from ? periodOfDates(from, from).from : year.from,
    to: to ? periodOfDates(to, to).to : year.to,
  };
}

/** The dates asked for; else from when the place was taken up until now, and the same dates a year before. */
function effectSpans(
  { before, after, hotspotId }: NewAnalysis,
  { places, now }: { places: readonly KnownPlace[]; now: number },
): Task['effect'] {
  for (const [name, span] of [
    ['before', before],
    ['after', after],
  ] as const) {
    if (span && span.to < span.from)
      throw new DomainError('invalid-request', {}, [{ pointer: `/${name}/to`, code: 'period-reversed' }]);
  }
  if (before && after) {
    if (after.from <= before.to)
      throw new DomainError('invalid-request', {}, [{ pointer: '/after/from', code: 'after-within-before' }]);
    return { before: periodOfDates(before.from, before.to), after: periodOfDates(after.from, after.to) };
  }
  const place = places.find(({ id }) => id === hotspotId);
  if (!place) return null;
  const then = { from: place.adoptedAt, to: rollingYear(now).to };
  const year = 364 * millisecondsPerDay;
  const length = Math.min(then.to - then.from, year);
  const end = after ? periodOfDates(after.from, after.to) : { from: then.to - length, to: then.to };
  return {
    before: before ? periodOfDates(before.from, before.to) : { from: end.from - year, to: end.to - year },
    after: end,
  };
}

/** In what order and form things go into a hash; hashes of different forms cannot be compared. */
const hashForm = '2-';

export function isComparableHash(hash: string): boolean {
  return hash.startsWith(hashForm);
}

function hashOf(task: Task, about: { filter: object; groups: readonly string[]; surface: string }): string {
  const { question, period, historyFrom, within, placeId, effect, expert } = task;
  const digest = createHash('sha256');
  const { filter, groups, surface } = about;
  const parts = [
    methodVersions[question],
    filter,
    period,
    historyFrom,
    within,
    placeId,
    effect,
    expert,
    [...groups].sort(),
    surface,
  ];
  digest.update(JSON.stringify([question, task.seed, ...parts, task.places, task.boundary, task.builtUp]));
  for (const values of [task.register.x, task.register.y]) digest.update(bytesOf(values.buffer as ArrayBuffer));
  addColumns(digest, task.events);
  if (task.unfiltered) addColumns(digest, task.unfiltered);
  return `${hashForm}${digest.digest('hex')}`;
}

function addColumns(digest: Hash, columns: EventColumns): void {
  digest.update(JSON.stringify([columns.count, columns.categories, columns.sources]));
  for (const buffer of buffersOf(columns)) digest.update(bytesOf(buffer));
}

function bytesOf(buffer: ArrayBuffer): Uint8Array {
  return new Uint8Array(buffer);
}
