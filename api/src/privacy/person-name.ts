import type { Place } from './finding.js';
import {
  belongings, commonEnding, deeds, humanDeeds, naming, personBefore, personBeforePreposition, placeEnding, placePrepositions, placesAfter, relations, roleEnding, roles,
  saysNothing, surnameEnding, thingEnding, thingsBefore,
} from './name-context.js'; // prettier-ignore
import { ambiguousNames, commonWords, givenNames, knownCapitals, surnames } from './name-lists.js';
import { type Word, wordsOf } from './words.js';

/** Words with capitals side by side, and the words around them. `at` is the index of the first one. */
interface Run {
  readonly words: readonly Word[];
  readonly at: number;
  readonly before: string;
  readonly beforeThat: string;
  readonly after: string;
  /** Between the run and the word before there is a space only, perhaps with a quotation mark or a colon. */
  readonly joined: boolean;
  /** The first word begins a sentence and only its capital could make a name of it. */
  readonly first: boolean;
}

const longestRun = 3;

/**
 * Where a person is named: by a name that many bear, or by what stands around a word that nobody has listed ("heter",
 * "läraren", "mamma till", "Anna B", a first and a last name together, an act that only persons do). Streets, schools,
 * firms and towns with a person's name in them are left alone.
 */
export function personNames(text: string): Place[] {
  const words = wordsOf(text);
  const found: Place[] = [];
  const said = new Set<string>();
  let chain = -1;
  for (let at = 0; at < words.length;) {
    const run = runAt(words, at);
    if (run === null) {
      const length = smallLetters(words, at);
      if (length > 0) found.push(place(words, at, length));
      at += Math.max(1, length);
      continue;
    }
    const next = run.at + run.words.length;
    if (isPerson(run, words) || (chain === run.at && follows(words, run.at) && !isThing(run, words))) {
      found.push(place(words, run.at, run.words.length));
      for (const word of run.words) if (word.text.length > 2) said.add(bare(word));
      chain = words[next]?.lower === 'och' || words[next]?.lower === 'eller' ? next + 1 : next;
    }
    at = next;
  }
  return said.size === 0 ? found : [...found, ...again(words, said)];
}

function place(words: readonly Word[], at: number, length: number): Place {
  return { kind: 'name', from: words[at]!.from, to: words[at + length - 1]!.to };
}

/** The rest of a list after a name: ", Oliver och Hugo". */
function follows(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  return (
    (/^, ?$/.test(words[at]!.gap) && !commonEnding.test(words[at]!.lower)) ||
    before?.lower === 'och' ||
    before?.lower === 'eller'
  );
}

/** Whoever was named once is named each time. */
function again(words: readonly Word[], said: ReadonlySet<string>): Place[] {
  return words.flatMap((word, at) => {
    const same = word.capital && said.has(bare(word)) && !commonWords.has(word.lower);
    return same && !placesAfter.has(words[at + 1]?.lower ?? '') ? [place(words, at, 1)] : [];
  });
}

function bare(word: Word): string {
  return word.lower.length > 3 && word.lower.endsWith('s') ? word.lower.slice(0, -1) : word.lower;
}

