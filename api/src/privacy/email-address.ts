import type { Place } from './finding.js';

const localPart = /[\p{L}\p{N}._%+'-]/u;
const longestLocalPart = 64;
const domain = /(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24}/uy;

/** E-mail addresses, also those written around: "anna (at) example.se", "anna snabel-a example punkt se". */
export function emailAddresses(text: string): Place[] {
  return [...plain(text), ...spelled(text)];
}

function plain(text: string): Place[] {
  const found: Place[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const start = localStart(text, at);
    domain.lastIndex = at + 1;
    const match = start < at ? domain.exec(text) : null;
    if (match) found.push({ kind: 'email', from: start, to: at + 1 + match[0].length });
  }
  return found;
}

/** Words between name and domain. A bare "at" or an @ with spaces counts only when a known ending follows. */
const sign = /(?:[([{] ?(?:at|snabel-?a|alfa-?snabel|@) ?[\])}]|(?<=[ ])(?:at|snabel-?a|@)(?=[ ]))/giu;
const dot = String.raw`(?: ?[([{] ?(?:dot|punkt|\.) ?[\])}] ?| (?:dot|punkt) |\.)`;
const ending = '(?:se|com|nu|net|org|eu|info|no|dk|fi|de|io|me|uk|pl|ru)';
const spelledDomain = new RegExp(
  String.raw` ?[\p{L}\p{N}-]{1,63}(?:${dot}[\p{L}\p{N}-]{1,63}){0,3}${dot}${ending}(?![\p{L}\p{N}])`,
  'giuy',
);

function spelled(text: string): Place[] {
  const found: Place[] = [];
  for (const match of text.matchAll(sign)) {
    const name = text.charAt(match.index - 1) === ' ' ? match.index - 1 : match.index;
    const from = localStart(text, name);
    spelledDomain.lastIndex = match.index + match[0].length;
    const after = from < name ? spelledDomain.exec(text) : null;
    if (after) found.push({ kind: 'email', from, to: match.index + match[0].length + after[0].length });
  }
  return found;
}

function localStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < longestLocalPart && localPart.test(text.charAt(start - 1))) start -= 1;
  return start;
}
