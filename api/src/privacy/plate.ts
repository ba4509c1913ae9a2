import type { Place } from './finding.js';

// No I, Q, V, Å, Ä, Ö on Swedish plates (Transportstyrelsen); the last sign may be a letter since 2019, never O.
const letters = 'A-HJ-PR-UW-Z';
const figures = `\\d{2}[\\d${letters.replace('J-P', 'J-NP')}]`;
const outside = ['(?<![\\p{L}\\p{N}-])', '(?![\\p{L}\\p{N}]|-\\d)'] as const;
const plain = new RegExp(`${outside[0]}([${letters}]{3})([ -]?)${figures}${outside[1]}`, 'gu');
const small = new RegExp(`${outside[0]}([${letters.toLowerCase()}${letters}]{3})([ -]?)${figures}${outside[1]}`, 'giu');
const spread = new RegExp(
  `${outside[0]}[${letters}] [${letters}] [${letters}] \\d \\d [\\d${letters}]${outside[1]}`,
  'gu',
);

/** Three letters before a number that are a word and no plate: hus 120, rum 214, tel 112. */
const wordsBeforeNumbers = new Set(
  'hus rum sal kod tel fax dnr sms sos del max epa tre ett box gps pnr rad den tur lag sfs usb led kap par lgh apt typ ort tom see för med mot'.split(' '),
); // prettier-ignore
/** Said just before, the signs name something else than a vehicle. */
const otherThing = /(?:buss|linje|rum|sal|kod|felkod|larmkod|modell|nyckel|nyckel nr|skåp|artikel|artikelnummer|ärende|ärendenummer|dnr|spår|typ|kurs|stolpe|lampa|kamera|version|tåg|flight)[.:]? ?$/iu; // prettier-ignore
/** In small letters and in spread form the signs are a plate only where the text speaks of a vehicle. */
const vehicle =
  /(?:bil|moped|mopp|epa|traktor|motorcykel|(?<!\p{L})mc|fordon|regn|reg\.? ?n|registreringsn|skylt|plåt|lastbil|skåp|släp|buss|taxi|volvo|saab|bmw|audi|tesla|passat|golf|toyota|mercedes)/iu;
const near = 60;

/** Swedish registration plates in both forms (ABC 123, ABC 12D). Not "BUSS 123", "rum 214" or a model's name. */
export function plates(text: string): Place[] {
  const found: Place[] = [];
  const add = (match: RegExpExecArray) => {
    const before = text.slice(Math.max(0, match.index - near), match.index);
    if (otherThing.test(before.slice(-20))) return false;
    return found.push({ kind: 'plate', from: match.index, to: match.index + match[0].length }) > 0;
  };
  for (const match of text.matchAll(plain)) {
    if (match[2] === '' || !wordsBeforeNumbers.has(match[1]!.toLowerCase())) add(match);
  }
  for (const match of text.matchAll(small)) {
    if (match[1] === match[1]!.toUpperCase() || wordsBeforeNumbers.has(match[1]!.toLowerCase())) continue;
    if (speaksOfVehicle(text, match)) add(match);
  }
  for (const match of text.matchAll(spread)) if (speaksOfVehicle(text, match)) add(match);
  return found;
}

function speaksOfVehicle(text: string, match: RegExpExecArray): boolean {
  const end = match.index + match[0].length;
  return vehicle.test(text.slice(Math.max(0, match.index - near), match.index)) || vehicle.test(text.slice(end, end + near));
} // prettier-ignore
