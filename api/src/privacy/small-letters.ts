import { deeds, humanDeeds, naming, placesAfter, relations, roles, thingsBefore } from './name-context.js';
import { ambiguousNames, commonWords, givenNames, knownCapitals, surnames } from './name-lists.js';
import type { Word } from './words.js';

/** First names that are ordinary words in small letters. */
const ordinary: ReadonlySet<string> = new Set(['lena', 'mats', 'ester', 'jack', 'vera', 'said', 'mia', 'tim', 'kent', 'ruth', 'hugo', 'patrik', 'moa', 'adam', 'john', 'alma', 'rune', 'ruben', 'jordan', 'vincent', 'pia', 'fritz', 'ines', 'inger', 'inga']); // prettier-ignore
const beforePerson =
  /^(?:med|av|hos|åt|från|enligt|såg|mötte|träffade|slog|hotade|jagade|kände|känner|jag|att|när|och|både|tror)$/;
const whoIsNamed = /^(?:jag|han|hon|hen|killen|tjejen|pojken|flickan|mannen|kvinnan|grabben|eleven|sonen|dottern)$/;

/**
 * How many words in small letters are a name, from this one on: people write on phones without capitals. A listed first
 * name needs a last name, an act of a person, or somebody who speaks of a person; any word will do after "jag heter".
 */
export function lowerCaseName(words: readonly Word[], at: number): number {
  const word = words[at]!;
  if (word.capital || /\d/.test(word.text)) return 0;
  const [before, next] = [words[at - 1], words[at + 1]];
  const beside = next?.gap === ' ' ? next.lower : '';
  if (isIntroduced(words, at)) return surnames.has(beside) || /\p{L}sson$/u.test(beside) ? 2 : 1;
  if (!givenNames.has(word.lower) || ambiguousNames.has(word.lower) || commonWords.has(word.lower)) return 0;
  if (surnames.has(beside) || /\p{L}sson$/u.test(beside)) return 2;
  if (humanDeeds.has(beside) || naming.has(before?.lower ?? '')) return 1;
  if (ordinary.has(word.lower) || word.lower.length < 4 || word.gap !== ' ' || placesAfter.has(beside)) return 0;
  const said = before?.lower ?? '';
  const spoken = beforePerson.test(said) || roles.has(said) || (said === 'till' && relations.has(words[at - 2]?.lower ?? ''));
  return spoken || deeds.has(beside) || beside === 'som' ? 1 : 0;
} // prettier-ignore

/** "jag heter annelie": who is named is a person, and what follows is no ordinary word. */
function isIntroduced(words: readonly Word[], at: number): boolean {
  const [who, called] = [words[at - 2]?.lower ?? '', words[at - 1]?.lower ?? ''];
  if (!/^(?:heter|hette|kallas|kallades)$/.test(called) || !whoIsNamed.test(who)) return false;
  const { lower, gap } = words[at]!;
  const says = commonWords.has(lower) || deeds.has(lower) || thingsBefore.has(lower) || knownCapitals.has(lower);
  return /^ ["”“']?$/.test(gap) && lower.length > 2 && !says;
}
