import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import 'reflect-metadata';
import { Controller, Get, Module, type Type } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule, NestFactory } from '@nestjs/core';
import { AccessGuard } from '../../api/src/access/access.guard.js';
import { mayRole, roles } from '../../api/src/access/permission.js';
import { Public, Requires } from '../../api/src/access/requires.js';
import { ApiKeysService } from '../../api/src/access/api-keys.service.js';
import { SessionsService } from '../../api/src/access/sessions.service.js';
import { createOpenApiDocument } from '../../api/src/app/openapi.js';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';
import { addressIn, type Endpoint, endpointsOf, type Verb } from './endpoints.js';

let api: Api;
let municipality: TestMunicipality;
let neighbour: Member;
let endpoints: Endpoint[];

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality('Behörighetskommunen');
  neighbour = await (await api.municipality('Grannkommunen')).member('coordinator');
  endpoints = endpointsOf(api.application);
}, 120_000);

afterAll(() => api?.close());

/** The status and code that somebody gets; writes carry an empty body, so that nothing is made by those who may. */
async function ask(who: Pick<Member, 'cookie'> | null, endpoint: Endpoint, code = municipality.code) {
  const call = api.as(who)[endpoint.verb](addressIn(code, endpoint)).set('If-Match', '"1"');
  const answer = await (endpoint.verb === 'get' || endpoint.verb === 'delete' ? call : call.send({}));
  return { status: answer.status, code: (answer.body as { code?: string }).code ?? null };
}

/** Asks at every endpoint and tells what differs from what the rule says. */
async function astray(
  chosen: readonly Endpoint[],
  who: Pick<Member, 'cookie'> | null,
  fault: (endpoint: Endpoint, answer: { status: number; code: string | null }) => string | null,
): Promise<string[]> {
  const found: string[] = [];
  for (const endpoint of chosen) {
    const answer = await ask(who, endpoint);
    const said = fault(endpoint, answer);
    if (said)
      found.push(`${endpoint.verb} ${endpoint.address}: ${said}, got ${answer.status} ${answer.code ?? ''}`.trim());
  }
  return found;
}

const guarded = () => endpoints.filter((one) => one.rule && one.rule.kind !== 'public');
const permitted = () => endpoints.filter((one) => one.rule?.kind === 'permission');

describe('the endpoints', () => {
  test('are the ones that the document describes, and each has a rule', async () => {
    const document = await createOpenApiDocument();
    const described = Object.entries(document.paths).flatMap(([address, item]) =>
      (['get', 'post', 'put', 'patch', 'delete'] satisfies Verb[])
        .filter((verb) => item[verb])
        .map((verb) => `${verb} ${address}`),
    );
    expect(endpoints.map((one) => `${one.verb} ${one.address}`).sort()).toEqual(described.sort());
    expect(endpoints.filter((one) => !one.rule).map((one) => one.name)).toEqual([]);
  }, 60_000);

  test('that need a permission lie under a municipality, since a role is held in one', () => {
    const outside = permitted().filter((one) => !one.address.startsWith('/api/v1/municipalities/{code}'));
    expect(outside.map((one) => one.name)).toEqual([]);
  });

  test('that are public are few, and each says why', () => {
    const open = endpoints.flatMap((one) =>
      one.rule?.kind === 'public' ? [{ name: one.name, reason: one.rule.reason }] : [],
    );
    expect(open.filter(({ reason }) => reason.length < 15)).toEqual([]);
    expect(open.map(({ name }) => name).sort()).toEqual([
      'AccountsController.first',
      'ActionLinksController.answer',
      'ActionLinksController.read',
      'CalendarFeedsController.file',
      'HealthController.live',
      'HealthController.ready',
      'RemindersController.look',
      'RemindersController.sayNothing',
      'SessionsController.demoAccounts',
      'SessionsController.pair',
      'SessionsController.signIn',
    ]);
  });
});

