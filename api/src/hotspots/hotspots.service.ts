import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import type { Period } from '../analysis/calendar.js';
import type { PeopleClaim } from '../analysis/people-claim.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { refusePersonalData } from '../app/stored-text.js';
import { breathe, inTurns } from '../app/turns.js';
import { clipToMask } from '../geo/clip.js';
import { areaOf, type MetresMultiPolygon } from '../geo/polygon.js';
import { toPosition } from '../geo/projection.js';
import type { ListQuery } from '../incidents/incident.schema.js';
import { IncidentsService } from '../incidents/incidents.service.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { type About, figuresBody, polygonBody } from './figures-body.js';
import { refuseDrawn, refuseCrossing } from './drawn-area.js';
import {
  clusterPolygon,
  hotspotRow,
  type HotspotRow,
  hotspotRows,
  insertHotspot,
  insertStage,
  peopleClaims,
  stageRows,
} from './hotspot.queries.js';
import type { AdoptedHotspot, HotspotBody, HotspotDetail, NewHotspot } from './hotspot.schema.js';
import { type LoadedEvents, PlaceEventsService } from './place-events.service.js';
import { type PlaceFigures, placesAmong } from './place-figures.js';
import type { Language } from './sentence-wording.js';

export interface ViewedHotspot {
  readonly row: HotspotRow;
  /** Its place in the list, which is its number on the map. */
  readonly number: number;
  readonly figures: PlaceFigures;
  readonly about: About;
  readonly loaded: LoadedEvents;
}

/** The places that the group has decided to work with. */
@Injectable()
export class HotspotsService {
  constructor(
    private readonly database: Database,
    private readonly places: PlaceEventsService,
    private readonly incidents: IncidentsService,
    private readonly municipalities: MunicipalitiesService,
  ) {}

  /** Takes up a cluster, or an area drawn from knowledge, as a hot spot. */
  async adopt(actor: Actor, input: NewHotspot, language: Language): Promise<AdoptedHotspot> {
    refusePersonalData({
      '/name': input.name,
      '/ownerFunction': input.ownerFunction,
      '/registrationNumber': input.registrationNumber,
    });
    const id = newId();
    const cut = await this.database.withTenant(actor, async (manager) => {
      const code = actor.municipalityCode;
      const { polygon, isCut } = await this.polygonFor(manager, actor, input);
      const organisations: { id: string }[] = await this.municipalities.organisationsIn(manager, code);
      if (!organisations.some((organisation) => organisation.id === input.ownerOrganisationId)) {
        throw new DomainError('invalid-request', {}, [
          { pointer: '/ownerOrganisationId', code: 'unknown-organisation' },
        ]);
      }
      await insertHotspot(manager, code, {
        ...input,
        id,
        polygon,
        clusterId: input.clusterId ?? null,
        registrationNumber: input.registrationNumber ?? null,
        accountId: actor.accountId,
      });
      await insertStage(manager, code, {
        id: newId(),
        hotspotId: id,
        stage: 'mapping',
        note: null,
        accountId: actor.accountId,
      });
      await audit(manager, actor, { action: 'create', subject: 'hotspot', subjectId: id });
      return isCut;
    });
    return { ...(await this.get(actor, id, language)), cut };
  }

  async list(actor: Actor, language: Language): Promise<HotspotBody[]> {
    const about = await this.aboutWords(actor);
    return this.database.withTenant(actor, async (manager) => {
      const viewed = await this.view(manager, actor, about);
      await audit(manager, actor, { action: 'read', subject: 'hotspot', count: viewed.length });
      return viewed.map((each) => hotspotBody(each, language));
    });
  }

  async get(actor: Actor, id: string, language: Language): Promise<HotspotDetail> {
    const about = await this.aboutWords(actor);
    return this.database.withTenant(actor, async (manager) => {
      const viewed = (await this.view(manager, actor, about, id)).find((each) => each.row.id === id);
      if (!viewed) throw new DomainError('not-found');
      const stages = await stageRows(manager, actor.municipalityCode, id);
      await audit(manager, actor, { action: 'read', subject: 'hotspot', subjectId: id });
      return {
        ...hotspotBody(viewed, language),
        weeks: viewed.figures.weeks.map(({ week, count, whole, normal }) => ({
          week,
          count,
          whole,
          normal: normal && { expected: normal.expected, low: normal.low, high: normal.high },
        })),
        stages: stages.map((row) => ({ stage: row.stage, note: row.note, at: row.at.toISOString() })),
        foundBy: foundBy(viewed.row, language),
      };
    });
  }

  /** Its reports, for those who may open them. */
  async incidentsOf(actor: Actor, id: string, query: ListQuery) {
    return this.database.withTenant(actor, async (manager) => {
      const row = await hotspotRow(manager, actor.municipalityCode, id);
      if (!row) throw new DomainError('not-found');
      return this.incidents.page(manager, actor, query, row.polygon.coordinates);
    });
  }

