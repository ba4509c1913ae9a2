import { useTexts } from '../ui/language.js';
import { StatusTag, type StatusTone } from '../ui/status-tag.js';
import type { Verdict } from './ranked-places.js';
import { mapViewTexts } from './texts.js';

const words = { more: 'more', above: 'above', 'as-usual': 'asUsual', fewer: 'fewer', 'first-year': 'firstYear', 'too-few': 'tooFew' } as const; // prettier-ignore
const tones: Record<Verdict, StatusTone> = { more: 'caution', above: 'neutral', 'as-usual': 'neutral', fewer: 'good', 'first-year': 'neutral', 'too-few': 'neutral' }; // prettier-ignore

/** How a place stands against its own history, in words, shape and colour. */
export function VerdictTag({ verdict }: { verdict: Verdict }) {
  const t = useTexts(mapViewTexts);
  return <StatusTag tone={tones[verdict]}>{t(words[verdict])}</StatusTag>;
}
