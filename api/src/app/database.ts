import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions, type EntityManager } from 'typeorm';
import { DomainError } from './domain-error.js';

type PostgresConnectionOptions = Extract<DataSourceOptions, { type: 'postgres' }>;

/** Who acts, for one municipality: everything that the database needs to know to decide what they may see. */
export interface Actor {
  readonly accountId: string;
  /** The municipality that is worked in and written to. */
  readonly municipalityCode: number;
  /** The municipalities that may be read: the one, or the members of a cooperation area. */
  readonly tenants: readonly number[];
  /** The source groups that the actor's organisation may see. */
  readonly groups: readonly string[];
  readonly organisationId: string;
  readonly role: string;
}

/** The account of what nobody does: no rows, no rights of its own. */
export const nobody = '00000000-0000-0000-0000-000000000000';

/** The clock, or somebody with nothing but a link, as an actor for one organisation of a municipality: it sees no group's rows. */
export function actorOfNobody(municipalityCode: number, organisationId: string): Actor {
  return {
    accountId: nobody,
    municipalityCode,
    tenants: [municipalityCode],
    groups: [],
    organisationId,
    role: 'nobody',
  };
}

/** The connection that every door shares: no synchronisation, no named statements, the driver's own pool. */
export function connection(databaseUrl: string, connections = 4): PostgresConnectionOptions {
  const { searchParams } = new URL(databaseUrl);
  const socketFolder = searchParams.get('host');
  return {
    type: 'postgres',
    ...(socketFolder ? socketConnection(databaseUrl, socketFolder) : { url: databaseUrl }),
    synchronize: false,
    installExtensions: false,
    poolSize: connections,
    extra: { connectionTimeoutMillis: 5000 },
    // The driver reports idle connections that break; the next query finds out for itself.
    poolErrorHandler: () => undefined,
  };
}

/** A Unix socket cannot stand in a URL that the driver's URL parser takes: it is given as host and port instead. */
function socketConnection(databaseUrl: string, folder: string) {
  const url = new URL(databaseUrl);
  return {
    host: folder,
    port: Number(url.searchParams.get('port') ?? 5432),
    username: decodeURIComponent(url.username) || 'postgres',
    database: url.pathname.slice(1) || 'postgres',
  };
}

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const groupForm = /^[a-z][a-z0-9-]*$/;

/** The statement that opens the door for one actor: literals only, built from integers, identifiers and checked codes. */
export function tenantSettings(actor: Actor): string {
  const codes = [actor.municipalityCode, ...actor.tenants];
  if (!codes.every((code) => Number.isInteger(code) && code >= 0 && code < 32768))
    throw new Error('Not a municipality code');
  if (!uuidForm.test(actor.accountId)) throw new Error('Not an account id');
  if (!actor.groups.every((group) => groupForm.test(group))) throw new Error('Not a group code');
  return [
    'SET LOCAL ROLE narbild_app',
    `SET LOCAL app.tenants = '${actor.tenants.join(',')}'`,
    `SET LOCAL app.municipality = '${actor.municipalityCode}'`,
    `SET LOCAL app.groups = '${actor.groups.join(',')}'`,
    `SET LOCAL app.account = '${actor.accountId}'`,
    // the planner holds PostGIS functions to be so costly that it compiles filters by place, which takes longer than running them
    'SET LOCAL jit = off',
  ].join('; ');
}

/** The one door to the data. */
@Injectable()
export class Database {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Runs `work` in a transaction in which the database itself shows only what the actor may see. */
  async withTenant<Result>(actor: Actor, work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.source.transaction(async (manager) => {
      await manager.query(tenantSettings(actor));
      return work(manager);
    });
  }

  /** The narrow door for signing in and for jobs, before there is an actor: accounts, sessions and who belongs where. */
  async withAccess<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.source.transaction(async (manager) => {
      await manager.query('SET LOCAL ROLE narbild_access');
      return work(manager);
    });
  }

  /** Answers when the database answers. */
  async ping(): Promise<void> {
    await this.source.query('SELECT 1');
  }
}

/**
 * The only row of a statement that must return one. The embedded engine answers a GEOS fault with no row at all
 * (electric-sql/pglite issue 916), so silence is an error here, never an empty answer.
 */
export function only<Row>(rows: readonly Row[]): Row {
  if (rows.length !== 1) throw new DomainError('no-answer-from-database');
  return rows[0]!;
}
