import { useEffect, useState } from 'react';
import { useLanguage } from './language.js';
import type { TextMark } from './text-marks.js';

const pause = 700;
/** Longer texts are not taken anyway; they are not read at each key. */
const longest = 20_000;

type Reader = typeof import('./text-marks.js').textMarks;

/**
 * The marks of a text as it is now, and as it was when the writer last paused: the first are drawn at once, the second are
 * said in words, so that nothing jumps or speaks at each key. Empty until the check has been loaded; without a network
 * it may never be, and then the server checks.
 */
export function useTextMarks(text: string): { now: readonly TextMark[]; settled: readonly TextMark[] } {
  const language = useLanguage();
  const [read, setRead] = useState<Reader | null>(null);
  const [settled, setSettled] = useState<readonly TextMark[]>([]);
  useEffect(() => {
    let gone = false;
    const load = async () => {
      const loaded = await import('./text-marks.js').catch(() => null);
      if (!gone && loaded !== null) setRead(() => loaded.textMarks);
    };
    void load();
    return () => {
      gone = true;
    };
  }, []);
  const now = read === null || text.length > longest ? [] : read(text, language);
  useEffect(() => {
    const timer = setTimeout(
      () => setSettled(read === null || text.length > longest ? [] : read(text, language)),
      pause,
    );
    return () => clearTimeout(timer);
  }, [read, text, language]);
  return { now, settled };
}