function runAt(words: readonly Word[], start: number): Run | null {
  const at = start;
  if (!mayBeName(words[at]!) || skippedAtStart(words, at)) return null;
  let end = at + 1;
  while (end < words.length && end - at < longestRun && joins(words[end]!, words[end - 1]!)) end += 1;
  const [one, two] = [words[at - 1], words[at - 2]];
  const following = words[end];
  const free = /^(?:[ \u00a0]?["”“'’(:/]?[ \u00a0]?["”“'’(]?| )$/.test(words[at]!.gap);
  return {
    words: words.slice(at, end),
    at,
    before: one?.lower ?? '',
    beforeThat: two?.lower ?? '',
    after: following !== undefined && /^[ \u00a0]$/.test(following.gap) ? following.lower : '',
    joined: one !== undefined && free && (!words[at]!.first || words[at]!.gap.includes(':')),
    first: words[at]!.first,
  };
}

function mayBeName(word: Word): boolean {
  return word.capital && !/\d|^\p{L}-/u.test(word.text) && !(knownCapitals.has(word.lower) && word.text.length > 1);
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

const initialForm = /^\p{Lu}$/u;
const allCapitals = /^\p{Lu}{2,}$/u;

function listedGiven(word: Word): boolean {
  return givenNames.has(word.lower) || (word.lower.endsWith('s') && givenNames.has(bare(word)));
}

function listedSurname(word: Word): boolean {
  return surnames.has(word.lower) || surnames.has(bare(word)) || /\p{L}sson(?:s)?$/u.test(word.lower);
}

function isPerson(run: Run, words: readonly Word[]): boolean {
  if (isThing(run, words)) return false;
  const [one, two] = run.words as [Word, Word | undefined];
  if (byIntroduction(run, words)) return true;
  if (two !== undefined) return isPair(run, one, two);
  if (ambiguousNames.has(one.lower)) return run.after === 'heter' || run.after === 'kallas';
  if (listedGiven(one)) return !thingsBefore.has(run.before);
  if (/\p{L}sson$/u.test(one.lower) && !placePrepositions.has(run.before)) return true;
  return one.text.length > 2 && !allCapitals.test(one.text) && isLikely(run, one, words);
}

/** A street, a school, a firm: by its ending, by the word before or by the word after. */
function isThing(run: Run, words: readonly Word[]): boolean {
  const last = run.words.at(-1)!;
  const next = words[run.at + run.words.length];
  if (placeEnding.test(last.lower) && !listedGiven(last) && !listedSurname(last)) return true;
  if (/^(?:norra|södra|östra|västra|stora|lilla|gamla|nya|övre|nedre|inre|yttre)$/.test(run.before) && run.joined)
    return true;
  if (run.words.some((word, at) => at > 0 && placesAfter.has(word.lower))) return true;
  if (next && /^ $/.test(next.gap) && placesAfter.has(next.lower)) return true;
  if (next && /^ $/.test(next.gap) && next.capital && placeEnding.test(next.lower)) return true;
  if (/\p{L}(?:gatan|vägen|torget|platsen)$/u.test(next?.lower ?? '') && next?.gap === ' ') return true;
  const things =
    thingsBefore.has(run.before) ||
    thingEnding.test(run.before) ||
    (run.before.length > 4 && placeEnding.test(run.before));
  if (things && /^[ ”"“]{1,2}$/.test(run.words[0]!.gap)) return !roles.has(run.before) && !roleEnding.test(run.before);
  return isNamedThing(run, words);
}

/** "Skolan heter X", "platsen kallas X": what is named is no person. */
function isNamedThing(run: Run, words: readonly Word[]): boolean {
  if (!naming.has(run.before)) return false;
  const subject = words.slice(Math.max(0, run.at - 5), run.at - 1);
  return subject.some((word) => thingsBefore.has(word.lower) || placeEnding.test(word.lower));
}

/** Somebody says that a name follows: "heter", "läraren", "mamma till", "som", or signs with it. */
function byIntroduction(run: Run, words: readonly Word[]): boolean {
  const { before, beforeThat, joined } = run;
  const [one] = run.words;
  if (one!.gap.endsWith('/') && run.first) return true;
  const signed = before === 'mvh' || before === 'hälsningar';
  if (signed && !commonEnding.test(one!.lower)) return true;
  if (!joined) return byApposition(run, words);
  const common = run.words.length === 1 && (commonWords.has(one!.lower) || placePrepositions.has(one!.lower));
  if (common) return false;
  if (naming.has(before) && !signed) return true;
  if (before === 'sig' && beforeThat.startsWith('kalla')) return true;
  if (before === 'som' && beforeThat === 'sig') return true;
  if (roles.has(before) || roleEnding.test(before)) return !(run.first && one!.gap.includes(':'));
  if (before === 'nog' || before === 'visst') return naming.has(beforeThat);
  return before === 'till' && relations.has(beforeThat);
}

/** "En kille, X, spottade": who it is between commas. */
function byApposition(run: Run, words: readonly Word[]): boolean {
  const next = words[run.at + run.words.length];
  const listed = naming.has(run.before) || roles.has(run.before);
  return listed && /^, ?$/.test(run.words[0]!.gap) && (naming.has(run.before) || next === undefined || /^[,.]/.test(next.gap));
} // prettier-ignore

/** Two or three capitals side by side. */
function isPair(run: Run, one: Word, two: Word): boolean {
  const initialLast = initialForm.test(two.text);
  const given = listedGiven(one) && !ambiguousNames.has(one.lower);
  if (initialForm.test(one.text)) return !run.first || one.text.length + two.text.length > 4 ? isSurnameLike(two) : false;
  if (given) return true;
  if (run.first && unlikelyFirst(one)) return listedSurname(two) && (givenNames.has(one.lower) || ambiguousNames.has(one.lower));
  if (allCapitals.test(one.text) || allCapitals.test(two.text)) return listedSurname(two) && ambiguousNames.has(one.lower);
  if (initialLast) return one.text.length > 2;
  if (listedSurname(two) || listedGiven(two)) return true;
  return !placePrepositions.has(run.before) || surnameEnding.test(two.lower) || personByPreposition(run);
} // prettier-ignore

function isSurnameLike(word: Word): boolean {
  return word.text.length > 3 && !allCapitals.test(word.text);
}

function unlikelyFirst(word: Word): boolean {
  return commonWords.has(word.lower) || ambiguousNames.has(word.lower) || (commonEnding.test(word.lower) && !listedGiven(word)); // prettier-ignore
}

/** One word that no list knows: what it does, owns or suffers has to tell. */
function isLikely(run: Run, one: Word, words: readonly Word[]): boolean {
  const common = commonWords.has(one.lower) || placesAfter.has(one.lower) || thingsBefore.has(one.lower);
  if (common || (run.first && (commonEnding.test(one.lower) || one.lower.endsWith('an')))) return false;
  if (one.lower.endsWith('s') && belongings.has(run.after)) return true;
  if (run.after === 'i' && /^\d{1,2}[A-Fa-f]$/.test(words[run.at + 2]?.text ?? '')) return true;
  if (run.after === 'och' && /^(?:hans|hennes|deras)$/.test(words[run.at + 2]?.lower ?? '')) return true;
  if (humanDeeds.has(run.after) && !placePrepositions.has(run.before)) return true;
  if (run.after === 'och' && together(words, run.at + 2)) return true;
  if (run.first || /.{5}(?:et|na)$/.test(one.lower)) return false;
  if (!run.joined) return betweenCommas(run, one, words);
  if (placePrepositions.has(run.before)) return personBefore.has(run.before) || personByPreposition(run);
  return !saysNothing.has(run.before);
}

/** "X och Y gick": what the second one does, both do. */
function together(words: readonly Word[], at: number): boolean {
  const [other, deed] = [words[at], words[at + 1]];
  if (!other || !deed || !mayBeName(other) || placeEnding.test(other.lower)) return false;
  return deed.gap === ' ' && (deeds.has(deed.lower) || humanDeeds.has(deed.lower));
}

/** "En flicka i femman, X, fick": said of somebody, not one of a list of places. */
function betweenCommas(run: Run, one: Word, words: readonly Word[]): boolean {
  const [before, next] = [words[run.at - 1], words[run.at + 1]];
  if (!/^, ?$/.test(one.gap) || !before || before.capital || !next) return false;
  return /^, ?$/.test(next.gap) || (next.lower === 'och' && words[run.at + 2]?.capital === true);
}

function personByPreposition(run: Run): boolean {
  return personBeforePreposition[run.before]?.has(run.beforeThat) ?? false;
}

/** People write on phones without capitals: a listed first name with a listed last name, or with an act of a person. */
function smallLetters(words: readonly Word[], at: number): number {
  const [word, next] = [words[at]!, words[at + 1]];
  if (word.capital || !givenNames.has(word.lower) || ambiguousNames.has(word.lower) || next?.gap !== ' ') return 0;
  if (surnames.has(next.lower) || /\p{L}sson$/u.test(next.lower)) return 2;
  return humanDeeds.has(next.lower) || naming.has(words[at - 1]?.lower ?? '') ? 1 : 0;
}
