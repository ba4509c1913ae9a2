import { createHmac, randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { cellText } from './cell.js';
import type { ColumnMapping } from './columns.js';
import { type DefaultCoordinate, DefaultCoordinates } from './default-coordinates.js';
import { eventKey } from './events.js';
import { IdentityRegister } from './identity.js';
import { categoryLines, digestKey } from './import.queries.js';
import { createRegister, type ImportRegister } from './import-register.js';
import { planReading, type ReadingPlan } from './reading-plan.js';
import { readRow, type RowContext, type RowOutcome } from './row.js';
import { openTable, type Table, type TableRow } from './table-reader.js';
import type { TableSource } from './table-source.js';

const sampleRows = 2000;
const chunkRows = 2000;

/** What rows are known by in the database: keyed digests, so that none can be guessed back to a place. */
export interface RowKeys {
  readonly identity: string;
  readonly contentDigest: string;
  readonly repeated: boolean;
  /** Null when the row is an event of its own. */
  readonly eventKey: string | null;
}

export interface ReadRow extends TableRow {
  readonly outcome: RowOutcome;
  /** Null when the row is rejected. */
  readonly keys: RowKeys | null;
}

/** The municipality's register and its digest, for one reading. */
export interface ReadingGround {
  readonly register: ImportRegister;
  readonly digest: (text: string) => string;
}

/** Whose rows they are: identities of one source never meet those of another. */
export interface RowOwner {
  readonly source: string;
  readonly scope: string;
}

/** Reads an uploaded file row by row, the same way in the preview and in the import. */
@Injectable()
export class ImportReaderService {
  constructor(private readonly municipalities: MunicipalitiesService) {}

  /** What the municipality knows: boundary, areas, addresses, places, categories, and its secret. */
  async ground(manager: EntityManager, code: number): Promise<ReadingGround> {
    const { boundary } = await this.municipalities.outline(manager, code);
    const rows = await this.municipalities.register(manager, code);
    const lines = await categoryLines(manager, code);
    const key = Buffer.from(await digestKey(manager, code, randomBytes(32).toString('base64url')), 'base64url');
    return {
      register: createRegister({ boundary, ...rows, ...lines }),
      digest: (text) => createHmac('sha256', key).update(text).digest('base64url').slice(0, 27),
    };
  }

  /** Opens the file and decides how to read it. Throws `TableProblem` when it is no table. */
  async plan(
    source: TableSource,
    ground: ReadingGround,
    chosen: ColumnMapping | null,
  ): Promise<{ table: Table; plan: ReadingPlan; defaults: DefaultCoordinate[] }> {
    const table = await openTable(source);
    const sample: TableRow[] = [];
    for await (const batch of table.batches()) {
      sample.push(...batch);
      if (sample.length >= sampleRows) break;
    }
    const { territory } = ground.register;
    const cells = sample.slice(0, sampleRows).map((row) => row.cells);
    const plan = planReading({ header: table.header, sample: cells, territory, chosen });
    const defaults = await this.findDefaults(table, plan, ground);
    return { table, plan: { ...plan, defaultCoordinates: new Set(defaults.map((each) => each.key)) }, defaults };
  }

  /** The rows in chunks, each read and with its keys. */
  async *chunks(
    table: Table,
    plan: ReadingPlan,
    ground: ReadingGround,
    owner: RowOwner,
  ): AsyncGenerator<readonly ReadRow[]> {
    const identities = new IdentityRegister();
    const context = contextOf(plan, ground);
    const read = (row: TableRow): ReadRow => {
      const outcome = readRow(row.cells, plan.mapping, context);
      return { ...row, outcome, keys: outcome.outcome === 'ok' ? keysOf(outcome, identities, ground, owner) : null };
    };
    let chunk: ReadRow[] = [];
    for await (const batch of table.batches()) {
      for (const row of batch) {
        chunk.push(read(row));
        if (chunk.length < chunkRows) continue;
        yield chunk;
        chunk = [];
        // Others are answered between the chunks of a large file.
        await setImmediate();
      }
    }
    if (chunk.length > 0) yield chunk;
  }

  private async findDefaults(table: Table, plan: ReadingPlan, ground: ReadingGround): Promise<DefaultCoordinate[]> {
    if (plan.coordinates === null) return [];
    const counter = new DefaultCoordinates();
    const context = contextOf(plan, ground);
    for await (const batch of table.batches()) {
      for (const { cells } of batch) {
        const read = readRow(cells, plan.mapping, context);
        if (read.outcome === 'ok' && read.incident.point && read.incident.placement === 'coordinates')
          counter.add(read.incident.point, read.incident.categoryCode, cellText(cells, plan.mapping.street));
      }
      await setImmediate();
    }
    return counter.found();
  }
}

function contextOf(plan: ReadingPlan, { register, digest }: ReadingGround): RowContext {
  return {
    ...register.rules,
    territory: register.territory,
    geocoder: register.geocoder,
    areaAt: register.areaAt,
    coordinates: plan.coordinates,
    dateOrders: plan.dateOrders,
    defaultCoordinates: plan.defaultCoordinates,
    recognised: plan.guess.mapping,
    digest,
  };
}

function keysOf(
  outcome: Extract<RowOutcome, { outcome: 'ok' }>,
  identities: IdentityRegister,
  { digest }: ReadingGround,
  { source, scope }: RowOwner,
): RowKeys {
  const { identity, contentDigest, repeated } = identities.next(outcome.incident);
  const event = eventKey(outcome.incident, source);
  return {
    identity: digest(`${scope}|${identity}`),
    contentDigest: digest(`${scope}|${contentDigest}`),
    repeated,
    eventKey: event === null ? null : digest(`${scope}|${event}`),
  };
}
