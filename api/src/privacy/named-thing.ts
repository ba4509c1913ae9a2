import {
  naming, personBeforePreposition, placeEnding, placePhrases, placePrepositions, placesAfter, roleEnding, roles, surnameEnding, thingEnding, thingsBefore, thingWords, villageEnding,
} from './name-context.js'; // prettier-ignore
import { commonWords } from './name-lists.js';
import { isKnown, listedGiven, listedSurname, type Run } from './name-run.js';
import type { Word } from './words.js';

const wide =
  /^(?:norra|södra|östra|västra|nordöstra|nordvästra|sydöstra|sydvästra|centrala|stora|lilla|gamla|nya|övre|nedre|inre|yttre)$/;

/** A street, a school, a firm, a king's statue: by its words, by the word before or by the word after. */
export function isThing(run: Run, words: readonly Word[]): boolean {
  const { before, joined } = run;
  const last = run.words.at(-1)!;
  if (isPlaceForm(last)) return true;
  if (wide.test(before) && joined) return true;
  if (run.words.some((word, at) => (at > 0 && placesAfter.has(word.lower)) || isThingWord(word, run))) return true;
  if (run.words.length > 1 && (isHead(run.words[0]!) || /^[IVX]+$/.test(last.text))) return true;
  if (isBeforePlace(words[run.at + run.words.length])) return true;
  if (isOfFirm(run, words)) return true;
  const things =
    thingsBefore.has(before) || thingEnding.test(before) || (before.length > 4 && placeEnding.test(before));
  if (things && /^(?:[ ”"“]{1,2}|\. )$/.test(run.words[0]!.gap)) return !roles.has(before) && !roleEnding.test(before);
  return isNamedThing(run, words);
}

function isPlaceForm(word: Word): boolean {
  return placeEnding.test(word.lower) && !listedGiven(word) && !listedSurname(word) && !surnameEnding.test(word.lower);
}

/** "Polisområde X", "Bostadsrättsföreningen X", "Sjöbovägen X". */
function isHead(word: Word): boolean {
  const thing = thingsBefore.has(word.lower) || thingEnding.test(word.lower);
  return isPlaceForm(word) || (thing && !listedGiven(word) && !roles.has(word.lower));
}

function isThingWord(word: Word, run: Run): boolean {
  return thingWords.has(word.lower) && (run.words.length > 1 || !run.first);
}

/** The next word makes a place of it: "Anna Lindhs plats", "Albins trädgård", "Karl Johans Hamngata". */
function isBeforePlace(next: Word | undefined): boolean {
  if (!next || !/^[ \u00a0]$/.test(next.gap)) return false;
  if (placesAfter.has(next.lower) || (next.capital && placeEnding.test(next.lower))) return true;
  return /\p{L}(?:gatan|vägen|torget|platsen|förvaltningen|nämnden|kyrkan|skolan|parken)$/u.test(next.lower);
}

/** Part of a firm's name, by the known word or the & beside it: "Stena Fastigheter", "Seat Leon", "Klipp & Co". */
function isOfFirm(run: Run, words: readonly Word[]): boolean {
  const [one] = run.words;
  const [before, next] = [words[run.at - 1], words[run.at + run.words.length]];
  const person = listedGiven(one!);
  if (!person && (one!.gap.includes('&') || next?.gap.includes('&') === true)) return true;
  const beside = before?.capital === true && one!.gap === ' ' && isKnown(before) && !roles.has(before.lower);
  if (beside && (run.words.length === 1 || !person)) return true;
  return !person && next?.capital === true && next.gap === ' ' && isKnown(next);
}

/** "Skolan heter X", "platsen kallas X", "gänget kallar sig X": what is named is no person. */
function isNamedThing(run: Run, words: readonly Word[]): boolean {
  const called = run.before === 'sig' && run.beforeThat.startsWith('kalla');
  if (!naming.has(run.before) && !called) return false;
  const subject = words.slice(Math.max(0, run.at - 5), run.at - 1);
  return subject.some((word) => thingsBefore.has(word.lower) || thingEnding.test(word.lower) || placeEnding.test(word.lower));
} // prettier-ignore

/** A word that no list knows stands where places stand: after "på", "i höjd med", "E4", or ends as villages do. */
export function isPlaced(run: Run, words: readonly Word[]): boolean {
  const [one] = run.words;
  const before = words[run.at - 1];
  if (before !== undefined && /\d/.test(before.text)) return true;
  if (placePhrases[run.before]?.has(run.beforeThat)) return true;
  if (one!.gap === ' ' && before?.first === true && isNeuter(before.lower)) return true;
  if (personByPreposition(run, words)) return false;
  return placePrepositions.has(run.before) || (one!.lower.length > 4 && villageEnding.test(one!.lower) && !surnameEnding.test(one!.lower));
} // prettier-ignore

/** "Tivolit X", "Gymmet X": a body or a thing is named; persons are seldom neuter. */
function isNeuter(word: string): boolean {
  return /.{3}[ei]t$/.test(word) && !commonWords.has(word) && !roles.has(word) && !naming.has(word);
}

/** "säg till X", "väntade på X": verb and preposition that take a person. */
export function personByPreposition(run: Run, words: readonly Word[]): boolean {
  const said = personBeforePreposition[run.before];
  if (said === undefined) return false;
  if (run.before !== 'från') return said.has(run.beforeThat);
  // "Tipset kom från X", "boll från X": what comes from a person, a few words before.
  return words.slice(Math.max(0, run.at - 4), run.at - 1).some(({ lower }) => said.has(lower));
}
