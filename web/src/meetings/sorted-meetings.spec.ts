import { describe, expect, test } from '@jest/globals';
import type { MeetingSummary } from './meeting-api.js';
import { sortedMeetings } from './sorted-meetings.js';

const now = '2026-11-24T08:00:00Z';

function meeting(id: string, part: Partial<MeetingSummary>): MeetingSummary {
  const at = part.at ?? '2026-11-24T08:00:00Z';
  return { id, groupId: 'g', group: 'EST', groupKind: 'est', mine: false, seriesId: null, kind: 'weekly-est', title: id, at, until: at, place: null, movedBecause: null, status: 'planned', leftOpen: false, decisionCount: 0, ...part }; // prettier-ignore
}

describe('meetings as somebody looks for them', () => {
  test('the next is one of my own groups, though another meets before', () => {
    const { next, coming } = sortedMeetings(
      [meeting('min', { mine: true, at: '2026-12-01T08:00:00Z' }), meeting('annan', {})],
      now,
    );
    expect(next?.id).toBe('min');
    expect(coming.map(({ id }) => id)).toEqual(['annan', 'min']);
  });

  test('one that goes on now comes before one that is planned, but not one that was left open', () => {
    const planned = meeting('planerat', { mine: true });
    const going = meeting('pågår', { mine: true, status: 'open', at: '2026-11-24T09:00:00Z' });
    const left = meeting('glömt', { mine: true, status: 'open', leftOpen: true, at: '2026-11-17T08:00:00Z' });
    expect(sortedMeetings([planned, going, left], now).next?.id).toBe('pågår');
    expect(sortedMeetings([planned, left], now)).toMatchObject({ next: { id: 'planerat' }, open: [{ id: 'glömt' }] });
  });

  test('a planned meeting that nobody opened is forgotten after a day; the held stand latest first', () => {
    const old = meeting('gammalt', { at: '2026-11-20T08:00:00Z' });
    const held = ['2026-11-03T08:00:00Z', '2026-11-10T08:00:00Z'].map((at) => meeting(at, { at, status: 'closed' }));
    const sorted = sortedMeetings([old, ...held], now);
    expect(sorted.next).toBeNull();
    expect(sorted.held.map(({ at }) => at.slice(0, 10))).toEqual(['2026-11-10', '2026-11-03']);
  });

  test('a cancelled meeting stands among the coming, so that nobody goes there, and is never the next', () => {
    const cancelled = meeting('inställt', { mine: true, status: 'cancelled' });
    const { next, coming } = sortedMeetings([cancelled, meeting('annan', { at: '2026-12-01T08:00:00Z' })], now);
    expect(next?.id).toBe('annan');
    expect(coming.map(({ id }) => id)).toEqual(['inställt', 'annan']);
  });
});
