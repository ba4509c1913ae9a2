import type { Place } from './finding.js';

const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const versionFour = new RegExp(`(?<![\\d.,:-])${octet}(?:\\.${octet}){3}(?::\\d{1,5})?(?![\\d-]|[.,]\\d)`, 'g');
const afterVersion = /(?:version(?:en)?|release|v)[ .:]{0,2}$/i;
/** Colons and hexadecimal figures in one run; read further below. */
const hexRun = /(?<![\p{L}\p{N}:.])[\da-f:]{2,45}(?![\p{L}\p{N}:])/giu;

/** IP addresses, version 4 (also with a port) and 6. Versions of programs, times of day and positions are not. */
export function ipAddresses(text: string): Place[] {
  const found: Place[] = [];
  for (const { 0: match, index } of text.matchAll(versionFour)) {
    if (afterVersion.test(text.slice(Math.max(0, index - 10), index))) continue;
    found.push({ kind: 'ip', from: index, to: index + match.length });
  }
  for (const { 0: match, index } of text.matchAll(hexRun)) {
    if (isVersionSix(match)) found.push({ kind: 'ip', from: index, to: index + match.length });
  }
  return found;
}

/** Eight groups, or fewer with one `::` (RFC 4291, 2.2); `::` alone and `12::` are too little to mean anybody. */
function isVersionSix(run: string): boolean {
  const halves = run.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return false;
  return halves.length === 1 ? groups.length === 8 : groups.length >= 2 && groups.length < 8;
}
