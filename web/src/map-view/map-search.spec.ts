import { describe, expect, test } from '@jest/globals';
import { isFiltered, layersOf, mapSearch, readPlace, usualLayers, writeLayers, writePlace } from './map-search.js';

const id = '01a1fbdf-ae84-7e02-a785-a5cb1f0a9fd0';

describe('the address of the map', () => {
  test('nothing in it is the usual view', () => {
    expect(mapSearch({})).toEqual({});
    expect(layersOf({})).toEqual(usualLayers);
    expect(isFiltered({})).toBe(false);
  });

  test('a whole view is read from text', () => {
    const address = { period: 'egen', fran: '2026-01-01', till: '2026-03-31', kategori: 'SKAD,BRAND', kalla: 'polis', valt: id, lage: '14.2/59.536/16.061', lager: 'varme,platser' }; // prettier-ignore
    expect(mapSearch(address)).toEqual({
      ...address,
      kategori: ['BRAND', 'SKAD'],
      lager: ['varme', 'platser'],
    });
  });

  test('reading what was read gives the same, as the router does', () => {
    const once = mapSearch({ period: '28d', kategori: 'ORO', lager: 'inga' });
    expect(mapSearch({ ...once })).toEqual(once);
    expect(layersOf(once)).toEqual([]);
  });

  test('what is not of our form is left out', () => {
    expect(
      mapSearch({ period: 'evig', fran: '2026-02-01', kalla: 'alla', valt: '1; drop', lage: '14/95/16', lager: 'xyz', kategori: '' }), // prettier-ignore
    ).toEqual({ lager: ['inga'] });
    expect(mapSearch({ period: 'egen', fran: '2026-13-01' })).toEqual({ period: 'egen' });
  });

  test('a place is written as short as a metre allows', () => {
    expect(writePlace({ zoom: 14.1999, latitude: 59.5361234, longitude: 16.0612345 })).toBe('14.2/59.53612/16.06123');
    expect(readPlace('14.2/59.53612/16.06123')).toEqual({ zoom: 14.2, latitude: 59.53612, longitude: 16.06123 });
    expect(readPlace('14.2//16')).toBeNull();
  });

  test('the usual layers are not written, none at all is', () => {
    expect(writeLayers(['platser', 'punkter'])).toBeUndefined();
    expect(writeLayers([])).toEqual(['inga']);
    expect(writeLayers(['varme', 'punkter'])).toEqual(['punkter', 'varme']);
  });
});
