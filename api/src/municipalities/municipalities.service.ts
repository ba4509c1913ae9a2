import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { codeNumber, codeText } from '../access/access.schema.js';
import { AccountsService } from '../access/accounts.service.js';
import { audit } from '../access/audit.js';
import type { Caller } from '../access/requires.js';
import { type Actor, Database } from '../app/database.js';
import { newId } from '../app/identifier.js';
import { refusePersonalData } from '../app/stored-text.js';
import { boundsOf, type MetresMultiPolygon, toGeoJson } from '../geo/polygon.js';
import { type Metres, toMetres, toPosition } from '../geo/projection.js';
import { readAreas, readBoundary } from './areas-reading.js';
import { groupOfKind, groupsSeenBy } from './default-category.js';
import {
  addressRows,
  areaRows,
  baseMapLayers,
  categoryRows,
  insertAreas,
  insertDefaults,
  insertMunicipality,
  insertOrganisation,
  municipalityRow,
  organisationRows,
  outlineRow,
  placeRows,
  streetRows,
} from './municipality.queries.js';
import { registerPoints } from './place.queries.js';
import { type FoundPlaceRow, namesNear, placesNear, searchPlaces } from './place-search.queries.js';
import type { Category, NewMunicipality, NewOrganisation, PlaceSearch } from './municipality.schema.js';

export interface Outline {
  readonly boundary: MetresMultiPolygon;
  readonly builtUp: MetresMultiPolygon | null;
}

