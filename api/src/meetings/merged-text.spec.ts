import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mergedText } from './merged-text.js';

const base = 'Parken är lugn.\nSkolan ringde.\nTorget städas.';

describe('two who write in the same note', () => {
  test('in different lines both stand', () => {
    const theirs = base.replace('lugn', 'lugnare');
    const mine = base.replace('städas', 'städas fredag');
    expect(mergedText({ base, theirs, mine })).toBe('Parken är lugnare.\nSkolan ringde.\nTorget städas fredag.');
  });

  test('in different words of one line both stand', () => {
    expect(mergedText({ base: 'a b c d e', theirs: 'A b c d e', mine: 'a b c d E' })).toBe('A b c d E');
  });

  test('at the end of the text at once both stand, each on its line, theirs first', () => {
    const both = mergedText({ base, theirs: `${base} Bra.`, mine: `${base} Följs upp.` });
    expect(both).toBe(`${base} Bra.\nFöljs upp.`);
    expect(mergedText({ base, theirs: `${base}\nNy rad.`, mine: `${base} Bra.` })).toBe(`${base} Bra.\nNy rad.`);
    expect(mergedText({ base: '', theirs: 'Ett', mine: 'Två' })).toBe('Ett\nTvå');
  });

  test('over the same words is for them to settle', () => {
    const theirs = base.replace('lugn', 'orolig');
    const mine = base.replace('lugn', 'stökig');
    expect(mergedText({ base, theirs, mine })).toBeNull();
    expect(mergedText({ base, theirs: 'Torget städas.', mine: base.replace('Skolan', 'Björkskolan') })).toBeNull();
  });

  test('the same is written once', () => {
    expect(mergedText({ base: 'a', theirs: 'a b', mine: 'a b' })).toBe('a b');
  });
});

describe('whatever is written', () => {
  const word = fc.constantFrom('parken', 'torget', 'skolan', 'lugnt', 'oro', 'kväll');
  const space = fc.constantFrom(' ', '\n', '  ', '\n\n');
  const text = fc
    .array(fc.tuple(space, word), { maxLength: 14 })
    .map((parts) => parts.map(([gap, each]) => gap + each).join('').trimStart()); // prettier-ignore

  test('one who alone has changed it gets just that', () => {
    fc.assert(
      fc.property(text, text, (from, to) => {
        expect(mergedText({ base: from, theirs: to, mine: from })).toBe(to);
        expect(mergedText({ base: from, theirs: from, mine: to })).toBe(to);
        expect(mergedText({ base: from, theirs: to, mine: to })).toBe(to);
      }),
    );
  });

  test('no word that either has added is lost', () => {
    // Added words carry a mark, so that they are told from those that stood there.
    const edit = fc.array(fc.tuple(fc.nat(), fc.integer({ min: -1, max: 3 })), { maxLength: 4 });
    fc.assert(
      fc.property(text, edit, edit, (from, first, second) => {
        const theirs = edited(from, first, 'T');
        const mine = edited(from, second, 'M');
        const merged = mergedText({ base: from, theirs: theirs.text, mine: mine.text });
        if (merged === null) return;
        const there = merged.split(/\s+/);
        for (const added of [...theirs.added, ...mine.added]) expect(there).toContain(added);
        // What neither has taken away stands.
        for (const kept of new Set(from.split(/\s+/)))
          if (countOf(theirs.text, kept) === countOf(from, kept) && countOf(mine.text, kept) === countOf(from, kept))
            expect(countOf(merged, kept)).toBe(countOf(from, kept));
      }),
      { numRuns: 500 },
    );
  });

  test('a long note of one word over and over is left to its writers rather than holding everybody up', () => {
    const long = 'ja '.repeat(2600).trim();
    const began = performance.now();
    expect(mergedText({ base: long, theirs: `nej ${long}`, mine: `${long} kanske` })).toBeNull();
    expect(performance.now() - began).toBeLessThan(1000);
  });

  function edited(from: string, edits: readonly (readonly [number, number])[], mark: string) {
    const words = from.match(/\s*\S+|\s+$/g) ?? [];
    const added: string[] = [];
    for (const [at, count] of edits) {
      const index = words.length === 0 ? 0 : at % (words.length + 1);
      if (count < 0) words.splice(index, 1);
      for (let each = 0; each < count; each++) {
        const made = `${mark}${added.length}x`;
        added.push(made);
        words.splice(index, 0, ` ${made}`);
      }
    }
    const whole = words.join('');
    return { text: whole, added: added.filter((one) => whole.split(/\s+/).includes(one)) };
  }

  function countOf(whole: string, wanted: string): number {
    return whole.split(/\s+/).filter((one) => one === wanted).length;
  }
});
