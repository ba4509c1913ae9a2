import type { NewMobilisation } from './mobilisation-api.js';

type Call = NewMobilisation['calls'][number];

/**
 * `Organisation; function; number` a line, as it is written in the form. One part is a function, two are an organisation
 * and a function, or a function and its number when the second begins with a digit or a plus.
 */
export function readCalls(text: string): Call[] {
  return linesOf(text).map((line) => {
    const [first = '', second, third] = line.split(';').map((part) => part.trim());
    if (second === undefined) return { organisation: null, function: first, phone: null };
    if (third === undefined && /^[\d+(]/.test(second)) return { organisation: null, function: first, phone: second };
    return { organisation: first || null, function: second, phone: third || null };
  });
}

export function writeCalls(calls: readonly Call[]): string {
  return calls
    .map((call) => [call.organisation, call.function, call.phone].filter((part) => part).join('; '))
    .join('\n');
}

/** Lines that hold something. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The address that a phone dials: what is written for the eye left out. */
export function dialled(phone: string): string {
  return `tel:${phone.replace('(0)', '').replaceAll(/[^\d+]/g, '')}`;
}
