import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { type ClusterResult, findClusters, type FoundCluster } from '../analysis/clusters.js';
import { localDate } from '../analysis/calendar.js';
import { cleanEvents } from '../analysis/hygiene.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { areaOf } from '../geo/polygon.js';
import { toPosition } from '../geo/projection.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { figuresBody, polygonBody } from './figures-body.js';
import { derivedBuiltUpArea } from './hotspot.js';
import {
  clusterRows,
  type ClusterRow,
  insertCluster,
  insertRun,
  runOfInput,
  type RunRow,
  runRow,
} from './hotspot.queries.js';
import type { AnalysisRunBody, ClusterBody, NewAnalysis } from './hotspot.schema.js';
import { type LoadedEvents, PlaceEventsService } from './place-events.service.js';
import { placeFigures, type PlaceFigures } from './place-figures.js';
import { noticesOf } from './run-notices.js';
import type { Language } from './sentence-wording.js';

/** What is stored with a run, besides its clusters. */
interface StoredResult extends Pick<
  ClusterResult,
  'status' | 'total' | 'clustered' | 'leftOut' | 'defaultCoordinates'
> {
  readonly singleHomes: number;
  readonly running: boolean;
}

interface StoredFacts {
  readonly name: string | null;
  readonly diameterMetres: number;
  readonly figures: PlaceFigures;
}

/** Runs an analysis, stores it with everything it depends on, and finds it again instead of running it twice. */
@Injectable()
export class AnalysesService {
  constructor(
    private readonly database: Database,
    private readonly places: PlaceEventsService,
    private readonly municipalities: MunicipalitiesService,
  ) {}

  /** The anhopningar of a filter: the stored run when nothing that it depends on has changed, else a new one. */
  async run(actor: Actor, filter: NewAnalysis, language: Language): Promise<AnalysisRunBody> {
    const names = await this.municipalities.categories(actor);
    return this.database.withTenant(actor, async (manager) => {
      const loaded = await this.places.load(manager, actor, filter);
      const run =
        (await runOfInput(manager, actor.municipalityCode, loaded.hash)) ??
        (await this.store(manager, actor, filter, loaded));
      await audit(manager, actor, {
        action: 'run',
        subject: 'analysis',
        subjectId: run.id,
        count: loaded.events.length,
        facts: { filter },
      });
      return this.body(manager, actor, run, {
        language,
        names: new Map(names.map((category) => [category.code, category.name])),
      });
    });
  }

  async get(actor: Actor, id: string, language: Language): Promise<AnalysisRunBody> {
    const names = await this.municipalities.categories(actor);
    return this.database.withTenant(actor, async (manager) => {
      const run = await runRow(manager, actor.municipalityCode, id);
      if (!run) throw new DomainError('not-found');
      await audit(manager, actor, { action: 'read', subject: 'analysis', subjectId: id });
      return this.body(manager, actor, run, {
        language,
        names: new Map(names.map((category) => [category.code, category.name])),
      });
    });
  }

  /** Runs a stored analysis again on what is there now, and says whether data or answer differ. Nothing is stored. */
  async reproduce(actor: Actor, id: string, language: Language) {
    return this.database.withTenant(actor, async (manager) => {
      const run = await runRow(manager, actor.municipalityCode, id);
      if (!run) throw new DomainError('not-found');
      const period = run.parameters['period'] as { from: number; to: number };
      const filter = { ...run.filters, from: localDate(period.from), to: localDate(period.to - 1) } as NewAnalysis;
      const loaded = await this.places.load(manager, actor, filter);
      const result = await this.analyse(manager, actor, filter, loaded);
      const stored = await clusterRows(manager, actor.municipalityCode, id);
      const fingerprint = (rows: readonly { number: number; count: number }[]) =>
        JSON.stringify(rows.map((row) => [row.number, row.count]));
      const before = stored.map((row) => ({
        number: row.number,
        count: (row.facts as unknown as StoredFacts).figures.count,
      }));
      const after = result.clusters
        .filter((found) => found.status !== 'single-home')
        .map((found) => ({ number: found.number, count: found.count }));
      const same = fingerprint(before) === fingerprint(after);
      const dataChanged = loaded.hash !== run.input_hash;
      await audit(manager, actor, { action: 'run', subject: 'analysis', subjectId: id, facts: { reproduced: same } });
      return { same, dataChanged, inputHash: loaded.hash, sentence: reproductionSentence(same, dataChanged, language) };
    });
  }

  private async analyse(
    manager: EntityManager,
    actor: Actor,
    filter: NewAnalysis,
    loaded: LoadedEvents,
  ): Promise<ClusterResult> {
    const { boundary, builtUp } = await this.municipalities.outline(manager, actor.municipalityCode);
    const register = builtUp ? null : await this.municipalities.register(manager, actor.municipalityCode);
    const builtUpAreaSquareMetres = builtUp
      ? areaOf(builtUp)
      : derivedBuiltUpArea([...(register?.addresses ?? []), ...(register?.places ?? [])]);
    // A default coordinate is known by its mixture; a filter on categories would hide it.
    const whole =
      filter.category || filter.source || filter.area ? await this.places.load(manager, actor, pick(filter)) : loaded;
    const { defaultCoordinates } = cleanEvents(whole.events, loaded.period);
    return findClusters(loaded.events, {
      period: loaded.period,
      historyFrom: loaded.historyFrom,
      builtUpAreaSquareMetres,
      mask: boundary,
      defaultCoordinates,
    });
  }

