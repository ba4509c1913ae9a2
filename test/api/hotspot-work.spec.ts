import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../api/src/app/identifier.js';
import type { Member } from '../support/api.js';
import { expectProblem } from '../support/problem.js';
import { statuses, WorkedTown } from '../support/worked-town.js';

let town: WorkedTown;

beforeAll(async () => {
  town = await WorkedTown.open();
}, 60_000);

afterAll(() => town?.api.close());

const lacking = (answer: { body: { errors: { pointer: string }[] } }) =>
  answer.body.errors.map(({ pointer }) => pointer);

describe('A hot spot goes from taken up to closed', () => {
  let id: string;

  test('and each step asks in words for what it lacks', async () => {
    id = await town.drawn('Stationen', 3000, 0);
    const refused = await town.move(id, 'analysis');
    expectProblem(refused, 409, 'stage-needs');
    expect(refused.body.errors).toEqual([
      { pointer: '/needs/basis', code: 'need-basis', detail: expect.stringContaining('Underlag saknas') },
    ]);
    const { version } = await town.workOf(id);
    const source = await town.api.as(town.coordinator).patch(`${town.base}/hotspots/${id}`).set('If-Match', `"${version}"`).send({ statedSource: 'Trygghetsvandring i maj' }); // prettier-ignore
    expect(source.status).toBe(200);
    expect((await town.move(id, 'analysis')).status).toBe(200);

    expect(lacking(await town.move(id, 'action'))).toEqual(['/needs/problem', '/needs/cause']);
    expect((await town.describeProblem(id, 0)).body).toMatchObject({ number: 1, when: 'Fredag och lördag kväll' });
    expect((await town.addCause(id, { kind: 'bone', bone: 'place', text: 'Mörkt vid cykelparkeringen' })).status).toBe(201);
    expect((await town.move(id, 'action')).status).toBe(200);

    await town.decide(id, { what: 'Laga belysningen' });
    expect(lacking(await town.move(id, 'follow-up'))).toEqual(['/needs/action']);
    const action = await town.decide(id, { what: 'Röj buskarna', due: '2026-12-01' });
    expect(action.status).toBe(201);
    expect((await town.move(id, 'follow-up')).status).toBe(200);

    expect(lacking(await town.move(id, 'closed'))).toEqual(['/needs/production', '/needs/process', '/needs/effect', '/note']);
    const followUp = { production: 'En av två åtgärder gjord', process: 'Gick lätt', effectNote: 'För få händelser att räkna på' };
    const saved = await town.api.as(town.coordinator).put(`${town.base}/hotspots/${id}/follow-up`).set('If-Match', '"0"').send(followUp);
    expect(saved.body).toMatchObject({ number: 1, effectRunId: null, effectNote: followUp.effectNote });
    expect((await town.move(id, 'closed', 'Inga samlingar sedan i mars')).body.stage).toBe('closed');
  }); // prettier-ignore

  test('and is opened again with a reason only', async () => {
    expect(lacking(await town.move(id, 'mapping'))).toEqual(['/note']);
    expect((await town.move(id, 'mapping', 'Samlingarna är tillbaka')).body.stage).toBe('mapping');
  });

  test('and its timeline tells all of it, with who by organisation and role', async () => {
    const timeline = await town.api.as(town.reader).get(`${town.base}/hotspots/${id}/timeline`);
    const kinds = (timeline.body as { kind: string }[]).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['taken-up', 'stage', 'problem', 'cause', 'action', 'follow-up']));
    expect(timeline.body[0]).toMatchObject({ kind: 'stage', stage: 'mapping', text: 'Samlingarna är tillbaka', by: { role: 'coordinator' } });
    expect(JSON.stringify(timeline.body)).not.toContain('@');
  }); // prettier-ignore

  test('and of two who move it at once one is told that the other was first', async () => {
    const { version } = await town.workOf(id);
    const both = await Promise.all([town.coordinator, town.police].map((who) =>
      town.api.as(who).put(`${town.base}/hotspots/${id}/stage`).set('If-Match', `"${version}"`).send({ stage: 'closed', note: 'Klart' }),
    )); // prettier-ignore
    expect(statuses(both)).toEqual([200, 412]);
  });
});

