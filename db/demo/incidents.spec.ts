import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { areaAt } from './areas.js';
import { demoUntil, plantedSpots, truth } from './hot-spots.js';
import { type DemoIncident, drawIncidents, warmUp } from './incidents.js';
import { isInWater } from './land.js';
import { promises } from './promises.js';
import { town } from './town.js';

const drawn = drawIncidents({ seed: 1, planted: true });
const quiet = drawIncidents({ seed: 1, planted: false });
const share = (rows: readonly DemoIncident[], holds: (row: DemoIncident) => boolean): number =>
  rows.filter(holds).length / rows.length;
const hash = (rows: readonly DemoIncident[]): string => createHash('sha256').update(JSON.stringify(rows)).digest('hex');

describe('the invented incidents', () => {
  test('are the same for the same seed and others for another', () => {
    expect(hash(drawIncidents({ seed: 1, planted: true }))).toBe(hash(drawn));
    expect(hash(drawIncidents({ seed: 2, planted: true }))).not.toBe(hash(drawn));
  });

  test('are about fifteen hundred in three years, slowly more each year', () => {
    expect(drawn.length).toBeGreaterThan(1_400);
    expect(drawn.length).toBeLessThan(1_600);
    const year = (from: string, to: string): number => quiet.filter((row) => row.from >= from && row.from < to).length;
    const years = [
      year('2023-11-01', '2024-11-01'),
      year('2024-11-01', '2025-11-01'),
      year('2025-11-01', '2026-11-01'),
    ];
    expect(years[0]! + years[1]! + years[2]!).toBeGreaterThan(quiet.length - 5);
    expect(years[2]!).toBeGreaterThan(years[0]!);
    expect(years[2]! / years[0]!).toBeLessThan(1.6);
  });

  test('lie on dry land, in the area that they name', () => {
    expect(drawn.filter(({ x, y }) => isInWater([x, y]))).toEqual([]);
    const found = drawn.map(({ x, y }) => areaAt([x, y], town().areas)?.code);
    expect(found).not.toContain(undefined);
    expect(drawn.filter(({ area }, i) => area === found[i]).length / drawn.length).toBeGreaterThan(0.97);
  });

  test('end before the period does, and are reported after they ended and before it is over', () => {
    const end = Date.parse(`${demoUntil}T00:00:00+01:00`);
    for (const { from, to, reportedAt } of drawn) {
      expect(Date.parse(to ?? from)).toBeGreaterThanOrEqual(Date.parse(from));
      expect(Date.parse(reportedAt)).toBeGreaterThanOrEqual(Date.parse(to ?? from) - 3_600_000);
      expect(Date.parse(reportedAt)).toBeLessThan(end);
    }
  });

  test('are a third known as an interval, and come from police and from several kinds of staff', () => {
    expect(share(drawn, ({ to }) => to !== null)).toBeGreaterThan(0.25);
    expect(share(drawn, ({ to }) => to !== null)).toBeLessThan(0.45);
    expect(share(drawn, ({ source }) => source === 'police')).toBeGreaterThan(0.35);
    expect(new Set(drawn.map(({ organisation }) => organisation)).size).toBeGreaterThanOrEqual(9);
    const codes = new Set(town().organisations.map(({ code }) => code));
    expect(drawn.every(({ organisation }) => codes.has(organisation))).toBe(true);
  });

  test('hold events told twice, by both sides too, and events of several crimes', () => {
    const byId = new Map(drawn.map((row) => [row.sourceId, row]));
    expect(byId.size).toBe(drawn.length);
    const repeats = drawn.filter(({ duplicateOf }) => duplicateOf !== null);
    expect(repeats.length).toBeGreaterThan(40);
    for (const row of repeats) expect(byId.get(row.duplicateOf!)!.eventKey).toBe(row.eventKey);
    expect(repeats.filter((row) => byId.get(row.duplicateOf!)!.source !== row.source).length).toBeGreaterThan(15);
    const crimes = drawn.filter(
      (row) =>
        !row.duplicateOf &&
        drawn.some((other) => other !== row && !other.duplicateOf && other.eventKey === row.eventKey),
    );
    expect(crimes.length).toBeGreaterThan(30);
  });

  test('know every precision, and a police row never carries a text', () => {
    for (const precision of ['point', 'address', 'street', 'area'] as const) {
      expect(share(drawn, (row) => row.precision === precision)).toBeGreaterThan(0.01);
    }
    expect(drawn.filter(({ source, text }) => source === 'police' && text !== '')).toEqual([]);
    expect(drawn.filter(({ source, text }) => source === 'staff' && text === '')).toEqual([]);
  });

  test('fall more often on weekend nights than chance has it', () => {
    const brawls = drawn.filter(({ subCategory }) => subCategory === 'Bråk/slagsmål');
    const late = brawls.filter(({ from }) =>
      [5, 6, 0].includes(new Date(`${from.slice(0, 10)}T12:00:00Z`).getUTCDay()),
    );
    expect(late.length / brawls.length).toBeGreaterThan(0.5);
  });

  test('move with the end of the period', () => {
    const later = drawIncidents({ seed: 1, planted: true, until: '2027-02-15' });
    expect(later[later.length - 1]!.from < '2027-02-15').toBe(true);
    expect(later[later.length - 1]!.from > '2027-01-25').toBe(true);
  });

  test('are drawn a hundred times without the planted spots in a moment', () => {
    warmUp();
    const counts = Array.from({ length: 100 }, (_, seed) => drawIncidents({ seed, planted: false }));
    expect(counts.every((rows) => rows.every(({ planted }) => planted === null))).toBe(true);
    expect(new Set(counts.map(hash)).size).toBe(100);
  });
});