  private async store(
    manager: EntityManager,
    actor: Actor,
    filter: NewAnalysis,
    loaded: LoadedEvents,
  ): Promise<RunRow> {
    const code = actor.municipalityCode;
    const result = await this.analyse(manager, actor, filter, loaded);
    const id = newId();
    const shown = result.clusters.filter((found) => found.status !== 'single-home');
    const stored: StoredResult = {
      status: result.status,
      total: result.total,
      clustered: result.clustered,
      leftOut: result.leftOut,
      defaultCoordinates: result.defaultCoordinates,
      singleHomes: result.clusters.length - shown.length,
      running: loaded.running,
    };
    const { from: _, to: __, ...filters } = filter;
    await insertRun(manager, code, {
      id,
      groups: actor.groups,
      filters,
      parameters: result.parametersUsed,
      methodVersion: result.parametersUsed.algorithm,
      inputCount: loaded.events.length,
      inputHash: loaded.hash,
      result: stored,
      accountId: actor.accountId,
    });
    for (const found of shown) {
      const facts: StoredFacts = {
        name: await this.municipalities.nameNear(manager, code, found.centre),
        diameterMetres: Math.round(found.diameterMetres),
        figures: figuresOf(found, result, loaded),
      };
      await insertCluster(manager, code, {
        ...found,
        id: newId(),
        runId: id,
        groups: actor.groups,
        x: found.centre.x,
        y: found.centre.y,
        facts,
      });
    }
    return (await runRow(manager, code, id))!;
  }

  private async body(
    manager: EntityManager,
    actor: Actor,
    run: RunRow,
    words: { language: Language; names: ReadonlyMap<string, { sv: string; en: string }> },
  ): Promise<AnalysisRunBody> {
    const result = run.result as unknown as StoredResult;
    const period = run.parameters['period'] as { from: number; to: number };
    const rows = await clusterRows(manager, actor.municipalityCode, run.id);
    return {
      id: run.id,
      status: result.status,
      createdAt: run.created_at.toISOString(),
      periodFrom: localDate(period.from),
      periodTo: localDate(period.to - 1),
      filters: run.filters,
      parameters: run.parameters,
      methodVersion: run.method_version,
      inputCount: run.input_count,
      inputHash: run.input_hash,
      total: result.total,
      clustered: result.clustered,
      leftOut: { ...result.leftOut },
      ...noticesOf(result, run, words.language),
      defaultCoordinates: result.defaultCoordinates.map(({ x, y, count }) => ({
        position: [...toPosition({ x, y })],
        count,
      })),
      singleHomes: result.singleHomes,
      clusters: rows.map((row) =>
        clusterBody(row, { period, running: result.running, names: words.names }, words.language),
      ),
    };
  }
}

function pick({ from, to }: NewAnalysis): NewAnalysis {
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

/** The figures of a found cluster; its own-history claim is the one that was tested together with all the others. */
function figuresOf(found: FoundCluster, result: ClusterResult, loaded: LoadedEvents): PlaceFigures {
  const excluded = new Set(result.defaultCoordinates.map(({ x, y }) => `${x} ${y}`));
  const events = loaded.events.filter((event) => !excluded.has(`${event.x} ${event.y}`));
  const figures = placeFigures({
    events,
    polygon: found.polygon,
    period: loaded.period,
    historyFrom: loaded.historyFrom,
  });
  return { ...figures, total: result.total, ownHistory: found.claims.ownHistory };
}

function clusterBody(
  row: ClusterRow,
  about: Omit<Parameters<typeof figuresBody>[1], 'name'>,
  language: Language,
): ClusterBody {
  const facts = row.facts as unknown as StoredFacts;
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    name: facts.name,
    polygon: polygonBody(row.polygon.coordinates),
    centre: [...toPosition({ x: row.x, y: row.y })],
    diameterMetres: facts.diameterMetres,
    figures: figuresBody(facts.figures, { ...about, name: facts.name }, language),
    hotspotId: row.hotspot_id,
  };
}

function reproductionSentence(same: boolean, dataChanged: boolean, language: Language): string {
  const sv = language === 'sv';
  if (dataChanged)
    return sv ? 'Uppgifterna har ändrats sedan analysen gjordes.' : 'The data has changed since the analysis was made.';
  if (same) return sv ? 'Analysen ger samma svar igen.' : 'The analysis gives the same answer again.';
  return sv
    ? 'Analysen ger ett annat svar på samma uppgifter. Hör av dig till oss.'
    : 'The analysis gives another answer on the same data. Please tell us.';
}
