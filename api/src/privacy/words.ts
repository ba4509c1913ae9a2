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
    words.push({
      from: index,
      to: end,
      text: match,
      lower: match.toLowerCase(),
      capital: /^\p{Lu}/u.test(match),
      first: before === undefined || (sentenceEnd.test(gap) && !initial),
      gap,
    });
  }
  return words;
}
