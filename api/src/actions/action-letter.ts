import { dayAndMonth } from '../hotspots/sentence-wording.js';

export interface LetterFacts {
  readonly municipality: string;
  readonly organisation: string;
  /** The decision read back. */
  readonly sentence: string;
  readonly link: string;
  /** The last local day on which the link works. */
  readonly lastDay: string;
}

/** The letter to whoever answers for an action, in Swedish. No name of a person stands in it. */
export function actionLetter(facts: LetterFacts): { readonly subject: string; readonly text: string } {
  return {
    subject: `Hur går det? En åtgärd för ${facts.organisation}`,
    text: [
      'Hej!',
      `Gruppen för trygghet i ${facts.municipality} har beslutat:\n${facts.sentence}`,
      `Säg hur det går med en tryckning: Klart, Pågår eller Kan inte.\n${facts.link}`,
      `Länken är till för ${facts.organisation} och fungerar till och med ${dayAndMonth(facts.lastDay, 'sv')}. Du kan ändra ditt svar tills dess. Skicka den inte vidare utanför er organisation.`,
      `Hälsningar\n${facts.municipality}, genom Närbild`,
    ].join('\n\n'),
  };
}