describe('The problem description', () => {
  test('keeps every version, and the second of two who write is told', async () => {
    const id = await town.drawn('Skolan', -3000, 0);
    await town.describeProblem(id, 0, 'Först');
    const both = await Promise.all([town.describeProblem(id, 1, 'Ena'), town.describeProblem(id, 1, 'Andra')]);
    expect(statuses(both)).toEqual([200, 412]);
    const versions = await town.api.as(town.reader).get(`${town.base}/hotspots/${id}/problem`);
    expect((versions.body as { number: number }[]).map(({ number }) => number)).toEqual([2, 1]);
    expect(versions.body[1].what).toBe('Först');
  });

  test('holds nobody’s number, and whoever may not decide may not write it', async () => {
    const id = await town.drawn('Parken', -3000, 500);
    const answer = await town.api.as(town.coordinator).put(`${town.base}/hotspots/${id}/problem`).set('If-Match', '"0"').send({ what: 'Bråk', harmed: 'Ring 070-123 45 67' }); // prettier-ignore
    expect(answer.body.errors).toEqual([expect.objectContaining({ pointer: '/harmed', code: 'personal-data-found' })]);
    const refused = await town.api
      .as(town.reader)
      .put(`${town.base}/hotspots/${id}/problem`)
      .set('If-Match', '"0"')
      .send({ what: 'x' });
    expectProblem(refused, 403, 'forbidden');
  });
});

describe('The cause analysis', () => {
  const listed = async (id: string) => (await town.api.as(town.reader).get(`${town.base}/hotspots/${id}/causes`)).body as { id: string; version: number; text: string; depth: number }[]; // prettier-ignore
  const place = (cause: { id: string; version: number }, body: object, who: Member = town.coordinator) =>
    town.api.as(who).post(`${town.base}/causes/${cause.id}/place`).set('If-Match', `"${cause.version}"`).send(body);

  test('keeps both moves of two who order the same list at once', async () => {
    const id = await town.drawn('Torget', 0, 3000);
    for (const text of ['A', 'B', 'C', 'D']) await town.addCause(id, { kind: 'chain', text });
    const [a, b, c, d] = await listed(id);
    const moved = await Promise.all([
      place(a!, { parentId: null, after: b!.id }),
      place(d!, { parentId: null, after: b!.id }, town.police),
    ]);
    expect(moved.map(({ status }) => status)).toEqual([200, 200]);
    const after = (await listed(id)).map(({ text }) => text);
    expect(after.indexOf('A')).toBeGreaterThan(after.indexOf('B'));
    expect(after.indexOf('D')).toBeLessThan(after.indexOf('C'));
    const stale = await town.api.as(town.police).patch(`${town.base}/causes/${a!.id}`).set('If-Match', `"${a!.version}"`).send({ text: 'x' });
    expectProblem(stale, 412, 'changed-by-someone-else');
    expect(c!.depth).toBe(0);
  }); // prettier-ignore

  test('is a tree where nothing stands below itself, and withdrawing a branch loses no leaf', async () => {
    const id = await town.drawn('Badet', 0, 3500);
    const root = (await town.addCause(id, { kind: 'tree', text: 'Ingen vuxen kvar efter 16' })).body;
    const branch = (await town.addCause(id, { kind: 'tree', text: 'Fritidsgården stängd', parentId: root.id, directness: 'indirect' })).body; // prettier-ignore
    await town.addCause(id, { kind: 'tree', text: 'Ombyggnad till mars', parentId: branch.id });
    expect((await listed(id)).map(({ depth }) => depth)).toEqual([0, 1, 2]);
    const below = await place(root, { parentId: branch.id, after: null });
    expect(below.body.errors).toEqual([expect.objectContaining({ code: 'cause-below-itself' })]);
    expect((await town.api.as(town.coordinator).post(`${town.base}/causes/${branch.id}/withdrawal`)).status).toBe(204);
    expect((await listed(id)).map(({ text, depth }) => [text, depth])).toEqual([
      ['Ingen vuxen kvar efter 16', 0],
      ['Ombyggnad till mars', 1],
    ]);
    expect((await town.api.as(town.coordinator).delete(`${town.base}/causes/${branch.id}/withdrawal`)).status).toBe(
      204,
    );
    expect((await listed(id)).map(({ depth }) => depth)).toEqual([0, 1, 2]);
  });

  test('names the cause that an action answers, and none of another municipality', async () => {
    const id = await town.drawn('Bron', 0, -3500);
    const cause = (await town.addCause(id, { kind: 'bone', bone: 'victim', text: 'Ensamma på väg hem' })).body;
    expect((await town.decide(id, { what: 'Väktare på kvällen', causeId: cause.id })).body.causeId).toBe(cause.id);
    const neighbour = await (await town.api.municipality('Grannen')).member('coordinator');
    const there = `/api/v1/municipalities/${String(neighbour.actor.municipalityCode).padStart(4, '0')}`;
    for (const address of [`hotspots/${id}/work`, `hotspots/${id}/causes`, `hotspots/${id}/timeline`, `hotspots/${id}/contacts`])
      expectProblem(await town.api.as(neighbour).get(`${there}/${address}`), 404, 'not-found');
    expectProblem(await town.api.as(neighbour).post(`${there}/causes/${cause.id}/withdrawal`), 404, 'not-found');
  }); // prettier-ignore
});

