import type { Place } from './finding.js';
import {
  belongings, commonEnding, deeds, foreignSpelling, humanDeeds, humanStates, humanSupines, livelyDeeds, naming, nounEnding, onFoot, personBefore, placeEnding, placePrepositions, placesAfter, relations,
  roleEnding, roles, saysNothing, surnameEnding, surnameOrPlace, thingsBefore, villageEnding,
} from './name-context.js'; // prettier-ignore
import { ambiguousNames, commonWords, givenNames } from './name-lists.js';
import { bare, isKnown, listedGiven, listedSurname, mayBeName, type Run, runAt } from './name-run.js';
import { isPlaced, isThing, personByPreposition } from './named-thing.js';
import { lowerCaseName } from './small-letters.js';
import { headings, type Word, wordsOf } from './words.js';

/**
 * Where a person is named: by a name that many bear, or by what stands around a word that nobody has listed ("heter",
 * "läraren", "mamma till", "Anna B", a first and a last name together, an act that only persons do). Streets, schools,
 * firms and towns with a person's name in them are left alone.
 */
export function personNames(text: string): Place[] {
  const words = wordsOf(text);
  const titles = headings(words);
  const found: Place[] = [];
  const said = new Set<string>();
  let last: Run | null = null;
  let chain = -1;
  for (let at = 0; at < words.length;) {
    const run = runAt(words, at);
    if (run === null) {
      const length = lowerCaseName(words, at);
      if (length > 0) found.push(place(words, at, length));
      at += Math.max(1, length);
      continue;
    }
    at = run.at + run.words.length;
    const listed = chain === run.at && follows(words, run.at) && !isThing(run, words);
    if (!listed && (titles.has(run.at) ? !isListedPair(run) : !isPerson(run, words))) {
      last = run;
      continue;
    }
    const runs = last !== null && isBesideName(last, run, words) ? [last, run] : [run];
    for (const each of runs) {
      found.push(place(words, each.at, each.words.length));
      for (const word of each.words) if (word.text.length > 2) said.add(bare(word));
    }
    last = null;
    chain = words[at]?.lower === 'och' || words[at]?.lower === 'eller' ? at + 1 : at;
  }
  return said.size === 0 ? found : [...found, ...again(words, said)];
}

function place(words: readonly Word[], at: number, length: number): Place {
  return { kind: 'name', from: words[at]!.from, to: words[at + length - 1]!.to };
}

/** The rest of a list after a name: ", Oliver och Hugo", " + Hugo". */
function follows(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  return (
    (/^(?:, ?| ?[/+] ?)$/.test(words[at]!.gap) && !commonEnding.test(words[at]!.lower)) ||
    before?.lower === 'och' ||
    before?.lower === 'eller'
  );
}

/** The beginning of a list that ends with a name: "Wille, Noel", "Tuva och Majken". */
function isBesideName(one: Run, name: Run, words: readonly Word[]): boolean {
  const end = one.at + one.words.length;
  const and = name.at === end + 1 && words[end]!.lower === 'och' && words[end]!.gap === ' ';
  if (!and && !(name.at === end && /^(?:, ?| ?[/+] ?)$/.test(name.words[0]!.gap))) return false;
  const [first] = one.words;
  if (commonEnding.test(first!.lower) && one.first) return false;
  const common = commonWords.has(first!.lower) || isKnown(first!) || first!.text.length < 3;
  return !common && !placePrepositions.has(one.before) && !/\d/.test(one.before) && !isThing(one, words);
}

/** Whoever was named once is named each time. */
function again(words: readonly Word[], said: ReadonlySet<string>): Place[] {
  return words.flatMap((word, at) => {
    const same = word.capital && said.has(bare(word)) && !commonWords.has(word.lower);
    return same && !placesAfter.has(words[at + 1]?.lower ?? '') ? [place(words, at, 1)] : [];
  });
}

const initialForm = /^\p{Lu}$/u;
const allCapitals = /^\p{Lu}{2,}$/u;

/** In a heading each word has a capital: there a first and a last name that many bear are needed. */
function isListedPair(run: Run): boolean {
  return run.words.some((word, at) => {
    const next = run.words[at + 1];
    return next !== undefined && listedGiven(word) && (listedSurname(next) || surnameEnding.test(next.lower));
  });
}

function isPerson(run: Run, words: readonly Word[]): boolean {
  if (isThing(run, words)) return false;
  const [one, two] = run.words as [Word, Word | undefined];
  if (byIntroduction(run, words)) return true;
  if (two !== undefined) return isPair(run, [one, two], words);
  if (ambiguousNames.has(one.lower)) return isAmbiguousName(run, one, words);
  if (listedGiven(one)) return !thingsBefore.has(run.before) && !isFirmsGenitive(run, one);
  if (/\p{L}sson$/u.test(one.lower) && !placePrepositions.has(run.before)) return true;
  return one.text.length > 2 && !allCapitals.test(one.text) && isLikely(run, one, words);
}

/** "Nova", "Storm", "My": a name only within a sentence, where a person does something. */
function isAmbiguousName(run: Run, one: Word, words: readonly Word[]): boolean {
  if (run.after === 'heter' || run.after === 'kallas') return true;
  return (
    !run.first && run.joined && !personBefore.has(run.before) && !isPlaced(run, words) && isLikely(run, one, words)
  );
}

