import { check } from '../../../api/src/privacy/check.js';
import { explainFinding } from '../../../api/src/privacy/explanations.js';
import type { Language } from './language.js';

/** Words of a text to be marked, what to say about them, and what may stand there instead. */
export interface TextMark {
  readonly from: number;
  readonly to: number;
  /** The text is not taken as long as the words stand there. */
  readonly refused: boolean;
  readonly sentence: string;
  readonly suggestion: string;
}

/** What the check of texts finds, in words. With its lists of words it is large: it is loaded when a text is written. */
export function textMarks(text: string, language: Language): TextMark[] {
  return check(text).map(({ from, to, kind, level, suggestion }) => ({
    from,
    to,
    refused: level === 'refuse',
    sentence: explainFinding(kind, language).sentence,
    suggestion: atSentenceStart(text, from) ? capital(suggestion[language]) : suggestion[language],
  }));
}

function atSentenceStart(text: string, from: number): boolean {
  return /(?:^|[.!?\n]) *$/.test(text.slice(Math.max(0, from - 3), from));
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
