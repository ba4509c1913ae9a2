import { describe, expect, test } from '@jest/globals';
import { actionSentence, isOpen, isOverdue, readNear, statuses } from './action.js';

const said = {
  what: 'Fältgruppen går förbi parken fredag och lördag kl. 20–24',
  organisation: 'Fältgruppen',
  ownerFunction: 'enhetschef',
  due: '2026-11-27',
  followUpOn: '2026-12-01',
};

describe('a decision read back', () => {
  test('says what, who, when and when it is followed up', () => {
    expect(actionSentence(said, 'sv', '2026-11-21')).toBe(
      'Fältgruppen går förbi parken fredag och lördag kl. 20–24. Ansvarig: Fältgruppen, enhetschef. Klart 27 november, följs upp 1 december.',
    );
    expect(actionSentence(said, 'en', '2026-11-21')).toBe(
      'Fältgruppen går förbi parken fredag och lördag kl. 20–24. Responsible: Fältgruppen, enhetschef. Done by 27 November, followed up on 1 December.',
    );
  });

  test('leaves out the days that nobody has set, and keeps the mark that the sentence ends with', () => {
    const without = { ...said, what: 'Kan vi stänga grinden?', due: null, followUpOn: null };
    expect(actionSentence(without, 'sv', '2026-11-21')).toBe(
      'Kan vi stänga grinden? Ansvarig: Fältgruppen, enhetschef.',
    );
    expect(actionSentence({ ...without, followUpOn: '2026-12-01' }, 'sv', '2026-11-21')).toMatch(
      /enhetschef\. Följs upp 1 december\.$/,
    );
  });

  test('names the year where it is another than this one', () => {
    const next = { ...said, followUpOn: '2027-01-12' };
    expect(actionSentence(next, 'sv', '2026-11-21')).toMatch(/Klart 27 november, följs upp 12 januari 2027\.$/);
  });
});

describe('an action', () => {
  test('is open until it is done; what somebody cannot do waits for a new decision', () => {
    expect(statuses.filter(isOpen)).toEqual(['not-started', 'doing', 'cannot']);
  });

  test('is late from the day after its last day, unless it is done', () => {
    expect(isOverdue({ status: 'doing', due: '2026-11-20' }, '2026-11-21')).toBe(true);
    expect(isOverdue({ status: 'doing', due: '2026-11-21' }, '2026-11-21')).toBe(false);
    expect(isOverdue({ status: 'done', due: '2026-11-20' }, '2026-11-21')).toBe(false);
    expect(isOverdue({ status: 'not-started', due: null }, '2026-11-21')).toBe(false);
  });
});

describe('a place in an address', () => {
  test('is read as longitude, latitude and metres, 200 metres when not said', () => {
    expect(readNear('16.51,59.38,150')).toEqual({ position: [16.51, 59.38], metres: 150 });
    expect(readNear('16.51, 59.38')).toEqual({ position: [16.51, 59.38], metres: 200 });
  });

  test.each([
    '',
    'x',
    '16.51',
    ',59.38',
    '181,59',
    '16,91',
    '16,59,0',
    '16,59,-5',
    '16,59,20001',
    '16,59,1,1',
    'NaN,1',
  ])('is refused when it is %p', (text) => {
    expect(readNear(text)).toBeNull();
  });
});
