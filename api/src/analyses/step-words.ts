import type { Language } from '../hotspots/sentence-wording.js';

const words: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  waiting: { sv: 'Väntar på sin tur', en: 'Waiting for its turn' },
  reading: { sv: 'Läser händelserna', en: 'Reading the incidents' },
  calculating: { sv: 'Räknar', en: 'Calculating' },
  saving: { sv: 'Sparar svaret', en: 'Saving the answer' },
};

/** What a run is doing, in words. */
export function stepWords(step: string | null, language: Language): string {
  return (words[step ?? 'waiting'] ?? words['waiting']!)[language];
}
