import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import type { Response } from 'supertest';
import { newId } from '../../api/src/app/identifier.js';
import { workspaceRoot } from '../../api/src/app/environment.js';
import { problems } from '../../api/src/app/problem.js';
import { type Api, type Member, positionAt, startApi, type TestMunicipality } from '../support/api.js';
import { fitting, hostile, jsonText, type Schema, spoiled } from '../support/hostile.js';

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

const document = JSON.parse(readFileSync(path.join(workspaceRoot, 'docs/openapi.json'), 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<Method, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};
const operations = Object.entries(document.paths).flatMap(([address, methods]) =>
  Object.entries(methods).map(([method, operation]) => [method as Method, address, operation] as const),
);
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(document, 'api');

let api: Api;
let municipality: TestMunicipality;
let known: Record<string, readonly unknown[]>;
const members: Pick<Member, 'cookie'>[] = [];

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  members.push(await municipality.member('coordinator'), await municipality.member('administrator'));
  known = { ...(await furnished()), position: [positionAt(10, 10), [0, 0], [180, 90]] };
}, 60_000);

afterAll(() => api.close());

/** One of each thing that has an address, so that requests reach further than "not found". */
async function furnished(): Promise<Record<string, readonly unknown[]>> {
  const [coordinator] = members;
  const root = `/api/v1/municipalities/${municipality.code}`;
  const made = async (address: string, body: object) => {
    const answer = await api.as(coordinator!).post(`${root}/${address}`).send(body);
    if (answer.status !== 201) throw new Error(`${address}: ${answer.status} ${answer.text}`);
    return answer.body as { id: string; commitments: { id: string }[] };
  };
  const organisation = municipality.organisations['municipality']!;
  const polygon = {
    type: 'Polygon',
    coordinates: [[positionAt(0, 0), positionAt(200, 0), positionAt(0, 200), positionAt(0, 0)]],
  };
  const incident = await made('incidents', {
    id: newId(),
    categoryCode: 'SKAD',
    occurredFrom: '2026-05-01T12:00:00+02:00',
    placement: 'workplace',
    position: positionAt(10, 10),
  });
  const spot = await made('hotspots', {
    name: 'Torget',
    ownerOrganisationId: organisation,
    ownerFunction: 'samordnare',
    polygon,
  });
  const run = await made('analyses', {});
  const promise = await made('promises', {
    title: 'Löfte',
    periodFrom: '2026-01-01',
    periodTo: '2026-12-31',
    commitments: [{ text: 'Möten', form: 'count', bound: 'at-least', target: 4, unit: 'möten' }],
  });
  const occasion = await made(`commitments/${promise.commitments[0]!.id}/occasions`, { happenedOn: '2026-02-01' });
  const action = await made('actions', {
    what: 'Lagar lampan',
    organisationId: organisation,
    ownerFunction: 'driftledare',
  });
  const presence = await made(`hotspots/${spot.id}/presence`, { minutes: 20 });
  const table = await made('imports/tables', { text: 'Område\tAntal\nCentrum\t3', source: 'police', period: '2026' });
  const group = await made('meeting-groups', {
    name: 'EST',
    members: [{ function: 'samordnare', organisationId: organisation }],
  });
  const [at, until] = ['2026-05-05T08:30:00+02:00', '2026-05-05T09:30:00+02:00'];
  const meeting = await made('meetings', { groupId: group.id, kind: 'weekly-est', at, until });
  const parts = meeting as unknown as { items: { id: string }[]; participants: { id: string }[] };
  const opened = await api.as(coordinator!).post(`${root}/meetings/${meeting.id}/opening`);
  if (opened.status !== 200) throw new Error(`opening: ${opened.status} ${opened.text}`);
  return {
    'meeting-groups': [group.id],
    meetings: [meeting.id],
    groupId: [group.id, newId()],
    meetingId: [meeting.id, newId(), null],
    itemId: [parts.items[3]!.id, newId()],
    items: [parts.items[4]!.id],
    notes: [parts.items[3]!.id],
    participants: [parts.participants[0]!.id],
    incidents: [incident.id],
    hotspots: [spot.id],
    analyses: [run.id],
    promises: [promise.id],
    commitments: [promise.commitments[0]!.id],
    occasions: [occasion.id],
    actions: [action.id],
    presence: [presence.id],
    imports: [table.id],
    hotspotId: [spot.id, newId(), null],
    ownerOrganisationId: [organisation],
    organisationId: [organisation, newId()],
    polygon: [polygon],
    boundary: [polygon],
    areas: [polygon],
    categoryCode: ['SKAD'],
    code: ['0001', '9999', '99999', '32767', '32768'],
    parties: [[organisation], [newId()]],
  };
}

const resolve = (ref: string) => document.components.schemas[ref.split('/').at(-1)!]!;

