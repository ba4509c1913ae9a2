import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../api/src/app/identifier.js';
import { type Api, type Member, positionAt, startApi, type TestMunicipality } from '../support/api.js';
import { expectProblem } from '../support/problem.js';

let api: Api;
let ours: TestMunicipality;
let theirs: TestMunicipality;
let coordinator: Member;
let stranger: Member;
let root: string;
let their: Record<'hotspot' | 'promise' | 'commitment' | 'occasion' | 'import' | 'analysis' | 'incident', string>;

const polygon = {
  type: 'Polygon',
  coordinates: [[positionAt(0, 0), positionAt(200, 0), positionAt(0, 200), positionAt(0, 0)]],
};
const period = { periodFrom: '2026-01-01', periodTo: '2026-12-31' };
const meetings = { text: 'Möten', form: 'count', bound: 'at-least', target: 4, unit: 'möten' };
const rootOf = (municipality: TestMunicipality) => `/api/v1/municipalities/${municipality.code}`;
const report = () => ({
  id: newId(),
  categoryCode: 'SKAD',
  occurredFrom: '2026-05-01T12:00:00+02:00',
  placement: 'tapped',
  position: positionAt(10, 10),
});
const spot = (municipality: TestMunicipality) => ({
  name: 'Torget',
  ownerOrganisationId: municipality.organisations['municipality'],
  ownerFunction: 'samordnare',
  polygon,
});

beforeAll(async () => {
  api = await startApi();
  [ours, theirs] = [await api.municipality(), await api.municipality('Grannkommunen')];
  [coordinator, stranger] = [await ours.member('coordinator'), await theirs.member('coordinator')];
  root = rootOf(ours);
  their = await furnish();
}, 60_000);

afterAll(() => api.close());

async function made(member: Member, address: string, body: object) {
  const answer = await api.as(member).post(address).send(body);
  expect([address, answer.status]).toEqual([address, 201]);
  return answer.body as { id: string; commitments: { id: string }[] };
}

/** One of each thing in the neighbouring municipality. */
async function furnish() {
  const there = rootOf(theirs);
  const promise = await made(stranger, `${there}/promises`, { title: 'Löfte', ...period, commitments: [meetings] });
  const commitment = promise.commitments[0]!.id;
  const police = await theirs.member('police');
  return {
    hotspot: (await made(stranger, `${there}/hotspots`, spot(theirs))).id,
    promise: promise.id,
    commitment,
    occasion: (await made(stranger, `${there}/commitments/${commitment}/occasions`, { happenedOn: '2026-02-01' })).id,
    import: (
      await made(police, `${there}/imports/tables`, {
        text: 'Område\tAntal\nCentrum\t3',
        source: 'police',
        period: '2026',
      })
    ).id,
    analysis: (await made(stranger, `${there}/analyses`, {})).id,
    incident: (await made(stranger, `${there}/incidents`, report())).id,
  };
}

