import { commonEnding, deeds, naming, placePrepositions, roleEnding, roles, thingsBefore } from './name-context.js';
import { ambiguousNames, commonWords, givenNames, knownCapitals, surnames } from './name-lists.js';
import type { Word } from './words.js';

/** Words with capitals side by side, and the words around them. `at` is the index of the first one. */
export interface Run {
  readonly words: readonly Word[];
  readonly at: number;
  readonly before: string;
  readonly beforeThat: string;
  readonly after: string;
  readonly afterThat: string;
  /** Between the run and the word before there is a space only, perhaps with a quotation mark or a colon. */
  readonly joined: boolean;
  /** The first word begins a sentence and only its capital could make a name of it. */
  readonly first: boolean;
}

const longestRun = 3;

/** The words with capitals that begin here, or null where this word is none or says nothing. */
export function runAt(words: readonly Word[], at: number): Run | null {
  if (!mayBeName(words[at]!) || skippedAtStart(words, at)) return null;
  let end = at + 1;
  while (end < words.length && end - at < longestRun && joins(words[end]!, words[end - 1]!)) end += 1;
  const [one, two] = [words[at - 1], words[at - 2]];
  const [next, nextThat] = [words[end], words[end + 1]];
  const free = /^(?:[ \u00a0]?["”“'’(:/]?[ \u00a0]?["”“'’(]?| |\. )$/.test(words[at]!.gap);
  const close = (word: Word | undefined) => (word !== undefined && /^[ \u00a0]$/.test(word.gap) ? word.lower : '');
  return {
    words: words.slice(at, end),
    at,
    before: one?.lower ?? '',
    beforeThat: two?.lower ?? '',
    after: close(next),
    afterThat: close(nextThat),
    joined: one !== undefined && free && (!words[at]!.first || words[at]!.gap.includes(':')),
    first: words[at]!.first,
  };
}

/** May this word be part of a name: a capital, no digit, and nothing that is known as something else. */
export function mayBeName(word: Word): boolean {
  if (!word.capital || /\d|^\p{L}-/u.test(word.text)) return false;
  return word.text.length === 1 || !isKnown(word);
}

/** A firm, a make, a body, a town, a month; in the genitive too. */
export function isKnown(word: Word): boolean {
  return knownCapitals.has(word.lower) || (!givenNames.has(word.lower) && knownCapitals.has(bare(word)));
}

/** A word that begins a sentence because a sentence has to begin: "Enligt", "Läraren", "Killarna". */
function skippedAtStart(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  const initial = word.text.length === 1 && words[at + 1]?.gap.startsWith('.') && words[at + 1]?.capital;
  if (!word.first || initial === true) return false;
  const common = commonWords.has(word.lower) || roles.has(word.lower) || naming.has(word.lower) || thingsBefore.has(word.lower);
  const described = commonEnding.test(word.lower) || roleEnding.test(word.lower);
  if (described && !listedGiven(word) && words[at + 1]?.gap === ' ' && words[at + 1]?.capital) return true;
  return common || (deeds.has(word.lower) && !givenNames.has(word.lower)) || placePrepositions.has(word.lower);
} // prettier-ignore

function joins(word: Word, before: Word): boolean {
  const close = /^[ \u00a0]$/.test(word.gap) || (/^\. ?$/.test(word.gap) && before.text.length === 1);
  return close && mayBeName(word);
}

/** The word without the s of a genitive. */
export function bare(word: Word): string {
  return word.lower.length > 3 && word.lower.endsWith('s') ? word.lower.slice(0, -1) : word.lower;
}

/** A first name that many bear, or a double name with one in it: "Stig-Arne". */
export function listedGiven(word: Word): boolean {
  if (givenNames.has(word.lower) || (word.lower.endsWith('s') && givenNames.has(bare(word)))) return true;
  const parts = /^(\p{Lu}\p{L}+)-(\p{Lu}\p{L}+?)s?$/u.exec(word.text)?.slice(1) ?? [];
  return parts.some((part) => givenNames.has(part.toLowerCase()) || ambiguousNames.has(part.toLowerCase()));
}

export function listedSurname(word: Word): boolean {
  return surnames.has(word.lower) || surnames.has(bare(word)) || /\p{L}sson(?:s)?$/u.test(word.lower);
}