describe('the planted truth', () => {
  test('is the one that is checked in', () => {
    const file = new URL('../../../db/demo/truth.json', import.meta.url);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(truth())));
  });

  test.each(plantedSpots.map(({ id }) => id))('%s holds its events in its place and its time', (id) => {
    const spot = truth().spots.find((one) => one.id === id)!;
    const rows = drawn.filter(({ planted, duplicateOf }) => planted === id && !duplicateOf);
    expect(new Set(rows.map(({ eventKey }) => eventKey)).size).toBe(spot.events);
    for (const { x, y, from, to } of rows) {
      expect(Math.hypot(x - spot.centre[0], y - spot.centre[1])).toBeLessThanOrEqual(Math.max(1, spot.radiusMetres));
      expect((to ?? from).slice(0, 10) >= spot.from).toBe(true);
      expect(from.slice(0, 10) <= spot.to).toBe(true);
    }
    expect(spot.radiusMetres).toBeLessThanOrEqual(120);
  });

  test('has its weight within forty metres of the centre that it names', () => {
    for (const { id, centre } of truth().spots) {
      const rows = drawn.filter(({ planted }) => planted === id);
      const mean = (pick: (row: DemoIncident) => number): number =>
        rows.reduce((sum, row) => sum + pick(row), 0) / rows.length;
      expect(Math.hypot(mean(({ x }) => x) - centre[0], mean(({ y }) => y) - centre[1])).toBeLessThan(40);
    }
  });

  test('piles more than forty mixed rows on the door of the police station, more than 28 of them in the latest year', () => {
    const door = drawn.filter(({ planted }) => planted === 'polisstationen');
    expect(new Set(door.map(({ x, y }) => `${x} ${y}`)).size).toBe(1);
    expect(new Set(door.map(({ category }) => category)).size).toBeGreaterThan(4);
    expect(door.filter(({ from }) => from >= '2025-11-01').length).toBeGreaterThan(28);
  });

  test('has at least two sources of telling and three dates at every spot that is to be found', () => {
    for (const { id } of truth().spots.filter(({ expectedInLatestTwelveMonths }) => expectedInLatestTwelveMonths)) {
      const rows = drawn.filter(({ planted }) => planted === id);
      expect(new Set(rows.map(({ organisation }) => organisation)).size).toBeGreaterThanOrEqual(2);
      expect(new Set(rows.map(({ from }) => from.slice(0, 10))).size).toBeGreaterThanOrEqual(3);
    }
  });
});

test('the promises answer planted spots, and nothing was done before they were made or after the period', () => {
  const ids = new Set(plantedSpots.map(({ id }) => id));
  const codes = new Set(town().organisations.map(({ code }) => code));
  const names = new Set(town().places.map(({ name }) => name));
  for (const { spot, from, commitments } of promises()) {
    expect(ids).toContain(spot);
    for (const { occasions, atLeast, organisations } of commitments) {
      expect(organisations.every((code) => codes.has(code))).toBe(true);
      expect(occasions.length).toBeLessThanOrEqual(atLeast);
      for (const { date, place } of occasions) {
        expect(date >= from && date < demoUntil).toBe(true);
        expect(names).toContain(place);
      }
    }
  }
});
