import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { weekAround } from '../../api/src/situation/situation.js';
import { type Api, type Member, startApi } from '../support/api.js';
import { week, weekTown } from '../support/week-town.js';

const nextWeek = weekAround(Date.now(), 1);

let api: Api;
let coordinator: Member;
let landlord: Member;
let base: string;
let spot: string;

beforeAll(async () => {
  api = await startApi();
  ({ coordinator, landlord, base, spot } = await weekTown(api));
}, 60_000);

afterAll(() => api.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the lägesbild of a week', () => {
  test('counts the week in all, by area, category and source, against the same weeks of earlier years', async () => {
    const { status, body } = await api.as(coordinator).get(`${base}/situations/${week.text}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      period: week.text,
      kind: 'week',
      from: week.firstDay,
      to: week.lastDay,
      running: false,
      count: 13,
      outside: 1,
      withoutPlace: 1,
      unreviewed: 13,
      withoutArea: 1,
      usual: { status: 'more', expected: 6 },
      sources: [
        { name: 'Polisen', count: 7 },
        { name: 'Kommunens förvaltningar', count: 6 },
      ],
    });
    const named = (rows: { name: unknown; count: number }[]) => rows.map(({ name, count }) => [name, count]);
    expect(named(body.areas)).toEqual([
      ['Centrum', 8],
      ['Hamnen', 4],
    ]);
    expect(body.categories.map(({ code, count }: { code: string; count: number }) => [code, count])).toEqual([
      ['SKAD', 10],
      ['NARK', 3],
    ]);
    expect(plain(body.sentence)).toMatch(
      new RegExp(`^13 händelser vecka ${week.number}\\. Det är fler än vanligt: .* Flest i Centrum \\(8 av 13\\)\\.`),
    );
    expect(body.notices).toContain('13 händelser räknas men är inte granskade än.');
    expect(body.notices).toContain('1 händelse utanför kommunen räknas inte.');
    expect(body.hotspots).toMatchObject([{ id: spot, number: 1, weekCount: 8, figures: { periodTo: week.lastDay } }]);
  });

  test('holds no police rows for a landlord', async () => {
    const { body } = await api.as(landlord).get(`${base}/situations/${week.text}`);
    expect(body).toMatchObject({ count: 6, outside: 0, sources: [{ name: 'Kommunens förvaltningar', count: 6 }] });
    expect(body.hotspots[0].weekCount).toBe(1);
  });

  test('is read in English too', async () => {
    const { body } = await api.as(coordinator).get(`${base}/situations/${week.text}`).set('Accept-Language', 'en');
    expect(body.sentence).toMatch(/^13 incidents in week/);
    expect(body.method).toMatch(/the same week and its neighbours/);
  });

  test('leads to its neighbours, and not into the future', async () => {
    const running = weekAround(Date.now());
    const { body } = await api.as(coordinator).get(`${base}/situations/${running.text}`);
    expect(body).toMatchObject({ running: true, previous: week.text, next: null });
    expect(body.notices[0]).toMatch(/^Veckan är inte slut\./);
  });

  test('of a week to come or none says so in Swedish', async () => {
    const toCome = await api.as(coordinator).get(`${base}/situations/${nextWeek.text}`);
    expect(toCome.status).toBe(422);
    expect(toCome.body).toMatchObject({ code: 'week-to-come', title: 'Veckan har inte börjat' });
    expect(toCome.body.detail).toMatch(new RegExp(`^Vecka ${nextWeek.number} börjar \\d+ [a-z]+`));
    const wrong = await api.as(coordinator).get(`${base}/situations/2025-W53`);
    expect(wrong.body).toMatchObject({ status: 400, code: 'week-unknown', title: 'Den veckan finns inte' });
  });
});
