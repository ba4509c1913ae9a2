import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { fillTown } from '../support/analysed-town.js';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let base: string;

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  coordinator = await municipality.member('coordinator');
  base = `/api/v1/municipalities/${municipality.code}`;
  await fillTown(api, municipality);
}, 60_000);

afterAll(() => api.close());

const ask = (member: Member, body: object, prefer?: string) => {
  const call = api.as(member).post(`${base}/analyses`).send(body);
  return prefer === undefined ? call : call.set('Prefer', prefer);
};

describe('a long analysis', () => {
  const long = { question: 'new', parameters: { permutations: 9999, windowDays: 60, radiusMetres: 3000 } };

  test('answers at once where to ask, tells how far it is, and is given up within a second with no row left', async () => {
    const begun = await ask(coordinator, long, 'wait=0');
    expect([begun.status, begun.headers['preference-applied']]).toEqual([202, 'wait=0']);
    expect(begun.headers['location']).toBe(`${base}/analyses/${begun.body.id}`);
    expect(begun.body).toMatchObject({ state: 'running', question: 'new', problem: null });
    await pause(1500);
    const going = await api.as(coordinator).get(begun.headers['location']!);
    expect(going.body).toMatchObject({ id: begun.body.id, state: 'running', step: 'Räknar' });
    expect(going.body.progress).toBeGreaterThan(0.05);
    const started = Date.now();
    expect((await api.as(coordinator).post(`${base}/analyses/${begun.body.id}/cancel`)).status).toBe(204);
    await until(
      async () => (await api.as(coordinator).get(`${base}/analyses/${begun.body.id}`)).body.state === 'cancelled',
    );
    expect(Date.now() - started).toBeLessThan(1000);
    expect(await api.owner.query('SELECT id FROM analysis_run WHERE id = $1', [begun.body.id])).toEqual([]);
    // the thread is free: another question is answered by it
    expect((await ask(coordinator, { question: 'when' })).status).toBe(201);
  }, 30_000);

  test('is nobody else’s to see or to give up', async () => {
    const begun = await ask(coordinator, long, 'respond-async');
    const colleague = await municipality.member('coordinator');
    expect((await api.as(colleague).get(`${base}/analyses/${begun.body.id}`)).status).toBe(404);
    expect((await api.as(colleague).post(`${base}/analyses/${begun.body.id}/cancel`)).status).toBe(404);
    expect((await api.as(coordinator).post(`${base}/analyses/${begun.body.id}/cancel`)).status).toBe(204);
  });

  test('that was left by a process that died is taken up by another and answers under the same id', async () => {
    const begun = await ask(coordinator, { question: 'near-repeat', parameters: { permutations: 999 } }, 'wait=0');
    const id = begun.status === 202 ? begun.body.id : null;
    expect(id).not.toBeNull();
    await until(async () => (await api.as(coordinator).get(`${base}/analyses/${id}`)).body.state === 'done');
    // as a dead process would have left it: running, with a lock that ran out, and nothing stored
    await api.owner.query(`DELETE FROM analysis_run WHERE id = $1`, [id]);
    await api.owner.query(
      `UPDATE job SET status = 'running', locked_until = now() - interval '1 second', finished_at = NULL WHERE id = $1`,
      [id],
    );
    await until(async () => (await api.as(coordinator).get(`${base}/analyses/${id}`)).body.state === 'done');
    const answer = await api.as(coordinator).get(`${base}/analyses/${id}`);
    expect(answer.body).toMatchObject({ id, question: 'near-repeat', status: 'answered' });
  }, 30_000);

  test('asked for again while its answer is stored is found under both ids', async () => {
    const first = await ask(coordinator, { question: 'windows' });
    const again = await ask(coordinator, { question: 'windows' }, 'wait=0');
    await until(async () => (await api.as(coordinator).get(`${base}/analyses/${again.body.id}`)).body.state === 'done');
    const found = await api.as(coordinator).get(`${base}/analyses/${again.body.id}`);
    expect(found.body.id).toBe(first.body.id);
  });

  test('is one of a few: the fifth of one person is asked to wait', async () => {
    const begun = [];
    for (let index = 0; index < 4; index++)
      begun.push(
        await ask(coordinator, { ...long, parameters: { ...long.parameters, windowDays: 70 + index } }, 'wait=0'),
      );
    const fifth = await ask(coordinator, { ...long, parameters: { ...long.parameters, windowDays: 80 } }, 'wait=0');
    expect([fifth.status, fifth.body.code]).toEqual([429, 'too-many-analyses']);
    for (const { body } of begun) await api.as(coordinator).post(`${base}/analyses/${body.id}/cancel`);
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await holds()) return;
    await pause(50);
  }
  throw new Error('It did not come to pass within ten seconds.');
}
