import { describe, expect, test } from '@jest/globals';
import { chosenOwner, dayOf, emptyDraft, fridayAfter, missingIn, otherOwner, ownersOf } from './decision.js';

const days = { today: '2026-11-24', next: '2026-12-01', day: '' };

describe('a decision while it is being written down', () => {
  test('the days that are said at a table', () => {
    expect(dayOf('today', days)).toBe('2026-11-24');
    expect(dayOf('friday', days)).toBe('2026-11-27');
    expect(dayOf('next', days)).toBe('2026-12-01');
    expect(dayOf('day', days)).toBeNull();
    expect(dayOf('day', { ...days, day: '2026-12-24' })).toBe('2026-12-24');
    expect(dayOf('none', days)).toBeNull();
  });

  test('said on a Friday or at a weekend, Friday is the next one', () => {
    expect(fridayAfter('2026-11-27')).toBe('2026-12-04');
    expect(fridayAfter('2026-11-28')).toBe('2026-12-04');
    expect(fridayAfter('2026-11-29')).toBe('2026-12-04');
    expect(fridayAfter('2026-11-30')).toBe('2026-12-04');
  });

  test('what is missing is asked for in the order of the sentence', () => {
    const owner = { key: 'a|b', organisationId: 'a', organisation: 'Kommunen', ownerFunction: 'b' };
    const draft = { ...emptyDraft, what: 'Belysning' };
    expect(missingIn(emptyDraft, [owner])).toBe('what');
    expect(missingIn(draft, [owner])).toBe('owner');
    expect(missingIn({ ...draft, owner: 'a|b', due: 'day' }, [owner])).toBe('day');
    expect(missingIn({ ...draft, owner: 'a|b', secret: true, secrecyBasis: ' ' }, [owner])).toBe('secrecyBasis');
    expect(missingIn({ ...draft, owner: 'a|b', secret: true, secrecyBasis: 'OSL 18:1' }, [owner])).toBeNull();
    expect(missingIn({ ...draft, owner: 'a|b' }, [owner])).toBeNull();
    expect(missingIn({ ...draft, owner: 'a|b' }, [])).toBe('owner');
  });

  test('who is not at the table is an organisation and a function, both of them', () => {
    const other = { owner: otherOwner, otherOrganisation: 'k', otherFunction: ' Fastighetschef ' };
    expect(chosenOwner(other, [])).toEqual({ organisationId: 'k', ownerFunction: 'Fastighetschef' });
    expect(chosenOwner({ ...other, otherOrganisation: '' }, [])).toBeNull();
    expect(chosenOwner({ ...other, otherFunction: ' ' }, [])).toBeNull();
  });

  test('each function at the table once, the absent last, and none without an organisation', () => {
    const one = { function: 'Fältgruppen', organisationId: 'k', organisation: 'Kommunen' };
    const owners = ownersOf([
      { ...one, function: 'Områdespolis', organisationId: 'p', attendance: 'absent' },
      { ...one, attendance: 'present' },
      { ...one, attendance: 'expected' },
      { function: 'Jernhusen', organisationId: null, organisation: null, attendance: 'present' },
    ]);
    expect(owners.map(({ ownerFunction }) => ownerFunction)).toEqual(['Fältgruppen', 'Områdespolis']);
  });
});
