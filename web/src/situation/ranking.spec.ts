import { describe, expect, test } from '@jest/globals';
import { bodyOf, draftOf, inOrder, isSame, movedUp, type RankedArea, rated, reasoned, toggled } from './ranking.js';

const usual = { status: 'as-usual' as const, expected: 1, low: 0, high: 2 };
const area = (areaId: string, count: number, suggested: 1 | 2 | 3 | null, set: Partial<RankedArea> = {}): RankedArea => ({ areaId, name: areaId, count, usual, suggestion: { need: suggested, reason: '' }, need: null, influence: null, ...set }); // prettier-ignore
const areas = [area('norr', 3, null), area('torget', 40, 3), area('hamnen', 50, 2, { need: 2, influence: 3 })];
const draft = draftOf({ areas, chosen: [] });

describe('The ranking of areas', () => {
  test('goes by need times influence, then by what the figures suggest, then by how much happens', () => {
    expect(inOrder(areas, draft)).toEqual(['hamnen', 'torget', 'norr']);
    const both = rated(rated(draft, 'norr', { need: 3 }), 'norr', { influence: 3 });
    expect(inOrder(areas, both)).toEqual(['norr', 'hamnen', 'torget']);
    expect(inOrder(areas, rated(draft, 'norr', { need: 3 }))).toEqual(['hamnen', 'torget', 'norr']);
  });

  test('takes at most three, in an order that can be changed, and gives one up again', () => {
    const chosen = ['a', 'b', 'c', 'd'].reduce(toggled, draft);
    expect(chosen.chosen.map(({ areaId }) => areaId)).toEqual(['a', 'b', 'c']);
    expect(movedUp(chosen, 'c').chosen.map(({ areaId }) => areaId)).toEqual(['a', 'c', 'b']);
    expect(movedUp(chosen, 'a')).toBe(chosen);
    expect(toggled(chosen, 'b').chosen.map(({ areaId }) => areaId)).toEqual(['a', 'c']);
  });

  test('sends reasons without their spaces, and nothing of areas that nobody has rated', () => {
    const told = reasoned(toggled(draft, 'torget'), 'torget', ' Ökar ');
    expect(bodyOf(told)).toEqual({ areas: [{ areaId: 'torget', reason: 'Ökar' }], ratings: [{ areaId: 'hamnen', need: 2, influence: 3 }], meetingId: null }); // prettier-ignore
    expect([isSame(draft, draftOf({ areas, chosen: [] })), isSame(draft, told)]).toEqual([true, false]);
  });
});