  /**
   * Hot spots with their figures over twelve months, as the actor may see them; `about` comes from `aboutWords`. Without
   * `year` these are the months up to today.
   */
  async view(
    manager: EntityManager,
    actor: Actor,
    { names, year }: Pick<About, 'names'> & { readonly year?: Period | undefined },
    onlyId?: string,
  ): Promise<ViewedHotspot[]> {
    const rows = await hotspotRows(manager, actor.municipalityCode);
    if (rows.length === 0) return [];
    const loaded = await this.places.load(manager, actor);
    const { events, historyFrom } = loaded;
    const period = year ?? loaded.period;
    const claims = await peopleClaims(manager, actor.municipalityCode, actor.groups);
    const figuresOf = await inTurns(placesAmong({ events, period, historyFrom, places: rows.length }));
    const viewed: ViewedHotspot[] = [];
    for (const [index, row] of rows.entries()) {
      if (onlyId !== undefined && row.id !== onlyId) continue;
      await breathe();
      viewed.push({
        row,
        number: index + 1,
        loaded,
        figures: figuresOf({ polygon: row.polygon.coordinates, ...claimed(claims.get(row.id)) }),
        about: { names, period, running: year === undefined, name: row.name },
      });
    }
    return viewed;
  }

  /** Every hot spot as a place on the map, with the period whose density made it one; for analyses. */
  async knownPlaces(manager: EntityManager, actor: Actor) {
    const rows = await hotspotRows(manager, actor.municipalityCode);
    return rows.map((row, index) => ({
      id: row.id,
      number: index + 1,
      stage: row.stage,
      name: row.name,
      polygon: row.polygon.coordinates,
      detection: (row.method?.parameters['period'] as Period | undefined) ?? null,
      adoptedAt: row.adopted_at.getTime(),
    }));
  }

  async aboutWords(actor: Actor): Promise<Pick<About, 'names'>> {
    const categories = await this.municipalities.categories(actor);
    return { names: new Map(categories.map((category) => [category.code, category.name])) };
  }

  private async polygonFor(
    manager: EntityManager,
    actor: Actor,
    input: NewHotspot,
  ): Promise<{ polygon: MetresMultiPolygon; isCut: boolean }> {
    if (input.clusterId) {
      const polygon = await clusterPolygon(manager, actor.municipalityCode, input.clusterId);
      if (!polygon) throw new DomainError('not-found');
      return { polygon, isCut: false };
    }
    if (!input.polygon)
      throw new DomainError('invalid-request', {}, [{ pointer: '/clusterId', code: 'cluster-or-area' }]);
    refuseCrossing(input.polygon, '/polygon');
    const drawn = this.municipalities.readPolygon(input.polygon, '/polygon');
    const { boundary } = await this.municipalities.outline(manager, actor.municipalityCode);
    const polygon = boundary.length === 0 ? drawn : clipToMask(drawn, boundary);
    refuseDrawn(polygon, '/polygon');
    return { polygon, isCut: areaOf(drawn) - areaOf(polygon) > 1 };
  }
}

/** Undefined: no run has asked. Null: the newest run found no place here, so nothing more than expected was shown. */
function claimed(claim: PeopleClaim | null | undefined): { people?: PeopleClaim } {
  if (claim === undefined) return {};
  const nothing = { observed: null, expected: null, ratio: null, p: null, circle: null };
  return { people: claim ?? { status: 'as-people', agreed: false, permutations: 0, baselines: [], ...nothing } };
}

function hotspotBody({ row, number, figures, about }: ViewedHotspot, language: Language): HotspotBody {
  return {
    id: row.id,
    version: row.version,
    number,
    name: row.name,
    stage: row.stage,
    owner: {
      organisationId: row.owner_organisation_id,
      organisation: row.owner_organisation,
      function: row.owner_function,
    },
    polygon: polygonBody(row.polygon.coordinates),
    centre: [...toPosition({ x: row.x, y: row.y })],
    adoptedAt: row.adopted_at.toISOString(),
    registrationNumber: row.registration_number,
    classification: row.classification,
    figures: figuresBody(figures, about, language),
  };
}

/** How it was found, in one line; null when it was drawn by hand or the actor may not see the run. */
export function foundBy(row: HotspotRow, language: Language): string | null {
  if (!row.method) return null;
  const { parameters, createdAt, methodVersion } = row.method;
  const day = createdAt.slice(0, 10);
  const { epsMetres, minPoints } = parameters as { epsMetres: number; minPoints: number };
  return language === 'sv'
    ? `Täthetskluster (DBSCAN, ${epsMetres} m, minst ${minPoints} händelser), ${methodVersion}, kördes ${day}.`
    : `Density clusters (DBSCAN, ${epsMetres} m, at least ${minPoints} events), ${methodVersion}, run on ${day}.`;
}
