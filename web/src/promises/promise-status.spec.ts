import { describe, expect, test } from '@jest/globals';
import type { CitizenPromise, Commitment, Status } from './promise-api.js';
import { byFocusArea, statusCounts } from './promise-status.js';
import { promisesSearch } from './promises-search.js';

const commitment = (status: Status | null): Commitment => ({
  id: 'c',
  text: 'Kontroller',
  form: 'count',
  bound: 'at-least',
  target: 10,
  unit: 'kontroller',
  per: 'period',
  baseline: null,
  due: null,
  parties: [],
  occasionCount: 0,
  progress: { done: 0, target: 10, expectedByToday: 5, status },
  sentence: { sv: '', en: '' },
});

const promise = (title: string, focusArea: string | null, statuses: (Status | null)[] = []): CitizenPromise => ({
  id: title,
  version: 1,
  title,
  objective: null,
  targetGroup: null,
  focusArea,
  scope: 'municipality',
  hotspot: null,
  area: null,
  periodFrom: '2026-01-01',
  periodTo: '2026-12-31',
  status: 'decided',
  registrationNumber: null,
  commitments: statuses.map(commitment),
  hints: [],
});

describe('The promises of a page', () => {
  test('stand by focus area in Swedish order, those without one last and each group in its own order', () => {
    const groups = byFocusArea([
      promise('a', null),
      promise('b', 'Övrigt'),
      promise('c', 'Trafik'),
      promise('d', 'Åldre'),
      promise('e', 'Trafik'),
    ]);
    expect(groups.map(({ focusArea, promises }) => [focusArea, promises.map(({ title }) => title)])).toEqual([
      ['Trafik', ['c', 'e']],
      ['Åldre', ['d']],
      ['Övrigt', ['b']],
      [null, ['a']],
    ]);
  });

  test('are counted by status, what asks for attention first and directions not at all', () => {
    expect(
      statusCounts([promise('a', null, ['done', 'behind', null]), promise('b', null, ['behind', 'on-track'])]),
    ).toEqual([
      { status: 'behind', count: 2 },
      { status: 'on-track', count: 1 },
      { status: 'done', count: 1 },
    ]);
    expect(statusCounts([])).toEqual([]);
  });
});

describe('The address', () => {
  const id = '0199f1c2-7d5e-7abc-8def-0123456789ab';
  test('of a hot spot opens a new promise for it', () => {
    expect(promisesSearch({ hotspot: id })).toEqual({ nytt: true, hotspot: id });
  });

  test('keeps nothing that it does not know', () => {
    expect(promisesSearch({ nytt: true, annat: 1 })).toEqual({ nytt: true });
    expect(promisesSearch({ hotspot: 'Stationen', nytt: 'nej' })).toEqual({});
  });
});
