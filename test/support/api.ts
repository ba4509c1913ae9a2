import 'reflect-metadata';
import { createHash, randomBytes } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { hashPassword } from '../../api/src/access/password.js';
import type { Role } from '../../api/src/access/permission.js';
import { codeText } from '../../api/src/access/access.schema.js';
import { createApplication } from '../../api/src/app/application.js';
import { type Actor, connection, tenantSettings } from '../../api/src/app/database.js';
import { readEnvironment } from '../../api/src/app/environment.js';
import { newId } from '../../api/src/app/identifier.js';
import { toPosition } from '../../api/src/geo/projection.js';
import { migrate } from '../../db/migrate.js';

/** The middle of every test municipality, in metres; the boundary is a square of 10 km round it. */
export const centre = { x: 560_000, y: 6_600_000 };

export interface Member {
  readonly actor: Actor;
  readonly cookie: string;
  readonly email: string;
}

export interface TestMunicipality {
  readonly code: string;
  readonly organisations: Readonly<Record<string, string>>;
  /** Somebody with a role, in an organisation of a kind (police sits with the police, the rest with the municipality). */
  member(role: Role, kind?: string): Promise<Member>;
}

export const testPassword = 'ett långt lösenord för prov';
/** The cheapest scrypt there is: what is tested is never the cost. */
const lightHash = hashPassword(testPassword, { N: 16, r: 1, p: 1 });

let nextCode = 1000 + Math.floor(Math.random() * 7000);

/** The real application on the real engine named by TEST_DATABASE_URL. Tests share the database and own their municipality. */
export async function startApi(settings: Record<string, string> = {}) {
  const databaseUrl = process.env['TEST_DATABASE_URL'];
  if (!databaseUrl) throw new Error('TEST_DATABASE_URL is not set: run the API tests through npm test -- --only api');
  await migrate(databaseUrl);
  const environment = readEnvironment({
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'silent',
    DATABASE_CONNECTIONS: '4',
    // Many municipalities share one test database; a night is searched where a test asks for it.
    NIGHTLY_SCAN: 'off',
    ...settings,
  });
  const application = await createApplication(environment);
  await application.init();
  const owner = new DataSource(connection(databaseUrl, 1));
  await owner.initialize();
  return new Api(application, owner, databaseUrl);
}

export class Api {
  constructor(
    readonly application: NestExpressApplication,
    /** A connection past row-level security, to look at what is really stored. */
    readonly owner: DataSource,
    readonly databaseUrl: string,
  ) {}

  get server() {
    return this.application.getHttpServer();
  }

  /** A call as somebody, from our own page. */
  as(member: Pick<Member, 'cookie'> | null) {
    const call = (method: 'get' | 'post' | 'put' | 'patch' | 'delete') => (path: string) => {
      const test = request(this.server)[method](path).set('Sec-Fetch-Site', 'same-origin');
      return member ? test.set('Cookie', member.cookie) : test;
    };
    return { get: call('get'), post: call('post'), put: call('put'), patch: call('patch'), delete: call('delete') };
  }

  /** Somebody who runs the installation. */
  async installationAdministrator(): Promise<Pick<Member, 'cookie'>> {
    const id = await this.insertAccount('installation', true);
    return { cookie: await this.insertSession(id) };
  }

  /** A municipality of its own with one organisation of each kind, made through the API. */
  async municipality(name = 'Provkommunen'): Promise<TestMunicipality> {
    const administrator = await this.installationAdministrator();
    const code = codeText(nextCode++);
    const created = await this.as(administrator)
      .post('/api/v1/municipalities')
      .send({ code, name, boundary: square(5000) });
    // Files run beside each other on one database, each from a random code: the next one is free.
    if (created.status === 409) return this.municipality(name);
    if (created.status !== 201) throw new Error(`municipality: ${created.status} ${created.text}`);
    const organisations: Record<string, string> = {};
    for (const [kind, title] of kinds) {
      const made = await this.as(administrator)
        .post(`/api/v1/municipalities/${code}/organisations`)
        .send({ name: title, kind });
      if (made.status !== 201) throw new Error(`organisation: ${made.status} ${made.text}`);
      organisations[kind] = made.body.id as string;
    }
    return { code, organisations, member: (role, kind) => this.member(code, organisations, role, kind) };
  }

  /** What a member sees when SQL is written under the application's role, with no filter of ours. */
  async sqlAs<Row>(actor: Actor, statement: string, values: unknown[] = []): Promise<Row[]> {
    return this.owner.transaction(async (manager) => {
      await manager.query(tenantSettings(actor));
      return (await manager.query(statement, values)) as Row[];
    });
  }

  async close(): Promise<void> {
    await this.owner.destroy();
    await this.application.close();
  }

  private async member(
    code: string,
    organisations: Record<string, string>,
    role: Role,
    kind?: string,
  ): Promise<Member> {
    const organisationId = organisations[kind ?? (role === 'police' ? 'police' : 'municipality')]!;
    const id = await this.insertAccount(role, false);
    const municipalityCode = Number(code);
    await this.owner.query(
      `INSERT INTO membership (municipality_code, id, account_id, organisation_id, role) VALUES ($1, $2, $3, $4, $5)`,
      [municipalityCode, newId(), id, organisationId, role],
    );
    const rows: { group_code: string }[] = await this.owner.query(
      `SELECT group_code FROM organisation_group WHERE municipality_code = $1 AND organisation_id = $2 ORDER BY group_code`,
      [municipalityCode, organisationId],
    );
    const groups = rows.map((row) => row.group_code);
    const actor: Actor = { accountId: id, municipalityCode, tenants: [municipalityCode], groups, organisationId, role };
    return { actor, cookie: await this.insertSession(id), email: `${id}@example.org` };
  }

  private async insertAccount(name: string, installation: boolean): Promise<string> {
    const id = newId();
    await this.owner.query(
      `INSERT INTO account (id, email, name, password_hash, installation_administrator) VALUES ($1, $2, $3, $4, $5)`,
      [id, `${id}@example.org`, name, await lightHash, installation],
    );
    return id;
  }

  private async insertSession(accountId: string): Promise<string> {
    const token = randomBytes(32);
    await this.owner.query(
      `INSERT INTO session (token_hash, account_id, expires_at) VALUES ($1, $2, now() + interval '1 hour')`,
      [createHash('sha256').update(token).digest(), accountId],
    );
    return `__Host-narbild=${token.toString('base64url')}`;
  }
}

const kinds = [
  ['municipality', 'Kommunens förvaltningar'],
  ['police', 'Polisen'],
  ['housing', 'Bostadsbolaget'],
  ['guard', 'Bevakningsbolaget'],
] as const;

/** A square round the centre as GeoJSON, `half` metres to each side. */
export function square(half: number, at = centre) {
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
    [-1, -1],
  ] as const;
  return {
    type: 'Polygon',
    coordinates: [corners.map(([x, y]) => toPosition({ x: at.x + x * half, y: at.y + y * half }))],
  };
}

/** A position some metres east and north of the centre, as it goes on the wire. */
export function positionAt(east: number, north: number): readonly [number, number] {
  return toPosition({ x: centre.x + east, y: centre.y + north });
}
