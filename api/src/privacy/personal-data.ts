import { digitGroups } from './digit-groups.js';
import { personalNumberAt } from './personal-number.js';
import { phoneNumberAt } from './phone-number.js';

export type FindingKind = 'personnummer' | 'samordningsnummer' | 'phone' | 'email' | 'plate';

/** `refuse`: the text is not saved as it is. `point-out`: the writer is asked whether it is needed. */
export type Severity = 'refuse' | 'point-out';

/** Where in a text something personal stands. It never holds the text itself, so that it can be stored and logged. */
export interface Finding {
  readonly kind: FindingKind;
  /** First character and the one after the last, as for `String.slice`. */
  readonly start: number;
  readonly end: number;
  readonly severity: Severity;
}

/**
 * What in this free text points out a person: personnummer and samordningsnummer (date and check digit), telephone
 * numbers, e-mail addresses, registration plates. In order of place, never overlapping; time is linear in the text.
 * Own rules rather than libphonenumber, whose smallest bundle is 43 kB gzipped in a form that has to open on a phone.
 */
export function findPersonalData(text: string): Finding[] {
  const findings = [...numbers(text), ...emails(text), ...hiddenEmails(text), ...plates(text)];
  findings.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Finding[] = [];
  for (const finding of findings) {
    if (finding.start >= (kept.at(-1)?.end ?? 0)) kept.push(finding);
  }
  return kept;
}

/** Is there anything in the text that has to go before it may be saved? */
export function mustBeRefused(text: string): boolean {
  return findPersonalData(text).some((finding) => finding.severity === 'refuse');
}

function numbers(text: string): Finding[] {
  const groups = digitGroups(text);
  const found: Finding[] = [];
  for (let at = 0; at < groups.length; at += 1) {
    const person = personalNumberAt(groups, at);
    const length = person ? person.groups : phoneNumberAt(groups, at);
    if (length === 0) continue;
    const plus = groups[at]!.before === '+' ? 1 : 0;
    const start = groups[at]!.start - (person ? 0 : plus);
    found.push({ kind: person?.kind ?? 'phone', start, end: groups[at + length - 1]!.end, severity: 'refuse' });
    at += length - 1;
  }
  return found;
}

const localPart = /[\p{L}\p{N}._%+'-]/u;
const longestLocalPart = 64;
const domain = /(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24}/uy;

function emails(text: string): Finding[] {
  const found: Finding[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < longestLocalPart && localPart.test(text.charAt(start - 1))) start -= 1;
    domain.lastIndex = at + 1;
    const match = start < at ? domain.exec(text) : null;
    if (match) found.push({ kind: 'email', start, end: at + 1 + match[0].length, severity: 'refuse' });
  }
  return found;
}

const hiddenAt = /[[(] ?(?:at|snabel-?a|@) ?[\])] ?(?=[\p{L}\p{N}-]{1,63}\.\p{L}{2,24})/giu;
const domainAfter = /[\p{L}\p{N}-]{1,63}\.\p{L}{2,24}/uy;

/** "anna.b (at) example.se" is an e-mail address too. */
function hiddenEmails(text: string): Finding[] {
  const found: Finding[] = [];
  for (const match of text.matchAll(hiddenAt)) {
    let start = match.index;
    while (start > 0 && match.index - start <= 1 && text.charAt(start - 1) === ' ') start -= 1;
    const name = start;
    while (start > 0 && name - start < longestLocalPart && localPart.test(text.charAt(start - 1))) start -= 1;
    domainAfter.lastIndex = match.index + match[0].length;
    const domainMatch = domainAfter.exec(text);
    const end = match.index + match[0].length + (domainMatch?.[0].length ?? 0);
    if (start < name) found.push({ kind: 'email', start, end, severity: 'refuse' });
  }
  return found;
}

const letters = 'A-HJ-PR-UW-Z';
const plate = new RegExp(`(?<![\\p{L}\\p{N}])([${letters}]{3})([ -]?)\\d{2}[\\d${letters}](?![\\p{L}\\p{N}])`, 'gu');
const plateAfterWord = /(?<![\p{L}\p{N}])(?:regnr|reg\.? ?nr|registreringsnummer|skylt|skylten|plåt)[.:]? {0,2}([a-zA-Z]{3}[ -]?\d{2}[\da-zA-Z])(?![\p{L}\p{N}])/giu; // prettier-ignore
/** Three letters before a number that are a word and no plate: hus 120, rum 214, tel 112. */
const wordsBeforeNumbers = new Set(['HUS', 'RUM', 'SAL', 'KOD', 'TEL', 'FAX', 'DNR', 'SMS', 'SOS', 'DEL', 'MAX', 'EPA', 'TRE', 'ETT', 'BOX', 'GPS', 'PNR', 'RAD', 'DEN', 'TUR', 'LAG', 'SFS']); // prettier-ignore

function plates(text: string): Finding[] {
  const found: Finding[] = [];
  for (const match of text.matchAll(plate)) {
    const apart = match[2] !== '';
    if (apart && wordsBeforeNumbers.has(match[1]!)) continue;
    found.push({ kind: 'plate', start: match.index, end: match.index + match[0].length, severity: 'point-out' });
  }
  for (const match of text.matchAll(plateAfterWord)) {
    const end = match.index + match[0].length;
    found.push({ kind: 'plate', start: end - match[1]!.length, end, severity: 'point-out' });
  }
  return found;
}

export interface FindingText {
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
}; // prettier-ignore

/** Says to the writer what was found, why it may not stand there, and what to write instead. Never repeats the text. */
export function explainFinding(kind: FindingKind, language: 'sv' | 'en'): FindingText {
  return explanations[kind][language];
}