/** The municipality and what it consists of. */
@Injectable()
export class MunicipalitiesService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsService,
  ) {}

  /** Makes a municipality with the default rows and its own organisation, with the caller as its administrator. */
  async create(caller: Caller, input: NewMunicipality) {
    const boundary = readBoundary(input.boundary, '/boundary');
    const areas = input.areas ? readAreas(input.areas, '/areas') : [];
    refusePersonalData({ '/name': input.name });
    for (const { name } of areas) refusePersonalData({ '/areas': name });
    const organisationId = newId();
    const actor = founder(caller, codeNumber(input.code), organisationId);
    return this.database.withTenant(actor, async (manager) => {
      const code = actor.municipalityCode;
      await insertMunicipality(manager, { code, name: input.name, demo: false, boundary, builtUp: null });
      await insertDefaults(manager, code);
      await this.addOrganisation(manager, code, { name: input.name, kind: 'municipality' }, organisationId);
      await insertAreas(
        manager,
        code,
        areas.map((area) => ({ id: newId(), ...area })),
      );
      await this.accounts.addMember(manager, actor, {
        accountId: caller.account.id,
        organisationId,
        role: 'administrator',
      });
      await audit(manager, actor, {
        action: 'create',
        subject: 'municipality',
        subjectId: input.code,
        count: areas.length,
      });
      return this.describe(manager, code);
    });
  }

  async get(actor: Actor) {
    return this.database.withTenant(actor, (manager) => this.describe(manager, actor.municipalityCode));
  }

  async categories(actor: Actor): Promise<Category[]> {
    const rows = await this.database.withTenant(actor, (manager) => categoryRows(manager, actor.municipalityCode));
    return rows.map((row) => ({
      code: row.code,
      name: { sv: row.name_sv, en: row.name_en },
      kind: row.kind,
      severity: row.severity,
      placeBound: row.place_bound,
      reportable: row.reportable,
      hidden: row.hidden,
      subcategories: row.subcategories.map(({ sv, en, ...sub }) => ({ ...sub, name: { sv, en } })),
    }));
  }

  async organisations(actor: Actor) {
    return this.database.withTenant(actor, (manager) => organisationRows(manager, actor.municipalityCode));
  }

  async createOrganisation(actor: Actor, input: NewOrganisation) {
    refusePersonalData({ '/name': input.name });
    const id = newId();
    await this.database.withTenant(actor, async (manager) => {
      await this.addOrganisation(manager, actor.municipalityCode, input, id);
      await audit(manager, actor, { action: 'create', subject: 'organisation', subjectId: id });
    });
    return { id, name: input.name, kind: input.kind, groupCode: groupOfKind[input.kind]! };
  }

  /** The areas as GeoJSON, for the map and for choosing. */
  async areas(actor: Actor) {
    return this.database.withTenant(actor, (manager) => this.areasIn(manager, actor.municipalityCode));
  }

  /** The same within the caller's transaction. */
  async areasIn(manager: EntityManager, code: number) {
    const rows = await areaRows(manager, code);
    return {
      type: 'FeatureCollection' as const,
      features: rows.map((row) => ({
        type: 'Feature' as const,
        id: row.id,
        geometry: toGeoJson(row.geometry.coordinates),
        properties: { id: row.id, name: row.name, population: row.population },
      })),
    };
  }

  /** Adds areas; one with a name that exists gets the new shape. */
  async addAreas(actor: Actor, json: unknown) {
    const areas = readAreas(json, '/areas');
    for (const { name } of areas) refusePersonalData({ '/areas': name });
    await this.database.withTenant(actor, async (manager) => {
      await insertAreas(
        manager,
        actor.municipalityCode,
        areas.map((area) => ({ id: newId(), ...area })),
      );
      await audit(manager, actor, { action: 'update', subject: 'area', count: areas.length });
    });
    return this.areas(actor);
  }

  async places(actor: Actor) {
    const rows = await this.database.withTenant(actor, (manager) => placeRows(manager, actor.municipalityCode));
    return rows.map(({ x, y, ...row }) => ({ ...row, position: toPosition({ x, y }) }));
  }

  /** Finds places by words, or what is near a position. */
  async findPlaces(actor: Actor, search: PlaceSearch) {
    const { longitude, latitude, text } = search;
    return this.database.withTenant(actor, async (manager) => {
      if (text) return (await searchPlaces(manager, actor.municipalityCode, text)).map(found);
      if (longitude === undefined || latitude === undefined) return [];
      return (await placesNear(manager, actor.municipalityCode, toMetres([longitude, latitude]))).map(found);
    });
  }

  /** The base map as layers of GeoJSON; a municipality without one gets its own boundary and areas. */
  async baseMap(actor: Actor) {
    return this.database.withTenant(actor, (manager) => this.baseMapIn(manager, actor.municipalityCode));
  }

  /** The same within the caller's transaction. */
  async baseMapIn(manager: EntityManager, code: number) {
    const stored = await baseMapLayers(manager, code);
    const outline = await outlineRow(manager, code);
    const boundary = outline.boundary?.coordinates ?? [];
    const own = { boundary: { type: 'FeatureCollection' as const, features: [polygonFeature(boundary)] } };
    return {
      layers: { ...own, ...Object.fromEntries(stored.map((row) => [row.layer, row.features])) },
      attribution: stored.length > 0 ? 'Exempelkommun, påhittad karta' : '',
      bounds: degreeBounds(boundary),
    };
  }

  /** Boundary and built-up area in metres, for analysis and import. */
  async outline(manager: EntityManager, code: number): Promise<Outline> {
    const row = await outlineRow(manager, code);
    return { boundary: row.boundary?.coordinates ?? [], builtUp: row.built_up?.coordinates ?? null };
  }

  /** The address register and the places with their aliases, for the geocoder of an import. */
  async register(manager: EntityManager, code: number) {
    return {
      addresses: await addressRows(manager, code),
      places: await placeRows(manager, code),
      streets: await streetRows(manager, code),
      areas: await areaRows(manager, code),
    };
  }

  /** Where there are addresses and places, in metres. */
  async registerPoints(manager: EntityManager, code: number): Promise<{ x: Float64Array; y: Float64Array }> {
    return registerPoints(manager, code);
  }

  /** The organisations, within a transaction of the caller's. */
  async organisationsIn(manager: EntityManager, code: number): Promise<{ id: string; name: string }[]> {
    return organisationRows(manager, code);
  }

  /** The named place nearest to a point, else the nearest address' street; null when nothing is near. */
  async nameNear(manager: EntityManager, code: number, point: Metres): Promise<string | null> {
    return (await namesNear(manager, code, [point]))[0] ?? null;
  }

  /** The same for many points. */
  async namesNear(manager: EntityManager, code: number, points: readonly Metres[]): Promise<(string | null)[]> {
    return namesNear(manager, code, points);
  }

  /** A drawn area in metres; throws `boundary-unusable` with the reason. */
  readPolygon(json: unknown, pointer: string): MetresMultiPolygon {
    return readBoundary(json, pointer);
  }

  private async addOrganisation(
    manager: EntityManager,
    code: number,
    input: NewOrganisation,
    id: string,
  ): Promise<void> {
    const groupCode = groupOfKind[input.kind]!;
    await insertOrganisation(manager, {
      code,
      id,
      name: input.name,
      kind: input.kind,
      groupCode,
      sees: groupsSeenBy(input.kind),
    });
  }

  private async describe(manager: EntityManager, code: number) {
    const row = await municipalityRow(manager, code);
    const [southWest, northEast] = [
      toPosition({ x: row.west, y: row.south }),
      toPosition({ x: row.east, y: row.north }),
    ];
    return {
      code: codeText(row.municipality_code),
      name: row.name,
      demo: row.demo,
      bounds: [...southWest, ...northEast],
      incidentCount: row.incident_count,
      firstIncidentAt: row.first_incident_at?.toISOString() ?? null,
      latestIncidentAt: row.latest_incident_at?.toISOString() ?? null,
    };
  }
}

function founder(caller: Caller, code: number, organisationId: string): Actor {
  return {
    accountId: caller.account.id,
    municipalityCode: code,
    tenants: [code],
    groups: [],
    organisationId,
    role: 'administrator',
  };
}

function found(row: FoundPlaceRow) {
  return {
    kind: row.kind,
    name: row.name,
    placeId: row.place_id,
    position: toPosition({ x: row.x, y: row.y }),
    distanceMetres: row.metres === null ? null : Math.round(row.metres),
  };
}

function polygonFeature(coordinates: MetresMultiPolygon) {
  return { type: 'Feature' as const, geometry: toGeoJson(coordinates), properties: {} };
}

function degreeBounds(boundary: MetresMultiPolygon): number[] {
  const bounds = boundsOf(boundary);
  if (!bounds) return [10.5, 55.2, 24.2, 69.1];
  return [...toPosition({ x: bounds.minX, y: bounds.minY }), ...toPosition({ x: bounds.maxX, y: bounds.maxY })];
}
