import { describe, expect, test } from '@jest/globals';
import {
  accepted,
  bothTexts,
  caretAfter,
  heard,
  isSaved,
  lost,
  refused,
  resumed,
  sent,
  settled,
  startSync,
  toSend,
  typed,
} from './note-sync.js';

const start = () => startSync({ text: 'Belysningen är trasig.', revision: 4 });

describe('one note between the field and the server', () => {
  test('what is written on while it is sent stays, and is sent on top of the answer', () => {
    const first = typed(
      sent(typed(start(), 'Belysningen är trasig. Lampa 4.')),
      'Belysningen är trasig. Lampa 4 och 5.',
    );
    expect(toSend(first)).toBe(false);
    const answered = accepted(first, { text: 'Polisen: Belysningen är trasig. Lampa 4.', revision: 6 });
    expect(answered.mine).toBe('Polisen: Belysningen är trasig. Lampa 4 och 5.');
    expect(answered.base.revision).toBe(6);
    expect(toSend(answered)).toBe(true);
  });

  test('what others write comes at once when nothing of mine waits, and never under my hands', () => {
    const other = { text: 'Belysningen är lagad.', revision: 5 };
    expect(heard(start(), other)).toMatchObject({ mine: other.text, base: other });
    expect(heard(typed(start(), 'Mitt'), other)).toMatchObject({ mine: 'Mitt', base: { revision: 4 } });
    expect(heard(start(), { text: 'Gammal', revision: 3 }).mine).toBe('Belysningen är trasig.');
  });

  test('what did not arrive waits, and is sent again on the text that it was written on', () => {
    const waiting = lost(sent(typed(start(), 'Mer text')));
    expect(waiting).toMatchObject({ mine: 'Mer text', base: { revision: 4 }, waiting: true });
    expect(toSend(waiting)).toBe(true);
    expect(isSaved(waiting)).toBe(false);
  });

  test('over the same words both texts are kept until somebody chooses', () => {
    const mine = sent(typed(start(), 'Belysningen är släckt.'));
    const theirs = { text: 'Belysningen är lagad.', revision: 5 };
    const conflict = refused(mine, theirs, 'Belysningen är trasig.');
    expect(toSend(conflict)).toBe(false);
    expect(conflict.conflict).toEqual({ base: 'Belysningen är trasig.', mine: 'Belysningen är släckt.', theirs });
    const later = heard(conflict, { text: 'Belysningen är lagad nu.', revision: 6 });
    expect(later.conflict?.theirs.revision).toBe(6);
    const chosen = settled(later, 'Belysningen är släckt, lagas i morgon.');
    expect(chosen).toMatchObject({ base: { revision: 6 }, conflict: null });
    expect(toSend(chosen)).toBe(true);
  });

  test('an answer that cannot be joined with what was written meanwhile becomes a conflict, and nothing is lost', () => {
    const busy = typed(sent(typed(start(), 'Belysningen är släckt.')), 'Belysningen är tänd.');
    const answered = accepted(busy, { text: 'Belysningen är lagad.', revision: 7 });
    expect(answered.conflict).toMatchObject({
      mine: 'Belysningen är tänd.',
      theirs: { text: 'Belysningen är lagad.' },
    });
  });

  test('both texts after each other hold every line once', () => {
    const conflict = { base: 'A', mine: 'A\nMin rad', theirs: { text: 'A\nDeras rad', revision: 2 } };
    expect(bothTexts(conflict)).toBe('A\nDeras rad\nMin rad');
  });

  test('a long beginning that both have is not written again, and no word of either is lost', () => {
    const begun = Array.from({ length: 40 }, (_, at) => `ord${at}`).join(' ');
    const conflict = { base: begun, mine: `${begun} alm1 alm2`, theirs: { text: `${begun} ek1 ek2`, revision: 2 } };
    expect(bothTexts(conflict)).toBe(`${begun} ek1 ek2\n… alm1 alm2`);
    expect(bothTexts({ ...conflict, mine: begun })).toBe(`${begun} ek1 ek2`);
    // a word that only begins alike is written whole
    expect(bothTexts({ ...conflict, mine: `${begun} ekan` })).toBe(`${begun} ek1 ek2\n… ekan`);
    const short = { base: '', mine: 'Belysningen är släckt.', theirs: { text: 'Belysningen är lagad.', revision: 2 } };
    expect(bothTexts(short)).toBe('Belysningen är lagad.\nBelysningen är släckt.');
  });

  test('what was kept from before a reload is taken up again, unless the server has it', () => {
    const base = { text: 'Ett', revision: 1 };
    expect(resumed({ mine: 'Ett två', base }, { text: 'Ett', revision: 1 })).toMatchObject({
      mine: 'Ett två',
      waiting: true,
    });
    expect(isSaved(resumed({ mine: 'Ett två', base }, { text: 'Ett två', revision: 2 }))).toBe(true);
    expect(resumed({ mine: 'Ett', base }, { text: 'Annat', revision: 2 }).mine).toBe('Annat');
  });

  test('the caret stays beside the same word', () => {
    expect(caretAfter(3, 'ett två', 'noll ett två')).toBe(8);
    expect(caretAfter(3, 'ett två', 'ett två tre')).toBe(3);
    expect(caretAfter(5, 'ett två', 'ett')).toBe(3);
  });
});