/** "utanför Harrys.", "på Sofias": somebody's place, nobody's thing after it. */
function isFirmsGenitive(run: Run, one: Word): boolean {
  const place = /^(?:på|utanför|vid|bakom|i)$/.test(run.before);
  return place && !givenNames.has(one.lower) && (run.after === '' || run.after === 'och' || run.after === 'i');
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
  if (before === 'sig' && /^(?:kalla|presenterade)/.test(beforeThat)) return true;
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
function isPair(run: Run, [one, two]: readonly [Word, Word], words: readonly Word[]): boolean {
  const initialLast = initialForm.test(two.text);
  const given = listedGiven(one) && !ambiguousNames.has(one.lower);
  if (initialForm.test(one.text)) return !run.first || one.text.length + two.text.length > 4 ? isSurnameLike(two) : false;
  if (given) return true;
  if (run.first && unlikelyFirst(one)) return listedSurname(two) && (givenNames.has(one.lower) || ambiguousNames.has(one.lower));
  if (allCapitals.test(one.text) || allCapitals.test(two.text)) return listedSurname(two) && ambiguousNames.has(one.lower);
  if (initialLast) return one.text.length > 2;
  if (listedSurname(two) || listedGiven(two)) return true;
  const surname = surnameEnding.test(two.lower) || surnameOrPlace.test(two.lower);
  const placed = placePrepositions.has(run.before) || /\d/.test(run.before);
  if (run.first && villageEnding.test(two.lower) && !surname) return false;
  const moved = /^(?:till|från)$/.test(run.before) && !/[as]$/.test(one.lower) && !villageEnding.test(two.lower);
  return !placed || surname || moved || personByPreposition(run, words);
} // prettier-ignore

function isSurnameLike(word: Word): boolean {
  return word.text.length > 3 && !allCapitals.test(word.text);
}

function unlikelyFirst(word: Word): boolean {
  return commonWords.has(word.lower) || ambiguousNames.has(word.lower) || (commonEnding.test(word.lower) && !listedGiven(word)); // prettier-ignore
}

const becomes = /^(?:är|var|blev|blir|blivit)$/;

/** One word that no list knows: what it does, owns or suffers has to tell. */
function isLikely(run: Run, one: Word, words: readonly Word[]): boolean {
  const common = commonWords.has(one.lower) || placesAfter.has(one.lower) || thingsBefore.has(one.lower);
  if (common) return false;
  if (run.after === 'i' && /^\d{1,2}[A-Fa-f]$/.test(words[run.at + 2]?.text ?? '')) return true;
  if (hasAge(run, words)) return true;
  if (one.lower.endsWith('s') && run.first && /[ae]rs$/.test(one.lower) && belongings.has(run.after)) return true;
  if (isNoun(run, one)) return false;
  const placed = placePrepositions.has(run.before);
  if (one.lower.endsWith('s') && belongings.has(run.after)) return true;
  if (run.after === 'och' && /^(?:hans|hennes|deras|jag|han|hon)$/.test(words[run.at + 2]?.lower ?? '')) return true;
  if (!placed && (humanDeeds.has(run.after) || doesAsPerson(run, one, words))) return true;
  if (run.after === 'och' && together(words, run.at + 2)) return true;
  if (run.first || /.{5}(?:et|na)$/.test(one.lower)) return false;
  if (!run.joined) return betweenCommas(run, one, words);
  if (personByPreposition(run, words)) return run.before !== 'till' || !villageEnding.test(one.lower);
  if (personBefore.has(run.before)) return !isPlaced({ ...run, before: '' }, words) && !isPlaced(run, words);
  return !isPlaced(run, words) && !saysNothing.has(run.before);
}

/** An ordinary noun with a capital: by its ending at the start of a sentence, and where it is long and definite anywhere. */
function isNoun(run: Run, one: Word): boolean {
  if (run.first) return (commonEnding.test(one.lower) || one.lower.endsWith('an')) && !foreignSpelling.test(one.lower);
  if (surnameEnding.test(one.lower)) return false;
  if (one.lower.length > 6 && /(?:[gdk]en|[^s]ten)$/.test(one.lower)) return true;
  return one.lower.length > 8 && /(?:[^s]en|[dgklt]an|et)$/.test(one.lower);
}

/** "X blev hotad", "X kom springande", "X i kassan såg"; spelt as no Swedish word, any verb will do. */
function doesAsPerson(run: Run, one: Word, words: readonly Word[]): boolean {
  if (becomes.test(run.after) && humanStates.has(run.afterThat)) return true;
  if (run.after === 'kom' && onFoot.has(run.afterThat)) return true;
  if (/^(?:i|på)$/.test(run.after) && humanDeeds.has(words[run.at + 3]?.lower ?? '')) return true;
  if (/^(?:har|hade)$/.test(run.after) && humanSupines.has(run.afterThat)) return true;
  if (!run.first || one.lower.length < 4) return false;
  const unlikeSwedish =
    foreignSpelling.test(one.lower) || (/[^aeä][iouy]$/.test(one.lower) && !nounEnding.test(one.lower));
  if (unlikeSwedish) return deeds.has(run.after);
  return (
    one.lower.length < 9 && livelyDeeds.has(run.after) && !nounEnding.test(one.lower) && !villageEnding.test(one.lower)
  );
}

/** "X, 15 år", "X (15)". */
function hasAge(run: Run, words: readonly Word[]): boolean {
  const [age, years] = [words[run.at + run.words.length], words[run.at + run.words.length + 1]];
  return (
    age !== undefined &&
    /^(?:, ?| \()$/.test(age.gap) &&
    /^\d{1,2}$/.test(age.text) &&
    (years?.lower === 'år' || age.gap === ' (')
  );
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
  if (!/^, ?$/.test(one.gap) || !before || before.capital || !next || /^\p{L}{1,2}\d/u.test(before.text)) return false;
  if (villageEnding.test(one.lower)) return false;
  return /^, ?$/.test(next.gap) || (next.lower === 'och' && words[run.at + 2]?.capital === true);
}
