import { expect, test } from '@jest/globals';
import { hotspotSearch, hotspotTabs } from './hotspot-search.js';
import { placeOfNeed } from './stage.js';

test('what is missing leads to a tab that there is', () => {
  for (const tab of Object.values(placeOfNeed)) expect(hotspotTabs).toContain(tab);
});

test('an unknown tab in the address is the first one', () => {
  expect(hotspotSearch({ flik: 'plan' })).toEqual({ flik: 'plan' });
  expect(hotspotSearch({ flik: 'annat' })).toEqual({});
});
