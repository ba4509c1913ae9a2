import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../app/domain-error.js';
import { shownFileName } from '../imports/import-body.js';
import { createRegister } from '../imports/import-register.js';
import { TableProblem } from '../imports/table-problem.js';
import { TablesService, type WholeTable } from '../imports/tables.service.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { mustBeRefused } from '../privacy/personal-data.js';
import { type BaselineEntry, columnsByKind } from './baseline.js';
import type { BaselineNotice, Draft } from './baseline-body.js';
import { entriesFromRegister } from './baseline-register.js';
import { readBaselineTable } from './baseline-table.js';

const mostRows = 300_000;

/** A file as multer hands it over, in memory: figures per house are never written to disk. */
export interface BaselineFile {
  readonly buffer: Buffer;
  readonly originalname: string;
}

/** Makes a draft of a baseline from a file or from the municipality's own registers; nothing is stored. */
@Injectable()
export class BaselineReaderService {
  constructor(
    private readonly tables: TablesService,
    private readonly municipalities: MunicipalitiesService,
  ) {}

  /** Reads a table of people. Throws `baseline-not-usable` when it is no such table. */
  async fromFile(manager: EntityManager, code: number, file: BaselineFile): Promise<Draft> {
    const table = await this.open(file);
    const { boundary } = await this.municipalities.outline(manager, code);
    const rows = await this.municipalities.register(manager, code);
    const { territory, geocoder } = createRegister({ boundary, ...rows, categories: [], crimeCodes: [] });
    const areas = rows.areas.map(({ name, geometry }) => ({ name, polygons: geometry.coordinates }));
    const reading = readBaselineTable(table.header, table.rows, {
      territory,
      geocoder,
      areas,
      addresses: rows.addresses,
    });
    if (!reading) throw unusable('baseline-without-counts');
    const said: readonly (readonly [BaselineNotice, boolean])[] = [
      ['swapped', reading.swapped],
      ['without-kind', reading.withoutKind],
      ['garbled', table.garbled],
    ];
    return {
      ...reading,
      notices: said.flatMap(([notice, isSo]) => (isSo ? [notice] : [])),
      fileName: shownFileName(Buffer.from(file.originalname, 'latin1').toString('utf8'), mustBeRefused),
      fingerprint: fingerprintOf(reading.entries),
    };
  }

  /** Draws a baseline from the address register, the areas' populations and the named places. */
  async fromRegister(manager: EntityManager, code: number): Promise<Draft> {
    const { boundary } = await this.municipalities.outline(manager, code);
    const { addresses, places, areas } = await this.municipalities.register(manager, code);
    const { territory } = createRegister({
      boundary,
      addresses: [],
      places: [],
      areas: [],
      categories: [],
      crimeCodes: [],
    });
    const counted = areas.map(({ population, geometry }) => ({ population, polygons: geometry.coordinates }));
    const drawn = entriesFromRegister({ addresses, places, areas: counted });
    const entries = drawn.filter(({ x, y }) => territory.contains(x, y));
    return {
      entries,
      rows: drawn.length,
      faults: [],
      outside: drawn.flatMap(({ x, y }, index) => (territory.contains(x, y) ? [] : [index + 1])),
      notices: ['assumed'],
      fileName: null,
      fingerprint: fingerprintOf(entries),
    };
  }

  private async open(file: BaselineFile): Promise<WholeTable> {
    try {
      return await this.tables.read(file.buffer, mostRows);
    } catch (error) {
      if (error instanceof TableProblem) throw unusable(error.code);
      throw error;
    }
  }
}

function unusable(code: string): DomainError {
  return new DomainError('baseline-not-usable', {}, [{ pointer: '/file', code }]);
}

function fingerprintOf(entries: readonly BaselineEntry[]): string {
  return createHash('sha256')
    .update(JSON.stringify(columnsByKind(entries)))
    .digest('hex')
    .slice(0, 32);
}
