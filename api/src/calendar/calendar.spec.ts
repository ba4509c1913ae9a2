import { describe, expect, test } from '@jest/globals';
import { nationalDays, occurrencesOf, type Recurring, ringOf, type Said } from './calendar.js';
import { suggestions } from './default-activity.js';

const christmas: Recurring = {
  rule: { kind: 'date', month: 12, day: 19, toMonth: 1, toDay: 8 },
  firstYear: 2024,
  lastYear: null,
  leadWeeks: 4,
};
const newsletter: Recurring = {
  rule: { kind: 'times', bound: 'at-least', count: 4, per: 'year', dates: [{ month: 3, day: 1 }, { month: 9, day: 1 }] }, // prettier-ignore
  firstYear: null,
  lastYear: null,
  leadWeeks: 0,
};
const year = (value: number) => ({ date: `${value}-01-01`, endDate: `${value}-12-31` });
const said = (plannedOn: string, more: Partial<Said> = {}): Said => ({ plannedOn, status: 'planned', movedTo: null, note: null, added: false, ...more }); // prettier-ignore

describe('the times of an activity', () => {
  test('reach into a span from the year before, and know from when on they are prepared', () => {
    expect(occurrencesOf(christmas, [], { date: '2026-01-01', endDate: '2026-12-31' })).toMatchObject([
      { date: '2025-12-19', endDate: '2026-01-08' },
      { date: '2026-12-19', endDate: '2027-01-08', prepareFrom: '2026-11-21' },
    ]);
  });

  test('hold between the first and the last year only', () => {
    expect(occurrencesOf(christmas, [], year(2023))).toEqual([]);
    expect(occurrencesOf({ ...christmas, lastYear: 2025 }, [], { date: '2026-02-01', endDate: '2028-12-31' })).toEqual(
      [],
    );
  });

  test('are moved with their length, into another year too, and are not left where they were', () => {
    const moved = [said('2026-12-19', { movedTo: '2027-01-02' })];
    expect(occurrencesOf(christmas, moved, { date: '2026-12-01', endDate: '2026-12-31' })).toEqual([]);
    expect(occurrencesOf(christmas, moved, { date: '2027-01-10', endDate: '2027-01-31' })).toMatchObject([
      { date: '2027-01-02', endDate: '2027-01-22', movedFrom: '2026-12-19', plannedOn: '2026-12-19' },
    ]);
  });

  test('keep what was done and what was added when the rule changes, and forget what was skipped', () => {
    const told = [
      said('2026-05-05', { status: 'done', note: 'Utskickat' }),
      said('2026-06-06', { added: true }),
      said('2026-07-07', { status: 'skipped', note: 'Semester' }),
    ];
    expect(occurrencesOf(newsletter, told, year(2026)).map((one) => [one.date, one.status, one.added])).toEqual([
      ['2026-03-01', 'planned', false],
      ['2026-05-05', 'done', false],
      ['2026-06-06', 'planned', true],
      ['2026-09-01', 'planned', false],
    ]);
  });
});

test('national days of a stretch over New Year come in their order', () => {
  expect(nationalDays({ date: '2026-12-24', endDate: '2027-01-06' }).map(({ code }) => code)).toEqual([
    'julafton',
    'juldagen',
    'annandag-jul',
    'nyarsafton',
    'nyarsdagen',
    'trettondedagen',
  ]);
});

test('an activity stands on the ring of those who have a part in it, else of those who own it', () => {
  const parts = (police: string | null, municipality: string | null, others: string | null = null) => ({ police, municipality, others }); // prettier-ignore
  expect(ringOf('communication', parts('x', null), null)).toBe('communication');
  expect(ringOf('activity', parts('x', null), 'municipality')).toBe('police');
  expect(ringOf('activity', parts(null, 'x'), 'police')).toBe('municipality');
  expect(ringOf('activity', parts('x', 'x'), null)).toBe('joint');
  expect(ringOf('activity', parts(null, null, 'x'), 'police')).toBe('joint');
  expect(ringOf('activity', parts(null, null), 'police')).toBe('police');
  expect(ringOf('risk-weekend', parts(null, null), 'municipality')).toBe('municipality');
  expect(ringOf('activity', parts(null, null), 'housing')).toBe('joint');
});

test('no suggestion guesses what differs between municipalities, and each has a code of its own', () => {
  for (const { rule, asks } of suggestions) expect(rule === null).toBe(asks !== null);
  expect(suggestions.find(({ code }) => code === 'sportlov')).toMatchObject({ rule: null, asks: 'week' });
  expect(new Set(suggestions.map(({ code }) => code)).size).toBe(suggestions.length);
});
