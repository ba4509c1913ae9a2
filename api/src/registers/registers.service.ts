import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import type { Language } from '../app/language.js';
import { boundsOf, containment, toGeoJson } from '../geo/polygon.js';
import { systemNames } from '../geo/reference-system.js';
import type { Territory } from '../imports/coordinates.js';
import { FeatureFilesService } from '../imports/feature-files.service.js';
import type { FeatureFile } from '../imports/file-feature.js';
import { shownFileName } from '../imports/import-body.js';
import { createRegister } from '../imports/import-register.js';
import { TableProblem } from '../imports/table-problem.js';
import { type ReceivedFile, UploadsService } from '../imports/uploads.service.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { mustBeRefused } from '../privacy/personal-data.js';
import { readRegister, type RegisterFileReading } from './register-file.js';
import {
  compareRegister,
  insertLoad,
  type RegisterFate,
  registerStates,
  storeAddresses,
  storePlaces,
  storeStreets,
} from './register.queries.js';
import type { AddressRecord, AreaRecord, PlaceRecord, RegisterKind, StreetRecord } from './register-record.js';
import type { RegisterReading, RegisterState, ScbRequest } from './register.schema.js';
import { explainRejection } from './register-words.js';
import { ScbService } from './scb.service.js'; // prettier-ignore

/** One statement's worth of rows: what the embedded engine takes without growing. */
const batchRows = 5000;

interface Given {
  readonly kind: RegisterKind;
  readonly name: string;
  readonly store: boolean;
}

/** What a municipality is placed by: addresses, places with aliases, streets and areas, read from files. */
@Injectable()
export class RegistersService {
  constructor(
    private readonly database: Database,
    private readonly municipalities: MunicipalitiesService,
    private readonly files: FeatureFilesService,
    private readonly uploads: UploadsService,
    private readonly scb: ScbService,
  ) {}

  /** What the municipality has of each kind. */
  async states(actor: Actor): Promise<RegisterState[]> {
    const rows = await this.database.withTenant(actor, (manager) => registerStates(manager, actor.municipalityCode));
    return rows.map(({ kind, count, file_name: fileName, created_at: at, by, added, changed }) => ({
      kind,
      count,
      latest:
        fileName === null ? null : { fileName, at: at!.toISOString(), by, added: added ?? 0, changed: changed ?? 0 },
    }));
  }

  /** Reads a file as a register, and stores it when that was asked for. */
  async bringIn(actor: Actor, kind: RegisterKind, upload: { file: ReceivedFile | undefined; store: boolean }, language: Language): Promise<RegisterReading> {
    const { file, store } = upload;
    if (!file) throw new DomainError('invalid-request', {}, [{ pointer: '/file', code: 'import-file-missing' }]);
    try {
      const ground = await this.ground(actor);
      const read = await this.files.read(this.uploads.open(file.sealed), ground.territory);
      const name = shownFileName(Buffer.from(file.originalname, 'latin1').toString('utf8'), mustBeRefused);
      return await this.take(actor, read, { kind, name, store }, language);
    } catch (error) {
      if (error instanceof TableProblem)
        throw new DomainError('import-not-usable', {}, [{ pointer: '/file', code: error.code }]);
      throw error;
    } finally {
      await this.uploads.discard(file.sealed);
    }
  } // prettier-ignore

  /** Fetches SCB's areas of the municipality, with residents where they can be had. */
  async fromScb(actor: Actor, { layer, store }: ScbRequest, language: Language): Promise<RegisterReading> {
    const read = await this.scb.areas(actor.municipalityCode, layer);
    return this.take(actor, read, { kind: 'areas', name: `SCB ${read.layer ?? layer}`, store }, language);
  }

  private async ground(actor: Actor) {
    const code = actor.municipalityCode;
    return this.database.withTenant(actor, async (manager) => {
      const { boundary } = await this.municipalities.outline(manager, code);
      const rows = await this.municipalities.register(manager, code);
      const { geocoder } = createRegister({ boundary, ...rows, categories: [], crimeCodes: [] });
      const inside = containment(boundary);
      const bounds = boundsOf(boundary) ?? { minX: 0, minY: 0, maxX: 0, maxY: 0 };
      const territory: Territory = { bounds, contains: (x, y) => inside({ x, y }) };
      const placedBy = (street: string, number: string) => {
        const found = geocoder.find(street, number, '');
        return found?.precision === 'address' ? found.point : null;
      };
      return { boundary, territory, placedBy, areaNames: new Set(rows.areas.map((area) => area.name)) };
    });
  }

