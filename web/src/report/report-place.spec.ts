import { expect, test } from '@jest/globals';
import { betterThan, nameNear, placeDoubt, proposedAgain, workplaceOf, type ChosenPlace } from './report-place.js';

const place = (name: string, ...aliases: string[]) => ({ id: name, name, aliases, position: [16, 59] });
const chosen = (more: Partial<ChosenPlace> = {}): ChosenPlace => ({
  placement: 'position',
  name: 'Stora torget',
  position: [16, 59],
  accuracyMetres: 12,
  placeId: null,
  at: 0,
  proposed: false,
  ...more,
});
const found = (kind: 'place' | 'address', name: string, distanceMetres: number) => ({
  kind,
  name,
  distanceMetres,
  placeId: null,
  position: [16, 59],
});

test('the workplace is read from the name of the account, the longest name first', () => {
  const places = [place('Björkskolan', 'Björkan'), place('Skolan'), place('Björkskolan norra')];
  expect(workplaceOf('Vaktmästare, Björkskolan', places)?.name).toBe('Björkskolan');
  expect(workplaceOf('Vaktmästare Björkskolan Norra', places)?.name).toBe('Björkskolan norra');
  expect(workplaceOf('Fältare, Björkan', places)?.name).toBe('Björkskolan');
  expect(workplaceOf('EST-samordnare', places)).toBeNull();
});

test('a position is called by the place it is in, else by the nearest address', () => {
  expect(nameNear([found('address', 'Storgatan 4', 20), found('place', 'Stora torget', 60)])).toEqual({ name: 'Stora torget', at: true }); // prettier-ignore
  expect(nameNear([found('address', 'Storgatan 4', 40), found('place', 'Stationen', 250)])).toEqual({ name: 'Storgatan 4', at: false }); // prettier-ignore
  expect(nameNear([])).toBeNull();
});

test('a poor position asks for a tap on the map, and so does one that is an hour old', () => {
  expect(placeDoubt(chosen(), 1000)).toBeNull();
  expect(placeDoubt(chosen({ accuracyMetres: 80 }), 1000)).toBe('inaccurate');
  expect(placeDoubt(chosen(), 3_600_001)).toBe('old');
  expect(placeDoubt(chosen({ placement: 'place' }), 3_600_001)).toBeNull();
});

test('a measured position never takes the place of what somebody chose', () => {
  expect(betterThan(null, 400)).toBe(true);
  expect(betterThan(chosen({ proposed: true }), 20)).toBe(true);
  expect(betterThan(chosen({ proposed: true }), 200)).toBe(false);
  expect(betterThan(chosen(), 5)).toBe(false);
});

test('the position of last time is a point on the map next time', () => {
  expect(proposedAgain(chosen())).toMatchObject({ placement: 'tapped', accuracyMetres: null, proposed: true });
  expect(proposedAgain(chosen({ placement: 'address' })).placement).toBe('address');
});
