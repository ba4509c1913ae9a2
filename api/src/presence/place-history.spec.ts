import { describe, expect, test } from '@jest/globals';
import { actionPast, dayOfAction, hotspotPast, promisePast } from './place-history.js';

const today = '2026-11-21';

describe('what was done at a place, in a sentence', () => {
  test('of a hot spot: since when, which stage, how the latest weeks stand against those before, and the presence', () => {
    const past = { stage: 'follow-up', adoptedOn: '2026-10-03', latest28Days: 3, mean28DaysBefore: 5.2, minutes: 412 };
    expect(hotspotPast(past, 'sv', today)).toBe(
      'Hot spot sedan 3 oktober, nu i uppföljning. De senaste fyra veckorna 3 händelser, mot 5,2 i snitt per fyra veckor dessförinnan. 412 minuters närvaro på fyra veckor.',
    );
    const closed = { ...past, stage: 'closed', adoptedOn: '2025-10-03', latest28Days: 1, minutes: 0 };
    expect(hotspotPast(closed, 'en', today)).toBe(
      'Hot spot since 3 October 2025, now closed. In the latest four weeks 1 event, against a mean of 5.2 in four weeks before.',
    );
  });

  test('of an action: how it went, whose it is, and the explanation of its grade', () => {
    const action = {
      status: 'cannot',
      grade: null,
      gradeNote: null,
      organisation: 'Fritid',
      ownerFunction: 'enhetschef',
    };
    expect(actionPast(action, 'sv')).toBe('Kunde inte göras. Ansvarig: Fritid, enhetschef.');
    expect(actionPast({ ...action, status: 'done', grade: 'yellow', gradeNote: 'Hälften lagat' }, 'en')).toBe(
      'Done, yellow. Responsible: Fritid, enhetschef. Hälften lagat.',
    );
  });

  test('of a promise: its first commitments, and how many more there are', () => {
    const commitment = (text: string) => ({ text, sentence: { sv: '2 av minst 4.', en: '2 of at least 4.' } });
    expect(promisePast([], 'sv')).toBe('Inga åtaganden är skrivna.');
    expect(promisePast([commitment('Möten.')], 'sv')).toBe('Möten: 2 av minst 4.');
    expect(promisePast(['A', 'B', 'C', 'D', 'E'].map(commitment), 'en')).toMatch(/And 2 more commitments\.$/);
  });

  test('is told by the last day once it has been, else by the day of the decision', () => {
    expect(dayOfAction({ due: '2026-11-21', decidedOn: '2026-10-01' }, today)).toBe('2026-11-21');
    expect(dayOfAction({ due: '2026-11-22', decidedOn: '2026-10-01' }, today)).toBe('2026-10-01');
    expect(dayOfAction({ due: null, decidedOn: '2026-10-01' }, today)).toBe('2026-10-01');
  });
});