describe("Another municipality's things", () => {
  test.each<[string, 'get' | 'post' | 'put' | 'patch' | 'delete', () => string, object | null]>([
    ['hot spot', 'get', () => `hotspots/${their.hotspot}`, null],
    ['incidents of a hot spot', 'get', () => `hotspots/${their.hotspot}/incidents`, null],
    ['document of a hot spot', 'get', () => `hotspots/${their.hotspot}/document`, null],
    ['stage of a hot spot', 'put', () => `hotspots/${their.hotspot}/stage`, { stage: 'closed' }],
    ['promise', 'get', () => `promises/${their.promise}`, null],
    ['promise to change', 'put', () => `promises/${their.promise}`, { title: 'Kapat', ...period }],
    ['promise to add to', 'post', () => `promises/${their.promise}/commitments`, meetings],
    ['occasions', 'get', () => `commitments/${their.commitment}/occasions`, null],
    ['commitment to log for', 'post', () => `commitments/${their.commitment}/occasions`, { happenedOn: '2026-02-02' }],
    ['occasion to withdraw', 'delete', () => `occasions/${their.occasion}`, null],
    ['import', 'get', () => `imports/${their.import}`, null],
    ['rows of an import', 'get', () => `imports/${their.import}/rows`, null],
    ['rejected rows of an import', 'get', () => `imports/${their.import}/rows.csv`, null],
    ['import to start', 'post', () => `imports/${their.import}/start`, null],
    ['import to cancel', 'post', () => `imports/${their.import}/cancel`, null],
    ['import to undo', 'post', () => `imports/${their.import}/undo`, null],
    ['mapping of an import', 'put', () => `imports/${their.import}/mapping`, { columns: [] }],
    ['analysis', 'get', () => `analyses/${their.analysis}`, null],
    ['analysis to run again', 'post', () => `analyses/${their.analysis}/reproductions`, null],
    ['incident', 'get', () => `incidents/${their.incident}`, null],
    ['incident to correct', 'patch', () => `incidents/${their.incident}`, { status: 'accepted' }],
  ])('a %s is not found by its id', async (_, method, address, body) => {
    const police = await ours.member('police');
    for (const member of [coordinator, police]) {
      const call = api.as(member)[method](`${root}/${address()}`).set('If-Match', '"1"');
      const answer = await (body ? call.send(body) : call);
      if (method === 'put' && answer.status === 400)
        expect(answer.body.errors[0].pointer).toMatch(/^\/(stage|columns)/);
      else expectProblem(answer, 404, 'not-found');
    }
    expectProblem(await api.as(coordinator).get(`${rootOf(theirs)}/hotspots/${their.hotspot}`), 404, 'not-found');
  });

  test('cannot be pointed at from what one writes oneself', async () => {
    const write = (address: string, body: object) => api.as(coordinator).post(`${root}/${address}`).send(body);
    const theirOrganisation = theirs.organisations['municipality']!;
    const answers = [
      await write('hotspots', { ...spot(ours), ownerOrganisationId: theirOrganisation }),
      await write('promises', { title: 'Löfte', ...period, hotspotId: their.hotspot }),
      await write('promises', {
        title: 'Löfte',
        ...period,
        commitments: [{ ...meetings, parties: [theirOrganisation] }],
      }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expectProblem(answer, answer.status);
    }
    // A report from a phone that was away for long keeps its position; the place that is not here is left out.
    const [{ id: theirPlace }] = await api.owner.query(
      `INSERT INTO place (municipality_code, id, kind, name, location)
       VALUES ($1, $2, 'other', 'Deras torg', (SELECT ST_PointOnSurface(boundary) FROM municipality WHERE municipality_code = $1)) RETURNING id`,
      [Number(theirs.code), newId()],
    );
    const sent = { ...report(), placement: 'place', placeId: theirPlace };
    expect((await write('incidents', sent)).status).toBe(201);
    expect(await api.owner.query('SELECT place_id FROM incident WHERE id = $1', [sent.id])).toEqual([
      { place_id: null },
    ]);
    const administrator = await ours.member('administrator');
    const account = { name: 'Ny', email: `${newId()}@example.org`, password: 'ett långt lösenord', role: 'reader' };
    const answer = await api
      .as(administrator)
      .post(`${root}/accounts`)
      .send({ ...account, organisationId: theirOrganisation });
    expectProblem(answer, 409);
    expect(await api.owner.query('SELECT 1 FROM account WHERE email = $1', [account.email])).toEqual([]);
  });

  test('keep their own rows when somebody here sends the same ids', async () => {
    const promise = await api
      .as(coordinator)
      .post(`${root}/promises`)
      .send({ id: their.promise, title: 'Vårt', ...period });
    const incident = await api
      .as(coordinator)
      .post(`${root}/incidents`)
      .send({ ...report(), id: their.incident });
    expect([promise.status, incident.status]).toEqual([201, 201]);
    const read = await api.as(stranger).get(`${rootOf(theirs)}/promises/${their.promise}`);
    expect(read.body.title).toBe('Löfte');
  });
});

describe('What cannot be stored', () => {
  test.each([
    ['a NUL', 'Torg\u0000et'],
    ['half a surrogate pair', 'Torg\ud800et'],
  ])('is refused with words at the field: %s', async (_, text) => {
    const attempts: [string, object, string][] = [
      ['hotspots', { ...spot(ours), name: text }, '/name'],
      ['promises', { title: text, ...period }, '/title'],
      ['promises', { title: 'x', ...period, commitments: [{ ...meetings, unit: text }] }, '/commitments/0/unit'],
      ['incidents', { ...report(), description: text }, '/description'],
      ['imports/tables', { text: `Område\tAntal\n${text}\t3`, source: 'external' }, '/text'],
      ['analyses', { category: [text] }, '/category/0'],
    ];
    for (const [address, body, pointer] of attempts) {
      const answer = await api.as(coordinator).post(`${root}/${address}`).send(body);
      expectProblem(answer, 400, 'invalid-request');
      expect(answer.body.errors).toEqual([expect.objectContaining({ pointer, code: 'unstorable-characters' })]);
    }
    if (text.includes('\u0000')) {
      for (const address of ['incidents?category=a%00b', 'place-search?text=a%00b', 'promises?onDate=2026%00'])
        expectProblem(await api.as(coordinator).get(`${root}/${address}`), 400, 'invalid-request');
      expectProblem(await api.as(null).post('/api/v1/session').send({ email: text, password: 'x' }), 400);
    }
  });

  test.each(['0000-01-01', '2026-02-31', '275760-09-13'])('the day %s, wherever a day is asked for', async (day) => {
    const asked = await api.as(coordinator).get(`${root}/incidents?from=${day}&to=${day}`);
    const logged = await api
      .as(coordinator)
      .post(`${root}/promises`)
      .send({ title: 'x', periodFrom: day, periodTo: day });
    const seen = await api.as(coordinator).get(`${root}/promises?onDate=${day}`);
    const cursor = await api
      .as(coordinator)
      .get(`${root}/incidents?cursor=${encodeURIComponent(`+${day}T00:00:00Z_${newId()}`)}`);
    for (const answer of [asked, logged, seen, cursor]) expect([200, 400]).toContain(answer.status);
    expectProblem(logged, 400);
  });

  test('nesting that would exhaust the stack', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const body = `{"name":"x","ownerFunction":"y","ownerOrganisationId":"${newId()}","polygon":{"type":"Polygon","coordinates":${deep}}}`;
    const answer = await api
      .as(coordinator)
      .post(`${root}/hotspots`)
      .set('Content-Type', 'application/json')
      .send(body);
    expectProblem(answer, 400, 'invalid-request');
  });

  test('a body over twelve megabytes, one that is not JSON, and one that is no object', async () => {
    const send = (type: string, body: string) =>
      api.as(coordinator).post(`${root}/promises`).set('Content-Type', type).send(body);
    expectProblem(await send('application/json', `{"title":"${'x'.repeat(12.5 * 1024 * 1024)}"}`), 413, 'too-large');
    expectProblem(await send('application/json', '{"title":'), 400, 'not-readable');
    expectProblem(await send('application/json', '"x"'), 400);
    expectProblem(await send('application/x-www-form-urlencoded', 'title=x'), 400);
    expectProblem(await send('application/json; charset=latin1', '{}'), 415, 'wrong-media-type');
    const bomb = api.as(coordinator).post(`${root}/promises`).set('Content-Type', 'application/json');
    expectProblem(await bomb.set('Content-Encoding', 'br, gzip, x').send('{}'), 415, 'wrong-media-type');
  });
});

describe('A municipality with a code that is none', () => {
  test.each(['0000', '99999', '32768', '00001', '19600'])('%s is refused at the field', async (code) => {
    const administrator = await api.installationAdministrator();
    const answer = await api
      .as(administrator)
      .post('/api/v1/municipalities')
      .send({ code, name: 'X', boundary: polygon });
    expectProblem(answer, 400, 'invalid-request');
    expect(answer.body.errors).toEqual([expect.objectContaining({ pointer: '/code' })]);
  });
});
