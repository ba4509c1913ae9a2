import type { Place } from './finding.js';

const street = String.raw`(?<![\p{L}])\p{Lu}\p{L}{2,30}(?:gatan|gata|vägen|väg|gränd|gränden|stigen|stig|torget|torg|allén|allé|backen|backe|bacen|gården|plan|platsen|leden|svängen|ringen|slingan|stråket|liden|kullen|ängen|hagen|parken|esplanaden|kajen)`;
const number = String.raw` \d{1,4} ?[A-Za-z]?(?![\p{L}\p{N}])`;
const flat = String.raw`(?:(?:lgh|lght|läg|lägenhet|apt|apartment)\.?(?: ?nr\.?)? ?\d{1,4}(?!\p{N})|(?:\d{1,2} ?tr|tr(?:appa)? ?\d{1,2})(?!\p{L})(?:\.? ?(?:t\.?[vh]\.?|[vöu]\.?g\.?|t\.?m\.?|mitt))?)`;
const floor = String.raw`(?:,? (?:vån|våning|plan|port|uppgång) ?[\p{L}\d]{1,2})?`;

/** Storgatan 12, lgh 1203 · Storgatan 12 B, 3 tr tv. */
const withFlat = new RegExp(`${street}${number}${floor},? {0,2}${flat}`, 'gu');
/** A flat's number says which dwelling even without the street: lgh 1203. */
const flatAlone = /(?<![\p{L}])(?:lgh|lght|lägenhet|apt)\.?(?: ?nr\.?)? ?\d{1,4}(?![\p{N}])/giu;
/** Somebody lives there: what follows is a home, with or without a flat's number. */
const lives =
  /(?:bor|bodde|boende|skriven|folkbokförd|hemma hos [\p{L} ]{1,30}|hemadress:?|bostad:?|adress:?)(?: (?:på|i|vid))? $/iu;
const streetAndNumber = new RegExp(`${street}${number}`, 'gu');
const lookBehind = 60;

/** Dwellings: a flat's number, a street and number with a flat or a floor, an address where somebody is said to live. */
export function dwellings(text: string): Place[] {
  const found: Place[] = [];
  const add = (from: number, length: number) => found.push({ kind: 'address', from, to: from + length });
  for (const { 0: match, index } of text.matchAll(withFlat)) add(index, match.length);
  for (const { 0: match, index } of text.matchAll(flatAlone)) add(index, match.length);
  for (const { 0: match, index } of text.matchAll(streetAndNumber)) {
    if (lives.test(text.slice(Math.max(0, index - lookBehind), index))) add(index, match.trimEnd().length);
  }
  return found;
}
