import type { FindingKind } from './finding.js';

export interface FindingText {
  /** What it is and what to do. */
  readonly sentence: string;
  /** Words that can stand there instead. */
  readonly suggestion: string;
}

const explanations: Record<FindingKind, Record<'sv' | 'en', FindingText>> = {
  personnummer: {
    sv: { sentence: 'Texten innehåller ett personnummer. Ta bort det: rapporten ska handla om platsen, inte om personen.', suggestion: 'en person' },
    en: { sentence: 'The text contains a personal identity number. Remove it: the report is about the place, not the person.', suggestion: 'a person' },
  },
  samordningsnummer: {
    sv: { sentence: 'Texten innehåller ett samordningsnummer. Ta bort det: rapporten ska handla om platsen, inte om personen.', suggestion: 'en person' },
    en: { sentence: 'The text contains a coordination number. Remove it: the report is about the place, not the person.', suggestion: 'a person' },
  },
  'personnummer-like': {
    sv: { sentence: 'Det här ser ut som ett personnummer med en felskriven siffra. Ta bort det om det gäller en person.', suggestion: 'en person' },
    en: { sentence: 'This looks like a personal identity number with a wrong figure. Remove it if it is about a person.', suggestion: 'a person' },
  },
  phone: {
    sv: { sentence: 'Texten innehåller ett telefonnummer. Ta bort det och skriv vilken funktion som kan nås i stället.', suggestion: 'vaktmästaren' },
    en: { sentence: 'The text contains a telephone number. Remove it and write which function can be reached instead.', suggestion: 'the caretaker' },
  },
  email: {
    sv: { sentence: 'Texten innehåller en e-postadress. Ta bort den och skriv vilken funktion som kan nås i stället.', suggestion: 'samordnaren' },
    en: { sentence: 'The text contains an e-mail address. Remove it and write which function can be reached instead.', suggestion: 'the coordinator' },
  },
  plate: {
    sv: { sentence: 'Det här ser ut som ett registreringsnummer. Beskriv fordonet i stället, om det behövs.', suggestion: 'en mörk personbil' },
    en: { sentence: 'This looks like a registration plate. Describe the vehicle instead, if it matters.', suggestion: 'a dark car' },
  },
  ip: {
    sv: { sentence: 'Det här ser ut som en ip-adress. Den kan peka ut en person. Skriv vad som hände i stället.', suggestion: 'en dator' },
    en: { sentence: 'This looks like an IP address. It can point out a person. Write what happened instead.', suggestion: 'a computer' },
  },
  address: {
    sv: { sentence: 'Det här ser ut som någons bostad. Skriv trapphuset, porten eller gården i stället.', suggestion: 'trapphuset' },
    en: { sentence: 'This looks like somebody’s home. Write the stairwell, the entrance or the yard instead.', suggestion: 'the stairwell' },
  },
  name: {
    sv: { sentence: 'Det här ser ut som ett namn. Skriv vad personen gjorde, inte vem det var.', suggestion: 'en person' },
    en: { sentence: 'This looks like a name. Write what the person did, not who it was.', suggestion: 'a person' },
  },
  group: {
    sv: { sentence: 'Det här beskriver ursprung eller grupp. Beskriv beteende, inte person.', suggestion: 'några personer' },
    en: { sentence: 'This describes origin or group. Describe behaviour, not persons.', suggestion: 'some people' },
  },
}; // prettier-ignore

/** Says to the writer what was found, why it may not stand there, and what to write instead. Never repeats the text. */
export function explainFinding(kind: FindingKind, language: 'sv' | 'en'): FindingText {
  return explanations[kind][language];
}
