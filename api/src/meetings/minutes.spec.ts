import { describe, expect, test } from '@jest/globals';
import { isLeftOpen, trueEnd } from './meeting.js';
import {
  corrected,
  type MinutedDecision,
  minutesFor,
  type MinutesContent,
  minutesSeenBy,
  openLines,
} from './minutes.js';

const decision = (what: string, classification: 'open' | 'may-be-secret'): MinutedDecision => ({
  position: 1,
  itemId: null,
  actionId: what,
  what,
  organisation: 'Polisen',
  ownerFunction: 'kommunpolis',
  due: null,
  followUpOn: null,
  hotspot: null,
  viewId: 'v',
  registrationNumber: null,
  classification,
  secrecyBasis: null,
  secrecyBy: null,
  secrecyOn: null,
});

const content: MinutesContent = {
  schema: 1,
  meeting: { id: 'm', group: 'EST', groupKind: 'est', kind: 'weekly-est', title: 'EST', at: '2026-11-24T07:30:00Z', until: '2026-11-24T08:30:00Z', place: null, registrationNumber: null, classification: 'open' },
  participants: [{ function: 'samordnare', organisation: 'Kommunen', attendance: 'present' }],
  items: [{ id: 'a', kind: 'reports', title: null, note: 'Skolgården är orolig.' }],
  decisions: [decision('Öppet', 'open'), decision('Hemligt', 'may-be-secret')],
  pictures: ['Spaning'],
  priorities: ['Skolgården'],
  escalations: [{ target: 'steering-group', text: 'Pengar' }],
  colours: [{ area: 'Centrum', level: 'raised', sentence: null }],
  next: null,
}; // prettier-ignore

describe('what an audience gets', () => {
  test('is all for those who keep meetings', () => {
    expect(minutesFor(content, 'internal')).toEqual(content);
  });

  test('is neither secret decisions nor the police’s picture for those who cooperate', () => {
    const seen = minutesFor(content, 'cooperation');
    expect(seen.decisions.map(({ what }) => what)).toEqual(['Öppet']);
    expect(seen.pictures).toEqual([]);
    expect(seen.items[0]!.note).toBe('Skolgården är orolig.');
  });

  test('is no notes at all of a meeting that may be secret', () => {
    const secret: MinutesContent = { ...content, meeting: { ...content.meeting, classification: 'may-be-secret' } };
    expect(JSON.stringify(minutesFor(secret, 'cooperation'))).not.toMatch(/Skolgården|Pengar|raised|Spaning|Hemligt/);
  });

  test('is functions, open decisions without their maps and the next meeting for the public', () => {
    const seen = minutesFor(content, 'public');
    expect(JSON.stringify(seen)).not.toMatch(/Skolgården|Pengar|raised|Spaning|Hemligt/);
    expect(seen.decisions).toMatchObject([{ what: 'Öppet', viewId: null }]);
    expect(seen.participants).toEqual(content.participants);
  });

  test('follows the rights of whoever reads the page', () => {
    expect(minutesSeenBy(content, { writes: true, seesPictures: true })).toEqual(content);
    expect(minutesSeenBy(content, { writes: false, seesPictures: true }).pictures).toEqual(['Spaning']);
    expect(minutesSeenBy(content, { writes: false, seesPictures: false }).pictures).toEqual([]);
  });

  test('has no line that tells of a secret decision', () => {
    const line = { text: 'x', count: null, search: null, subject: null, tone: 'plain', secret: false } as const;
    const lines = [{ itemId: 'a', lines: [line, { ...line, text: 'y', secret: true }] }];
    expect(openLines(lines)).toEqual([{ itemId: 'a', lines: [line] }]);
  });
});

test('a correction changes the notes that it names and nothing else', () => {
  expect(corrected(content, [{ itemId: 'a', text: 'Ny' }])).toEqual({ ...content, items: [{ ...content.items[0], note: 'Ny' }] }); // prettier-ignore
  expect(corrected(content, [{ itemId: 'b', text: 'Ny' }])).toBeNull();
});

describe('the end of a meeting', () => {
  const hour = 3_600_000;
  const meeting = { at: 0, until: hour, openedAt: 0 };

  test('is when it is closed, as planned when it was forgotten, or as said', () => {
    expect(trueEnd(meeting, null, 2 * hour)).toBe(2 * hour);
    expect(trueEnd(meeting, null, 100 * hour)).toBe(hour);
    expect(trueEnd(meeting, 1.5 * hour, 100 * hour)).toBe(1.5 * hour);
  });

  test('lies neither before it began nor in the future', () => {
    expect(trueEnd(meeting, 0, hour)).toBeNull();
    expect(trueEnd(meeting, 3 * hour, 2 * hour)).toBeNull();
  });

  test('is asked for when it was left open for half a day', () => {
    expect(isLeftOpen({ status: 'open', until: hour }, 12 * hour)).toBe(false);
    expect(isLeftOpen({ status: 'open', until: hour }, 14 * hour)).toBe(true);
    expect(isLeftOpen({ status: 'planned', until: hour }, 14 * hour)).toBe(false);
  });
});