describe('nobody', () => {
  test('gets past the door without a session', async () => {
    expect(await astray(guarded(), null, (_, { status }) => (status === 401 ? null : 'wants 401'))).toEqual([]);
  }, 60_000);

  test('gets past it with a session that is made up', async () => {
    const cookie = `__Host-narbild=${'A'.repeat(43)}`;
    expect(await astray(guarded(), { cookie }, (_, { status }) => (status === 401 ? null : 'wants 401'))).toEqual([]);
  }, 60_000);
});

describe('a member of another municipality', () => {
  test('hears that it is not there, whatever the address', async () => {
    const fault = (_: Endpoint, answer: { status: number; code: string | null }) =>
      answer.status === 404 && answer.code === 'not-found' ? null : 'wants 404 not-found';
    expect(await astray(permitted(), neighbour, fault)).toEqual([]);
  }, 60_000);

  test('hears the same of a municipality that does not exist', async () => {
    const [first] = permitted();
    for (const code of ['9999', '0000', 'abcd', '99999']) {
      expect(await ask(neighbour, first!, code)).toEqual({ status: 404, code: 'not-found' });
    }
  });
});

describe.each(roles)('the role %s', (role) => {
  test('may what the table says, and nothing else', async () => {
    const member = await municipality.member(role);
    const found = await astray(permitted(), member, ({ rule }, answer) => {
      const may = rule?.kind === 'permission' && mayRole(role, rule.permission);
      if (may) return answer.status === 401 || answer.status === 403 || answer.status >= 500 ? 'is allowed' : null;
      return answer.status === 403 && answer.code === 'forbidden' ? null : 'wants 403 forbidden';
    });
    expect(found).toEqual([]);
  }, 60_000);

  test('runs no installation', async () => {
    const member = await municipality.member(role);
    const ofTheInstallation = endpoints.filter((one) => one.rule?.kind === 'installation');
    expect(ofTheInstallation.length).toBeGreaterThan(0);
    const fault = (_: Endpoint, { status }: { status: number }) => (status === 403 ? null : 'wants 403');
    expect(await astray(ofTheInstallation, member, fault)).toEqual([]);
  });

  test('reaches their own session', async () => {
    const own = endpoints.filter((one) => one.rule?.kind === 'signed-in');
    for (const endpoint of own) {
      // Signing out ends the session: each question comes from a fresh one.
      const { status } = await ask(await municipality.member(role), endpoint);
      expect({ endpoint: endpoint.name, refused: status === 401 || status === 403 }).toEqual({
        endpoint: endpoint.name,
        refused: false,
      });
    }
  });
});

test('somebody who runs the installation does not thereby see a municipality', async () => {
  const administrator = await api.installationAdministrator();
  const reading = permitted().filter((one) => one.verb === 'get');
  const fault = (_: Endpoint, { status }: { status: number }) => (status === 404 ? null : 'wants 404');
  expect(await astray(reading, administrator, fault)).toEqual([]);
}, 60_000);

describe('a handler without a rule', () => {
  @Controller('open')
  class OpenController {
    @Get()
    forgotten(): string {
      return 'open';
    }
  }

  @Controller('closed')
  class ClosedController {
    @Get('a')
    @Requires('map:read')
    a(): string {
      return 'a';
    }

    @Get('b')
    @Public('nothing is told here')
    b(): string {
      return 'b';
    }
  }

  async function boot(...controllers: Type[]): Promise<void> {
    const sessions = { provide: SessionsService, useValue: { callerOf: () => Promise.resolve(null) } };
    const keys = { provide: ApiKeysService, useValue: { callerOf: () => Promise.resolve(null) } };
    class TinyModule {}
    Module({
      imports: [DiscoveryModule],
      controllers,
      providers: [sessions, keys, { provide: APP_GUARD, useClass: AccessGuard }],
    })(TinyModule);
    const application = await NestFactory.create(TinyModule, { logger: false, abortOnError: false });
    await application.init().finally(() => application.close().catch(() => undefined));
  }

  test('stops the boot, and is named', async () => {
    await expect(boot(ClosedController, OpenController)).rejects.toThrow(
      /OpenController\.forgotten.*@Requires.*@Public/,
    );
  });

  test('is what stops it: with rules everywhere the same application starts', async () => {
    await expect(boot(ClosedController)).resolves.toBeUndefined();
  });
});
