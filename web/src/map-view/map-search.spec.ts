import { describe, expect, test } from '@jest/globals';
import { isFiltered, layersOf, mapSearch, readCorners, readNear, readPlace, readView, usualLayers, writeCorners, writeLayers, writePlace, writeView } from './map-search.js'; // prettier-ignore

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

  test('the whole filter is read and keeps its order; hours and days outside the week are left out', () => {
    const filter = { allvar: '3,1', aktor: id, veckodag: '5,9,1', timme: '24,0,23', nara: '16.061,59.536,200' };
    expect(mapSearch(filter)).toEqual({
      allvar: ['1', '3'],
      aktor: id,
      veckodag: ['1', '5'],
      timme: ['0', '23'],
      nara: '16.061,59.536,200',
    });
    expect(isFiltered(mapSearch(filter))).toBe(true);
    expect(readNear('16,59.5,5')).toBeNull();
    expect(readNear('159,95,100')).toBeNull();
  });

  test('a drawn area has from three to a hundred corners and comes back as it was', () => {
    const corners = [[16.0612345, 59.5], [16.07, 59.5], [16.07, 59.51]] as const; // prettier-ignore
    expect(writeCorners(corners)).toBe('16.06123 59.5,16.07 59.5,16.07 59.51');
    expect(readCorners(writeCorners(corners))).toEqual([[16.06123, 59.5], [16.07, 59.5], [16.07, 59.51]]); // prettier-ignore
    expect(readCorners('16 59,17 59')).toBeNull();
    expect(readCorners('16 59,17 x,17 60')).toBeNull();
  });

  test('a comparison keeps its own days only when it has its own', () => {
    expect(mapSearch({ jamfor: 'fjol', jfran: '2026-01-01', visning: 'svep' })).toEqual({ jamfor: 'fjol', visning: 'svep' }); // prettier-ignore
    expect(mapSearch({ jamfor: 'egen', jfran: '2026-01-01', visning: 'x' })).toEqual({ jamfor: 'egen', jfran: '2026-01-01' }); // prettier-ignore
    expect(mapSearch({ visning: 'svep', stund: '2026-10-19', steg: 'manad' })).toEqual({ stund: '2026-10-19', steg: 'manad' }); // prettier-ignore
  });

  test('a view as text comes back the same', () => {
    const view = mapSearch({ period: 't2', kategori: 'ORO,SKAD', ritat: '16 59,17 59,17 60', lage: '14/59.5/16', flik: 'siffror' }); // prettier-ignore
    expect(readView(writeView(view))).toEqual(view);
    expect(writeView({ period: 'forra', kategori: ['A', 'B'] })).toBe('period=forra&kategori=A,B');
  });
});
