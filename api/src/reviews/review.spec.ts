import { describe, expect, test } from '@jest/globals';
import {
  changedFields,
  keptKey,
  mayBeUndone,
  mergeFault,
  outcomeOf,
  outcomeSentence,
  type Mergeable,
} from './review.js';

const row = (more: Partial<Mergeable>): Mergeable => ({
  id: 'a',
  eventKey: 'a',
  source: 'report',
  status: 'received',
  sensitive: false,
  mergedBefore: false,
  ...more,
});

describe('a merge', () => {
  test('needs two rows of different events', () => {
    expect(mergeFault([row({})])).toBe('merge-needs-two');
    expect(mergeFault([row({}), row({ id: 'b' })])).toBe('already-one-event');
    expect(mergeFault([row({}), row({ id: 'b', eventKey: 'b' })])).toBeNull();
  });

  test('never takes a sensitive row or one that was set aside', () => {
    expect(mergeFault([row({}), row({ eventKey: 'b', sensitive: true })])).toBe('merge-sensitive');
    expect(mergeFault([row({}), row({ eventKey: 'b', status: 'dismissed' })])).toBe('merge-dismissed');
  });

  test('goes under the key of the report, so that the key never tells of a police row', () => {
    expect(keptKey([row({ eventKey: 'p', source: 'police' }), row({ eventKey: 'r' })])).toBe('r');
  });

  test('goes under the key of an event that was merged before', () => {
    expect(keptKey([row({ eventKey: 'r' }), row({ eventKey: 'm', mergedBefore: true })])).toBe('m');
  });
});

test('only one’s own last act is taken back, and never an import or an answer', () => {
  expect(mayBeUndone({ what: 'accepted', accountId: 'me' }, 'me')).toBe(true);
  expect(mayBeUndone({ what: 'accepted', accountId: 'you' }, 'me')).toBe(false);
  expect(mayBeUndone({ what: 'answered', accountId: 'me' }, 'me')).toBe(false);
  expect(mayBeUndone({ what: 'import', accountId: 'me' }, 'me')).toBe(false);
});

describe('what a reporter is told', () => {
  test('is that it led to action when the place is worked with, also for a merged one', () => {
    expect(outcomeOf('merged', { prioritised: true })).toBe('led-to-action');
    expect(outcomeOf('accepted', { prioritised: false })).toBe('accepted');
  });

  test('is never action for a report that waits or was set aside', () => {
    expect(outcomeOf('received', { prioritised: true })).toBe('waiting');
    expect(outcomeOf('dismissed', { prioritised: true })).toBe('dismissed');
  });

  test('names the reason within the sentence', () => {
    expect(outcomeSentence('dismissed', 'sv', 'Fel plats')).toBe(
      'Granskad. Rapporten räknas inte i lägesbilden. Skäl: fel plats.',
    );
  });
});

describe('the difference between two versions', () => {
  test('names what was changed, before and after', () => {
    const before = { category_code: 'SKAD', severity: 1, occurred_from: '2026-05-01T10:00:00+02:00' };
    const after = { category_code: 'BRAND', severity: 1, occurred_from: new Date('2026-05-01T08:00:00Z') };
    expect(changedFields(before, after)).toEqual([{ field: 'category', before: 'SKAD', after: 'BRAND' }]);
  });

  test('says that the place moved, never from where to where', () => {
    expect(changedFields({ x: 1, y: 2 }, { x: 3, y: 4 })).toEqual([{ field: 'place', before: null, after: null }]);
  });

  test('leaves out what an older version did not keep', () => {
    expect(changedFields({}, { status: 'accepted' })).toEqual([]);
  });
});
