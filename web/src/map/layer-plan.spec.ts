import { describe, expect, test } from '@jest/globals';
import type { LayerSpecification } from 'maplibre-gl';
import { planLayers, type LayerStep } from './layer-plan.js';

const circle = (id: string, more: Partial<LayerSpecification> = {}): LayerSpecification =>
  ({ id, type: 'circle', source: 'points', ...more }) as LayerSpecification;

/** Carries the steps out on a list of ids, as the map would. */
function carryOut(ids: readonly string[], steps: readonly LayerStep[]): string[] {
  const list = [...ids];
  const insert = (id: string, before: string | undefined) => {
    if (before !== undefined && !list.includes(before)) throw new Error(`${before} is not on the map yet`);
    list.splice(before === undefined ? list.length : list.indexOf(before), 0, id);
  };
  for (const step of steps) {
    if (step.do === 'remove') list.splice(list.indexOf(step.id), 1);
    if (step.do === 'add') insert(step.layer.id, step.before);
    if (step.do === 'move') {
      list.splice(list.indexOf(step.id), 1);
      insert(step.id, step.before);
    }
  }
  return list;
}

describe('the order of layers', () => {
  test.each([
    ['', 'a b c'],
    ['a b c', ''],
    ['a b c', 'a b c'],
    ['a b c', 'c a b'],
    ['a b c', 'c b a'],
    ['a c', 'a b c d'],
    ['x a y b', 'b z a'],
  ])('from "%s" becomes "%s"', (from, to) => {
    const ids = (text: string) => text.split(' ').filter(Boolean);
    const steps = planLayers(
      ids(from).map((id) => circle(id)),
      ids(to).map((id) => circle(id)),
    );
    expect(carryOut(ids(from), steps)).toEqual(ids(to));
  });
  test('nothing is done when nothing has changed', () => {
    const layers = [circle('a', { paint: { 'circle-radius': 4 } }), circle('b')];
    expect(planLayers(layers, structuredClone(layers))).toEqual([]);
  });
});

describe('a changed layer', () => {
  test('gets only the properties that differ, and loses those no longer wanted', () => {
    const before = circle('a', { paint: { 'circle-radius': 4, 'circle-color': 'red', 'circle-blur': 1 } });
    const after = circle('a', { paint: { 'circle-radius': 6, 'circle-color': 'red' }, minzoom: 12 });
    expect(planLayers([before], [after])).toEqual([
      { do: 'paint', id: 'a', name: 'circle-radius', value: 6 },
      { do: 'paint', id: 'a', name: 'circle-blur', value: undefined },
      { do: 'zoom', id: 'a', from: 12, to: 24 },
    ]);
  });
  test('a filter comes and goes', () => {
    const filtered = circle('a', { filter: ['==', ['get', 'kind'], 'x'] } as Partial<LayerSpecification>);
    expect(planLayers([circle('a')], [filtered])).toEqual([
      { do: 'filter', id: 'a', value: ['==', ['get', 'kind'], 'x'] },
    ]);
    expect(planLayers([filtered], [circle('a')])).toEqual([{ do: 'filter', id: 'a', value: undefined }]);
  });
  test('that changes its type is made anew', () => {
    const line = { id: 'a', type: 'line', source: 'points' } as LayerSpecification;
    expect(planLayers([circle('a')], [line]).map((step) => step.do)).toEqual(['remove', 'add']);
  });
});
