import { createHmac } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { cellText } from './cell.js';
import { readPointMending } from './coordinates.js';
import { classify } from './crime-codes.js';
import { type DefaultCoordinate, DefaultCoordinates } from './default-coordinates.js';
import { eventKey } from './events.js';
import { IdentityRegister } from './identity.js';
import { createRegister, type ImportRegister, type RegisterRows } from './import-register.js';
import type { MappingProfile } from './mapping-profile.js';
import { planReading, type ReadingChoice, type ReadingPlan } from './reading-plan.js';
import { readRow, type RowContext, type RowOutcome } from './row.js';
import { openTable, type Table, type TableRow } from './table-reader.js';
import type { TableSource } from './table-source.js';

const sampleRows = 2000;
const chunkRows = 5000;

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

/** What the municipality knows, as plain data that can be handed to another thread. */
export interface GroundRows {
  readonly register: RegisterRows;
  /** The municipality's own secret for the digests of its rows, base64url. */
  readonly digestKey: string;
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

export function groundOf({ register, digestKey }: GroundRows): ReadingGround {
  const key = Buffer.from(digestKey, 'base64url');
  return {
    register: createRegister(register),
    digest: (text) => createHmac('sha256', key).update(text).digest('base64url').slice(0, 27),
  };
}

export interface OpenedFile {
  readonly table: Table;
  readonly plan: ReadingPlan;
  readonly defaults: readonly DefaultCoordinate[];
}

/** Opens a file and decides how to read it. Throws `TableProblem` when it is no table. */
export async function planFile(
  source: TableSource,
  ground: ReadingGround,
  given: { readonly choice: ReadingChoice; readonly profiles: readonly MappingProfile[] },
): Promise<OpenedFile> {
  const table = await openTable(source);
  const sample: TableRow[] = [];
  for await (const batch of table.batches()) {
    sample.push(...batch);
    if (sample.length >= sampleRows) break;
  }
  const { territory } = ground.register;
  const cells = sample.slice(0, sampleRows).map((row) => row.cells);
  const plan = planReading({ header: table.header, sample: cells, territory, ...given });
  const defaults = await findDefaults(table, plan, ground);
  const refused = plan.defaultChoice === 'refuse' ? defaults.map((each) => each.key) : [];
  return { table, plan: { ...plan, defaultCoordinates: new Set(refused) }, defaults };
}

/** The rows in chunks, each read and with its keys; the same in the preview and in the import. */
export async function* chunksOf(
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
      await setImmediate();
    }
  }
  if (chunk.length > 0) yield chunk;
}

async function findDefaults(table: Table, plan: ReadingPlan, ground: ReadingGround): Promise<DefaultCoordinate[]> {
  if (plan.coordinates === null) return [];
  const counter = new DefaultCoordinates();
  const { mapping, coordinates: form } = plan;
  const { rules, territory } = ground.register;
  const [north, east] = [mapping.latitude ?? mapping.northing, mapping.longitude ?? mapping.easting];
  for await (const batch of table.batches()) {
    for (const { cells } of batch) {
      const read = readPointMending(cellText(cells, north), cellText(cells, east), form, territory);
      if (read === null || typeof read === 'string') continue;
      const kind = classify(cellText(cells, mapping.crimeCode), cellText(cells, mapping.category), rules);
      if (kind.sensitive === null) counter.add(read.point, kind.category, cellText(cells, mapping.street));
    }
    await setImmediate();
  }
  return counter.found();
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
