import { digitGroups } from './digit-groups.js';
import { emailAddresses } from './email-address.js';
import { type FindingKind, levelOf, type Place, withoutOverlap } from './finding.js';
import { personalNumberAt } from './personal-number.js';
import { phoneNumberAt } from './phone-number.js';

/**
 * What in this text is told by its form alone: personnummer and samordningsnummer (date and check digit), telephone
 * numbers, e-mail addresses. Without lists of words, so that the first page of a phone can afford it.
 */
export function certainData(text: string): Place[] {
  return withoutOverlap([...numbers(text), ...emailAddresses(text)]);
}

/** Is there anything in the text that has to go before it may be saved? */
export function mustBeRefused(text: string): boolean {
  return refusedKinds(text).length > 0;
}

/** The kinds that have to go before the text may be saved, each once, in the order they stand. */
export function refusedKinds(text: string): FindingKind[] {
  const kinds = certainData(text).map(({ kind }) => kind);
  return [...new Set(kinds)].filter((kind) => levelOf(kind) === 'refuse');
}

function numbers(text: string): Place[] {
  const groups = digitGroups(text);
  const found: Place[] = [];
  for (let at = 0; at < groups.length; at += 1) {
    const read = personalNumberAt(groups, at);
    // 070174… can be read as a samordningsnummer too; a run that begins like a mobile number is one.
    const certain = read !== null && read.kind !== 'personnummer-like' && !/^07[02369]/.test(groups[at]!.digits);
    const phone = certain ? 0 : phoneNumberAt(groups, at);
    const person = phone > 0 ? null : read;
    const length = person ? person.groups : phone;
    if (length === 0) continue;
    const plus = groups[at]!.before === '+' ? 1 : 0;
    const from = groups[at]!.start - (person ? 0 : plus);
    found.push({ kind: person?.kind ?? 'phone', from, to: groups[at + length - 1]!.end });
    at += length - 1;
  }
  return found;
}
