import { describe, expect, test } from '@jest/globals';
import { publication, type PublicEvent, publicationText, publicFrom } from './publication.js';

const areas = [
  { id: 'centrum', name: 'Centrum', population: 4000 },
  { id: 'hamnen', name: 'Hamnen', population: 900 },
  { id: 'skogen', name: 'Skogen', population: 120 },
  { id: 'berget', name: 'Berget', population: null },
];

/** Events of an area, by turns of two organisations and four addresses. */
function several(count: number, area: string | null, more: Partial<PublicEvent> = {}): PublicEvent[] {
  return Array.from({ length: count }, (_, index) => ({
    category: 'SKAD',
    area,
    address: `${area} ${index % 4}`,
    organisations: [index % 2 === 0 ? 'polisen' : 'skolan'],
    withheld: false,
    tertial: 0,
    ...more,
  }));
}

const of = (events: readonly PublicEvent[], more: Partial<Parameters<typeof publication>[0]> = {}) =>
  publication({ kind: 'tertial', events, areas, decided: true, ...more });
const areasOf = (events: readonly PublicEvent[]) => of(events).areas!;

describe('What everybody may read', () => {
  test('is the sum alone until the municipality has decided, and no sum below ten', () => {
    expect(of(several(40, 'centrum'), { decided: false })).toEqual({ count: 40, categories: null, areas: null });
    expect(of(several(9, 'centrum')).count).toBeNull();
  });

  test('has no tables of a week or a month, which could be taken away from a tertial', () => {
    for (const kind of ['week', 'month'] as const)
      expect(of(several(40, 'centrum'), { kind })).toEqual({ count: 40, categories: null, areas: null });
  });

  test('never counts what is withheld', () => {
    expect(of([...several(20, 'centrum'), ...several(5, 'centrum', { withheld: true })]).count).toBe(20);
  });

  test('shows an area with ten reports, three addresses, 500 residents and two organisations', () => {
    const rest = [...several(12, 'skogen'), ...several(11, 'berget')];
    expect(areasOf([...several(10, 'centrum'), ...rest]).rows).toEqual([{ key: 'centrum', count: 10 }]);
    expect(areasOf([...several(9, 'centrum'), ...rest]).rows).toEqual([]);
    expect(areasOf([...several(30, 'centrum', { address: 'Torget 1' }), ...rest]).rows).toEqual([]);
    expect(areasOf([...several(30, 'centrum', { address: null }), ...rest]).rows).toEqual([]);
    expect(areasOf([...several(30, 'centrum', { organisations: ['skolan'] }), ...rest]).rows).toEqual([]);
    // Few residents, or nobody knows how many.
    expect(areasOf(rest)).toEqual({ rows: [], rest: 23 });
  });

  test('hides a second area where one hidden alone could be had by taking the others from the sum', () => {
    const one = [...several(30, 'centrum'), ...several(14, 'hamnen'), ...several(12, 'skogen')];
    expect(areasOf(one)).toEqual({ rows: [{ key: 'centrum', count: 30 }], rest: 26 });
    const few = [...several(30, 'centrum'), ...several(14, 'hamnen'), ...several(3, 'skogen'), ...several(2, null)];
    expect(areasOf(few)).toEqual({ rows: [{ key: 'centrum', count: 30 }], rest: 19 });
    const none = [...several(30, 'centrum'), ...several(14, 'hamnen')];
    expect(areasOf(none)).toEqual({ rows: [{ key: 'centrum', count: 30 }, { key: 'hamnen', count: 14 }], rest: 0 }); // prettier-ignore
  });

  test('adds up, and nothing hidden is alone or fewer than ten, whatever happened', () => {
    let state = 7;
    const chance = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    for (let round = 0; round < 300; round++) {
      const events = areas.flatMap(({ id }) => several(Math.floor(chance() * 30), id, { category: chance() < 0.5 ? 'SKAD' : `C${Math.floor(chance() * 4)}` })); // prettier-ignore
      const { count, categories, areas: table } = of(events);
      if (count === null) continue;
      for (const [one, keyOf] of [
        [categories!, (event: PublicEvent) => event.category],
        [table!, (event: PublicEvent) => event.area],
      ] as const) {
        expect(one.rows.reduce((sum, row) => sum + row.count, one.rest)).toBe(count);
        const hidden = new Set(events.map(keyOf).filter((key) => !one.rows.some((row) => row.key === key)));
        expect(one.rest === 0 || one.rows.length === 0 || (hidden.size >= 2 && one.rest >= 10)).toBe(true);
      }
    }
  });

  test('of a year are the rows that all three tertials show', () => {
    const everywhere = [0, 1, 2].flatMap((tertial) => [...several(20, 'centrum', { tertial }), ...several(11, 'skogen', { tertial }), ...several(12, 'berget', { tertial })]); // prettier-ignore
    const twice = [0, 1].flatMap((tertial) => several(40, 'hamnen', { tertial }));
    const { areas: table } = of([...everywhere, ...twice, ...several(4, 'hamnen', { tertial: 2 })], { kind: 'year' });
    expect(table).toEqual({ rows: [{ key: 'centrum', count: 60 }], rest: 33 + 36 + 84 });
  });

  test('comes a month late', () => {
    expect(['2026-08-31', '2026-12-31', '2026-01-31', '2026-04-30'].map(publicFrom)).toEqual(['2026-10-01', '2027-02-01', '2026-03-01', '2026-05-31']); // prettier-ignore
  });

  test('is said in a sentence of each language', () => {
    const names = new Map([['centrum', 'Centrum'], ['SKAD', 'Skadegörelse']]); // prettier-ignore
    const told = of([...several(30, 'centrum'), ...several(14, 'hamnen'), ...several(12, 'skogen')]);
    expect(publicationText(told, { when: 'under tertial 2 2026', names, language: 'sv' })).toBe(
      '56 händelser rapporterades under tertial 2 2026. Vad som rapporterades: Skadegörelse 56. Var det hände: Centrum 30 och övriga kommunen 26.',
    );
    expect(publicationText({ count: null, categories: null, areas: null }, { when: 'in 2026', names, language: 'en' })).toBe('Fewer than 10 incidents were reported in 2026.'); // prettier-ignore
  });
});
