import { describe, expect, test } from '@jest/globals';
import { chooseProfile, type MappingProfile, profileColumns, withGuesses } from './mapping-profile.js';

const profile: MappingProfile = {
  id: 'p1',
  name: 'Veckoutdrag',
  columns: [
    { header: 'BROTTSKOD', field: 'crimeCode' },
    { header: 'Datum start', field: 'from' },
    { header: 'Kolumn X', field: 'northing' },
    { header: 'Kolumn Y', field: 'easting' },
  ],
  dateOrder: 'dmy',
  defaultCoordinates: 'accept',
};

describe('a saved profile', () => {
  test('is found again by the names of its columns, whatever their order and letters', () => {
    const fitted = chooseProfile(['Kolumn Y', 'kolumn x', 'Datum_start', 'Brottskod', 'Ny'], [profile]);
    expect(fitted).toMatchObject({ mapping: { crimeCode: 3, from: 2, northing: 1, easting: 0 }, missing: [] });
  });

  test('that no longer fits says which column is missing and keeps the rest', () => {
    const fitted = chooseProfile(['Kolumn Y', 'Kolumn X', 'Datum start', 'Kod'], [profile])!;
    expect(fitted.missing).toEqual([{ header: 'BROTTSKOD', field: 'crimeCode' }]);
    expect(fitted.mapping).toEqual({ from: 2, northing: 1, easting: 0 });
    expect(withGuesses(fitted, { crimeCode: 3, from: 0 })).toEqual({ crimeCode: 3, from: 2, northing: 1, easting: 0 });
    expect(withGuesses(fitted, { crimeCode: 2 })).not.toHaveProperty('crimeCode');
  });

  test('is not laid upon another kind of file', () => {
    expect(chooseProfile(['Namn', 'Adress', 'Kolumn X'], [profile])).toBeNull();
    expect(chooseProfile(['Namn'], [{ ...profile, columns: [] }])).toBeNull();
  });

  test('holds the used columns by their headers', () => {
    expect(profileColumns(['A', 'B', 'C'], ['from', null, 'crimeCode'])).toEqual([{ header: 'A', field: 'from' }, { header: 'C', field: 'crimeCode' }]); // prettier-ignore
  });
});
