/** A word of a text with what surrounds it. */
export interface Word {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly lower: string;
  readonly capital: boolean;
  /** Begins a sentence, a line or a quotation, where a capital says nothing. */
  readonly first: boolean;
  /** What stands between the word before and this one, at most a few characters of it. */
  readonly gap: string;
}

const longestWord = 40;
const longestGap = 6;
const wordForm = /[\p{L}\p{M}\p{N}]+(?:[-'’:][\p{L}\p{M}]+)*/gu;
const sentenceEnd = /[.!?…•*\n\r\t]|: *$|^ *[-–] *$/;

/** What is written short, with a point that ends no sentence: "bl.a. Anna", "fam. Ek", "kv. Rosen". */
const abbreviations = /^(?:a|d|ex|fam|kv|tel|resp|ev|inkl|dvs|fru|hr|dr|ang|f|k)$/;

/** Splits a text into its words, in one pass. Endless strings of letters are no words and are left out. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const { 0: match, index } of text.matchAll(wordForm)) {
    const gap = text.slice(Math.max(end, index - longestGap), index);
    end = index + match.length;
    if (match.length > longestWord) continue;
    const before = words.at(-1);
    const initial = before !== undefined && /^\p{Lu}$/u.test(before.text) && gap.startsWith('.');
    const short = before !== undefined && gap === '. ' && abbreviations.test(before.text);
    words.push({
      from: index,
      to: end,
      text: match,
      lower: match.toLowerCase(),
      capital: /^\p{Lu}/u.test(match),
      first: before === undefined || (sentenceEnd.test(gap) && !initial && !short),
      gap,
    });
  }
  return words;
}

const shortest = 4;
const smallWords =
  /^(?:av|i|på|och|vid|för|till|från|med|om|under|efter|mot|hos|som|är|har|den|det|en|ett|utanför|mellan|inför)$/;

/**
 * The indexes of words in a heading, where each word has a capital and a capital says nothing: a sentence of four words
 * or more of which at most one in five begins with a small letter, and one has a capital that never has one ("Av").
 */
export function headings(words: readonly Word[]): ReadonlySet<number> {
  const found = new Set<number>();
  let start = 0;
  for (let end = 1; end <= words.length; end += 1) {
    if (end < words.length && !words[end]!.first) continue;
    const sentence = words.slice(start, end);
    const small = sentence.filter((word) => /^\p{Ll}/u.test(word.text)).length;
    const raised = sentence.some((word, at) => at > 0 && word.capital && smallWords.test(word.lower));
    if (raised && end - start >= shortest && small * 5 <= end - start)
      for (let at = start; at < end; at += 1) found.add(at);
    start = end;
  }
  return found;
}