  private async take(actor: Actor, file: FeatureFile, given: Given, language: Language): Promise<RegisterReading> {
    const ground = await this.ground(actor);
    const reading = readRegister(given.kind, file, ground);
    const fate = given.kind === 'areas' ? fateOfAreas(reading, ground.areaNames) : await this.compare(actor, given.kind, reading);
    const rejected = [...reading.rejections.values()].reduce((sum, each) => sum + each.count, 0);
    if (given.store && reading.records.length > 0) {
      await this.store(actor, given.kind, reading);
      await this.database.withTenant(actor, async (manager) => {
        const load = { ...fate, id: newId(), kind: given.kind, fileName: given.name, rowCount: file.features.length, rejected };
        await insertLoad(manager, actor.municipalityCode, { ...load, accountId: actor.accountId });
        await audit(manager, actor, { action: 'update', subject: `register-${given.kind}`, subjectId: load.id, count: reading.records.length });
      });
    }
    return { kind: given.kind, stored: given.store && reading.records.length > 0, ...fate, rejected, ...body(file, reading, language) };
  } // prettier-ignore

  private async compare(actor: Actor, kind: Exclude<RegisterKind, 'areas'>, reading: RegisterFileReading): Promise<RegisterFate> {
    const sum = { added: 0, changed: 0, unchanged: 0 };
    await this.database.withTenant(actor, async (manager) => {
      for (const batch of batches(reading.records)) {
        const fate = await compareRegister(manager, actor.municipalityCode, kind, batch);
        sum.added += fate.added;
        sum.changed += fate.changed;
        sum.unchanged += fate.unchanged;
      }
    });
    return sum;
  } // prettier-ignore

  private async store(actor: Actor, kind: RegisterKind, { records }: RegisterFileReading): Promise<void> {
    if (kind === 'areas') {
      await this.municipalities.addAreas(actor, areaCollection(records as readonly AreaRecord[]));
      return;
    }
    await this.database.withTenant(actor, async (manager) => {
      for (const batch of batches(records)) await storeBatch(manager, actor.municipalityCode, kind, batch);
    });
  }
}

async function storeBatch(manager: EntityManager, code: number, kind: RegisterKind, batch: readonly object[]): Promise<void> {
  const rows = batch.map((row) => ({ id: newId(), ...row }));
  if (kind === 'addresses') await storeAddresses(manager, code, rows as ({ id: string } & AddressRecord)[]);
  else if (kind === 'places') await storePlaces(manager, code, rows as ({ id: string } & PlaceRecord)[]);
  else await storeStreets(manager, code, rows as ({ id: string } & StreetRecord)[]);
} // prettier-ignore

function* batches(records: readonly object[]): Generator<readonly object[]> {
  for (let at = 0; at < records.length; at += batchRows) yield records.slice(at, at + batchRows);
}

/** Areas are known by their names; one that exists gets the new shape and the new number of residents. */
function fateOfAreas({ records }: RegisterFileReading, names: ReadonlySet<string>): RegisterFate {
  const changed = records.filter((record) => 'name' in record && names.has(record.name)).length;
  return { added: records.length - changed, changed, unchanged: 0 };
}

function areaCollection(records: readonly AreaRecord[]) {
  return {
    type: 'FeatureCollection',
    features: records.map(({ name, population, polygons }) => ({
      type: 'Feature',
      geometry: toGeoJson(polygons),
      properties: { name, ...(population !== null && { population }) },
    })),
  };
}

function body(file: FeatureFile, reading: RegisterFileReading, language: Language) {
  return {
    format: file.format,
    encoding: file.encoding,
    layer: file.layer,
    system: file.system,
    systemName: file.system && systemNames[file.system],
    rowCount: file.features.length,
    outside: reading.outside,
    withPopulation: reading.records.filter((record) => 'population' in record && record.population !== null).length,
    columns: Object.entries(reading.columns).map(([field, column]) => ({ field, column })),
    rejections: [...reading.rejections]
      .map(([code, { count, rows }]) => ({ code, sentence: explainRejection(code, language), count, rows: [...rows] }))
      .sort((a, b) => b.count - a.count),
    points: reading.points.map((point) => [...point]),
  };
}
