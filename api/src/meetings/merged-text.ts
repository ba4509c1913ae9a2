import { diff3MergeRegions, type IUnstableRegion } from 'node-diff3';

/** An ordinary text of 8,000 characters has some 25,000; one word over and over could hold the server for a minute. */
const mostPairs = 120_000;

/** Three forms of one text: what both began from, what stands now, and what somebody sends. */
export interface ThreeTexts {
  readonly base: string;
  readonly theirs: string;
  readonly mine: string;
}

/**
 * Both changes in one text, or null where they overlap: then nobody but the writers can say what it should be. Merged by
 * words, each with the white space before it (Khanna, Kunal & Pierce 2007, A formal investigation of diff3,
 * doi:10.1007/978-3-540-77050-3_40). Two additions at the end of the same line both stand, theirs first, each on a line of its own.
 */
export function mergedText({ base, theirs, mine }: ThreeTexts): string | null {
  if (mine === base || mine === theirs) return theirs;
  if (theirs === base) return mine;
  const [from, one, other] = [wordsOf(base), wordsOf(theirs), wordsOf(mine)];
  if (Math.max(pairsOf(from, one), pairsOf(from, other)) > mostPairs) return null;
  const words: string[] = [];
  for (const region of diff3MergeRegions(one, from, other)) {
    const content = region.stable ? region.bufferContent : settled(region, base);
    if (content === null) return null;
    words.push(...content);
  }
  return words.join('');
}

/** Equal words in two texts, counted in pairs: what the comparison's work grows with. */
function pairsOf(first: readonly string[], second: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of first) counts.set(word, (counts.get(word) ?? 0) + 1);
  return second.reduce((pairs, word) => pairs + (counts.get(word) ?? 0), 0);
}

function wordsOf(text: string): string[] {
  return text.match(/\s*\S+|\s+$/g) ?? [];
}

/** What stands where both have changed the same stretch; null where that is not for a program to say. */
function settled({ aContent, bContent, oStart, oLength }: IUnstableRegion<string>, base: string): string[] | null {
  if (aContent.join('') === bContent.join('')) return aContent;
  if (oLength > 0) return null;
  const next = wordsOf(base)[oStart];
  // Between two words of one line the order of two additions changes what is said.
  if (next !== undefined && !/^\s*\n/.test(next)) return null;
  const [first, second] = startsLine(aContent) && !startsLine(bContent) ? [bContent, aContent] : [aContent, bContent];
  return startsLine(second) ? [...first, ...second] : [...first, '\n', second.join('').trimStart()];
}

function startsLine(content: readonly string[]): boolean {
  return /^\s*\n/.test(content.join(''));
}
