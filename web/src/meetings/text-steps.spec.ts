import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { carriedCaret, rebased, stepsBetween, type TextStep } from './text-steps.js';

const text = fc
  .array(fc.constantFrom('ljus', 'park', 'torg', ' ', '\n', '. ', 'å'), { maxLength: 25 })
  .map((parts) => parts.join(''));

function applied(from: string, steps: readonly TextStep[]): string {
  return steps
    .toReversed()
    .reduce((now, { at, removed, inserted }) => now.slice(0, at) + inserted + now.slice(at + removed), from);
}

describe('what turns one text into another', () => {
  test('the steps give the new text, whatever the two are', () => {
    fc.assert(fc.property(text, text, (from, to) => expect(applied(from, stepsBetween(from, to))).toBe(to)));
  });

  test('only the changed words are in the steps', () => {
    expect(stepsBetween('en två tre fyra', 'en 2 tre fyra fem')).toEqual([
      { at: 3, removed: 3, inserted: '2' },
      { at: 15, removed: 0, inserted: ' fem' },
    ]);
  });

  test('a caret never leaves the text', () => {
    fc.assert(
      fc.property(text, text, fc.nat(100), (from, to, place) => {
        const caret = carriedCaret(Math.min(place, from.length), stepsBetween(from, to));
        expect(caret).toBeGreaterThanOrEqual(0);
        expect(caret).toBeLessThanOrEqual(to.length);
      }),
    );
  });
});

describe('mine on top of theirs', () => {
  test('changes of different words both stand', () => {
    expect(rebased('ett två tre', 'ETT två tre', 'ett två TRE')).toBe('ETT två TRE');
  });

  test('additions at the same place both stay', () => {
    expect(rebased('ett', 'ett mina', 'ett deras')).toBe('ett deras mina');
  });

  test('changes of the same word are for somebody to choose', () => {
    expect(rebased('ett två', 'ett 2', 'ett II')).toBeNull();
  });

  test('nothing happens to a text that only one has changed', () => {
    fc.assert(
      fc.property(text, text, (from, to) => {
        expect(rebased(from, to, from)).toBe(to);
        expect(rebased(from, from, to)).toBe(to);
        expect(rebased(from, to, to)).toBe(to);
      }),
    );
  });
});