/** Requests for one operation: the address, its query, a body as text, and what goes in If-Match. */
function requests(address: string, operation: Operation): fc.Arbitrary<Request> {
  const queries = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
  const query = fc.record(
    Object.fromEntries(
      queries.map(({ name, schema }) => [
        name,
        fc.oneof({ weight: 2, arbitrary: fitting(schema, resolve, known) }, { weight: 3, arbitrary: hostile }),
      ]),
    ),
    { requiredKeys: [] },
  );
  const schema = operation.requestBody?.content['application/json']?.schema;
  const fit = schema ? fitting(schema, resolve, known) : fc.constant(undefined);
  const part = address.split('/').at(address.split('/').findIndex((each) => each === '{id}') - 1)!;
  return fc.record({
    id: fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...(known[part] ?? ['x'])) },
      { weight: 1, arbitrary: fc.uuid({ version: 7 }) },
      { weight: 1, arbitrary: hostile },
    ),
    week: fc.oneof(fc.constantFrom('2026-W20', '9999-W52', '0001-W01', '-0001-W01', '2026-W00'), hostile),
    foreign: fc.integer({ min: 0, max: 30 }),
    query,
    body: fc.oneof(
      { weight: 1, arbitrary: fit },
      { weight: 6, arbitrary: fc.tuple(fit, fc.nat(), hostile).map(([value, at, by]) => spoiled(value, at, by)) },
    ),
    ifMatch: fc.constantFrom('"1"', '"1"', '"2"', '*', 'W/"1"', '"99999999999999999999"', "'1'", ''),
  });
}

interface Request {
  readonly id: unknown;
  readonly week: unknown;
  readonly foreign: number;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly ifMatch: string;
}

async function ask(method: Method, address: string, made: Request): Promise<Response> {
  const code = made.foreign === 0 ? '0180' : municipality.code;
  const filled = address
    .replace('{code}', code)
    .replace('{id}', segment(made.id))
    .replace('{week}', segment(made.week));
  const member = await asked(method, address);
  const text = Object.entries(made.query)
    .flatMap(([name, value]) => [value].flat().map((each) => `${name}=${encoded(each)}`))
    .join('&');
  const call = api.as(member)[method](`${filled}${text ? `?${text}` : ''}`);
  if (made.ifMatch) call.set('If-Match', made.ifMatch);
  if (made.body === undefined) return call;
  return call.set('Content-Type', 'application/json').send(jsonText(made.body));
}

/** Coordinators do most things, administrators theirs; whoever signs out is used once. */
async function asked(method: Method, address: string) {
  if (address === '/api/v1/session' && method === 'delete') return municipality.member('reader');
  if (/municipalities$|organisations$|areas$/.test(address) && method === 'post')
    return (members[2] ??= await api.installationAdministrator());
  return address.endsWith('/accounts') ? members[1]! : members[0]!;
}

const segment = (value: unknown) => encoded(value).slice(0, 3000) || 'x';

function encoded(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd')).slice(0, 6000);
}

/** What is wrong with an answer, or null. */
function fault(method: Method, address: string, answer: Response): string | null {
  const said = `${answer.status} ${answer.text?.slice(0, 300)}`;
  if (answer.status >= 500) return said;
  if (answer.status < 300) return shapeFault({ method, address, status: String(answer.status), answer });
  if (answer.status === 304) return null;
  if (!String(answer.headers['content-type']).startsWith('application/problem+json')) return `not a problem: ${said}`;
  const body = JSON.parse(answer.text) as { code: string; title: string; status: number };
  const entry = problems[body.code];
  if (!entry || body.status !== answer.status) return `not in the table: ${said}`;
  if (!entry.title[0].includes('{') && body.title !== entry.title[0]) return `not in Swedish: ${said}`;
  return conforms(`#/components/schemas/Problem`, body);
}

function shapeFault(asked: { method: Method; address: string; status: string; answer: Response }): string | null {
  const { method, address, status, answer } = asked;
  const response = document.paths[address]![method].responses[status];
  if (!response) return `undocumented status ${status}`;
  const json = response.content?.['application/json'];
  if (!json) return null;
  const pointer = ['paths', address, method, 'responses', status, 'content', 'application/json', 'schema'];
  return conforms(
    `#/${pointer.map((each) => encodeURIComponent(each.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`,
    answer.body,
  );
}

function conforms(pointer: string, body: unknown): string | null {
  const check = ajv.getSchema(`api${pointer}`);
  if (!check) return `no schema at ${pointer}`;
  return check(body) ? null : ajv.errorsText(check.errors);
}

test('the description names every operation of the API', () => {
  expect(operations.length).toBeGreaterThan(50);
});

test.each(
  operations.map(([method, address, operation]) => [`${method} ${address}`, method, address, operation] as const),
)(
  '%s answers anything with what it promises, or with a problem in Swedish',
  async (_, method, address, operation) => {
    const runs = address.endsWith('/document') ? 10 : operation.requestBody ? 60 : 25;
    const faults = [];
    for (const made of fc.sample(requests(address, operation), { seed: 20_261_121, numRuns: runs })) {
      const found = fault(method, address, await ask(method, address, made));
      if (found) faults.push({ found, made: jsonText(made).slice(0, 600) });
    }
    expect(faults).toEqual([]);
  },
  60_000,
);
