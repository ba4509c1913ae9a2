import { dwellings } from './dwelling.js';
import { explainFinding } from './explanations.js';
import { type Level, levelOf, type Place, withoutOverlap } from './finding.js';
import { groupWords } from './group-word.js';
import { ipAddresses } from './ip-address.js';
import { personNames } from './person-name.js';
import { certainData } from './personal-data.js';
import { plates } from './plate.js';

/** Where in a text something personal stands. It never holds the text itself, so that it can be counted and tested. */
export interface Finding extends Place {
  readonly level: Level;
  /** Words that can stand there instead. */
  readonly suggestion: { readonly sv: string; readonly en: string };
}

/**
 * What in this free text points out a person: personnummer, samordningsnummer, telephone, e-mail (to be refused), and
 * registration plates, IP addresses, dwellings, names, words of origin and group (to be pointed out). In order of place
 * (UTF-16 units), never overlapping; the same text gives the same findings; time is linear in its length. How well it
 * does is measured in docs/methods/personal-data.md.
 */
export function check(text: string): Finding[] {
  const places = [
    ...certainData(text),
    ...ipAddresses(text),
    ...plates(text),
    ...dwellings(text),
    ...personNames(text),
    ...groupWords(text),
  ];
  return withoutOverlap(places).map(({ kind, from, to }) => ({
    kind,
    from,
    to,
    level: levelOf(kind),
    suggestion: { sv: explainFinding(kind, 'sv').suggestion, en: explainFinding(kind, 'en').suggestion },
  }));
}
