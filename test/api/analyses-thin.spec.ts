import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { questions } from '../../api/src/analyses/question.js';
import { fillTown, quick, type TownEvent } from '../support/analysed-town.js';
import { type Api, type Member, square, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;

beforeAll(async () => {
  api = await startApi();
}, 60_000);

afterAll(() => api.close());

describe('thin and odd input', () => {
  let other: TestMunicipality;
  let member: Member;

  beforeAll(async () => {
    other = await api.municipality();
    member = await other.member('coordinator');
  });

  const everyAnswer = async (question: string, body: object = {}) => {
    const answer = await api
      .as(member)
      .post(`/api/v1/municipalities/${other.code}/analyses`)
      .send({ question, parameters: quick(question), ...body });
    expect(answer.status).toBe(201);
    expect(answer.text).not.toMatch(/NaN|Infinity|undefined/);
    return answer.body as { status: string; sentence: string };
  };
  const at = (x: number, y: number, more: Partial<TownEvent> = {}): TownEvent => ({
    daysAgo: 10,
    x,
    y,
    police: false,
    ...more,
  });

  test.each(questions)('%s of no events at all says so', async (question) => {
    const { status } = await everyAnswer(question);
    expect(['no-events', 'too-few', 'no-baseline', 'no-mask', 'no-places']).toContain(status);
  });

  test.each(questions)('%s of one event says that it is too few', async (question) => {
    await fillTown(api, other, [at(0, 0)]);
    const { status } = await everyAnswer(question);
    expect(['no-events', 'too-few', 'no-baseline', 'no-mask', 'no-places']).toContain(status);
  });

  test.each(questions)('%s of sixty events in one point has a defined answer', async (question) => {
    await fillTown(
      api,
      other,
      Array.from({ length: 60 }, (_, index) => at(0, 0, { daysAgo: 1 + (index % 30) })),
    );
    const { sentence } = await everyAnswer(question);
    expect(sentence.length).toBeGreaterThan(20);
  });

  test.each(questions)(
    '%s of a period without reports, a filter that leaves nothing, and an area of hardly any size',
    async (question) => {
      await everyAnswer(question, { from: '1999-01-01', to: '1999-02-01' });
      await everyAnswer(question, { category: ['BRAND'] });
      await everyAnswer(question, { polygon: square(0.5) });
    },
  );

  test('an area of no size at all is refused at its field', async () => {
    const answer = await api
      .as(member)
      .post(`/api/v1/municipalities/${other.code}/analyses`)
      .send({ polygon: square(0) });
    expect([answer.status, answer.body.errors?.[0]?.pointer ?? answer.body.code]).toEqual([
      422,
      expect.stringMatching(/polygon|boundary/),
    ]);
  });

  test('twenty thousand events at one address are one point and take no long time', async () => {
    await fillTown(
      api,
      other,
      Array.from({ length: 20_000 }, (_, index) =>
        at(500, 500, { daysAgo: 1 + (index % 300), police: index % 2 === 0 }),
      ),
    );
    const started = Date.now();
    const { status } = await everyAnswer('places');
    expect(status).toBe('answered');
    expect(Date.now() - started).toBeLessThan(15_000);
  }, 60_000);
});