describe('Visits and talks', () => {
  test('are kept once, told by function, withdrawn and taken back', async () => {
    const id = await town.drawn('Kiosken', 3500, 3500);
    const visit = { id: newId(), kind: 'talk', on: '2026-05-04', withWhom: 'Butiksägare', groupSize: 2, said: 'Stänger tidigare på fredagar' }; // prettier-ignore
    const send = () => town.api.as(town.coordinator).post(`${town.base}/hotspots/${id}/contacts`).send(visit);
    expect([(await send()).status, (await send()).status]).toEqual([201, 201]);
    const list = async () =>
      (await town.api.as(town.police).get(`${town.base}/hotspots/${id}/contacts`)).body as { id: string }[];
    expect(await list()).toEqual([expect.objectContaining({ id: visit.id, withWhom: 'Butiksägare', groupSize: 2 })]);
    await town.api.as(town.coordinator).post(`${town.base}/contacts/${visit.id}/withdrawal`);
    expect(await list()).toEqual([]);
    await town.api.as(town.coordinator).delete(`${town.base}/contacts/${visit.id}/withdrawal`);
    expect(await list()).toHaveLength(1);
    expectProblem(await town.api.as(town.reader).get(`${town.base}/hotspots/${id}/contacts`), 403, 'forbidden');
  });
});

test('An answer that may not be seen, or is none, is no follow-up of an effect', async () => {
  const id = await town.drawn('Backen', 1000, 1500);
  const save = (body: object) => town.api.as(town.coordinator).put(`${town.base}/hotspots/${id}/follow-up`).set('If-Match', '"0"').send(body); // prettier-ignore
  expect((await save({ effectRunId: newId() })).body.errors[0].code).toBe('unknown-effect');
  const asked = { question: 'effect', hotspotId: id, before: { from: '2025-01-01', to: '2025-02-28' }, after: { from: '2026-01-01', to: '2026-02-28' } }; // prettier-ignore
  const run = await town.api.as(town.coordinator).post(`${town.base}/analyses`).send(asked);
  expect(run.status).toBe(201);
  expect((await save({ effectRunId: run.body.id })).body.errors[0].code).toBe('effect-note-needed');
  const saved = await save({ effectRunId: run.body.id, effectNote: 'För få, vi fortsätter' });
  expect(saved.body).toMatchObject({
    effectRunId: run.body.id,
    effectStatus: run.body.status,
    effectSentence: run.body.sentence,
  });
});
